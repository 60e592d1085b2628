using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// The address of a comparison, <c>/compare/mesotherapy-vs-prp?rows=onset,pain</c>: two to four treatments in their canonical order
/// (ordinal by slug, no treatment last) and what a reader has chosen beside them, in the order of <see cref="Query"/>. One comparison has
/// one address, so every instance is canonical, whatever <c>with</c> makes of it, and nobody else builds such an address.
/// See docs/adr/0002-canonical-order-of-a-comparison.md.
/// </summary>
public sealed record ComparisonAddress
{
    public const int FewestTreatments = 2;
    public const int MostTreatments = 4;

    /// <summary>The page on which treatments are picked.</summary>
    public const string PickerPath = "/compare";

    /// <summary>The picker's query key: the treatments that the reader wants to change.</summary>
    public const string ChangeKey = "change";

    public const string ConcernKey = "concern";
    public const string WithoutKey = "without";
    public const string RowsKey = "rows";
    public const string EditionKey = "edition";
    public const string WeeksKey = "weeks";

    /// <summary>Stands between the slugs of the treatments.</summary>
    public const string Between = "-vs-";

    private const string Root = PickerPath + "/";

    private readonly TreatmentEntry? _baseline;

    private ComparisonAddress(IReadOnlyList<TreatmentEntry> treatments, TreatmentEntry? baseline)
    {
        Treatments = treatments;
        _baseline = baseline;
    }

    /// <summary>Two to four, in canonical order.</summary>
    public IReadOnlyList<TreatmentEntry> Treatments { get; }

    /// <summary>"Mesotherapy or PRP".</summary>
    public string Names => RunningText.StartUpperCase(RunningText.List([.. Treatments.Select(RunningText.ShortNameOf)], "or"));

    /// <summary>What brings the reader here; none where they have not said.</summary>
    public ConcernEntry? Concern { get; init; }

    /// <summary>The reader has hidden the column of no treatment. Never so where there is no such column.</summary>
    public bool WithoutBaseline { get; init => field = value && _baseline is not null && !ChoosesBaseline; }

    /// <summary>The questions that the reader has marked.</summary>
    public MarkedRows Marked { get; init; } = MarkedRows.None;

    /// <summary>The edition by its number; none leads to whichever is the present one.</summary>
    public int? EditionNumber { get; init; }

    /// <summary>The weeks until something that the reader has on, as they wrote them; only the whole comparison has any.</summary>
    public string? Weeks { get; init => field = Page == ComparisonPage.Whole ? value : null; }

    public ComparisonPage Page
    {
        get;
        init
        {
            field = value;
            if (value != ComparisonPage.Whole)
                Weeks = null;
        }
    }

    /// <summary>No treatment is one of the two that are compared.</summary>
    public bool ChoosesBaseline => Treatments[^1].Baseline;

    /// <summary>No treatment, where it stands beside the chosen ones as a column of its own.</summary>
    public TreatmentEntry? StandingBaseline => WithoutBaseline || ChoosesBaseline ? null : _baseline;

    /// <summary>The address without its query.</summary>
    public string Path => Root + Slugs + Page switch
    {
        ComparisonPage.Whole => "",
        ComparisonPage.Sheet => "/sheet",
        ComparisonPage.Standard => "/standard",
        _ => throw new InvalidOperationException($"No address for {Page}."),
    };

    /// <summary>The query in its one order; a form repeats it in hidden fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query
    {
        get
        {
            if (Concern is not null)
                yield return new(ConcernKey, Concern.Slug);
            if (WithoutBaseline)
                yield return new(WithoutKey, _baseline!.Slug);
            if (!Marked.IsEmpty)
                yield return new(RowsKey, Marked.ToString());
            if (EditionNumber is { } number)
                yield return new(EditionKey, number.ToString(CultureInfo.InvariantCulture));
            if (Weeks is not null)
                yield return new(WeeksKey, Weeks);
        }
    }

    /// <summary>The same page without anything that a reader has chosen beside the treatments: what search engines are told.</summary>
    public ComparisonAddress Plain => new(Treatments, _baseline) { EditionNumber = EditionNumber, Page = Page };

    /// <summary>The picker with these treatments in it; what outlives another choice of treatments goes along.</summary>
    public string ChangeAddress => Printed(PickerPath, Kept.Prepend(new(ChangeKey, Slugs)));

    /// <summary>What outlives another choice of treatments in a form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept => Query.Where(pair => pair.Key is ConcernKey or RowsKey);

    /// <summary>As it stands in the path.</summary>
    public string Slugs => string.Join(Between, Treatments.Select(treatment => treatment.Slug));

    /// <summary>
    /// The address of these treatments of <paramref name="edition"/>, named in any order. No treatment named beside two or more others is
    /// dropped: it stands there anyway.
    /// </summary>
    /// <exception cref="ArgumentException">There are not two to four different ones.</exception>
    public static ComparisonAddress Of(Edition edition, IEnumerable<TreatmentEntry> treatments)
    {
        TreatmentEntry[] chosen =
            [.. treatments.OrderBy(treatment => treatment.Baseline).ThenBy(treatment => treatment.Slug, StringComparer.Ordinal)];
        if (chosen is [_, _, .., { Baseline: true }])
            chosen = chosen[..^1];
        var different = chosen.DistinctBy(treatment => treatment.Slug).Count();
        if (chosen.Length is < FewestTreatments or > MostTreatments || different != chosen.Length)
            throw new ArgumentException(
                $"A comparison has {FewestTreatments} to {MostTreatments} different treatments.", nameof(treatments));
        return new(chosen, edition.Baseline);
    }

    /// <summary>Other treatments, and all else that the reader has chosen.</summary>
    /// <inheritdoc cref="Of"/>
    public ComparisonAddress Choosing(Edition edition, IEnumerable<TreatmentEntry> treatments) => Of(edition, treatments) with
    {
        Concern = Concern,
        WithoutBaseline = WithoutBaseline,
        Marked = Marked,
        EditionNumber = EditionNumber,
        Page = Page,
        Weeks = Weeks,
    };

    /// <summary>Reads an address in the edition that it asks for.</summary>
    /// <param name="edition">The one that the query names; the present one where it names none.</param>
    /// <param name="treatments">What stands in the path, decoded.</param>
    /// <param name="query">The values at a key of the query, decoded; empty where the key does not stand there.</param>
    /// <param name="page">Whose path it is.</param>
    public static AddressOutcome Parse(
        Edition edition, string treatments, Func<string, IReadOnlyList<string?>>? query = null,
        ComparisonPage page = ComparisonPage.Whole) =>
        new ComparisonAddressParser(edition, query ?? (_ => [])).Parse(treatments, page);

    /// <summary>The concern that the values of <see cref="ConcernKey"/> name; none where it is unknown, archived or not one.</summary>
    public static ConcernEntry? ConcernIn(Edition edition, IReadOnlyList<string?> values) =>
        values is not [{ } slug] ? null : SlugLookup.Concern(edition, slug) switch
        {
            SlugLookup<ConcernEntry>.Found found => found.Entry,
            SlugLookup<ConcernEntry>.Renamed renamed => renamed.Entry,
            _ => null,
        };

    /// <summary>
    /// The number that the values of <see cref="EditionKey"/> name; none where it is written in any but the one way, which would make a
    /// second address of one page.
    /// </summary>
    public static int? EditionNumberIn(IReadOnlyList<string?> values) =>
        values is [{ Length: > 0 } value] && value[0] != '0'
        && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The path of whatever somebody wrote where treatments should stand; it may lead to no comparison.</summary>
    public static string PathOf(string treatments) => Root + Uri.EscapeDataString(treatments);

    /// <summary>Whether a path leads to a page of a comparison.</summary>
    public static bool IsPath(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    public bool Equals(ComparisonAddress? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>From the root, with its query.</summary>
    public override string ToString() => Printed(Path, Query);

    // Commas stand between rows, and an address is easier to read with them as they are.
    private static string Printed(string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        var pairs = string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return pairs.Length == 0 ? path : $"{path}?{pairs.Replace("%2C", ",", StringComparison.Ordinal)}";
    }
}

/// <summary>The pages that a comparison has.</summary>
public enum ComparisonPage
{
    Whole,

    /// <summary>On one page of paper.</summary>
    Sheet,

    /// <summary>How it stands against the standard for decision aids, item by item.</summary>
    Standard,
}
