using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Numbers;

namespace ClinicPortal.Core.Sheets;

/// <summary>
/// A number from a study in one sentence, for paper: "Redness, adults who had PRP, in the first days: 18 of 19 people (PRP)."
/// </summary>
public static class NumberOnPaper
{
    public static string Of(OutcomeNumberEntry number)
    {
        var about = string.Join(
            ", ", new[] { number.Outcome, number.Group, number.Time }.OfType<LocalText>().Select(text => text.ToString().TrimEnd('.')));
        return number.Denominator is not { } denominator
            ? $"{about}: {number.NoRate}"
            : $"{about}: {string.Join("; ", number.Arms.Select(arm => Arm(arm, denominator, number)))}.{Published(number)}{Sure(number)}";
    }

    private static string Arm(OutcomeArmEntry arm, int denominator, OutcomeNumberEntry number) =>
        $"{NumberFormatter.Happened(arm)} of {NumberFormatter.Figure(denominator)} {number.Counted} "
        + $"({RunningText.StartLowerCase(arm.Label.ToString())})";

    private static string Published(OutcomeNumberEntry number) =>
        NumberFormatter.AsPublished(number) is { } published ? $" {published}." : "";

    private static string Sure(OutcomeNumberEntry number) =>
        number.Certainty is { } certainty ? $" {CertaintyLabels.LabelOf(certainty)} certainty." : "";
}
