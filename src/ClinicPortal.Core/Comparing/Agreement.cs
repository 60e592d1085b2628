namespace ClinicPortal.Core.Comparing;

/// <summary>
/// How far the chosen treatments agree in one row of a comparison. No treatment, where it only stands beside them, has no say.
/// </summary>
public enum Agreement
{
    /// <summary>
    /// Known to be the same for all: both ends of every range match, or an editor has said so. Only such a row may be hidden.
    /// </summary>
    Same,

    /// <summary>Neither the same nor clearly different: ranges that share at least one point.</summary>
    Overlaps,

    /// <summary>
    /// At least two are known to differ: their ranges share no point, or the question applies to one and not to the other.
    /// </summary>
    Differs,

    /// <summary>
    /// At least one answer is missing, not known or not yet reviewed. Never a difference: a gap says nothing about a treatment.
    /// </summary>
    PartlyUnknown,

    /// <summary>
    /// Nobody has judged it: prose without an editor's word on every pair, an answer without its value, or a single treatment.
    /// </summary>
    NotCompared,
}
