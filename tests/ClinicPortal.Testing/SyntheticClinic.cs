using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Testing;

/// <summary>
/// Clinics of any size with made-up words, the same for the same numbers: for benchmarks and for tests of size. No word in them says
/// anything about a real treatment.
/// </summary>
public static class SyntheticClinic
{
    private const int Concerns = 20;
    private const int Sources = 60;
    private const int WordsOfProse = 40;

    private static readonly string[] Syllables =
        [
            "ba", "cor", "del", "fi", "gra", "hel", "ju", "kan", "lo", "mer", "nov", "ope", "pil", "qua", "ros", "sti", "tor", "ule", "vis",
            "zen"];

    public static Edition Edition(int treatments = 1000, int criteria = 20, int seed = 1)
    {
        var random = new Random(seed);
        string[] vocabulary = [.. Enumerable.Range(0, 4000).Select(_ => Word(random)).Distinct()];
        CriterionEntry[] asked = [.. Enumerable.Range(0, criteria).Select(CriterionOf)];
        return ExampleEdition.Of(new ClinicContent
        {
            Format = ClinicContent.CurrentFormat,
            Clinic = new() { Name = Text("Synthetic clinic"), Telephone = "020 7946 0000" },
            Groups = [.. Enumerable.Range(0, 5).Select(i => Group($"group-{i}", $"Group {i}"))],
            Criteria = asked,
            Concerns = [.. Enumerable.Range(0, Concerns).Select(i =>
                new ConcernEntry
                {
                    Slug = $"concern-{i}",
                    Name = Text(Name(random, vocabulary, i)),
                    Summary = Text(Words(random, vocabulary)),
                })],
            Treatments = [.. Enumerable.Range(0, treatments).Select(i => TreatmentOf(i, random, vocabulary, asked)), DoingNothing(asked)],
            Contrasts = [.. Enumerable.Range(0, treatments / 2).Select(i => ContrastOf(i, random, vocabulary, asked))],
            Sources = [.. Enumerable.Range(0, Sources).Select(i => Source($"r{i}"))],
        });
    }

    public static string SlugOf(int treatment) => $"treatment-{treatment:D4}";

    private static CriterionEntry CriterionOf(int i) => Criterion(
        $"criterion-{i}", (ValueKind)(i % 4), $"group-{i % 5}", i % 3 == 2 ? null : i + 1, i == 1,
        i % 4 == 3 ? ["None", "Mild", "Moderate", "Strong"] : []);

    private static TreatmentEntry TreatmentOf(int i, Random random, string[] vocabulary, CriterionEntry[] criteria) => new()
    {
        Slug = SlugOf(i),
        Name = Text(Name(random, vocabulary, i)),
        OtherNames = [Text(Name(random, vocabulary, i))],
        Summary = Text(Words(random, vocabulary)),
        Answers = [.. criteria.Where(_ => random.Next(20) > 0).Select(criterion => AnswerOf(criterion, random, vocabulary))],
        Concerns = [.. Enumerable.Range(0, Concerns).Where(_ => random.Next(4) == 0).Select(concern =>
            Evidence($"concern-{concern}", (Certainty)random.Next(1, 5), $"r{random.Next(Sources)}"))],
    };

    private static TreatmentEntry DoingNothing(CriterionEntry[] criteria) => new()
    {
        Slug = "no-treatment",
        Name = Text("No treatment"),
        Summary = Text("You can choose to do nothing."),
        Baseline = true,
        Answers = [.. criteria.Select(criterion => new AnswerEntry { Criterion = criterion.Slug, Absence = Absence.DoesNotApply })],
    };

    private static AnswerEntry AnswerOf(CriterionEntry criterion, Random random, string[] vocabulary)
    {
        var min = random.Next(criterion.Kind == ValueKind.Scale ? 3 : 12);
        var unit = criterion.Kind == ValueKind.Duration ? (Unit?)random.Next(6) : null;
        return new()
        {
            Criterion = criterion.Slug,
            Text = Text(Words(random, vocabulary)),
            Value = criterion.Kind == ValueKind.Prose ? null : new() { Parts = [Part(min, min + random.Next(2), unit)] },
            Sources = [.. new[] { $"r{random.Next(Sources)}", $"r{random.Next(Sources)}" }.Distinct()],
        };
    }

    private static ContrastEntry ContrastOf(int i, Random random, string[] vocabulary, CriterionEntry[] criteria) => new()
    {
        Between = [SlugOf(2 * i), SlugOf(2 * i + 1)],
        Passages = [.. criteria.Where(criterion => criterion.Kind == ValueKind.Prose).Select(criterion => new ContrastPassageEntry
        {
            Heading = Text("Contrast"),
            Text = Text(Words(random, vocabulary)),
            Criteria = [new() { Criterion = criterion.Slug, Verdict = (EditorVerdict)random.Next(3) }],
        })],
    };

    // The number keeps names apart where chance does not.
    private static string Name(Random random, string[] vocabulary, int i) =>
        $"{Capital(Pick(random, vocabulary))} {Pick(random, vocabulary)} {i}";

    private static string Words(Random random, string[] vocabulary) =>
        $"{Capital(string.Join(' ', Enumerable.Range(0, WordsOfProse).Select(_ => Pick(random, vocabulary))))}.";

    // Squared, so that a few words are common and most are rare, as in prose.
    private static string Pick(Random random, string[] vocabulary) =>
        vocabulary[(int)(vocabulary.Length * Math.Pow(random.NextDouble(), 2))];

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Capital(string text) => RunningText.StartUpperCase(text);
}
