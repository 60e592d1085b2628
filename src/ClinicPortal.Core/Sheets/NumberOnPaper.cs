using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Sheets;

/// <summary>A number from a study in one sentence, for paper: "Redness, adults who had PRP, in the first days: 18 of 19 people (PRP)."</summary>
public static class NumberOnPaper
{
    public static string Of(OutcomeNumberEntry number)
    {
        var about = string.Join(", ", new[] { number.Outcome, number.Group, number.Time }.OfType<LocalText>().Select(text => text.ToString().TrimEnd('.')));
        return number.Denominator is not { } denominator
            ? $"{about}: {number.NoRate}"
            : $"{about}: {string.Join("; ", number.Arms.Select(arm => Arm(arm, denominator, number)))}.{Sure(number)}";
    }

    private static string Arm(OutcomeArmEntry arm, int denominator, OutcomeNumberEntry number) =>
        string.Create(CultureInfo.InvariantCulture, $"{arm.Count:#,0} of {denominator:#,0} {number.Counted} ({RunningText.StartLowerCase(arm.Label.ToString())})");

    private static string Sure(OutcomeNumberEntry number) => number.Certainty is { } certainty ? $" {CertaintyLabels.LabelOf(certainty)} certainty." : "";
}
