using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// The rows of a comparison in two places, each row once. First and always in view stand the criteria of priority 1 and 2 (evidence and
/// serious risks) and what is always shown; what a reader marks never takes their place. Then come the reader's marked questions or, where
/// none is marked, those to which editors give the next priorities, until there are <see cref="Usual"/>. The others follow by group.
/// </summary>
/// <param name="First">In the order in which they are asked.</param>
/// <param name="Groups">The rest in the catalogue's order; a group of which nothing is left is left out.</param>
public sealed record FirstQuestions(IReadOnlyList<ComparisonRow> First, IReadOnlyList<ComparisonGroup> Groups)
{
    /// <summary>How many there are where the reader has marked nothing.</summary>
    public const int Usual = 5;

    /// <summary>Criteria up to this priority stand first whatever the reader marks.</summary>
    public const int AlwaysUpTo = 2;

    public int RestCount => Groups.Sum(group => group.Rows.Count);

    public static FirstQuestions Of(IReadOnlyList<ComparisonGroup> groups, MarkedRows marked)
    {
        var rows = groups.SelectMany(group => group.Rows).ToList();
        var always = rows.Where(row => IsAlwaysFirst(row.Criterion)).OrderBy(row => row.Criterion.Priority ?? int.MaxValue).ToList();
        var others = rows.Except(always);
        List<ComparisonRow> first =
        [
            .. always,
            .. marked.IsEmpty
                ? others.Where(row => row.Criterion.Priority is not null).OrderBy(row => row.Criterion.Priority)
                    .Take(Math.Max(0, Usual - always.Count))
                : others.Where(row => marked.Contains(row.Criterion)),
        ];
        return new(
            first,
            [
                .. groups.Select(group => group with { Rows = [.. group.Rows.Except(first)] }).Where(group => group.Rows.Count > 0),
            ]);
    }

    /// <summary>No benefit stands there without the risks, whatever a reader marks.</summary>
    public static bool IsAlwaysFirst(CriterionEntry criterion) => criterion.AlwaysShown || criterion.Priority <= AlwaysUpTo;
}
