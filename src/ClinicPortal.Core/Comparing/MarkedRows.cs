using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// The questions that a reader has marked. Their rows come first, see <see cref="FirstQuestions"/>; it puts questions in order, never
/// options. They stand in the catalogue's order, so that one choice has one address whoever marked in which order.
/// </summary>
public sealed class MarkedRows
{
    private const char Between = ',';

    private readonly HashSet<string> _slugs;

    private MarkedRows(IReadOnlyList<CriterionEntry> criteria)
    {
        Criteria = criteria;
        _slugs = [.. criteria.Select(criterion => criterion.Slug)];
    }

    /// <summary>A reader who has marked nothing.</summary>
    public static MarkedRows None { get; } = new([]);

    /// <summary>In the catalogue's order.</summary>
    public IReadOnlyList<CriterionEntry> Criteria { get; }

    public bool IsEmpty => Criteria.Count == 0;

    /// <summary>Reads one list, or one value for each ticked box; what the edition does not ask is dropped.</summary>
    public static MarkedRows Of(Edition edition, IEnumerable<string?> values)
    {
        var named = values.OfType<string>().SelectMany(value => value.ToLowerInvariant().Split(Between)).ToHashSet();
        return named.Count == 0 ? None : new([.. edition.Criteria.Where(criterion => named.Contains(criterion.Slug))]);
    }

    public bool Contains(CriterionEntry criterion) => _slugs.Contains(criterion.Slug);

    /// <summary>The one spelling in an address.</summary>
    public override string ToString() => string.Join(Between, Criteria.Select(criterion => criterion.Slug));
}
