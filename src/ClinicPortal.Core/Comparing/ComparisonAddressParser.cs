using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// Reads the address of a comparison; see <see cref="AddressOutcome"/>, whose cases stand in the order in which they are looked for.
/// </summary>
internal sealed class ComparisonAddressParser(Edition edition, Func<string, IReadOnlyList<string?>> query)
{
    // The weeks stand in the address as somebody wrote them: a page that tells what is wrong with them has to show them again.
    private static readonly string[] KeysOfOneSpelling =
        [ComparisonAddress.ConcernKey, ComparisonAddress.WithoutKey, ComparisonAddress.RowsKey, ComparisonAddress.EditionKey];

    private bool NamesEdition => query(ComparisonAddress.EditionKey).Count > 0;

    public AddressOutcome Parse(string treatments, ComparisonPage page)
    {
        if (NamesEdition && ComparisonAddress.EditionNumberIn(query(ComparisonAddress.EditionKey)) != edition.Number)
            return new AddressOutcome.UnknownEdition();

        var named = new List<TreatmentEntry>();
        var unknown = new List<string>();
        var archived = new List<SlugLookup<TreatmentEntry>.Archived>();
        foreach (var slug in treatments.ToLowerInvariant().Split(ComparisonAddress.Between, StringSplitOptions.RemoveEmptyEntries))
            switch (SlugLookup.Treatment(edition, slug))
            {
                case SlugLookup<TreatmentEntry>.Found found: named.Add(found.Entry); break;
                case SlugLookup<TreatmentEntry>.Renamed renamed: named.Add(renamed.Entry); break;
                case SlugLookup<TreatmentEntry>.Archived one: archived.Add(one); break;
                default: unknown.Add(slug); break;
            }

        var different = named.DistinctBy(treatment => treatment.Slug).ToList();
        return unknown.Count > 0 ? new AddressOutcome.Unknown([.. unknown.Distinct()], different)
            : archived is [var first, ..] ? new AddressOutcome.Archived(first.Entry, first.ReplacedBy, different)
            : ProblemIn(named, different) ?? Judge(AddressOf(different, page), treatments);
    }

    private static AddressOutcome? ProblemIn(List<TreatmentEntry> named, List<TreatmentEntry> different)
    {
        if (different.Count > 2)
        {
            named.RemoveAll(treatment => treatment.Baseline);
            different.RemoveAll(treatment => treatment.Baseline);
        }
        if (named.Count > different.Count)
        {
            var twice = named.GroupBy(treatment => treatment.Slug).First(same => same.Count() > 1).First();
            return new AddressOutcome.Twice(twice, [.. different.Where(treatment => treatment.Slug != twice.Slug)]);
        }
        return different.Count switch
        {
            < ComparisonAddress.FewestTreatments => new AddressOutcome.TooFew(different),
            > ComparisonAddress.MostTreatments => new AddressOutcome.TooMany(different),
            _ => null,
        };
    }

    private ComparisonAddress AddressOf(IEnumerable<TreatmentEntry> treatments, ComparisonPage page) =>
        ComparisonAddress.Of(edition, treatments) with
        {
            Concern = ComparisonAddress.ConcernIn(edition, query(ComparisonAddress.ConcernKey)),
            WithoutBaseline = query(ComparisonAddress.WithoutKey).OfType<string>().Any(NamesBaseline),
            Marked = MarkedRows.Of(edition, query(ComparisonAddress.RowsKey)),
            EditionNumber = NamesEdition ? edition.Number : null,
            Weeks = query(ComparisonAddress.WeeksKey) is { Count: > 0 } weeks ? string.Join(',', weeks) : null,
            Page = page,
        };

    private AddressOutcome Judge(ComparisonAddress address, string treatments)
    {
        var spelled = address.Query.ToLookup(pair => pair.Key, pair => pair.Value);
        return treatments == address.Slugs && KeysOfOneSpelling.All(key => query(key).SequenceEqual(spelled[key]))
            ? new AddressOutcome.Chosen(address)
            : new AddressOutcome.Moved(address);
    }

    private bool NamesBaseline(string slug) => SlugLookup.Treatment(edition, slug) switch
    {
        SlugLookup<TreatmentEntry>.Found found => found.Entry.Baseline,
        SlugLookup<TreatmentEntry>.Renamed renamed => renamed.Entry.Baseline,
        _ => false,
    };
}

/// <summary>What somebody's address of a comparison leads to.</summary>
public abstract record AddressOutcome
{
    private AddressOutcome() { }

    /// <summary>The one address of the comparison that it means; none where it means none.</summary>
    public ComparisonAddress? Meant => this switch
    {
        Chosen chosen => chosen.Address,
        Moved moved => moved.Address,
        _ => null,
    };

    /// <summary>The edition that it names does not exist, or its number is written in a way that no address of ours is.</summary>
    public sealed record UnknownEdition : AddressOutcome;

    /// <summary>At least one slug means nothing here; <paramref name="Known"/> are the treatments that the others mean.</summary>
    public sealed record Unknown(IReadOnlyList<string> UnknownSlugs, IReadOnlyList<TreatmentEntry> Known) : AddressOutcome;

    /// <summary>One treatment has left the catalogue; the reader decides whether its replacement will do.</summary>
    public sealed record Archived(TreatmentEntry Treatment, TreatmentEntry? ReplacedBy, IReadOnlyList<TreatmentEntry> Others)
        : AddressOutcome;

    /// <summary>One treatment is named twice, perhaps under a former slug.</summary>
    public sealed record Twice(TreatmentEntry Treatment, IReadOnlyList<TreatmentEntry> Others) : AddressOutcome;

    public sealed record TooFew(IReadOnlyList<TreatmentEntry> Known) : AddressOutcome;

    public sealed record TooMany(IReadOnlyList<TreatmentEntry> Treatments) : AddressOutcome;

    /// <summary>
    /// It is another spelling of <paramref name="Address"/>: other order, upper case, a former slug, no treatment named where it stands
    /// anyway, a concern that patients do not read, or anything else that has no effect.
    /// </summary>
    public sealed record Moved(ComparisonAddress Address) : AddressOutcome;

    /// <summary>It is the one address of a comparison.</summary>
    public sealed record Chosen(ComparisonAddress Address) : AddressOutcome;
}
