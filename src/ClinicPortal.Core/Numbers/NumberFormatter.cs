using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Numbers;

/// <summary>
/// A number from studies in words. The software writes them, so that they say no more than the count and the certainty do.
/// </summary>
public static class NumberFormatter
{
    /// <summary>
    /// Gain and loss: "It happened in 26 of 100 women; in 74 it did not." A count that was rounded away is not called none, and one that
    /// was rounded up is not called all.
    /// </summary>
    public static string Of(OutcomeNumberEntry number, OutcomeArmEntry arm)
    {
        var denominator = number.Denominator!.Value;
        return arm.Count switch
        {
            0 when arm.Events > 0 => $"It happened in fewer than 1 of {Figure(denominator)} {number.Counted}.",
            0 => $"It happened in none of {Figure(denominator)} {number.Counted}.",
            { } count when count == denominator && arm.Events < arm.Total =>
                $"It happened in more than {Figure(count - 1)} of {Figure(denominator)} {number.Counted}.",
            { } count when count == denominator => $"It happened in all {Figure(denominator)} {number.Counted}.",
            _ => $"It happened in {Happened(arm)} of {Figure(denominator)} {number.Counted}; in {DidNot(arm, denominator)} it did not.",
        };
    }

    /// <summary>To how many: "26", "fewer than 1", "75 to 90".</summary>
    public static string Happened(OutcomeArmEntry arm) => arm switch
    {
        { Count: { } count } => Figure(count),
        { FewerThan: { } bound } => $"fewer than {Figure(bound)}",
        { Min: { } min, Max: { } max } => $"{Figure(min)} to {Figure(max)}",
        _ => throw new InvalidOperationException("An arm has a count, a bound or a range."),
    };

    /// <summary>And to how many it did not: "74", "more than 999", "10 to 25".</summary>
    public static string DidNot(OutcomeArmEntry arm, int denominator) => arm switch
    {
        { Count: { } count } => Figure(denominator - count),
        { FewerThan: { } bound } => $"more than {Figure(denominator - bound)}",
        { Min: { } min, Max: { } max } => $"{Figure(denominator - max)} to {Figure(denominator - min)}",
        _ => throw new InvalidOperationException("An arm has a count, a bound or a range."),
    };

    /// <summary>"44 of 120".</summary>
    public static string OutOf(int count, int total) => $"{Figure(count)} of {Figure(total)}";

    /// <summary>What the study counted: "44 of 120"; "as published" where it does not say.</summary>
    public static string Counted(OutcomeNumberEntry number, OutcomeArmEntry arm) => arm switch
    {
        { Events: { } events, Total: { } total } => OutOf(events, total),
        { Count: { } count } when number.Raw => OutOf(count, number.Denominator!.Value),
        _ => "as published",
    };

    /// <summary>
    /// "As published", where the source gives a rate and not the counts behind it; with names, where it does so for some arms only. None
    /// where all that was counted is there: of a real group the rate is the count.
    /// </summary>
    public static string? AsPublished(OutcomeNumberEntry number) => number.Raw || number.Denominator is null
        ? null
        : About("As published", number, arm => arm is { Events: not null, Total: not null });

    /// <summary>Why a number that has a rate is said in words only; none where every arm is drawn.</summary>
    public static string? NotDrawn(OutcomeNumberEntry number) =>
        number.Denominator is null || About("No picture shows this", number, arm => arm.Count is not null) is not { } words
            ? null
            : $"{words}, because the source gives no single figure.";

    /// <summary>What an icon of a real group stands for.</summary>
    public static string EachDot(OutcomeNumberEntry number) => number.Counted.ToString() == "people"
        ? "Each dot is one person."
        : $"Each dot is one of the {Figure(number.Denominator!.Value)} {number.Counted}.";

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
        Certainty.VeryLow => $"{RunningText.StartUpperCase(CertaintyLabels.VerbOf(Certainty.VeryLow))} that this is true of other people.",
        Certainty.Moderate => $"This is {CertaintyLabels.VerbOf(Certainty.Moderate)} true of similar people too.",
        Certainty.High => "We are sure that this is true of similar people too, though the exact figure can differ.",
        { } low => $"This {CertaintyLabels.VerbOf(low)} be true of similar people too.",
    };

    public static string Figure(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The words, with the names of the arms they are about unless they are about all; none where they are about none.</summary>
    private static string? About(string words, OutcomeNumberEntry number, Func<OutcomeArmEntry, bool> except)
    {
        var arms = number.Arms.Where(arm => !except(arm)).Select(arm => RunningText.StartLowerCase(arm.Label.ToString())).ToList();
        return arms.Count == 0 ? null : arms.Count == number.Arms.Count ? words : $"{words} for {RunningText.List(arms, "and")}";
    }
}
