using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Testing;

/// <summary>
/// A clinic of another field, with the kinds of numbers that the sample clinic has none of: an upper bound, a range, a handful of hands.
/// Its figures show how a number reads and are no medicine.
/// </summary>
public static class WristNumbers
{
    /// <summary>"Fewer than 1 of 1,000".</summary>
    public static OutcomeNumberEntry Bound { get; } = Number("lasting", 1_000, Surgery with { FewerThan = 1 }) with
    {
        Outcome = Text("A problem that lasts"),
        Effect = OutcomeEffect.Harm,
    };

    /// <summary>"75 to 90 of 100".</summary>
    public static OutcomeNumberEntry Range { get; } = Number("better", 100, Surgery with { Min = 75, Max = 90 }) with
    {
        Outcome = Text("Fewer complaints"),
        Concern = "carpal-tunnel",
        Certainty = Certainty.Moderate,
    };

    /// <summary>3 of 11, and what is counted is no person.</summary>
    public static OutcomeNumberEntry Few { get; } = Number("stiff", 11, Splint with { Count = 3, Events = 3, Total = 11 }) with
    {
        Outcome = Text("A stiff wrist"),
        Effect = OutcomeEffect.Harm,
        Raw = true,
        Counted = Text("hands"),
        Places = [new() { Treatment = "splint", Criterion = "serious-risks" }],
    };

    /// <summary>A count for one arm and a bound for the other, one of them with the counts of the study.</summary>
    public static OutcomeNumberEntry Mixed { get; } = Number(
        "again", 100, Surgery with { FewerThan = 5 }, Splint with { Count = 37, Events = 44, Total = 120 }) with
    {
        Outcome = Text("A second treatment"),
        Effect = OutcomeEffect.Harm,
    };

    public static ClinicContent Content { get; } = new()
    {
        Format = ClinicContent.CurrentFormat,
        Clinic = new() { Name = Text("Wrist Clinic"), Telephone = "020 7946 0000" },
        Groups = [Group("basics", "The basics")],
        Criteria =
        [
            Criterion("evidence", ValueKind.Prose, "basics", 1, alwaysShown: true) with { Role = CriterionRole.Evidence },
            Criterion("serious-risks", ValueKind.Prose, "basics", 2, alwaysShown: true) with { Role = CriterionRole.SeriousRisks },
        ],
        Concerns = [new() { Slug = "carpal-tunnel", Name = Text("Carpal tunnel syndrome"), IfNothingIsDone = Text("It may stay.") }],
        Treatments =
        [
            Treatment("surgery", "Surgery") with
            {
                InSentence = Text("surgery"),
                Concerns = [Evidence("carpal-tunnel", Certainty.Moderate, "r1") with { Comparator = Text("Wearing a splint.") }],
            },
            Treatment("splint", "Splint") with
            {
                InSentence = Text("a splint"),
                Concerns = [Evidence("carpal-tunnel", Certainty.Low, "r1")],
            },
            Treatment("waiting", "Watchful waiting") with { InSentence = Text("watchful waiting"), Baseline = true },
        ],
        Numbers = [Bound, Range, Few, Mixed],
        Sources = [Source("r1")],
    };

    public static Edition Edition { get; } = new(2, new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero), Content);

    /// <summary>A number of people that says everything but what its arms say.</summary>
    public static OutcomeNumberEntry Number(string key, int denominator, params IReadOnlyList<OutcomeArmEntry> arms) => new()
    {
        Key = key,
        Outcome = Text("Something"),
        Effect = OutcomeEffect.Benefit,
        Group = Text("adults who asked"),
        Time = Text("after a year"),
        Counted = Text("people"),
        Denominator = denominator,
        Arms = arms,
        Places = [new() { Treatment = "surgery", Criterion = "evidence" }],
        Sources = ["r1"],
    };

    private static OutcomeArmEntry Surgery => new() { Label = Text("Surgery") };

    private static OutcomeArmEntry Splint => new() { Label = Text("Splint") };

    private static TreatmentEntry Treatment(string slug, string name) => new()
    {
        Slug = slug,
        Name = Text(name),
        Summary = Text($"About {slug}."),
        Answers = [Prose("evidence", $"Evidence on {slug}.", "r1"), Prose("serious-risks", $"Risks of {slug}.", "r1")],
    };
}
