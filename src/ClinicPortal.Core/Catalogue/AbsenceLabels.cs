namespace ClinicPortal.Core.Catalogue;

/// <summary>What a patient reads in a cell that holds nothing: the only place where these words stand.</summary>
public static class AbsenceLabels
{
    /// <summary>In a word, of whatever a safety hold hides.</summary>
    public const string Withheld = "Withheld";

    /// <summary>Of an answer that a safety hold hides.</summary>
    public const string WithheldAnswer = "Withheld for now: ask the clinic";

    /// <summary>Of hidden serious risks, and of whatever must not be judged without them.</summary>
    public const string WithheldRisk = "Withheld: ask before you decide";

    /// <summary>Of an answer that does not come back.</summary>
    public const string WithdrawnAnswer = "Withdrawn by the clinic: ask before you decide";

    /// <summary>No stated reason, or no cell at all, is "not yet reviewed".</summary>
    public static string Of(Absence? absence) => absence switch
    {
        Absence.NotKnown => "Not known",
        Absence.DoesNotApply => "Does not apply",
        Absence.NotYetReviewed or null => "Not yet reviewed",
        _ => throw new InvalidOperationException($"No words for {absence}."),
    };
}
