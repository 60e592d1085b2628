using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Comparing;

/// <summary>Every pair and every triple that a reader can choose.</summary>
internal static class EveryComparison
{
    /// <summary>The 55 pairs and the 165 triples of the sample clinic; a triple with no treatment is its pair again.</summary>
    public static IReadOnlyList<Comparison> OfTheSample { get; } = [.. Of(SampleClinic.Edition)];

    public static IEnumerable<Comparison> Of(Edition edition) =>
        Choices(edition.Treatments).Select(chosen => Comparison.Of(edition, ComparisonChoice.Of(edition, chosen)));

    /// <summary>What stands in a sentence that was put together badly.</summary>
    public static void AssertReadsWell(string sentence)
    {
        Assert.NotEqual("", sentence.Trim());
        Assert.Equal(sentence.Trim(), sentence);
        foreach (var flaw in new[] { "  ", "null", " .", " ,", " ;", "..", "?.", ",,", "( ", "and and", "for .", "for ;", ": .", "{", "}", "ClinicPortal", "1 are", "1 give ", "1 statements" })
            Assert.False($"{sentence} ".Contains($"{flaw}", StringComparison.Ordinal) && !(flaw.StartsWith('1') && char.IsDigit(Before(sentence, flaw))), $"“{flaw}” stands in “{sentence}”.");
    }

    private static char Before(string sentence, string flaw) =>
        sentence.IndexOf(flaw, StringComparison.Ordinal) is > 0 and var at ? sentence[at - 1] : ' ';

    private static IEnumerable<TreatmentEntry[]> Choices(IReadOnlyList<TreatmentEntry> all)
    {
        for (var one = 0; one < all.Count; one++)
            for (var two = one + 1; two < all.Count; two++)
            {
                yield return [all[one], all[two]];
                for (var three = two + 1; three < all.Count; three++)
                    yield return [all[one], all[two], all[three]];
            }
    }
}
