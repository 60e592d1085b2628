namespace ClinicPortal.Core.Catalogue;

/// <summary>Questions that a new clinic can begin with, worded for any field of medicine. They have every role.</summary>
public static class StarterQuestions
{
    private const string Basics = "basics", Time = "time", Safety = "safety", Evidence = "evidence", Practical = "practical";

    public static IReadOnlyList<CriterionGroupEntry> Groups { get; } =
    [
        new() { Slug = Basics, Name = En("Basics") },
        new() { Slug = Evidence, Name = En("Evidence") },
        new() { Slug = Safety, Name = En("Comfort and safety") },
        new() { Slug = Time, Name = En("Time") },
        new() { Slug = Practical, Name = En("Practical") },
    ];

    public static IReadOnlyList<CriterionEntry> All { get; } =
    [
        Prose("what", Basics, "What is it?", "What it is", "A short description in everyday words.", CriterionRole.What),
        Prose("process", Basics, "What happens?", "What happens", "What happens, step by step, from start to finish.",
            CriterionRole.Process),
        Prose("areas", Basics, "What is it used for?", "What it is used for",
            "What clinics use it for. This does not mean that it works: see \"What do studies show?\".", CriterionRole.Areas),
        Prose("evidence", Evidence, "What do studies show?", "What studies show", "Whether it helps, by how much, and how sure we can be.",
            CriterionRole.Evidence) with { Priority = 1 },
        Prose("serious-risks", Safety, "What could go seriously wrong?", "Serious risks",
            "Serious harm, even if it is rare, and how often it happens if that is known.",
            CriterionRole.SeriousRisks) with { Priority = 2, AlwaysShown = true },
        Prose("not-suitable", Safety, "Who should not have it?", "Who should not have it",
            "Conditions and medicines that may rule it out. Tell the clinic if any of them applies to you.",
            CriterionRole.NotSuitable) with { AlwaysShown = true },
        Prose("common-effects", Safety, "What side effects are common?", "Common side effects",
            "What many people notice, and for how long.", CriterionRole.CommonEffects),
        Prose("pain", Safety, "Does it hurt?", "Pain", "How much it may hurt, during and afterwards.", CriterionRole.Pain) with
        {
            Kind = ValueKind.Scale,
            Steps = [En("None"), En("Mild"), En("Moderate"), En("Strong")],
        },
        Prose("reversible", Safety, "Can it be undone?", "Undoing it", "What can be done if you are not happy with the result.",
            CriterionRole.Reversible),
        Prose("sessions", Time, "How many sessions would I need?", "Sessions", "The usual number for a whole course.",
            CriterionRole.Sessions) with { Kind = ValueKind.Count, Priority = 6 },
        Measured("interval", "How far apart are the sessions?", "Time between sessions", "If there is more than one.",
            CriterionRole.Interval),
        Measured("session-time", "How long does one session take?", "Session length", "From arriving to leaving.",
            CriterionRole.SessionTime),
        Measured("downtime", "How long until I have recovered?", "Recovery",
            "How long until you can get back to daily life as it was before.", CriterionRole.Downtime) with { Priority = 3 },
        Measured("onset", "How soon might I notice a change?", "First change", "If there is one. This does not say how big it is.",
            CriterionRole.Onset) with { Priority = 4 },
        Measured("duration", "How long might the result last?", "How long it lasts", "If there is a result.",
            CriterionRole.Duration) with { Priority = 5 },
        Prose("aftercare", Practical, "What do I do afterwards?", "Aftercare", "What to do, what to avoid, and when to get help.",
            CriterionRole.Aftercare),
        Prose("daily-life", Practical, "How might it affect mood and daily life?", "Mood and daily life",
            "How it may affect work, family, sleep and how you feel.", CriterionRole.DailyLife),
        Prose("cost", Practical, "What does it cost?", "Price",
            "The price of the whole course, and what insurance or a public health service may pay.",
            CriterionRole.Cost),
        Prose("combination", Practical, "Can it be combined with other treatments?", "Combined with other treatments",
            "Treatments it is often used together with.",
            CriterionRole.Combination),
        Prose("who", Practical, "Who should do it?", "Who should do it", "The training that the person who treats you should have.", null),
    ];

    private static CriterionEntry Prose(string slug, string group, string question, string term, string help, CriterionRole? role) => new()
    {
        Slug = slug,
        Group = group,
        Question = En(question),
        Term = En(term),
        Help = En(help),
        Kind = ValueKind.Prose,
        Role = role,
        InSentence = role is { } known ? En(CriterionRoles.NameOf(known)) : En("who should do it"),
    };

    private static CriterionEntry Measured(string slug, string question, string term, string help, CriterionRole role) =>
        Prose(slug, Time, question, term, help, role) with { Kind = ValueKind.Duration };

    private static LocalText En(string text) => LocalText.English(text);
}
