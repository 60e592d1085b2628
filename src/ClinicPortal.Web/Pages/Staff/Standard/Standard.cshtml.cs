using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// What an assessor asks, item by item, with proof or an honest gap: of the clinic, of one comparison, or of all the clinic's common ones.
/// It tells of what patients read, because that is what is assessed.
/// </summary>
public sealed class StandardModel(
    ClinicDbContext db, CurrentEdition current, Statements statements, Market market, AuditLog audit, ClinicCalendar calendar,
    PublicOrigin origin, TimeProvider clock)
    : StaffPageModel
{
    private RowNames? _names;

    public override string Title => Chosen is { } chosen ? $"{StaffMap.Standard.Name}: {chosen.Comparison.Address.Names}"
        : StaffMap.Standard.Name;

    public override IReadOnlyList<Crumb> Crumbs => Chosen is null ? [StaffMap.Treatments] : [StaffMap.Treatments, StaffMap.Standard];

    public Edition Edition { get; } = current.Edition;

    /// <summary>The treatments of a comparison, as its address names them; none for the clinic.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Compare { get; set; }

    /// <summary>Chosen in the form, with <see cref="Second"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? First { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Second { get; set; }

    /// <summary>Every common comparison in full, after the clinic.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Whole { get; set; }

    /// <summary>That somebody withdraws.</summary>
    [BindProperty]
    public int Statement { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The page leaves the portal as a file, and its links must say where the portal is.</summary>
    public bool IsFile { get; private set; }

    public ComparisonStanding? Chosen { get; private set; }

    /// <summary>Those on the home page, in its order.</summary>
    public IReadOnlyList<ComparisonStanding> Common { get; private set; } = [];

    public BinderPart MarketPart => new(
        "market", "Advertising rules of the market", "They apply to the whole clinic. This is not legal advice.",
        MarketItems.Of(market, Edition), null, this);

    /// <summary>About what is shown, withdrawn ones too; the newest first.</summary>
    public IReadOnlyList<Statement> Statements { get; private set; } = [];

    /// <summary>As whom the person would state something; none, where they may not.</summary>
    public StatementSigner? Signer { get; private set; }

    /// <summary>What is shown in full.</summary>
    public IEnumerable<ComparisonStanding> InFull => Chosen is { } chosen ? [chosen] : Whole ? Common : [];

    public IEnumerable<BinderPart> PartsOf(ComparisonStanding one) =>
    [
        .. Enum.GetValues<ItemSet>().Select(set => new BinderPart(
            set.ToString(), $"IPDAS: {Scorecard.NameOf(set)} items", one.Card.ClaimOf(set), [.. one.Card.In(set)], one, this)),
        new(
            "checks", "The portal’s own checks",
            $"{one.ChecksMet} of {one.Card.Checks.Count} checks are met.", one.Card.Checks, one, this),
    ];

    public string NameOf(Repair repair) => repair.BySigning
        ? $"review of {_names!.Treatment(RowPath.Parse(repair.Path)!.Handle)}"
        : RunningText.StartLowerCase(_names!.NameOf(repair.Path));

    public string LinkOf(Repair repair) => LinkOf(repair.BySigning ? StaffMap.ReviewOf(repair.Path) : StaffMap.Address(repair.Path));

    /// <param name="address">From the root of the portal.</param>
    public string LinkOf(string address) => IsFile ? origin.Of(address) : address;

    /// <summary>"Botulinum toxin or HA filler", of which a statement is.</summary>
    public string AboutOf(Statement statement) => statement.Comparison is not { } slugs ? "every comparison"
        : ComparisonAddress.Parse(Edition, slugs).Meant?.Names ?? slugs;

    public bool MayWithdraw(Statement statement) =>
        statement.Withdrawal is null && !IsFile && (IsAdministrator || statement.ById == UserId);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (First is { Length: > 0 } && Second is { Length: > 0 })
        {
            if (ComparisonAddress.Parse(Edition, $"{First}{ComparisonAddress.Between}{Second}").Meant is { } picked)
                return Redirect(StaffMap.StandardOf(picked.Slugs));
            ModelState.AddModelError("", "Choose two different treatments that patients can compare.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        if (Compare is { Length: > 0 } slugs)
        {
            if (ComparisonAddress.Parse(Edition, slugs).Meant is { } address)
                (Chosen, First, Second) = (Of(address), address.Treatments[0].Slug, address.Treatments[1].Slug);
            else
            {
                ModelState.AddModelError("", "Patients cannot compare these. Choose two treatments below.");
                Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }
        Common =
        [
            .. Edition.Clinic.CommonComparisons
                .Select(common => ComparisonAddress.Parse(Edition, string.Join(ComparisonAddress.Between, common)).Meant)
                .OfType<ComparisonAddress>().Select(Of),
        ];
        Statements =
        [
            .. (await statements.AllAsync(cancel)).Where(one =>
                Chosen is null || one.Comparison is not { } about
                    || ComparisonAddress.Parse(Edition, about).Meant?.Slugs == Chosen.Comparison.Address.Slugs),
        ];
        Signer = await statements.SignerAsync(UserId, clock.GetUtcNow(), cancel);
        _names = await RowNames.OfAsync(db, cancel);
        return Page();
    }

    /// <summary>The same page as one file that needs nothing else; that it was taken stands in the audit log first.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        (IsFile, Whole) = (true, Compare is null);
        var shown = await ShowAsync(cancel);
        if (!ModelState.IsValid || Edition.Number == 0)
        {
            IsFile = false;
            return shown;
        }
        var name = $"binder-{Chosen?.Comparison.Address.Slugs ?? "clinic"}-edition-{Edition.Number}.html";
        await audit.RecordAsync(AuditKind.Export, name, "Downloaded.", CancellationToken.None);
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        return shown;
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        List<string> problems = [.. FormInput.Needed("reason", Why), .. FormInput.Problems("reason", Why, FormInput.LongestReason)];
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        var outcome = await statements.WithdrawAsync(Statement, FormInput.Line(Why)!, SignAccount(clock), cancel);
        await current.CatchUpAsync(statements, CancellationToken.None);
        return outcome switch
        {
            StatementOutcome.Done => RedirectTo(
                Compare is null ? StaffMap.Standard.Path : StaffMap.StandardOf(Compare),
                "Withdrawn. Patients no longer read it; it stays in the list below."),
            StatementOutcome.Already => await RefuseAsync("Someone else has already withdrawn this. Nothing was changed.", cancel),
            StatementOutcome.NotAllowed => await RefuseAsync(
                ["Only the person who confirmed this, or an administrator, can withdraw it. Nothing was changed."],
                StatusCodes.Status403Forbidden, cancel),
            _ => await RefuseAsync("There is no such confirmation. Choose one from the list below.", cancel),
        };
    }

    private ComparisonStanding Of(ComparisonAddress address)
    {
        var comparison = Comparison.Of(Edition, address);
        return new(comparison, Scorecard.Of(Edition, comparison, calendar.Today, market));
    }
}

/// <summary>A comparison, and how it stands.</summary>
public sealed record ComparisonStanding(Comparison Comparison, Scorecard Card)
{
    public string Slugs => Comparison.Address.Slugs;

    public int ChecksMet => Card.Checks.Count(check => check.State == ItemState.Met);

    public int Count(ItemState state) => Card.Items.Count(item => item.State == state);
}

/// <summary>Some items of the binder under one heading.</summary>
/// <param name="Name">Of the heading, in addresses.</param>
/// <param name="Title">The heading.</param>
/// <param name="Claim">What follows from all of them.</param>
/// <param name="Items">In their order.</param>
/// <param name="Of">The comparison that they are about; none for the clinic.</param>
/// <param name="Binder">The page.</param>
public sealed record BinderPart(
    string Name, string Title, string Claim, IReadOnlyList<ScorecardItem> Items, ComparisonStanding? Of, StandardModel Binder)
{
    /// <summary>Of the heading, or of one item.</summary>
    public string IdOf(string name) => $"{(Of is null ? "clinic" : Of.Slugs)}-{name.ToLowerInvariant()}";

    /// <summary>Where patients read what an item rests on.</summary>
    public string? PlaceOf(ScorecardItem item) => item.Where switch
    {
        null => null,
        ['#', ..] anchor => Binder.LinkOf(Of!.Comparison.Address.Path + anchor),
        { } address => Binder.LinkOf(address),
    };
}
