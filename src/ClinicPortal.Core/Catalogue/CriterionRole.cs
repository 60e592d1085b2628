namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// What the portal takes a criterion for. A feature finds the question that it rests on by this and never by its slug, so that a clinic may
/// name its questions as it likes. At most one criterion in use has each role.
/// </summary>
public enum CriterionRole
{
    What,
    Process,

    /// <summary>How often: with the next five, what a course is worked out from.</summary>
    Sessions,
    Interval,
    SessionTime,

    /// <summary>Until whoever had it is as before, or nothing of it shows any more.</summary>
    Downtime,
    Onset,

    /// <summary>How long a result lasts.</summary>
    Duration,
    Cost,
    Pain,
    CommonEffects,
    SeriousRisks,

    /// <summary>Who should not have it, or should tell the clinic first.</summary>
    NotSuitable,
    Aftercare,
    Reversible,

    /// <summary>Mood and daily life.</summary>
    DailyLife,

    /// <summary>Where and for what it is used: an answer may name any concern.</summary>
    Areas,

    /// <summary>What it is used together with: an answer may name other treatments.</summary>
    Combination,

    /// <summary>
    /// What studies show. How sure we are of each concern stands with it, and a count of people who got better belongs to it.
    /// </summary>
    Evidence,
}

public static class CriterionRoles
{
    /// <summary>As it stands inside a sentence: "how long a result lasts".</summary>
    public static string NameOf(CriterionRole role) => role switch
    {
        CriterionRole.What => "what it is",
        CriterionRole.Process => "what happens in a session",
        CriterionRole.Sessions => "how many sessions it takes",
        CriterionRole.Interval => "how far apart the sessions are",
        CriterionRole.SessionTime => "how long a session takes",
        CriterionRole.Downtime => "how long it takes to recover",
        CriterionRole.Onset => "how soon a change might be seen",
        CriterionRole.Duration => "how long a result lasts",
        CriterionRole.Cost => "what it costs",
        CriterionRole.Pain => "how much it hurts",
        CriterionRole.CommonEffects => "common side effects",
        CriterionRole.SeriousRisks => "serious risks",
        CriterionRole.NotSuitable => "who should not have it",
        CriterionRole.Aftercare => "what to do afterwards",
        CriterionRole.Reversible => "whether it can be undone",
        CriterionRole.DailyLife => "what it means for mood and daily life",
        CriterionRole.Areas => "what it is used for",
        CriterionRole.Combination => "what it is combined with",
        CriterionRole.Evidence => "what studies show",
        _ => throw new InvalidOperationException($"No words for {role}."),
    };

    /// <summary>How a criterion with this role is answered if it is measured; none where any answer will do.</summary>
    public static ValueKind? KindOf(CriterionRole role) => role switch
    {
        CriterionRole.Sessions => ValueKind.Count,
        CriterionRole.Interval or CriterionRole.SessionTime or CriterionRole.Downtime or CriterionRole.Onset or CriterionRole.Duration =>
            ValueKind.Duration,
        CriterionRole.Cost => ValueKind.MoneyBand,
        _ => null,
    };

    /// <summary>Whether an answer speaks of other treatments and concerns by its nature, and not of its own treatment alone.</summary>
    public static bool SpeaksOfOthers(CriterionRole? role) => role is CriterionRole.Areas or CriterionRole.Combination;

    /// <summary>Whether answers tell, among other things, when to get help.</summary>
    public static bool TellsWhenToGetHelp(CriterionRole? role) => role is CriterionRole.SeriousRisks or CriterionRole.Aftercare;
}
