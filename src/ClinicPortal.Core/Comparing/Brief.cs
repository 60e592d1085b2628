using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Comparing;

/// <summary>A row with its brief words, one line for each column.</summary>
public sealed record BriefRow(ComparisonRow Row, IReadOnlyList<BriefCell> Cells)
{
    public IReadOnlyList<string> Briefs => [.. Cells.Select(cell => cell.Words)];
}

/// <summary>A cell in brief words, with what they rest on.</summary>
/// <param name="Words">One line of plain text.</param>
/// <param name="Sources">Their keys.</param>
/// <param name="ToBeConfirmed">A clinician has still to confirm it.</param>
public sealed record BriefCell(string Words, IReadOnlyList<string> Sources, bool ToBeConfirmed);

/// <summary>
/// A cell in one line of plain text: the brief that an editor wrote, else the typed value in words, else the first sentence of the
/// text, else why there is nothing to read. Risks and reasons not to have it are never cut to their first sentence: "Infection." is not
/// the risks of an injection.
/// </summary>
public static class Brief
{
    /// <summary>A price is that of one session, and says so.</summary>
    public static string Of(Edition edition, CriterionEntry criterion, AnswerEntry? answer) =>
        criterion.Role == CriterionRole.Cost
            && answer is { Brief: null, Value: { } value }
            && value.Parts.All(part => part.Min > 0 || part.Max > 0)
            && edition.FindCriterion(CriterionRole.Sessions)?.Unit is { } unit
            ? $"{Of(criterion, answer)} a {unit.One}"
            : Of(criterion, answer);

    public static string Of(CriterionEntry criterion, AnswerEntry? answer) => answer switch
    {
        { Brief: { } brief } => PlainText.Of(brief.ToString()),
        { Value: { } value } when ValueFormatter.Of(criterion, value) is { Length: > 0 } words => RunningText.StartUpperCase(words),
        { Text: { } text } when criterion.AlwaysShown => PlainText.Of(text.ToString()),
        { Text: { } text } => PlainText.FirstSentence(text.ToString()),
        _ => AbsenceLabels.Of(answer?.Absence),
    };
}

/// <summary>What studies show of one treatment in a line or two, from how sure we are of each concern and from nothing else.</summary>
public static class EvidenceBrief
{
    private const int MostNamed = 2;

    /// <summary>For one concern: what is known of it and its note.</summary>
    public static string Of(ConcernEvidenceEntry? evidence) =>
        $"{EvidencePhrase.Of(evidence)}.{(evidence?.Note is { } note ? $" {PlainText.Of(note.ToString())}" : "")}";

    /// <summary>
    /// "May help: pattern hair loss. Not sure: 5 other concerns." What is surest comes first; what it is not offered for is
    /// left out, and more than two concerns are counted.
    /// </summary>
    public static string Of(IEnumerable<(ConcernEntry Concern, ConcernEvidenceEntry? Evidence)> concerns) => string.Join(' ',
        concerns.Where(one => one.Evidence is not { Offer: ConcernOffer.NotUsual })
            .GroupBy(one => EvidencePhrase.ShortOf(one.Evidence))
            .OrderByDescending(alike => alike.Max(one => (int)(one.Evidence?.Certainty ?? 0)))
            .Select((alike, at) => $"{alike.Key}: {Names([.. alike.Select(one => RunningText.NameOf(one.Concern))], at == 0)}."));

    private static string Names(List<string> concerns, bool isFirst) =>
        concerns.Count > MostNamed ? $"{concerns.Count} {(isFirst ? "" : "other ")}concerns" : string.Join(", ", concerns);
}
