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
    /// wherever it has a column. Without a shared concern a second sentence says so.
    /// </summary>
    public static string Of(Comparison comparison)
    {
        var choosing = $"You are choosing between {RunningText.List([.. comparison.Columns.Select(Having)], "and")}";
        return comparison.SharesConcern ? $"{choosing} for {Concerns(comparison.SharedConcerns)}."
            : comparison.Options.Count(option => !option.Baseline) switch
            {
                1 => $"{choosing}.",
                2 => $"{choosing}. Clinics do not usually offer the two treatments for the same concern.",
                3 => $"{choosing}. Clinics do not usually offer all three treatments for the same concern.",
                _ => $"{choosing}. Clinics do not usually offer all four treatments for the same concern.",
            };
    }

    // "Having no treatment"; a baseline of another name ("Watchful waiting") stands as it is.
    private static string Having(TreatmentEntry treatment) =>
        treatment.Baseline && RunningText.NameOf(treatment) is var name && name.StartsWith("no ", StringComparison.Ordinal)
            ? $"having {name}"
            : RunningText.NameOf(treatment);

    private static string Concerns(IReadOnlyList<ConcernEntry> concerns) => concerns.Count > MostConcerns
        ? $"concerns such as {RunningText.List([.. concerns.Take(Examples).Select(RunningText.NameOf)], "or")}"
        : RunningText.List([.. concerns.Select(RunningText.NameOf)], "or");
}
