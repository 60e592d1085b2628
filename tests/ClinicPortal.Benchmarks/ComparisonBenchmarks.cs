using BenchmarkDotNet.Attributes;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

/// <summary>What every comparison page that is not in the cache costs before it is drawn.</summary>
public class ComparisonBenchmarks
{
    private Edition _edition = null!;
    private ComparisonChoice _choice = null!;

    [Params(10, 100, 1000)]
    public int Treatments { get; set; }

    [GlobalSetup]
    public void Publish()
    {
        _edition = SyntheticClinic.Edition(Treatments);
        _choice = ComparisonChoice.Of(_edition, _edition.Treatments.Take(4));
    }

    [Benchmark]
    public ChoiceOutcome Parse_the_address() => ComparisonChoice.Parse(_edition, _choice.Path["/compare/".Length..]);

    [Benchmark]
    public Comparison Compare_four() => Comparison.Of(_edition, _choice);
}
