using System.Globalization;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Who did what, and when: to read and to download.</summary>
[Authorize(Policies.Administrator)]
public sealed class AuditModel(AuditLog audit, RefusalLog refusals, ClinicCalendar calendar) : StaffPageModel
{
    private const int RecordsOnAPage = 50;

    public override string Title => StaffMap.Audit.Name;

    /// <summary>An <see cref="AuditKind"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>From this day of the clinic's on, as a browser writes days.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Only what is older than this record.</summary>
    [BindProperty(SupportsGet = true)]
    public int Before { get; set; }

    public IReadOnlyList<string> People { get; private set; } = [];

    public IReadOnlyList<AuditRecord> Records { get; private set; } = [];

    public bool HasOlder { get; private set; }

    /// <summary>What the list is narrowed to, as the page's address and its forms keep it.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Narrowed =>
    [
        .. from one in new (string Name, string? Value)[] { ("kind", Kind), ("person", Person), ("from", From), ("to", To) }
           where !string.IsNullOrWhiteSpace(one.Value)
           select KeyValuePair.Create(one.Name, one.Value),
    ];

    public static IReadOnlyList<(AuditKind Kind, string Name)> Kinds { get; } =
        [.. Enum.GetValues<AuditKind>().Select(kind => (kind, NameOf(kind)))];

    /// <param name="before">Where the list goes on; 0 begins with the newest.</param>
    public string Address(int before = 0) => StaffMap.Audit.Path + QueryString.Create(
    [
        .. Narrowed,
        .. before == 0 ? [] : new[] { KeyValuePair.Create("before", (string?)before.ToString(CultureInfo.InvariantCulture)) },
    ]);

    public static string NameOf(AuditKind kind) => kind switch
    {
        AuditKind.SignIn => "Signing in and out",
        AuditKind.Refusal => "Refused",
        AuditKind.Access => "Access",
        AuditKind.Publication => "Publishing",
        AuditKind.Override => "Overrides",
        AuditKind.Hold => "Safety holds",
        AuditKind.Statement => "Confirmations for the standard",
        AuditKind.Export => "Downloads and exports",
        AuditKind.Mail => "Emails not sent",
        _ => "The log itself",
    };

    /// <summary>The list as it is narrowed, to its very beginning; that it was taken stands in it first.</summary>
    public async Task<IActionResult> OnGetCsvAsync(bool semicolons, CancellationToken cancel)
    {
        var filter = Filter();
        if (!ModelState.IsValid)
            return await RefuseAsync([], cancel);
        await refusals.WriteAsync();
        await audit.RecordAsync(
            AuditKind.Export, AuditFile.Name, Narrowed.Count > 0 ? "Downloaded in part." : "Downloaded.", CancellationToken.None);
        return new AuditFile(audit.AllAsync(filter, cancel), calendar, semicolons ? ';' : ',');
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await refusals.WriteAsync();
        People = await audit.NamesAsync(cancel);
        var found = await audit.FindAsync(Filter(), Before, RecordsOnAPage + 1, cancel);
        (Records, HasOlder) = ([.. found.Take(RecordsOnAPage)], found.Count > RecordsOnAPage);
        return Page();
    }

    private AuditFilter Filter() => new(
        KindOf(Kind), string.IsNullOrWhiteSpace(Person) ? null : Person, calendar.StartOf(ModelState, "From", From),
        calendar.EndOf(ModelState, "To", To));

    private AuditKind? KindOf(string? chosen)
    {
        if (string.IsNullOrWhiteSpace(chosen))
            return null;
        if (Kinds.FirstOrDefault(one => one.Kind.ToString() == chosen) is { Name: not null } known)
            return known.Kind;
        ModelState.AddModelError("", $"The log has no kind \"{FormInput.Shown(chosen)}\". Choose one from the list.");
        return null;
    }
}
