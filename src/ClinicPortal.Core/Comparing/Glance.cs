using ClinicPortal.Core.Catalogue;

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

/// <summary>
/// A cell in one line of plain text: the brief that an editor wrote, else the typed value in words, else the first sentence of the
/// text, else why there is nothing to read. Risks and reasons not to have it are never cut to their first sentence: "Infection." is not
/// the risks of an injection.
/// </summary>
public static class Brief
{
    public static string Of(CriterionEntry criterion, AnswerEntry? answer) => answer switch
    {
        { Brief: { } brief } => PlainText.Of(brief.ToString()),
        { Value: { } value } when ValueFormatter.Of(criterion, value) is { Length: > 0 } words => RunningText.StartUpperCase(words),
        { Text: { } text } when criterion.AlwaysShown => PlainText.Of(text.ToString()),
        { Text: { } text } => PlainText.FirstSentence(text.ToString()),
        _ => AbsenceLabels.Of(answer?.Absence),
    };
}
