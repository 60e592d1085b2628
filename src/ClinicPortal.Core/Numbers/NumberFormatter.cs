using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Numbers;

/// <summary>A number from studies in words. The software writes them, so that they say no more than the count and the certainty do.</summary>
public static class NumberFormatter
{
    /// <summary>
    /// Gain and loss: "It happened in 26 of 100 women; in 74 it did not." A count that was rounded away is not called none, and one that
    /// was rounded up is not called all.
    /// </summary>
    public static string Of(OutcomeNumberEntry number, OutcomeArmEntry arm)
    {
        var (count, denominator) = (arm.Count, number.Denominator!.Value);
        return count switch
        {
            0 when arm.Events > 0 => $"It happened in fewer than 1 of {Figure(denominator)} {number.Counted}.",
            0 => $"It happened in none of {Figure(denominator)} {number.Counted}.",
            _ when count == denominator && arm.Events < arm.Total =>
                $"It happened in more than {Figure(count - 1)} of {Figure(denominator)} {number.Counted}.",
            _ when count == denominator => $"It happened in all {Figure(denominator)} {number.Counted}.",
            _ => $"It happened in {Figure(count)} of {Figure(denominator)} {number.Counted}; in {Figure(denominator - count)} it did not.",
        };
    }

    /// <summary>"Women with pattern hair loss, in 6 trials; by the end of the study".</summary>
    public static string Among(OutcomeNumberEntry number) =>
        RunningText.StartUpperCase(number.Group.ToString()) + (number.Time is { } time ? $"; {time}" : "");

    /// <summary>All that a picture says, for those who do not see it.</summary>
    public static string Name(OutcomeNumberEntry number, OutcomeArmEntry arm) =>
        $"{number.Outcome}. {arm.Label}: {RunningText.StartLowerCase(Of(number, arm))} {Among(number)}.";

    /// <summary>How far the number holds beyond its study; the verb follows the certainty.</summary>
    public static string HowSure(Certainty? certainty) => certainty switch
    {
        null => "How sure we are of this has not yet been reviewed.",
        Certainty.VeryLow => $"{RunningText.StartUpperCase(CertaintyLabels.VerbOf(Certainty.VeryLow))} that this holds for others.",
        Certainty.Moderate => $"This {CertaintyLabels.VerbOf(Certainty.Moderate)} holds for others like these.",
        { } sure => $"This {CertaintyLabels.VerbOf(sure)} hold for others like these.",
    };

    public static string Figure(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
