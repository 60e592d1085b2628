using BenchmarkDotNet.Attributes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Wording;
using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

/// <summary>One cell, and all of a clinic of 200 treatments and 20 questions: texts of 300 chars, made of the sample clinic's.</summary>
public class WordingBenchmarks
{
    private const int LengthOfCell = 300;

    private string[] _cells = null!;
    private IReadOnlyCollection<string> _explained = null!;

    [Params(1, 200 * 20)]
    public int Cells { get; set; }

    [Params("en", "tr")]
    public string Language { get; set; } = "";

    internal static string Words { get; } = string.Join(
        ' ',
        from treatment in SampleClinic.Content.Treatments
        from answer in treatment.Answers
        select PlainText.Of(answer.Text?.ToString() ?? ""));

    [GlobalSetup]
    public void Write()
    {
        _cells = [.. Enumerable.Range(0, Cells).Select(cell => Words.Substring(cell * 97 % (Words.Length - LengthOfCell), LengthOfCell))];
        _explained = WordingRules.ExplainedIn(SampleClinic.Content.Glossary);
    }

    [Benchmark]
    public int Find_advertising() => _cells.Sum(cell => Advertising.Find(cell, Language).Count);

    [Benchmark]
    public int Find_figures_in_words() => _cells.Sum(cell => NumberWording.Find(cell, Language).Count);

    [Benchmark]
    public int Find_hard_words() => _cells.Sum(cell => PlainWording.Find(cell, Language, _explained).Count);

    [Benchmark]
    public int Hint_at_readability() => _cells.Sum(cell => TextReadability.Of(cell, Language, _explained).Sentences.Count);
}

/// <summary>An article of 2 MB.</summary>
public class ArticleWordingBenchmarks
{
    private string _article = null!;

    [Params("en", "tr")]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public void Write() =>
        _article = string.Join("\n\n", Enumerable.Repeat(WordingBenchmarks.Words, 2_000_000 / WordingBenchmarks.Words.Length));

    [Benchmark]
    public int Find_advertising() => Advertising.Find(_article, Language).Count;
}
