namespace ClinicPortal.Core.Catalogue;

/// <summary>How a certainty is named and chosen, and the verb that a sentence with that certainty uses.</summary>
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

    /// <summary>As it is chosen, whatever the studies found: "Low: perhaps".</summary>
    public static string ChoiceOf(Certainty certainty) => $"{LabelOf(certainty)}: " + certainty switch
    {
        Certainty.High => "we are sure",
        Certainty.Low => "perhaps",
        _ => VerbOf(certainty),
    };
}

/// <summary>What is known about one treatment and one concern in a short phrase, whose verb follows the certainty.</summary>
public static class EvidencePhrase
{
    /// <summary>
    /// None, or studied without a stated certainty, is "not yet reviewed". What it was compared with is said only where the entry names it;
    /// the rest is said once for all of them, by <see cref="ComparedWith"/>.
    /// </summary>
    public static string Of(ConcernEvidenceEntry? evidence) =>
        evidence is { Offer: ConcernOffer.Studied, Certainty: not null, Comparator: { } comparator }
            ? $"{VerdictOf(evidence)}, compared with {RunningText.StartLowerCase(comparator.ToString().Trim().TrimEnd('.'))}"
            : VerdictOf(evidence);

    /// <summary>In two or three words, for a table with little room whose caption says what it is about.</summary>
    public static string ShortOf(ConcernEvidenceEntry? evidence) => evidence switch
    {
        { IsWithheld: true } => AbsenceLabels.Withheld,
        { Offer: ConcernOffer.NotUsual } => "Not usually offered",
        { Offer: ConcernOffer.WithoutResearch } => "Hardly studied",
        { Certainty: Certainty.VeryLow } => "Not sure",
        { Direction: EvidenceDirection.Mixed, Certainty: not null } => "Studies disagree",
        _ => VerdictOf(evidence),
    };

    /// <summary>
    /// "compared with no treatment or a dummy treatment", for several entries; none where each names what it was compared with.
    /// </summary>
    /// <param name="baseline">What studies compare with where an entry names nothing else: it or a dummy treatment.</param>
    /// <param name="evidence">The entries of which it is said.</param>
    public static string? ComparedWith(TreatmentEntry? baseline, IEnumerable<ConcernEvidenceEntry> evidence)
    {
        var usual = RunningText.ComparatorOf(baseline);
        var named = evidence.Where(one => one.Offer == ConcernOffer.Studied).Select(one => one.Comparator is not null).Distinct().ToList();
        return named switch
        {
            [true] => null,
            [_, _] => $"compared with {usual}, unless something else is named",
            _ => $"compared with {usual}",
        };
    }

    /// <summary>Without what it was compared with.</summary>
    public static string VerdictOf(ConcernEvidenceEntry? evidence) => evidence switch
    {
        { IsWithheld: true } => AbsenceLabels.WithheldRisk,
        { Offer: ConcernOffer.NotUsual } => "Not usually offered for this",
        { Offer: ConcernOffer.WithoutResearch } => "Offered, but with little or no controlled research",
        { Certainty: Certainty.VeryLow } => VerdictOf(Certainty.VeryLow),
        { Direction: EvidenceDirection.Mixed, Certainty: not null } => "Studies disagree on whether it helps",
        { Direction: EvidenceDirection.LittleOrNoDifference, Certainty: { } certainty } => certainty switch
        {
            Certainty.High => "Makes little or no difference",
            Certainty.Moderate => "Probably makes little or no difference",
            _ => "May make little or no difference",
        },
        { Certainty: { } certainty } => VerdictOf(certainty),
        _ => AbsenceLabels.Of(null),
    };

    /// <summary>Of studies that found that it helps.</summary>
    public static string VerdictOf(Certainty certainty) => certainty switch
    {
        Certainty.High => "Helps",
        Certainty.Moderate => "Probably helps",
        Certainty.Low => "May help",
        Certainty.VeryLow => "We are not sure it helps",
        _ => throw new InvalidOperationException($"No words for {certainty}."),
    };
}
