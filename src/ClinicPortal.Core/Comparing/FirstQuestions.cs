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
        var first = UsualOf(rows, row => row.Criterion);
        if (!marked.IsEmpty)
        {
            var always = AlwaysOf(rows, row => row.Criterion);
            first = [.. always, .. rows.Except(always).Where(row => marked.Contains(row.Criterion))];
        }
        return new(
            first,
            [
                .. groups.Select(group => group with { Rows = [.. group.Rows.Except(first)] }).Where(group => group.Rows.Count > 0),
            ]);
    }

    /// <summary>Those of a catalogue's criteria that come first where the reader has marked nothing.</summary>
    public static IReadOnlyList<CriterionEntry> UsualOf(IEnumerable<CriterionEntry> criteria) => UsualOf([.. criteria], one => one);

    /// <summary>No benefit stands there without the risks, whatever a reader marks.</summary>
    public static bool IsAlwaysFirst(CriterionEntry criterion) => criterion.AlwaysShown || criterion.Priority <= AlwaysUpTo;

    private static List<T> UsualOf<T>(IReadOnlyList<T> rows, Func<T, CriterionEntry> criterion)
    {
        var always = AlwaysOf(rows, criterion);
        return
        [
            .. always,
            .. rows.Except(always).Where(row => criterion(row).Priority is not null).OrderBy(row => criterion(row).Priority)
                .Take(Math.Max(0, Usual - always.Count)),
        ];
    }

    private static List<T> AlwaysOf<T>(IReadOnlyList<T> rows, Func<T, CriterionEntry> criterion) =>
        [.. rows.Where(row => IsAlwaysFirst(criterion(row))).OrderBy(row => criterion(row).Priority ?? int.MaxValue)];
}
