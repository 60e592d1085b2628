using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Comparing;

/// <summary>Every pair and every triple that a reader can choose: what is assembled must read well in each of them.</summary>
internal static class EveryComparison
{
    /// <summary>The 55 pairs and the 165 triples of the sample clinic; a triple with no treatment is its pair again.</summary>
    public static IReadOnlyList<Comparison> All { get; } = [.. Of(SampleClinic.Edition)];

    /// <summary>As many as a reader can choose at once.</summary>
    public static IEnumerable<Comparison> Fours =>
        Choices(SampleClinic.Edition.Treatments, 4).Select(chosen => Of(SampleClinic.Edition, chosen));

    public static IEnumerable<Comparison> Of(Edition edition) =>
        Choices(edition.Treatments, 2).Concat(Choices(edition.Treatments, 3)).Select(chosen => Of(edition, chosen));

    public static Comparison Of(string slugs, params string[] marked) =>
        Of(SampleClinic.Edition, slugs.Split(' ').Select(slug => SampleClinic.Edition.FindTreatment(slug)!), marked);

    public static string NameOf(Comparison comparison) => comparison.Address.Slugs;

    /// <summary>What stands in a sentence that was put together badly.</summary>
    public static void AssertReadsWell(string sentence)
    {
        Assert.NotEqual("", sentence.Trim());
        Assert.Equal(sentence.Trim(), sentence);
        foreach (var flaw in new[]
        {
            "  ",
            "null",
            " .",
            " ,",
            " ;",
            "..",
            "?.",
            ",,",
            "( ",
            "and and",
            "for .",
            "for ;",
            ": .",
            "{",
            "}",
            "ClinicPortal",
            "1 are",
            "1 give ",
            "1 statements",
        })
            Assert.False(
                $"{sentence} ".Contains($"{flaw}", StringComparison.Ordinal)
                    && !(flaw.StartsWith('1') && char.IsDigit(Before(sentence, flaw))),
                $"“{flaw}” stands in “{sentence}”.");
    }

    private static char Before(string sentence, string flaw) =>
        sentence.IndexOf(flaw, StringComparison.Ordinal) is > 0 and var at ? sentence[at - 1] : ' ';

    private static Comparison Of(Edition edition, IEnumerable<TreatmentEntry> treatments, params string[] marked) =>
        Comparison.Of(edition, ComparisonAddress.Of(edition, treatments) with { Marked = MarkedRows.Of(edition, marked) });

    private static IEnumerable<TreatmentEntry[]> Choices(IReadOnlyList<TreatmentEntry> all, int count, int from = 0)
    {
        if (count == 0)
            yield return [];
        for (var index = from; count > 0 && index < all.Count; index++)
            foreach (var others in Choices(all, count - 1, index + 1))
                yield return [all[index], .. others];
    }
}
