using System.Globalization;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Wording;

/// <summary>A sentence whose kinds a person named before there were rules.</summary>
/// <param name="Half">"tuning" or "aside".</param>
internal sealed record LabelledSentence(string Half, IReadOnlySet<string> Kinds, string Text)
{
    // No text has a line end in it; one with a comma or a quote is quoted.
    public static IReadOnlyList<LabelledSentence> Read(string file) =>
    [
        .. from line in File.ReadLines(
               Path.Combine(SampleClinic.RepositoryRoot(), "tests", "ClinicPortal.Core.Tests", "Wording", file)).Skip(1)
           let fields = line.Split(',', 3)
           let text = fields[2].StartsWith('"') ? fields[2][1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : fields[2]
           select new LabelledSentence(fields[0], fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), text),
    ];

    /// <summary>"0.80, 0.67 (4, 1, 2)" by kind, and of all: precision, recall (found rightly, found wrongly, missed).</summary>
    public static Dictionary<string, string> Measure(
        IEnumerable<LabelledSentence> sentences, string half, Func<string, IEnumerable<string>> kindsOf)
    {
        var labels = (
            from sentence in sentences
            where sentence.Half == half
            let found = kindsOf(sentence.Text).ToHashSet()
            from kind in found.Union(sentence.Kinds)
            select (kind, Found: found.Contains(kind), Labelled: sentence.Kinds.Contains(kind))).ToList();
        return labels.Select(label => label.kind).Distinct().ToDictionary(
            kind => kind, kind => Cell([.. labels.Where(label => label.kind == kind).Select(label => (label.Found, label.Labelled))]))
            .Append(new("all", Cell([.. labels.Select(label => (label.Found, label.Labelled))]))).ToDictionary();
    }

    private static string Cell(IReadOnlyCollection<(bool Found, bool Labelled)> labels)
    {
        var right = labels.Count(label => label is (true, true));
        var wrong = labels.Count(label => label is (true, false));
        var missed = labels.Count(label => label is (false, true));
        return $"{Share(right, wrong)}, {Share(right, missed)} ({right}, {wrong}, {missed})";
    }

    private static string Share(int right, int others) =>
        right + others == 0 ? "-" : ((double)right / (right + others)).ToString("0.00", CultureInfo.InvariantCulture);
}
