using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>The decision that a comparison is about, in one or two sentences.</summary>
public static class DecisionSentence
{
    private const int MostConcerns = 4;

    public static string Of(Comparison comparison)
    {
        var options = Words.List(comparison.Columns.Select(column => Words.InText(Words.ShortNameOf(column))));
        var concerns = comparison.SharedConcerns.ToList();
        return concerns.Count == 0
            ? $"You are choosing between {options}. Clinics do not usually offer them for the same concern."
            : $"You are choosing between {options}, for {Names(concerns)}.";
    }

    private static string Names(List<ConcernEntry> concerns)
    {
        var names = concerns.Take(MostConcerns).Select(concern => Words.InText(concern.Name));
        return Words.List(concerns.Count > MostConcerns ? names.Take(MostConcerns - 1).Append("another concern") : names, "or");
    }
}
