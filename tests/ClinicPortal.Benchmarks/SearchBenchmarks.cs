using BenchmarkDotNet.Attributes;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Searching;
using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

public class SearchBenchmarks
{
    private static readonly string Nonsense = string.Concat(Enumerable.Repeat("\0!?\u0301 ", 2500));

    private Edition _edition = null!;
    private SearchIndex _index = null!;
    private string _name = "";
    private string _typo = "";

    [Params(10, 100, 1000)]
    public int Treatments { get; set; }

    [GlobalSetup]
    public void Publish()
    {
        _edition = SyntheticClinic.Edition(Treatments);
        _index = SearchIndex.Of(_edition, KnownMarkets.None);
        _name = _edition.Treatments[Treatments / 2].Name.ToString();
        _typo = _name.Remove(2, 1);
    }

    [Benchmark]
    public SearchIndex Build_the_index() => SearchIndex.Build(_edition, KnownMarkets.None);

    [Benchmark]
    public IReadOnlyList<SearchHit> Find_a_name() => _index.Find(_name);

    [Benchmark]
    public IReadOnlyList<SearchHit> Find_a_name_with_a_slip() => _index.Find(_typo);

    [Benchmark]
    public IReadOnlyList<SearchHit> Find_nothing_in_nonsense() => _index.Find(Nonsense);

    [Benchmark]
    public IReadOnlyList<NearMatch> Offer_near_names() => _index.Nearest(_typo, 3);
}
