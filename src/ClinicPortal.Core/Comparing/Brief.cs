using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

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
