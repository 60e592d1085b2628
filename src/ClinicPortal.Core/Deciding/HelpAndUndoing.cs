using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Deciding;

/// <summary>One sentence of a cell or several that follow each other, word for word, and the row they stand in.</summary>
public sealed record QuotedSentence(string Words, CriterionEntry Criterion);

/// <summary>When to get help after one of the options, and whether it can be undone.</summary>
/// <param name="Treatment">The column.</param>
/// <param name="GetHelp">Empty where nobody has marked a sentence that tells it.</param>
/// <param name="Undo">The cell that answers it; none where nobody asks or nobody has answered.</param>
public sealed record OptionHelp(TreatmentEntry Treatment, IReadOnlyList<QuotedSentence> GetHelp, ComparisonCell? Undo);

/// <summary>
/// What staff have marked in the answers, quoted. It is not sorted by urgency: that would be a medical judgement.
/// </summary>
public static class HelpAndUndoing
{
    public static IReadOnlyList<OptionHelp> Of(Comparison comparison) =>
    [
        .. comparison.Columns.Select((column, index) => new OptionHelp(column,
            [
                .. from row in comparison.Rows
                   from words in GetHelpQuotes.Of(row.Cells[index].Answer?.GetHelp?.ToString())
                   select new QuotedSentence(words, row.Criterion),
            ],
            comparison.FindRow(CriterionRole.Reversible)?.Cells[index] is { EmptyBecause: null } cell ? cell : null)),
    ];
}
