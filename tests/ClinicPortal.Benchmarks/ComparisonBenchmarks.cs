using BenchmarkDotNet.Attributes;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

/// <summary>What every comparison page that is not in the cache costs before it is drawn.</summary>
public class ComparisonBenchmarks
{
    private Edition _edition = null!;
    private ComparisonAddress _address = null!;

    [Params(10, 100, 1000)]
    public int Treatments { get; set; }

    [GlobalSetup]
    public void Publish()
    {
        _edition = SyntheticClinic.Edition(Treatments);
        _address = ComparisonAddress.Of(_edition, _edition.Treatments.Take(4));
    }

    [Benchmark]
    public AddressOutcome Parse_the_address() => ComparisonAddress.Parse(_edition, _address.Slugs);

    [Benchmark]
    public Comparison Compare_four() => Comparison.Of(_edition, _address);
}
