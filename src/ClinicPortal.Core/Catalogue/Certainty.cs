namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// How sure the evidence makes us, in GRADE's four steps. The verb a patient reads follows it (Santesso et al., J Clin Epidemiol
/// 2020;119:126-135): high "does", moderate "probably", low "may", very low "we are not sure".
/// </summary>
public enum Certainty
{
    VeryLow = 1,
    Low = 2,
    Moderate = 3,
    High = 4,
}

/// <summary>Which way the evidence points for a treatment and a concern.</summary>
public enum EvidenceDirection
{
    Improves,
    LittleOrNoDifference,
    Mixed,
}

/// <summary>Whether clinics use a treatment for a concern at all, and whether anyone has studied it.</summary>
public enum ConcernOffer
{
    /// <summary>Not usually offered for this concern.</summary>
    NotUsual,

    /// <summary>Offered by clinics, but with little or no controlled research.</summary>
    WithoutResearch,

    /// <summary>Offered, and studied; a certainty stands beside it.</summary>
    Studied,
}
