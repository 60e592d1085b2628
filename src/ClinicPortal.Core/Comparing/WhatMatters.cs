using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// The questions that a reader has marked. Their rows come first and the others fold away; it puts questions in order, never options.
/// It lives in the address alone, in the catalogue's order, so that one choice has one address whoever marked in which order.
/// </summary>
public sealed class WhatMatters
{
    /// <summary>The query key.</summary>
    public const string Key = "rows";

    private const char Between = ',';

    private readonly HashSet<string> _marked;

    private WhatMatters(IReadOnlyList<CriterionEntry> criteria)
    {
        Criteria = criteria;
        _marked = [.. criteria.Select(criterion => criterion.Slug)];
        Spelled = criteria.Count == 0 ? null : string.Join(Between, criteria.Select(criterion => criterion.Slug));
    }

    /// <summary>A reader who has marked nothing.</summary>
    public static WhatMatters Nothing { get; } = new([]);

    /// <summary>In the catalogue's order.</summary>
    public IReadOnlyList<CriterionEntry> Criteria { get; }

    public bool IsEmpty => Criteria.Count == 0;

    /// <summary>The one spelling in an address; none, if nothing is marked.</summary>
    public string? Spelled { get; }

    /// <summary>Reads the values of <see cref="Key"/>, one list or one value for each ticked box; what the edition does not ask is dropped.</summary>
    public static WhatMatters Read(Edition edition, IEnumerable<string?> values)
    {
        var named = values.OfType<string>().SelectMany(value => value.ToLowerInvariant().Split(Between)).ToHashSet();
        return named.Count == 0 ? Nothing : new([.. edition.Criteria.Where(criterion => named.Contains(criterion.Slug))]);
    }

    /// <summary>Whether an address that holds these values is the one address of the choice.</summary>
    public bool IsSpelled(IReadOnlyList<string?> values) => values switch
    {
        [] => IsEmpty,
        [var only] => !IsEmpty && only == Spelled,
        _ => false,
    };

    /// <summary>The address with the choice in it.</summary>
    public string AddressIn(string address) =>
        IsEmpty ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Key}={Spelled}";

    public bool Marks(CriterionEntry criterion) => _marked.Contains(criterion.Slug);

    /// <summary>Every row of the groups once, in three places.</summary>
    public ArrangedRows Arrange(IReadOnlyList<ComparisonGroup> groups)
    {
        var unmarked = groups.SelectMany(group => group.Rows).Where(row => !Marks(row.Criterion));
        return new(
            [.. groups.SelectMany(group => group.Rows).Where(row => Marks(row.Criterion))],
            [.. unmarked.Where(row => row.Criterion.AlwaysShown)],
            [
                .. groups
                    .Select(group => group with { Rows = [.. group.Rows.Where(row => !Marks(row.Criterion) && !row.Criterion.AlwaysShown)] })
                    .Where(group => group.Rows.Count > 0),
            ]);
    }
}

/// <summary>The rows of a comparison as a reader wants them, each once and in the catalogue's order.</summary>
/// <param name="Marked">Come first.</param>
/// <param name="AlwaysShown">Risks and reasons not to have it that the reader has not marked: they never fold away.</param>
/// <param name="Folded">The rest.</param>
public sealed record ArrangedRows(IReadOnlyList<ComparisonRow> Marked, IReadOnlyList<ComparisonRow> AlwaysShown, IReadOnlyList<ComparisonGroup> Folded)
{
    public int FoldedCount => Folded.Sum(group => group.Rows.Count);
}
