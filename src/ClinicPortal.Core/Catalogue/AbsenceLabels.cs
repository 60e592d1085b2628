namespace ClinicPortal.Core.Catalogue;

/// <summary>What a patient reads in a cell that holds nothing: the only place where these words stand.</summary>
public static class AbsenceLabels
{
    /// <summary>No stated reason, or no cell at all, is "not yet reviewed".</summary>
    public static string Of(Absence? absence) => absence switch
    {
        Absence.NotKnown => "Not known",
        Absence.DoesNotApply => "Does not apply",
        Absence.NotYetReviewed or null => "Not yet reviewed",
        _ => throw new InvalidOperationException($"No words for {absence}."),
    };
}
