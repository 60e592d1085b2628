using ClinicPortal.Core.Deciding;

namespace ClinicPortal.Core.Comparing;

/// <summary>Questions that a decision aid must answer, by the slug under which a clinic asks them; docs/decision-aid.md explains each.</summary>
public static class AidCriteria
{
    public const string What = "what";
    public const string Process = "process";
    public const string Pain = "pain";
    public const string Downtime = "downtime";
    public const string CommonEffects = "common-effects";

    /// <summary>Is also read for those of a reader's conditions that a risk may meet, see <see cref="ReadersCondition.MeetsRisk"/>.</summary>
    public const string SeriousRisks = "serious-risks";

    /// <summary>Who should not have it, or should tell the clinic first.</summary>
    public const string NotSuitable = "not-suitable";

    public const string Aftercare = "aftercare";
    public const string Reversible = "reversible";

    /// <summary>Mood and daily life. The sample clinic does not ask it, because its reference holds no answer.</summary>
    public const string DailyLife = "daily-life";
}
