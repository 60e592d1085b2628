namespace ClinicPortal.Core.Catalogue;

/// <summary>How a certainty is named, and the verb that a sentence with that certainty uses.</summary>
public static class CertaintyLabels
{
    public static string LabelOf(Certainty certainty) => certainty switch
    {
        Certainty.High => "High",
        Certainty.Moderate => "Moderate",
        Certainty.Low => "Low",
        Certainty.VeryLow => "Very low",
        _ => throw new InvalidOperationException($"No words for {certainty}."),
    };

    public static string VerbOf(Certainty certainty) => certainty switch
    {
        Certainty.High => "does",
        Certainty.Moderate => "probably",
        Certainty.Low => "may",
        Certainty.VeryLow => "we are not sure",
        _ => throw new InvalidOperationException($"No words for {certainty}."),
    };
}

/// <summary>What is known about one treatment and one concern in a short phrase, whose verb follows the certainty.</summary>
public static class EvidencePhrase
{
    /// <summary>None, or studied without a stated certainty, is "not yet reviewed".</summary>
    public static string Of(ConcernEvidenceEntry? evidence) => evidence switch
    {
        { Offer: ConcernOffer.NotUsual } => "Not usually offered for this",
        { Offer: ConcernOffer.WithoutResearch } => "Offered, but with little or no controlled research",
        { Certainty: Certainty.VeryLow } => "We are not sure it helps",
        { Direction: EvidenceDirection.Mixed, Certainty: not null } => "Studies disagree on whether it helps",
        { Direction: EvidenceDirection.LittleOrNoDifference, Certainty: { } certainty } => certainty switch
        {
            Certainty.High => "Makes little or no difference",
            Certainty.Moderate => "Probably makes little or no difference",
            _ => "May make little or no difference",
        },
        { Certainty: { } certainty } => certainty switch
        {
            Certainty.High => "Does help",
            Certainty.Moderate => "Probably helps",
            _ => "May help",
        },
        _ => AbsenceLabels.Of(null),
    };
}
