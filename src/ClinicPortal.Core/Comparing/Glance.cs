namespace ClinicPortal.Core.Comparing;

/// <summary>One line of "at a glance": a row and its brief words, one for each column.</summary>
public sealed record GlanceRow(ComparisonRow Row, IReadOnlyList<string> Briefs)
{
    public static GlanceRow Of(ComparisonRow row) => new(row, [.. row.Cells.Select(cell => Brief.Of(row.Criterion, cell.Answer))]);
}

/// <summary>
/// Chooses the rows that a reader sees first. Editors give criteria a priority; one without never stands here. The criteria of priority
/// 1 and 2 (evidence and serious risks) always do, even where they are the same for all. The other places, six in all, go to rows that
/// differ, by priority, and then to rows that overlap, are partly unknown or not compared, again by priority; a row that is the same
/// never takes one, so there may be fewer than six. What was chosen is shown by priority.
/// </summary>
public static class Glance
{
    public const int MostRows = 6;

    /// <summary>Criteria up to this priority always stand at a glance.</summary>
    public const int AlwaysUpTo = 2;

    public static IReadOnlyList<GlanceRow> Of(IEnumerable<ComparisonRow> rows) =>
        [.. rows.Where(row => row.Criterion.Priority is not null && RankOf(row) is not null)
            .OrderBy(RankOf).ThenBy(row => row.Criterion.Priority)
            .Take(MostRows)
            .OrderBy(row => row.Criterion.Priority)
            .Select(GlanceRow.Of)];

    /// <summary>The lower, the sooner it is chosen; none is never chosen.</summary>
    internal static int? RankOf(ComparisonRow row) => row switch
    {
        { Criterion.Priority: <= AlwaysUpTo } => 0,
        { Agreement: Agreement.Differs } => 1,
        { Agreement: Agreement.Same } => null,
        _ => 2,
    };
}
