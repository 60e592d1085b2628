using BenchmarkDotNet.Attributes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Wording;
using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

/// <summary>One cell, and all of a clinic of 200 treatments and 20 questions: texts of 300 chars, made of the sample clinic's.</summary>
public class WordingBenchmarks
{
    private const int LengthOfCell = 300;

    private string[] _cells = null!;
    private string[] _explained = null!;

    [Params(1, 200 * 20)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var all = string.Join(
            ' ',
            from treatment in SampleClinic.Content.Treatments
            from answer in treatment.Answers
            select PlainText.Of(answer.Text?.ToString() ?? ""));
        _cells = [.. Enumerable.Range(0, Cells).Select(cell => all.Substring(cell * 97 % (all.Length - LengthOfCell), LengthOfCell))];
        _explained =
            [.. from term in SampleClinic.Content.Glossary from form in term.OtherForms.Prepend(term.Term) select form.ToString()];
    }

    [Benchmark]
    public int Find_figures_in_words() => _cells.Sum(cell => NumberWording.Find(cell, "en").Count);

    [Benchmark]
    public int Find_hard_words() => _cells.Sum(cell => PlainWording.Find(cell, "en", _explained).Count);

    [Benchmark]
    public int Hint_at_readability() => _cells.Sum(cell => TextReadability.Of(cell, "en", _explained).Sentences.Count);
}
