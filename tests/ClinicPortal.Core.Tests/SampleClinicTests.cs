using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests;

/// <summary>
/// What the sample clinic has to hold, written down a second time from the clinical reference: one row here is one row there, so that
/// a slip of the pen in content/sample-clinic.yaml shows as a failing row.
/// </summary>
public class SampleClinicTests
{
    private static readonly string[] TreatmentSlugs =
    [
        "prp", "mesotherapy", "microneedling", "ha-filler", "botulinum", "peel-superficial", "peel-medium", "laser-fractional",
        "carboxytherapy", "hair-transplant", "no-treatment",
    ];

    private static readonly string[] CriterionSlugs =
    [
        "what", "mechanism", "process", "sessions", "interval", "session-time", "onset", "duration", "downtime", "pain", "common-effects",
        "serious-risks", "not-suitable", "areas-concerns", "evidence", "who", "aftercare", "combine", "reversible", "cost-band",
    ];

    private static readonly string[] MeasuredCriteria =
        ["sessions", "interval", "session-time", "onset", "duration", "downtime", "pain", "cost-band"];

    private static ClinicContent Content => SampleClinic.Content;

    private static TreatmentEntry Treatment(string slug) => Content.Treatments.Single(treatment => treatment.Slug == slug);

    private static AnswerEntry Answer(string treatment, string criterion) =>
        Treatment(treatment).Answers.Single(answer => answer.Criterion == criterion);

    private static ConcernEvidenceEntry Evidence(string treatment, string concern) =>
        Treatment(treatment).Concerns.Single(evidence => evidence.Concern == concern);

    private static string CriteriaWhere(Func<CriterionEntry, bool> condition) =>
        string.Join(", ", Content.Criteria.Where(condition).Select(criterion => criterion.Slug));

    [Fact]
    public void The_file_stands_in_the_form_in_which_the_portal_writes_it()
    {
        using var written = new StringWriter();
        ContentFile.Write(Content, written);
        Assert.Equal(File.ReadAllText(SampleClinic.Path), written.ToString());
    }

    [Fact]
    public void It_is_marked_as_a_sample_and_names_no_clinician_and_no_review()
    {
        Assert.True(Content.Clinic.Sample);
        Assert.Empty(Content.Clinicians);
        Assert.All(new ReviewUnits(Content).All, unit => Assert.Null(unit.Review));
    }

    [Fact]
    public void Eleven_treatments_stand_in_the_order_of_the_reference() =>
        Assert.Equal(TreatmentSlugs, Content.Treatments.Select(treatment => treatment.Slug));

    [Fact]
    public void Only_no_treatment_is_the_baseline_and_only_the_transplant_is_surgery()
    {
        Assert.Equal(["no-treatment"], Content.Treatments.Where(treatment => treatment.Baseline).Select(treatment => treatment.Slug));
        Assert.Equal(["hair-transplant"], Content.Treatments.Where(treatment => treatment.Surgical).Select(treatment => treatment.Slug));
    }

    [Fact]
    public void Botulinum_toxin_is_prescription_only_and_mesotherapy_depends_on_what_is_injected()
    {
        Assert.Equal(
            ["mesotherapy Depends", "botulinum Yes"],
            Content.Treatments.Where(treatment => treatment.PrescriptionOnly != PrescriptionRule.No)
                .Select(treatment => $"{treatment.Slug} {treatment.PrescriptionOnly}"));
        Assert.Equal("Depends on what is injected.", Treatment("mesotherapy").PrescriptionNote?.ToString());
    }

    [Fact]
    public void Twenty_criteria_stand_in_five_groups()
    {
        Assert.Equal(CriterionSlugs, Content.Criteria.Select(criterion => criterion.Slug));
        Assert.Equal(
            [
                "basics: what, mechanism, process",
                "time: sessions, interval, session-time, onset, duration, downtime",
                "comfort-and-safety: pain, common-effects, serious-risks, not-suitable, reversible",
                "fit: areas-concerns, evidence, combine",
                "practical: who, aftercare, cost-band",
            ],
            Content.Groups.Select(group => $"{group.Slug}: {CriteriaWhere(criterion => criterion.Group == group.Slug)}"));
    }

    [Fact]
    public void Every_criterion_is_a_question_with_a_term_and_help() => Assert.All(Content.Criteria, criterion =>
    {
        Assert.EndsWith("?", criterion.Question.ToString(), StringComparison.Ordinal);
        Assert.NotEqual("", criterion.Term.ToString());
        Assert.NotEqual("", criterion.Help.ToString());
    });

    [Theory]
    [InlineData(ValueKind.Count, "sessions")]
    [InlineData(ValueKind.Duration, "interval, session-time, onset, duration, downtime")]
    [InlineData(ValueKind.Scale, "pain")]
    [InlineData(ValueKind.MoneyBand, "cost-band")]
    [InlineData(ValueKind.YesNo, "")]
    public void The_kind_of_a_criterion_says_how_it_is_measured(ValueKind kind, string criteria) =>
        Assert.Equal(criteria, CriteriaWhere(criterion => criterion.Kind == kind));

    [Theory]
    [InlineData("pain", "None|Mild|Moderate|Strong")]
    [InlineData("cost-band", "No cost|Under £100|£100 to £300|£300 to £1,000|Over £1,000")]
    public void Pain_and_cost_have_named_steps(string slug, string steps) =>
        Assert.Equal(steps, string.Join('|', Content.Criteria.Single(criterion => criterion.Slug == slug).Steps));

    [Fact]
    public void Serious_risks_and_who_should_not_have_it_are_always_in_view() =>
        Assert.Equal("serious-risks, not-suitable", CriteriaWhere(criterion => criterion.AlwaysShown));

    [Fact]
    public void Every_treatment_answers_every_criterion_with_a_text_or_a_reason() => Assert.All(Content.Treatments, treatment =>
    {
        Assert.Equal(CriterionSlugs, treatment.Answers.Select(answer => answer.Criterion));
        Assert.All(treatment.Answers, answer => Assert.True(answer.Text is not null || answer.Absence is not null, answer.Criterion));
    });

    // A row of the reference's typed summary, as corrected on 2026-11-25; what its text does not say has gone ("text"). "~" typical
    // practice, "?" not known, "null" does not apply, "text" words only.
    [Theory]
    [InlineData("prp", "3-5", "4-6", "~30-60", "~8-26", "?", "~0-3", "1-2", "2")]
    [InlineData("mesotherapy", "~4-10", "~1-4", "~15-30", "?", "?", "~0-3", "1", "1-2")]
    [InlineData("microneedling", "~3-6", "4", "~30-60", "~4-26", "?", "~1-3", "1-2", "2")]
    [InlineData("ha-filler", "~1", "null", "20-30", "0-2", "6-18", "~0-7", "text", "2-3")]
    [InlineData("botulinum", "1", "3 or more", "~10-30", "~3-14", "3-4", "~0-1", "1", "2")]
    [InlineData("peel-superficial", "~3-6", "~2-4", "~15-30", "~2-8", "?", "~0-3", "1", "1")]
    [InlineData("peel-medium", "1", "6-12", "~30-60", "~2-6", "6-12", "~7-14; Skin colour: up to 42", "2", "2-3")]
    [InlineData(
        "laser-fractional", "Non-ablative: ~3-5; Ablative: ~1-3", "~4-8", "~30-60", "~4-26", "?", "Non-ablative: ~1-4; Ablative: ~5-10",
        "2-3", "3")]
    [InlineData("carboxytherapy", "5 or more", "1-2", "~15-30", "~4-10", "?", "~0-2", "1-2", "1-2")]
    [InlineData(
        "hair-transplant", "~1-2", "6-12", "~4-8", "First growth: ~4; Full result: ~10-18", "text", "~7-14", "text", "4")]
    [InlineData("no-treatment", "0", "null", "0", "null", "null", "0", "0", "0")]
    public void Measured_values_are_those_of_the_typed_summary(
        string treatment, string sessions, string interval, string sessionTime, string onset, string duration, string downtime,
        string pain, string cost) =>
        Assert.Equal(
            [sessions, interval, sessionTime, onset, duration, downtime, pain, cost],
            MeasuredCriteria.Select(criterion => Measure(Answer(treatment, criterion))));

    [Theory]
    [InlineData("sessions", null, "")]
    [InlineData("interval", Unit.Week, "botulinum Month, peel-medium Month, hair-transplant Month")]
    [InlineData("session-time", Unit.Minute, "hair-transplant Hour")]
    [InlineData("onset", Unit.Week, "botulinum Day, hair-transplant Month, hair-transplant Month")]
    [InlineData("duration", Unit.Month, "")]
    [InlineData("downtime", Unit.Day, "")]
    [InlineData("pain", null, "")]
    [InlineData("cost-band", null, "")]
    public void A_measured_criterion_has_one_unit_but_where_the_text_gives_another(string criterion, Unit? unit, string others) =>
        Assert.Equal(
            others,
            string.Join(
                ", ", from treatment in TreatmentSlugs
                      from part in Answer(treatment, criterion).Value?.Parts ?? []
                      where part.Unit != unit
                      select $"{treatment} {part.Unit}"));

    [Theory]
    [InlineData("areas-concerns")]
    [InlineData("who")]
    public void What_makes_no_sense_for_doing_nothing_does_not_apply(string criterion)
    {
        Assert.Equal(Absence.DoesNotApply, Answer("no-treatment", criterion).Absence);
        Assert.Null(Answer("no-treatment", criterion).Text);
    }

    // Of the corrections of 2026-11-25, the sentences that say a figure; the figures themselves stand above.
    [Theory]
    [InlineData("prp", "onset", "about 8 to 26 weeks from the start")]
    [InlineData("prp", "duration", "Not well known. Clinics often say 6 to 12 months. Top-ups are usual.")]
    [InlineData("mesotherapy", "onset", "Not measured in studies. Clinics often describe results as slow to show.")]
    [InlineData("microneedling", "onset", "Weeks to months (about 4 to 26 weeks)")]
    [InlineData("ha-filler", "onset", "At once. Swelling can hide the final look for up to 2 weeks.")]
    [InlineData("ha-filler", "downtime", "None to about a week (0 to 7 days)")]
    [InlineData("peel-superficial", "onset", "After about 2 to 8 weeks")]
    [InlineData("peel-superficial", "downtime", "Up to 3 days: skin may feel tight")]
    [InlineData("peel-medium", "interval", "Every 6 to 12 months, where it is repeated.")]
    [InlineData("peel-medium", "onset", "After about 2 to 6 weeks")]
    [InlineData("peel-medium", "downtime", "It can take up to 6 weeks (42 days)")]
    [InlineData("peel-medium", "pain", "Moderate: it stings and burns")]
    [InlineData("laser-fractional", "onset", "Weeks to months (about 4 to 26 weeks)")]
    [InlineData("carboxytherapy", "onset", "After several sessions, about 4 to 10 weeks.")]
    [InlineData("hair-transplant", "session-time", "About 4 to 8 hours, often a full day.")]
    [InlineData("hair-transplant", "onset", "The full result takes 10 to 18 months.")]
    [InlineData("hair-transplant", "downtime", "About 1 to 2 weeks (7 to 14 days)")]
    public void A_figure_is_stated_in_the_text(string treatment, string criterion, string words) =>
        Assert.Contains(words, Answer(treatment, criterion).Text?.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("prp", "session-time", true)]
    [InlineData("prp", "onset", true)]
    [InlineData("prp", "not-suitable", true)]
    [InlineData("prp", "sessions", false)]
    [InlineData("prp", "evidence", false)]
    [InlineData("mesotherapy", "onset", true)]
    [InlineData("mesotherapy", "serious-risks", false)]
    [InlineData("mesotherapy", "sessions", true)]
    [InlineData("microneedling", "sessions", false)]
    [InlineData("microneedling", "common-effects", true)]
    [InlineData("ha-filler", "duration", false)]
    [InlineData("ha-filler", "reversible", true)]
    [InlineData("botulinum", "onset", false)]
    [InlineData("botulinum", "serious-risks", true)]
    [InlineData("peel-superficial", "interval", true)]
    [InlineData("peel-superficial", "aftercare", false)]
    [InlineData("peel-superficial", "cost-band", false)]
    [InlineData("peel-medium", "pain", true)]
    [InlineData("peel-medium", "duration", false)]
    [InlineData("laser-fractional", "sessions", true)]
    [InlineData("laser-fractional", "combine", false)]
    [InlineData("carboxytherapy", "sessions", false)]
    [InlineData("carboxytherapy", "onset", true)]
    [InlineData("hair-transplant", "duration", true)]
    [InlineData("hair-transplant", "process", false)]
    [InlineData("no-treatment", "evidence", true)]
    [InlineData("no-treatment", "what", false)]
    public void What_rests_on_general_knowledge_is_to_be_confirmed(string treatment, string criterion, bool toBeConfirmed) =>
        Assert.Equal(toBeConfirmed, Answer(treatment, criterion).ToBeConfirmed);

    [Fact]
    public void Typical_practice_without_a_source_is_to_be_confirmed() =>
        Assert.All(
            Content.Treatments.SelectMany(treatment => treatment.Answers)
                .Where(answer => answer.Value?.Parts.Any(part => part.Approximate) == true),
            answer => Assert.True(answer.ToBeConfirmed || answer.Sources.Count > 0, answer.Criterion));

    [Theory]
    [InlineData("skin-rejuvenation", "Sun protection slows")]
    [InlineData("wrinkles-dynamic", "slowly deepen")]
    [InlineData("wrinkles-static", "changing slowly")]
    [InlineData("hair-loss", "worse slowly")]
    [InlineData("cellulite", "80 to 90 of 100 women")]
    [InlineData("wound-healing", "Do not wait")]
    [InlineData("acne-scars", "soften a little")]
    [InlineData("hyperpigmentation", "Melasma can last")]
    public void Each_concern_says_what_happens_if_nothing_is_done(string slug, string words)
    {
        var concern = Content.Concerns.Single(concern => concern.Slug == slug);
        Assert.Contains(words, concern.IfNothingIsDone?.ToString(), StringComparison.Ordinal);
        Assert.Equal(slug == "wound-healing", concern.NeedsMedicalCare);
    }

    [Fact]
    public void There_are_eight_concerns() => Assert.Equal(8, Content.Concerns.Count);

    // A row of the reference's matrix, in the order of the treatments. "-" not usually offered, "off" offered without research.
    [Theory]
    [InlineData("skin-rejuvenation", "not sure|not sure|may|-|-|may|may|may|not sure|-")]
    [InlineData("wrinkles-dynamic", "not sure|not sure|-|may|does|-|-|-|-|-")]
    [InlineData("wrinkles-static", "not sure|not sure|may|probably|-|-|may|may|not sure|-")]
    [InlineData("hair-loss", "may|not sure|off|-|-|-|-|-|off|probably")]
    [InlineData("cellulite", "off|not sure|off|-|-|-|-|off|not sure|-")]
    [InlineData("wound-healing", "may: little or no difference|-|-|-|-|-|-|off|off|-")]
    [InlineData("acne-scars", "off|off|may|may|-|may|may|may|not sure|-")]
    [InlineData("hyperpigmentation", "not sure|not sure|not sure|-|-|may|may|not sure|-|-")]
    public void Certainty_stands_per_concern_and_treatment(string concern, string words) =>
        Assert.Equal(
            words,
            string.Join('|', TreatmentSlugs.SkipLast(1).Select(treatment => Word(Evidence(treatment, concern)))));

    [Theory]
    [InlineData("prp", "hair-loss", "no effect")]
    [InlineData("ha-filler", "skin-rejuvenation", "not sure")]
    [InlineData("microneedling", "hair-loss", "with minoxidil")]
    [InlineData("prp", "acne-scars", "add-on")]
    [InlineData("peel-medium", "hyperpigmentation", "often comes back")]
    [InlineData("laser-fractional", "hyperpigmentation", "worse")]
    [InlineData("hair-transplant", "hair-loss", "not from trials")]
    public void Qualifiers_of_the_matrix_are_kept(string treatment, string concern, string words) =>
        Assert.Contains(words, Evidence(treatment, concern).Note?.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_certainty_that_no_cochrane_review_gives_is_to_be_confirmed() =>
        Assert.All(
            Content.Treatments.SelectMany(treatment => treatment.Concerns).Where(evidence => evidence.Certainty is not null),
            evidence => Assert.True(evidence.ToBeConfirmed));

    [Theory]
    [InlineData("n1", "100", "moderate", "hair-transplant/combine", "Minoxidil 26 (157/593)|Dummy lotion 14 (77/555)")]
    [InlineData("n2a", "100", "high", "botulinum/evidence", "Botulinum toxin 61 (178/290)|Dummy injection 0 (0/101)")]
    [InlineData("n2b", "100", "high", "botulinum/evidence", "Botulinum toxin 46 (145/318)|Dummy injection 1 (1/156)")]
    [InlineData("n3", "1000", "low", "botulinum/serious-risks", "Botulinum toxin 9")]
    [InlineData("n4", "100000", "low", "ha-filler/serious-risks", "Needle 16|Cannula 2")]
    [InlineData("n5", "100", "very-low", "laser-fractional/common-effects", "Non-ablative fractional laser 25 (71/286)")]
    [InlineData(
        "n6", "100", "very-low", "hair-transplant/common-effects",
        "Swelling 42|Small non-infected bumps 23|Wide scar at the back 15|Infected bumps 11|Numbness 11")]
    [InlineData("n7", "19 raw", "very-low", "prp/common-effects", "Redness 18|Swelling 16|Bruising 14")]
    [InlineData("n8", "", "", "mesotherapy/serious-risks", "")]
    public void Numbers_keep_their_denominator_their_arms_and_their_place(
        string key, string denominator, string certainty, string places, string arms)
    {
        var number = Content.Numbers.Single(number => number.Key == key);
        Assert.Equal(denominator, number.Raw ? $"{number.Denominator} raw" : $"{number.Denominator}");
        Assert.Equal(certainty, Kebab(number.Certainty));
        Assert.Equal(places, string.Join('|', number.Places.Select(place => $"{place.Treatment}/{place.Criterion}")));
        Assert.Equal(arms, string.Join('|', number.Arms.Select(arm =>
            $"{arm.Label} {arm.Count}" + (arm.Total is null ? "" : $" ({arm.Events}/{arm.Total})"))));
    }

    [Fact]
    public void There_are_nine_numbers_and_only_the_reports_of_infections_give_no_rate()
    {
        Assert.Equal(9, Content.Numbers.Count);
        Assert.Equal(["n8"], Content.Numbers.Where(number => number.NoRate is not null).Select(number => number.Key));
        Assert.Equal(["n8"], Content.Numbers.Where(number => number.Time is null).Select(number => number.Key));
    }

    [Fact]
    public void Only_trials_that_bear_on_a_concern_stand_with_it() =>
        Assert.Equal(
            ["n1 hair-loss", "n2a wrinkles-dynamic", "n2b wrinkles-dynamic"],
            Content.Numbers.Where(number => number.Concern is not null).Select(number => $"{number.Key} {number.Concern}"));

    // Each row is one statement of the clinic's article, to be found in our own words when the two are compared.
    [Theory]
    [InlineData("made from your own blood", "spun in a machine (a centrifuge)", "gathers the platelets")]
    [InlineData("skin rejuvenation", "hair loss", "help wounds heal")]
    [InlineData("more collagen and elastin", "firmer, brighter, younger-looking skin")]
    [InlineData("stimulate the hair follicles")]
    [InlineData("medicine, vitamins, minerals and other nutrients are injected", "cellulite")]
    [InlineData("how elastic the skin is", "how much collagen it makes", "break down fat")]
    [InlineData("cells beneath the surface", "act directly on the spot")]
    [InlineData("blood is taken, it is spun", "PRP takes longer", "mesotherapy is the quicker and simpler of the two")]
    [InlineData("made from your own blood", "Mesotherapy does not use your blood")]
    [InlineData("after a few sessions", "it often takes longer before a result can be seen", "Both are usually repeated")]
    [InlineData("also cellulite", "skin rejuvenation and for hair loss")]
    public void The_statements_of_the_clinics_article_are_found_in_the_comparison(params string[] words)
    {
        var comparison = string.Join('\n', TextsOfTheComparison());
        Assert.All(words, word => Assert.Contains(word, comparison, StringComparison.Ordinal));
    }

    [Fact]
    public void That_both_are_effective_is_told_only_as_what_clinics_say()
    {
        var contrast = Content.Contrasts.Single();
        Assert.Contains("effective", contrast.ClinicsSay?.ToString(), StringComparison.Ordinal);
        Assert.Equal(["seed"], contrast.ClinicsSaySources);
        Assert.DoesNotContain(TextsOfTheComparison(), text => text.Contains("effective", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Four_passages_contrast_prp_and_mesotherapy_and_judge_only_prose()
    {
        var contrast = Content.Contrasts.Single();
        Assert.Equal(["mesotherapy", "prp"], contrast.Between);
        Assert.Equal(
            [
                "What it contains and how it works: what differs, mechanism differs",
                "How it is done: process differs, session-time",
                "Results and how long they take: sessions, onset, duration",
                "What it is used for: areas-concerns overlaps",
            ],
            contrast.Passages.Select(passage => $"{passage.Heading}: {string.Join(", ", passage.Criteria.Select(Verdict))}"));

        static string Verdict(ContrastCriterionEntry criterion) => $"{criterion.Criterion} {Kebab(criterion.Verdict)}".TrimEnd();
    }

    [Fact]
    public void The_closing_line_sends_the_reader_to_a_doctor() =>
        Assert.Equal(
            "Which option suits you depends on what you need, on your type of skin and on your goals. "
            + "Talk it over with a dermatologist or an experienced plastic surgeon before you decide.",
            Content.Clinic.ClosingLine?.ToString());

    [Fact]
    public void Ten_questions_are_there_to_take_along()
    {
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"q{number}"), Content.Questions.Select(question => question.Key));
        Assert.Equal("Who will treat me, and what training do they have?", Content.Questions[0].Text.ToString());
        Assert.Equal("Can I think about it at home?", Content.Questions[9].Text.ToString());
    }

    [Fact]
    public void Each_common_comparison_shares_a_concern_and_none_shows_a_prescription_only_medicine()
    {
        Assert.Equal(["prp", "mesotherapy"], Content.Clinic.CommonComparisons[0]);
        Assert.All(Content.Clinic.CommonComparisons, set =>
        {
            Assert.Contains(Content.Concerns, concern => set.All(slug => Evidence(slug, concern.Slug).Offer != ConcernOffer.NotUsual));
            Assert.All(set, slug => Assert.NotEqual(PrescriptionRule.Yes, Treatment(slug).PrescriptionOnly));
        });
    }

    [Fact]
    public void Every_source_is_cited_and_every_citation_is_a_source()
    {
        string[] cited =
        [
            .. Content.Treatments.SelectMany(treatment => treatment.Answers).SelectMany(answer => answer.Sources),
            .. Content.Treatments.SelectMany(treatment => treatment.Concerns).SelectMany(evidence => evidence.Sources),
            .. Content.Concerns.SelectMany(concern => concern.Sources),
            .. Content.Contrasts.SelectMany(contrast => contrast.ClinicsSaySources),
            .. Content.Contrasts.SelectMany(contrast => contrast.Passages).SelectMany(passage => passage.Sources),
            .. Content.Numbers.SelectMany(number => number.Sources),
            .. Content.Glossary.SelectMany(term => term.Sources),
        ];
        Assert.Equal(50, Content.Sources.Count);
        Assert.Equal(Content.Sources.Select(source => source.Key).ToHashSet(), cited.ToHashSet());
    }

    [Fact]
    public void A_reference_that_was_not_fully_seen_is_to_be_confirmed() =>
        Assert.Equal(
            ["r3", "r5", "r6", "r8", "r11", "r13b", "r25", "r32", "r38", "r45"],
            Content.Sources.Where(source => source.State == SourceState.ToBeConfirmed).Select(source => source.Key));

    [Fact]
    public void Only_the_makers_product_page_is_commercial() =>
        Assert.Equal(["r27"], Content.Sources.Where(source => source.Commercial).Select(source => source.Key));

    [Fact]
    public void Identifiers_of_references_are_well_formed() => Assert.All(Content.Sources, source =>
    {
        Assert.Matches(@"^(10\.\d{4,9}/\S+)?$", source.Doi ?? "");
        Assert.Matches("^([0-9]{1,8})?$", source.Pmid ?? "");
        Assert.DoesNotContain("doi:", source.Reference, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void No_six_words_in_a_row_are_the_articles() => Assert.Empty(SourceArticle.RunsIn(File.ReadAllText(SampleClinic.Path)));

    [Fact]
    public void Six_words_of_the_article_would_be_noticed() =>
        Assert.NotEmpty(SourceArticle.RunsIn("Differences between PRP and Mesotherapy – Differences"));

    private static IReadOnlyList<string> TextsOfTheComparison() =>
    [
        .. Treatment("prp").Answers.Concat(Treatment("mesotherapy").Answers).Select(answer => $"{answer.Text}"),
        .. Content.Contrasts.Single().Passages.Select(passage => $"{passage.Text}"),
    ];

    private static string Measure(AnswerEntry answer) => answer switch
    {
        { Value: { } value } => string.Join("; ", value.Parts.Select(Measure)),
        { Absence: Absence.NotKnown } => "?",
        { Absence: Absence.DoesNotApply } => "null",
        _ => "text",
    };

    private static string Measure(ValuePart part)
    {
        var (min, max) = (part.Min?.ToString(CultureInfo.InvariantCulture), part.Max?.ToString(CultureInfo.InvariantCulture));
        var range = max is null ? $"{min} or more" : min is null ? $"up to {max}" : min == max ? min : $"{min}-{max}";
        return (part.Label is null ? "" : $"{part.Label}: ") + (part.Approximate ? "~" : "") + range;
    }

    private static string Word(ConcernEvidenceEntry evidence) => (evidence.Offer, evidence.Certainty, evidence.Direction) switch
    {
        (ConcernOffer.NotUsual, null, null) => "-",
        (ConcernOffer.WithoutResearch, null, null) => "off",
        (ConcernOffer.Studied, Certainty.VeryLow, EvidenceDirection.Improves) => "not sure",
        (ConcernOffer.Studied, Certainty.Low, EvidenceDirection.Improves) => "may",
        (ConcernOffer.Studied, Certainty.Moderate, EvidenceDirection.Improves) => "probably",
        (ConcernOffer.Studied, Certainty.High, EvidenceDirection.Improves) => "does",
        (ConcernOffer.Studied, Certainty.Low, EvidenceDirection.LittleOrNoDifference) => "may: little or no difference",
        _ => evidence.ToString(),
    };

    private static string Kebab<T>(T? word) where T : struct, Enum =>
        word is { } value ? System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()) : "";
}
