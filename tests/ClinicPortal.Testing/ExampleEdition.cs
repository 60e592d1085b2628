using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Testing;

/// <summary>
/// A small believable clinic made in code: four treatments and no treatment, nine criteria of every kind, three concerns. Tests take
/// it as it is or change a copy with <see cref="With"/>; the words are short forms of the sample clinic's.
/// </summary>
public static class ExampleEdition
{
    public static ClinicContent Content { get; } = new()
    {
        Format = ClinicContent.CurrentFormat,
        Clinic = new() { Name = Text("Example clinic"), Telephone = "020 7946 0000" },
        Groups = [Group("fit", "Fit"), Group("time", "Time"), Group("safety", "Comfort and safety"), Group("practical", "Practical")],
        Criteria =
        [
            Criterion("evidence", ValueKind.Prose, "fit", priority: 1, role: CriterionRole.Evidence),
            Criterion("onset", ValueKind.Duration, "time", priority: 3, role: CriterionRole.Onset),
            Criterion("downtime", ValueKind.Duration, "time", priority: 5, role: CriterionRole.Downtime),
            Criterion("sessions", ValueKind.Count, "time", priority: 6, role: CriterionRole.Sessions),
            Criterion("serious-risks", ValueKind.Prose, "safety", priority: 2, alwaysShown: true, role: CriterionRole.SeriousRisks),
            Criterion(
                "pain", ValueKind.Scale, "safety", priority: 7, steps: ["None", "Mild", "Moderate", "Strong"], role: CriterionRole.Pain),
            Criterion("numbing", ValueKind.YesNo, "safety"),
            Criterion("process", ValueKind.Prose, "practical", priority: 9, role: CriterionRole.Process),
            Criterion(
                "cost-band", ValueKind.MoneyBand, "practical", 12, steps: ["No cost", "Under £100", "£100 to £300", "£300 to £1,000"],
                role: CriterionRole.Cost),
        ],
        Concerns =
        [
            new() { Slug = "skin-rejuvenation", Name = Text("Skin rejuvenation"), OtherNames = [Text("dull skin")] },
            new()
            {
                Slug = "hair-loss",
                FormerSlugs = ["baldness"],
                Name = Text("Hair loss"),
                OtherNames = [Text("androgenetic alopecia")],
                Sources = ["r45"],
            },
            new() { Slug = "acne-scars", Name = Text("Acne scars") },
        ],
        Treatments =
        [
            new()
            {
                Slug = "prp",
                FormerSlugs = ["platelet-rich-plasma"],
                Name = Text("Platelet-rich plasma (PRP)"),
                ShortName = Text("PRP"),
                OtherNames = [Text("platelet rich plasma")],
                Summary = Text("Plasma from your own blood is injected into the skin or scalp."),
                Answers =
                [
                    Prose("evidence", "**Face: we are not sure.** Hair: may help.", "r1", "r3"),
                    Typed("onset", Length(8, 26, Unit.Week, approximate: true), "After a few sessions."),
                    Typed("downtime", Length(0, 3, Unit.Day, approximate: true), "Usually none to 3 days of redness."),
                    Typed("sessions", Range(3, 5), "Usually 3 to 5.", "r4"),
                    Prose("serious-risks", "Infection. Hitting a nerve or blood vessel (rare).", "r7"),
                    Typed("pain", Range(1, 2), "Mild to moderate."),
                    Typed("numbing", Range(1, 1), "Numbing cream can help."),
                    Prose("process", "Your blood is taken, it is spun, and the plasma is injected."),
                    Typed("cost-band", Range(2, 2), "Varies a lot."),
                ],
                Concerns = [Evidence("skin-rejuvenation", Certainty.VeryLow, "r1"), Evidence("hair-loss", Certainty.Low, "r3")],
            },
            new()
            {
                Slug = "mesotherapy",
                Name = Text("Mesotherapy"),
                Summary = Text("Small amounts of medicine or vitamins are injected into the skin."),
                Answers =
                [
                    Prose("evidence", "**We are not sure it works.** Reviews found no clear proof.", "r8"),
                    new() { Criterion = "onset", Text = Text("It often takes longer than PRP."), Absence = Absence.NotKnown },
                    Typed("downtime", Length(0, 3, Unit.Day), "Usually none to 3 days of bumps."),
                    Typed("sessions", Range(4, 10, approximate: true), "Often 4 to 10."),
                    Prose("serious-risks", "Skin infections that are hard to treat.", "r10"),
                    Typed("pain", Range(1, 1), "Mild stinging."),
                    Typed("numbing", Range(0, 0), "Not usual."),
                    Prose("process", "Many small injections. No blood is taken or spun."),
                    Typed("cost-band", Range(1, 2), "Varies."),
                ],
                Concerns =
                [
                    Evidence("skin-rejuvenation", Certainty.VeryLow, "r8"),
                    Evidence("hair-loss", Certainty.VeryLow, "r13"),
                    new() { Concern = "acne-scars", Offer = ConcernOffer.WithoutResearch },
                ],
            },
            new()
            {
                Slug = "microneedling",
                Name = Text("Microneedling"),
                OtherNames = [Text("skin needling")],
                Summary = Text("A device with very fine needles makes tiny holes in the skin."),
                Answers =
                [
                    Prose("evidence", "**May improve acne scars.**", "r16"),
                    Typed("onset", Length(4, 26, Unit.Week, approximate: true), "Weeks to months."),
                    Typed("downtime", Length(1, 3, Unit.Day, approximate: true), "Usually 1 to 3 days."),
                    Typed("sessions", Range(3, 6, approximate: true), "Often 3 to 6.", "r16"),
                    Prose("serious-risks", "Dark marks and small scars.", "r16"),
                    Typed("pain", Range(1, 2), "Mild to moderate."),
                    Typed("numbing", Range(1, 1), "With numbing cream."),
                    Prose("process", "The device is moved over the skin."),
                ],
                Concerns =
                [
                    Evidence("skin-rejuvenation", Certainty.Low, "r19"),
                    Evidence("acne-scars", Certainty.Low, "r16"),
                    new() { Concern = "hair-loss", Offer = ConcernOffer.NotUsual },
                ],
            },
            new()
            {
                Slug = "laser-fractional",
                Name = Text("Fractional laser"),
                Summary = Text("A laser treats tiny dots of skin."),
                Answers =
                [
                    Prose("evidence", "**May improve acne scars.**", "r20"),
                    Typed("downtime", new AttributeValue
                    {
                        Parts = [Part(1, 4, Unit.Day, true, "Non-ablative"), Part(5, 10, Unit.Day, true, "Ablative")],
                    }, "Depends on the type."),
                    Typed("sessions", new AttributeValue
                    {
                        Parts = [Part(3, 5, label: "Non-ablative"), Part(1, 3, label: "Ablative")],
                    }, "1 to 5."),
                    Prose("serious-risks", "Dark marks, burns, scars.", "r33"),
                    Typed("pain", Range(2, 3), "Moderate; stronger with ablative types."),
                ],
                Concerns = [Evidence("acne-scars", Certainty.Low, "r20")],
            },
            new()
            {
                Slug = "no-treatment",
                Name = Text("No treatment (watchful waiting)"),
                ShortName = Text("No treatment"),
                OtherNames = [Text("watchful waiting")],
                Summary = Text("You can choose to do nothing."),
                Baseline = true,
                Answers =
                [
                    new() { Criterion = "onset", Absence = Absence.DoesNotApply },
                    Typed("downtime", Length(0, 0, Unit.Day), "None."),
                    Typed("sessions", Range(0, 0), "None."),
                    Typed("pain", Range(0, 0), "None."),
                    Typed("cost-band", Range(0, 0), "None."),
                ],
            },
            new()
            {
                Slug = "carbon-facial",
                FormerSlugs = ["hollywood-peel"],
                Name = Text("Carbon facial"),
                Summary = Text("No longer offered."),
                Archived = true,
                ReplacedBy = "laser-fractional",
            },
        ],
        Contrasts =
        [
            new()
            {
                Between = ["mesotherapy", "prp"],
                Passages =
                [
                    new()
                    {
                        Heading = Text("How it is done"),
                        Text = Text("PRP has two steps before anything is injected."),
                        Criteria = [new() { Criterion = "process", Verdict = EditorVerdict.Differs }],
                        Sources = ["seed"],
                    },
                ],
                ClinicsSay = Text("Clinics describe both as effective."),
                ClinicsSaySources = ["seed"],
            },
        ],
        Numbers =
        [
            new()
            {
                Key = "n7",
                Outcome = Text("Redness"),
                Effect = OutcomeEffect.Harm,
                Group = Text("adults who had PRP in one cheek"),
                Time = Text("in the first days"),
                Counted = Text("people"),
                Denominator = 19,
                Raw = true,
                Arms = [new() { Label = Text("Redness"), Count = 18 }],
                Certainty = Certainty.VeryLow,
                Places = [new() { Treatment = "prp", Criterion = "serious-risks" }],
                Sources = ["r1"],
            },
        ],
        Glossary = [new() { Slug = "platelets", Term = Text("Platelets"), Definition = Text("Tiny blood cells that help healing.") }],
        Sources = [.. new[] { "seed", "r1", "r3", "r4", "r7", "r8", "r10", "r13", "r16", "r19", "r20", "r33", "r45" }.Select(Source)],
    };

    public static Edition Edition { get; } = Of(Content);

    public static Edition Of(ClinicContent content) => new(1, new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), content);

    public static Edition With(Func<ClinicContent, ClinicContent> change) => Of(change(Content));

    /// <summary>The treatment as it stands in <see cref="Edition"/>.</summary>
    public static TreatmentEntry Treatment(string slug) =>
        Edition.FindTreatment(slug) ?? throw new ArgumentException($"The example has no treatment {slug}.", nameof(slug));
}
