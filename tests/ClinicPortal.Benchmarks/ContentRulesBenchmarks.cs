using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Markets;
using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

/// <summary>Every check before a first publication, of a clinic of 200 treatments and 20 questions that no check has seen before.</summary>
public class ContentRulesBenchmarks
{
    private const int LengthOfCell = 300;

    private readonly ClinicContent _clinic = SyntheticClinic.Edition(200).Content;
    private ClinicContent _content = null!;

    /// <summary>What is found in a text is kept with it: each round has texts of its own.</summary>
    [IterationSetup]
    public void Write() => _content = _clinic with
    {
        Treatments = [.. _clinic.Treatments.Select((treatment, row) => treatment with
        {
            Answers = [.. treatment.Answers.Select((answer, column) => answer with { Text = TextOf(row, column) })],
        })],
    };

    [Benchmark]
    public int Check_everything() =>
        ContentRules.Check(_content).Count
        + ContentRules.WarningsBeforePublishing(_content, published: null, FrozenSet<string>.Empty).Count
        + ContentRules.AdvertisingAgainst(KnownMarkets.None, _content, published: null).Count
        + ContentRules.Advice(KnownMarkets.None, _content, published: null).Count;

    private static LocalText TextOf(int row, int column) => LocalText.English(
        WordingBenchmarks.Words.Substring((row * 20 + column) * 97 % (WordingBenchmarks.Words.Length - LengthOfCell), LengthOfCell));
}
