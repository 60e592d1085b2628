using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Comparing;

/// <summary>All pairs and triples of the sample clinic: what is assembled must read well in each of them.</summary>
internal static class EveryComparison
{
    public static IReadOnlyList<Comparison> All { get; } = [.. Choices(2).Concat(Choices(3)).Select(treatments => Of(treatments))];

    public static Comparison Of(string slugs, params string[] marked) =>
        Of(slugs.Split(' ').Select(slug => SampleClinic.Edition.FindTreatment(slug)!), marked);

    public static string NameOf(Comparison comparison) => comparison.Choice.Path["/compare/".Length..];

    private static Comparison Of(IEnumerable<TreatmentEntry> treatments, params string[] marked) => Comparison.Of(
        SampleClinic.Edition, ComparisonChoice.Of(SampleClinic.Edition, treatments), WhatMatters.Read(SampleClinic.Edition, marked));

    private static IEnumerable<TreatmentEntry[]> Choices(int count, int from = 0)
    {
        if (count == 0)
            yield return [];
        for (var index = from; count > 0 && index < SampleClinic.Edition.Treatments.Count; index++)
            foreach (var others in Choices(count - 1, index + 1))
                yield return [SampleClinic.Edition.Treatments[index], .. others];
    }
}
