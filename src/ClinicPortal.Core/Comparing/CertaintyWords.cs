using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>The words that follow a certainty; nobody writes the verb by hand.</summary>
public static class CertaintyWords
{
    public static string Label(Certainty certainty) => certainty switch
    {
        Certainty.High => "High",
        Certainty.Moderate => "Moderate",
        Certainty.Low => "Low",
        Certainty.VeryLow => "Very low",
        _ => throw new InvalidOperationException($"No label for {certainty}."),
    };

    public static string Verb(Certainty certainty) => certainty switch
    {
        Certainty.High => "does",
        Certainty.Moderate => "probably",
        Certainty.Low => "may",
        Certainty.VeryLow => "we are not sure",
        _ => throw new InvalidOperationException($"No verb for {certainty}."),
    };
}

/// <summary>What is known of one treatment for one concern, as a short sentence without its full stop.</summary>
public static class EvidenceWords
{
    public static string Of(ConcernEvidenceEntry evidence) => evidence.Offer switch
    {
        ConcernOffer.NotUsual => "Not usually offered for this",
        ConcernOffer.WithoutResearch => "Offered by clinics, with little or no controlled research",
        ConcernOffer.Studied => Studied(evidence.Certainty, evidence.Direction),
        _ => throw new InvalidOperationException($"No wording for {evidence.Offer}."),
    };

    private static string Studied(Certainty? certainty, EvidenceDirection? direction) => (certainty, direction) switch
    {
        (null, _) => "Studied; how sure that makes us is not yet written",
        (Certainty.VeryLow, _) => "We are not sure whether it helps",
        (Certainty.Low, EvidenceDirection.LittleOrNoDifference) => "May make little or no difference",
        (Certainty.Moderate, EvidenceDirection.LittleOrNoDifference) => "Probably makes little or no difference",
        (Certainty.High, EvidenceDirection.LittleOrNoDifference) => "Makes little or no difference",
        (_, EvidenceDirection.Mixed) => "Studies do not agree",
        (Certainty.Low, _) => "May help",
        (Certainty.Moderate, _) => "Probably helps",
        (Certainty.High, _) => "Does help",
        _ => throw new InvalidOperationException($"No wording for {certainty} and {direction}."),
    };
}
