using System.Globalization;
using ClinicPortal.Web.Pages.Staff;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// What a preview shows on the patients' pages. It is a part of each address under <see cref="Root"/>, so that every link leads on in the
/// same view and two windows can show two.
/// </summary>
public sealed record PreviewView
{
    public const string Root = StaffMap.Preview;

    /// <summary>In place of a page: the one on which the row of the view stands.</summary>
    public const string Start = "start";

    private const string EditionKey = "edition:", BeforeKey = "before:", ChangeKey = "change:", TypedKey = "typed:";

    private readonly string _what;

    private PreviewView(string what) => _what = what;

    /// <summary>Everything that staff have saved.</summary>
    public static PreviewView Saved { get; } = new("saved");

    /// <summary>What the person has ticked on the page for publishing.</summary>
    public static PreviewView Ticked { get; } = new("ticked");

    /// <summary>What the link shows that somebody without an account has opened.</summary>
    public static PreviewView Link { get; } = new("link");

    /// <summary>As it stands in an address.</summary>
    public string Name => (IsBefore ? BeforeKey : "") + _what;

    public bool IsTicked => _what == Ticked._what;

    public bool IsLink => _what == Link._what;

    /// <summary>The pages as they were.</summary>
    public int? Edition { get; private init; }

    /// <summary>The path of the row that it is about.</summary>
    public string? Row { get; private init; }

    /// <summary>With what the person has typed into the form of the row and not saved.</summary>
    public bool IsTyped { get; private init; }

    /// <summary>What patients read now, with what would change marked.</summary>
    public bool IsBefore { get; private init; }

    public static PreviewView OfEdition(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{EditionKey}{number}")) { Edition = number };

    /// <summary>As if one pending row were published, with what must go along.</summary>
    public static PreviewView Change(string row) => new(ChangeKey + NameOf(row)) { Row = row };

    /// <summary>Everything that is saved, and what the person has typed into one form.</summary>
    public static PreviewView Typed(string row) => new(TypedKey + NameOf(row)) { Row = row, IsTyped = true };

    public PreviewView Before() => this with { IsBefore = true };

    /// <summary>None, where nothing is called so.</summary>
    public static PreviewView? Parse(string name) =>
        After(BeforeKey, name) is { } whole ? Parse(whole) is { IsBefore: false, Edition: null } view ? view.Before() : null
        : After(ChangeKey, name) is { } changed ? RowOf(changed) is { } row ? Change(row) : null
        : After(TypedKey, name) is { } typed ? RowOf(typed) is { } form ? Typed(form) : null
        : After(EditionKey, name) is { } edition
            ? int.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? OfEdition(number) : null
        : new[] { Saved, Ticked, Link }.FirstOrDefault(view => view.Name == name);

    /// <param name="address">A patients' page, as patients reach it.</param>
    public string At(string address) => $"{Root}/{Name}{address}";

    /// <summary>Where the row stands on the patients' pages.</summary>
    public string StartAddress => $"{At("/" + Start)}#{Html.PreviewMarks.Start}";

    // Slugs and keys have such signs only; anything else would make an address that nobody can be sent to.
    private static string? RowOf(string name) =>
        name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is ':' or '-' or '_') ? name.Replace(':', '/') : null;

    private static string NameOf(string row) => row.Replace('/', ':');

    private static string? After(string key, string name) => name.StartsWith(key, StringComparison.Ordinal) ? name[key.Length..] : null;
}
