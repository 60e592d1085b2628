using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Testing;

/// <summary>
/// A catalogue that is small enough to be read in a test and holds one of everything. Its words describe no real treatment. It stands in
/// the order in which an export writes it. Tests change it with <c>with</c>.
/// </summary>
public static class SmallClinic
{
    public static ClinicContent Content { get; } = new()
    {
        Format = ClinicContent.CurrentFormat,
        Clinic = new()
        {
            Name = En("Example Clinic"),
            Sample = true,
            Telephone = "020 7946 0000",
            Email = "hello@clinic.example",
            Address = [En("1 Example Street"), En("London")],
            Hours = [new() { Days = En("Monday"), Hours = En("9 am to 5 pm") }],
            About = En("We roll and soak."),
            Funding = En("The clinic paid. It sells rolling."),
            ClosingLine = En("Talk it over before you decide."),
            MedicalCareNotice = En("Rolling does not replace medical care."),
            CommonComparisons = [["rolling", "soaking"], ["soaking", "rolling"]],
        },
        Clinicians = [new() { Slug = "example-clinician", Name = "Example Clinician", Role = En("Reviewer"), Registration = "EX 1" }],
        Groups = [new() { Slug = "basics", Name = En("Basics") }, new() { Slug = "time", Name = En("Time") }],
        Criteria =
        [
            Criterion("what", "basics", ValueKind.Prose) with { Role = CriterionRole.What, AlwaysShown = true },
            Criterion("sessions", "basics", ValueKind.Count) with
            {
                Role = CriterionRole.Sessions,
                Unit = new() { One = En("turn"), Many = En("turns") },
                Priority = 1,
            },
            Criterion("onset", "time", ValueKind.Duration) with { InSentence = En("how soon it shines"), WhenOver = En("it shines") },
            Criterion("pain", "basics", ValueKind.Scale) with { Steps = [En("None"), En("Some"), En("Much")], SearchNames = [En("Ache")] },
            Criterion("cost", "basics", ValueKind.MoneyBand) with { Steps = [En("Low"), En("High")] },
            Criterion("repeat", "time", ValueKind.YesNo),
        ],
        Concerns =
        [
            new()
            {
                Slug = "dullness",
                FormerSlugs = ["dull-days"],
                Name = En("Dullness"),
                OtherNames = [En("Greyness")],
                SearchNames = [En("Murky days"), new([new("tr", "Donukluk")])],
                Summary = En("Less light."),
                Sources = ["first"],
            },
            new()
            {
                Slug = "roughness",
                Name = En("Roughness"),
                NeedsMedicalCare = true,
                IfNothingIsDone = En("It stays."),
                EvidenceChosen = En("Two trials were found; both are named."),
            },
            new() { Slug = "dimness", Name = En("Dimness"), Archived = true, ReplacedBy = "dullness" },
        ],
        Conditions =
        [
            new() { Slug = "dizziness", Name = En("Dizziness"), SearchNames = [En("Vertigo")], Always = true },
            new() { Slug = "stiffness", Name = En("Stiffness") },
            new() { Slug = "sleepiness", Name = En("Sleepiness"), Archived = true },
        ],
        Treatments = [Nothing, Rolling, Soaking, Rinsing],
        Contrasts =
        [
            new()
            {
                Between = ["rolling", "soaking"],
                Passages =
                [
                    new()
                    {
                        Heading = En("Which is quicker?"),
                        Text = En("Soaking is quicker to begin with."),
                        Criteria = [new() { Criterion = "onset" }, new() { Criterion = "what", Verdict = EditorVerdict.Differs }],
                        Sources = ["first", "second"],
                    },
                ],
                ClinicsSay = En("Clinics like both."),
                ClinicsSaySources = ["maker"],
            },
        ],
        Numbers =
        [
            new()
            {
                Key = "n1",
                Outcome = En("felt brighter"),
                Effect = OutcomeEffect.Benefit,
                Group = En("people who asked"),
                Time = En("over 6 weeks"),
                Counted = En("people"),
                Denominator = 100,
                Arms = [new() { Label = En("Rolling"), Count = 40, Events = 20, Total = 50 }, new() { Label = En("Nothing"), Count = 0 }],
                Certainty = Certainty.Low,
                CertaintyReason = En("Few people were asked."),
                Concern = "dullness",
                Places = [new() { Treatment = "rolling", Criterion = "what" }, new() { Treatment = "rolling", Criterion = "onset" }],
                Sources = ["first"],
            },
            new()
            {
                Key = "n2",
                Outcome = En("felt worse"),
                Effect = OutcomeEffect.Harm,
                Group = En("people who asked"),
                Counted = En("people"),
                NoRate = En("Nobody has counted them."),
                Sources = ["second"],
            },
        ],
        Questions = [new() { Key = "q1", Text = En("What happens if I wait?") }],
        Glossary = [
            new()
            {
                Slug = "roller",
                Term = En("Roller"),
                OtherForms = [En("rollers")],
                Definition = En("A thing that rolls."),
                Sources = ["second"],
            }],
        Sources =
        [
            new()
            {
                Key = "first",
                Reference = "Example A. A study of rolling. 2020.",
                Year = 2020,
                Doi = "10.1000/example.1",
                Pmid = "12345",
                State = SourceState.Checked,
            },
            new()
            {
                Key = "second",
                Reference = "Example B. A study of soaking. 2021.",
                Url = "https://example.org/soaking",
                State = SourceState.ToBeConfirmed,
                Note = "Read again.",
            },
            new() { Key = "maker", Reference = "A maker's leaflet.", State = SourceState.Checked, Commercial = true },
        ],
    };

    /// <summary>The catalogue with one treatment put in another's place.</summary>
    public static ClinicContent With(Func<TreatmentEntry, bool> which, Func<TreatmentEntry, TreatmentEntry> change) =>
        Content with { Treatments = [.. Content.Treatments.Select(treatment => which(treatment) ? change(treatment) : treatment)] };

    /// <summary>The catalogue with the "rolling" treatment changed.</summary>
    public static ClinicContent WithRolling(Func<TreatmentEntry, TreatmentEntry> change) =>
        With(treatment => treatment.Slug == "rolling", change);

    /// <summary>The catalogue with one cell of the "rolling" treatment changed.</summary>
    public static ClinicContent WithAnswer(string criterion, Func<AnswerEntry, AnswerEntry> change) =>
        WithRolling(rolling =>
            rolling with { Answers = [.. rolling.Answers.Select(answer => answer.Criterion == criterion ? change(answer) : answer)] });

    public static LocalText En(string text) => LocalText.English(text);

    public static AttributeValue Value(params ValuePart[] parts) => new() { Parts = parts };

    private static TreatmentEntry Nothing => new() { Slug = "nothing", Name = En("Nothing"), Summary = En("You wait."), Baseline = true };

    private static TreatmentEntry Rolling => new()
    {
        Slug = "rolling",
        FormerSlugs = ["turning", "spinning"],
        Name = En("Rolling"),
        ShortName = En("Roll"),
        InSentence = En("a roll"),
        OtherNames = [En("Turning over")],
        SearchNames = [En("Rock and roll")],
        Summary = En("Something rolls."),
        Picture = "prp",
        PictureAlt = En("A wheel."),
        Surgical = true,
        PrescriptionOnly = PrescriptionRule.Depends,
        PrescriptionNote = En("Ask."),
        Offered = true,
        Answers =
        [
            new()
            {
                Criterion = "what",
                Text = En("A roller rolls."),
                Brief = En("Rolls"),
                ToBeConfirmed = true,
                Sources = ["first", "second"],
            },
            new()
            {
                Criterion = "sessions",
                Text = En("Three or four."),
                Value = Value(new ValuePart { Min = 3, Max = 4, Approximate = true }),
            },
            new()
            {
                Criterion = "onset",
                Text = En("2 to 4 weeks."),
                Value = Value(new ValuePart { Min = 2, Max = 4.5m, Unit = Unit.Week, Note = En("often") }),
            },
            new() { Criterion = "pain", Text = En("None."), Value = Value(new ValuePart { Min = 0, Max = 0 }) },
            new() { Criterion = "cost", Absence = Absence.NotKnown },
            new()
            {
                Criterion = "repeat",
                Text = En("Yes. Ask if it squeaks."),
                GetHelp = En("Ask if it squeaks."),
                Value = Value(new ValuePart { Min = 1, Max = 1 }),
                Conditions =
                [
                    new() { Condition = "dizziness", Means = ConditionMeaning.DoNot },
                    new() { Condition = "stiffness", Means = ConditionMeaning.NoReasonAgainst },
                ],
            },
        ],
        Concerns =
        [
            new()
            {
                Concern = "dullness",
                Offer = ConcernOffer.Studied,
                Direction = EvidenceDirection.Improves,
                Certainty = Certainty.Low,
                Comparator = En("Rest"),
                Sources = ["first"],
            },
            new() { Concern = "roughness", Offer = ConcernOffer.NotUsual, Note = En("Rarely.") },
        ],
        Author = "example-clinician",
        ReviewMonths = 6,
    };

    private static TreatmentEntry Soaking => new()
    {
        Slug = "soaking",
        Name = En("Soaking"),
        Summary = En("Something soaks."),
        Offered = false,
        Answers =
        [
            new()
            {
                Criterion = "onset",
                Text = En("Warm: at once. Cold: up to 2 days."),
                Value = Value(
                    new ValuePart { Label = En("Warm"), Min = 0, Unit = Unit.Minute },
                    new ValuePart { Label = En("Cold"), Max = 2, Unit = Unit.Day }),
            },
        ],
    };

    private static TreatmentEntry Rinsing =>
        new() { Slug = "rinsing", Name = En("Rinsing"), Summary = En("Something rinses."), Archived = true, ReplacedBy = "soaking" };

    private static CriterionEntry Criterion(string slug, string group, ValueKind kind) =>
        new()
        {
            Slug = slug,
            Group = group,
            Question = En($"Question about {slug}?"),
            Term = En(slug),
            Help = En($"Help with {slug}."),
            Kind = kind,
        };
}
