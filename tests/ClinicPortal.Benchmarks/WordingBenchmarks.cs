using BenchmarkDotNet.Attributes;
using ClinicPortal.Core.Wording;
using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

/// <summary>What it costs to look for advertising language in the sample clinic's own words.</summary>
public class WordingBenchmarks
{
    private const int CellLength = 300;

    private string _article = null!;
    private string[] _clinic = null!;

    [Params("en", "tr")]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var words = string.Join("\n\n", SampleClinic.Content.Treatments.SelectMany(treatment => treatment.Answers)
            .Select(answer => answer.Text?.ToString()).OfType<string>());
        _article = string.Join("\n\n", Enumerable.Repeat(words, 2_000_000 / words.Length));
        _clinic = [.. Enumerable.Range(0, 200 * 20).Select(cell => words.Substring(cell * 97 % (words.Length - CellLength), CellLength))];
    }

    [Benchmark]
    public int One_cell_of_300_chars() => Advertising.Find(_clinic[0], Language).Count;

    [Benchmark]
    public int Two_hundred_treatments_by_twenty_criteria() => _clinic.Sum(cell => Advertising.Find(cell, Language).Count);

    [Benchmark]
    public int An_article_of_2_MB() => Advertising.Find(_article, Language).Count;
}
