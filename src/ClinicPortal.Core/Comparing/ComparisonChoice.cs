using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// Which treatments a reader compares: two to four, in their canonical order (ordinal by slug, no treatment last), so that one
/// comparison has one address, <c>/compare/mesotherapy-vs-prp</c>. No treatment stands beside every comparison by itself; it is one of
/// the chosen only where a single other treatment is compared with it.
/// </summary>
public sealed class ComparisonChoice : IEquatable<ComparisonChoice>
{
    public const int Fewest = 2;
    public const int Most = 4;

    private const string Root = "/compare/";

    /// <summary>Stands between the slugs of an address.</summary>
    public const string Between = "-vs-";

    private ComparisonChoice(IReadOnlyList<TreatmentEntry> treatments, TreatmentEntry? baseline, bool withoutBaseline)
    {
        Treatments = treatments;
        Baseline = baseline;
        WithoutBaseline = withoutBaseline;
        Path = PathOf(treatments);
        Address = withoutBaseline ? $"{Path}?without={baseline!.Slug}" : Path;
    }

    /// <summary>Two to four, in canonical order.</summary>
    public IReadOnlyList<TreatmentEntry> Treatments { get; }

    /// <summary>The reader has hidden the column of no treatment. Never so where no treatment is one of the chosen.</summary>
    public bool WithoutBaseline { get; }

    /// <summary>No treatment is one of the two that are compared.</summary>
    public bool ChoosesBaseline => Treatments[^1].Baseline;

    /// <summary>The address without its query.</summary>
    public string Path { get; }

    /// <summary>The one address of this comparison, with its query.</summary>
    public string Address { get; }

    /// <summary>For the page's title: "Mesotherapy and PRP compared".</summary>
    public string Title => RunningText.StartUpperCase($"{RunningText.List([.. Treatments.Select(RunningText.ShortNameOf)], "and")} compared");

    /// <summary>No treatment, where it stands beside the chosen ones as a column of its own.</summary>
    internal TreatmentEntry? StandingBaseline => WithoutBaseline || ChoosesBaseline ? null : Baseline;

    private TreatmentEntry? Baseline { get; }

    /// <summary>
    /// The choice of these treatments of <paramref name="edition"/>, in any order. No treatment named beside two or more others is
    /// dropped; <paramref name="withoutBaseline"/> is forgotten where there is no such column to hide.
    /// </summary>
    /// <exception cref="ArgumentException">There are not two to four different ones.</exception>
    public static ComparisonChoice Of(Edition edition, IEnumerable<TreatmentEntry> treatments, bool withoutBaseline = false)
    {
        TreatmentEntry[] chosen =
            [.. treatments.OrderBy(treatment => treatment.Baseline).ThenBy(treatment => treatment.Slug, StringComparer.Ordinal)];
        if (chosen is [_, _, .., { Baseline: true }])
            chosen = chosen[..^1];
        if (chosen.Length is < Fewest or > Most || chosen.DistinctBy(treatment => treatment.Slug).Count() != chosen.Length)
            throw new ArgumentException($"A comparison has {Fewest} to {Most} different treatments.", nameof(treatments));
        return new(chosen, edition.Baseline, withoutBaseline && edition.Baseline is not null && !chosen[^1].Baseline);
    }

    /// <summary>
    /// Reads what stands after <c>/compare/</c> and in <c>?without=</c>. Everything that is not the canonical address of a comparison
    /// says why: see <see cref="ChoiceOutcome"/>, whose cases stand in the order in which they are looked for.
    /// </summary>
    public static ChoiceOutcome Parse(Edition edition, string options, string? without = null)
    {
        var named = new List<TreatmentEntry>();
        var unknown = new List<string>();
        var archived = new List<SlugLookup<TreatmentEntry>.Archived>();
        foreach (var slug in options.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries))
            switch (SlugLookup.Treatment(edition, slug))
            {
                case SlugLookup<TreatmentEntry>.Found found: named.Add(found.Entry); break;
                case SlugLookup<TreatmentEntry>.Renamed renamed: named.Add(renamed.Entry); break;
                case SlugLookup<TreatmentEntry>.Archived one: archived.Add(one); break;
                default: unknown.Add(slug); break;
            }

        var different = named.DistinctBy(treatment => treatment.Slug).ToList();
        if (unknown.Count > 0)
            return new ChoiceOutcome.Unknown([.. unknown.Distinct()], different);
        if (archived is [var first, ..])
            return new ChoiceOutcome.Archived(first.Entry, first.ReplacedBy, different);
        return Judge(edition, options, without, named, different);
    }

    private static ChoiceOutcome Judge(
        Edition edition, string options, string? without, List<TreatmentEntry> named, List<TreatmentEntry> different)
    {
        if (different.Count > 2)
        {
            named.RemoveAll(treatment => treatment.Baseline);
            different.RemoveAll(treatment => treatment.Baseline);
        }
        if (named.Count > different.Count)
        {
            var twice = named.GroupBy(treatment => treatment.Slug).First(same => same.Count() > 1).First();
            return new ChoiceOutcome.Twice(twice, [.. different.Where(treatment => treatment.Slug != twice.Slug)]);
        }
        if (different.Count < Fewest)
            return new ChoiceOutcome.TooFew(different);
        if (different.Count > Most)
            return new ChoiceOutcome.TooMany(different);

        var choice = Of(edition, different, HidesBaseline(edition, without));
        return choice.Path == Root + options && without == (choice.WithoutBaseline ? edition.Baseline!.Slug : null)
            ? new ChoiceOutcome.Chosen(choice)
            : new ChoiceOutcome.Moved(choice.Address);
    }

    private static bool HidesBaseline(Edition edition, string? without) =>
        without is not null && SlugLookup.Treatment(edition, without) switch
        {
            SlugLookup<TreatmentEntry>.Found found => found.Entry.Baseline,
            SlugLookup<TreatmentEntry>.Renamed renamed => renamed.Entry.Baseline,
            _ => false,
        };

    private static string PathOf(IEnumerable<TreatmentEntry> treatments) =>
        Root + string.Join(Between, treatments.Select(treatment => treatment.Slug));

    public bool Equals(ComparisonChoice? other) => other is not null && Address == other.Address;

    public override bool Equals(object? obj) => Equals(obj as ComparisonChoice);

    public override int GetHashCode() => Address.GetHashCode(StringComparison.Ordinal);
}
