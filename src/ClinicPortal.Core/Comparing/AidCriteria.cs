namespace ClinicPortal.Core.Comparing;

/// <summary>Questions that a decision aid must answer, by the slug under which a clinic asks them; docs/decision-aid.md explains each.</summary>
public static class AidCriteria
{
    public const string What = "what";
    public const string Process = "process";
    public const string Pain = "pain";
    public const string Downtime = "downtime";
    public const string CommonEffects = "common-effects";
    public const string SeriousRisks = "serious-risks";
    public const string NotSuitable = "not-suitable";
    public const string Aftercare = "aftercare";
    public const string Reversible = "reversible";

    /// <summary>Mood and daily life. The sample clinic does not ask it, because its reference holds no answer.</summary>
    public const string DailyLife = "daily-life";
}
