using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>The decision in one sentence, at the head of a comparison.</summary>
public static class DecisionSentence
{
    /// <summary>More shared concerns than this are named as examples.</summary>
    public const int MostConcerns = 4;

    private const int Examples = 3;

    /// <summary>
    /// "You are choosing between mesotherapy, PRP and having no treatment for skin rejuvenation or hair loss." No treatment is named
    /// wherever it has a column. A concern in view is the one that is named. Of many shared concerns those come first about which most is
    /// known; one that needs medical care is never named, because doing nothing about it is no choice, and where it is in view nothing is
    /// called one. Where clinics offer the options for nothing in common a second sentence says so.
    /// </summary>
    public static string Of(Comparison comparison)
    {
        var choosing = $"You are choosing between {RunningText.List([.. comparison.Columns.Select(Having)], "and")}";
        if (comparison.Concern is { } inView)
            return inView.NeedsMedicalCare
                ? $"This page {(comparison.Treatments.Count == 1 ? "is about" : "compares")} "
                    + $"{RunningText.List([.. comparison.Treatments.Select(RunningText.NameOf)], "and")}."
                : $"{choosing} for {RunningText.NameOf(inView)}.";
        var concerns = comparison.SharedConcerns.Where(concern => !concern.NeedsMedicalCare).ToList();
        return concerns.Count > 0 ? $"{choosing} for {Concerns(concerns, comparison)}."
            : comparison.SharesConcern || !comparison.AreForDifferentConcerns ? $"{choosing}."
            : comparison.Treatments.Count switch
            {
                1 => $"{choosing}.",
                2 => $"{choosing}. Clinics do not usually offer the two treatments for the same concern.",
                3 => $"{choosing}. Clinics do not usually offer all three for the same concern.",
                _ => $"{choosing}. Clinics do not usually offer all four for the same concern.",
            };
    }

    // "Having no treatment"; a baseline of another name ("Watchful waiting") stands as it is.
    internal static string Having(TreatmentEntry treatment) =>
        treatment.Baseline && RunningText.NameOf(treatment) is var name && name.StartsWith("no ", StringComparison.Ordinal)
            ? $"having {name}"
            : RunningText.NameOf(treatment);

    private static string Concerns(List<ConcernEntry> concerns, Comparison comparison) => concerns.Count > MostConcerns
        ? $"concerns such as {Names(concerns.OrderByDescending(concern => Known(comparison, concern)).Take(Examples))}"
        : Names(concerns);

    private static string Names(IEnumerable<ConcernEntry> concerns) => RunningText.List([.. concerns.Select(RunningText.NameOf)], "or");

    private static int Known(Comparison comparison, ConcernEntry concern) =>
        comparison.EvidenceFor(concern).Sum(evidence => (int)(evidence?.Certainty ?? 0));
}
