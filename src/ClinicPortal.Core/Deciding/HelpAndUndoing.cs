using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Deciding;

/// <summary>One sentence of a cell or several that follow each other, word for word, and the row they stand in.</summary>
public sealed record QuotedSentence(string Words, CriterionEntry Criterion);

/// <summary>When to get help after one of the options, and whether it can be undone.</summary>
/// <param name="Treatment">The column.</param>
/// <param name="GetHelp">Empty where the cells say nothing about it.</param>
/// <param name="Undo">The cell that answers it; none where nobody asks or nobody has answered.</param>
public sealed record OptionHelp(TreatmentEntry Treatment, IReadOnlyList<QuotedSentence> GetHelp, ComparisonCell? Undo);

/// <summary>
/// The store has no field for when to get help, so sentences are quoted from the rows on serious risks and aftercare that send the reader to
/// somebody. They are not sorted by urgency: that would be a medical judgement.
/// </summary>
public static partial class HelpAndUndoing
{
    private static readonly string[] From = [AidCriteria.SeriousRisks, AidCriteria.Aftercare];

    public static IReadOnlyList<OptionHelp> Of(Comparison comparison) =>
    [
        .. comparison.Columns.Select((column, index) => new OptionHelp(column,
            [
                .. from row in comparison.Rows
                   where From.Contains(row.Criterion.Slug) && row.Cells[index].Answer?.Text is not null
                   from words in QuotesFrom(row.Cells[index].Answer!.Text!)
                   select new QuotedSentence(words, row.Criterion),
            ],
            comparison.FindRow(AidCriteria.Reversible)?.Cells[index] is { EmptyBecause: null } cell ? cell : null)),
    ];

    // "Do not wait if ... See a doctor." is one quotation, and so keeps its sense.
    private static List<string> QuotesFrom(LocalText text)
    {
        var (quotes, follows) = (new List<string>(), false);
        foreach (var sentence in PlainText.Sentences(text.ToString()))
        {
            var sends = SendsToHelp().IsMatch(sentence);
            if (sends && follows)
                quotes[^1] += $" {sentence}";
            else if (sends)
                quotes.Add(sentence);
            follows = sends;
        }
        return quotes;
    }

    [GeneratedRegex(
        @"\b(get help|go for help|ask for help|call (the clinic|us|a doctor|an ambulance|your)|come back if|needs? a check|emergency|see a (doctor|nurse)|do not wait)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SendsToHelp();
}
