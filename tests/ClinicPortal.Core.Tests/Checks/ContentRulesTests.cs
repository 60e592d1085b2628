using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Checks;

public class ContentRulesTests
{
    private const string EmptyText = "This text is empty. Write it, or leave it out.";

    private const string NotShown =
        "This text contains a character that cannot be shown, perhaps from a paste. Type that part again.";

    private static readonly Dictionary<string, (ClinicContent Content, string Path, string Message)> Broken = new()
    {
        ["A slug has the shape of an address"] = (
            WithRolling(t => t with { FormerSlugs = ["Turning"] }), "treatments[1].former-slugs[0]",
            "\"Turning\" cannot stand in an address"),
        ["A slug with a line break is none"] =
            (Content with { Questions = [Content.Questions[0] with { Key = "q1\n" }] }, "questions[0].key", "cannot stand in an address"),
        ["Two things of a kind have two names"] = (
            Content with { Sources = [.. Content.Sources, Content.Sources[0]] }, "sources[3].key",
            "already a source \"first\", at sources[0].key"),
        ["A former slug is nobody's slug"] =
            (WithRolling(t => t with { FormerSlugs = ["soaking"] }), "treatments[1].former-slugs[0]", "already a treatment \"soaking\""),
        ["A former slug is no other's former slug"] = (
            With(t => t.Slug == "soaking", t => t with { FormerSlugs = ["turning"] }), "treatments[2].former-slugs[0]",
            "already a treatment \"turning\""),

        ["Words about a drawing need the drawing"] =
            (WithRolling(t => t with { Picture = null }), "treatments[1].picture-alt", "what a drawing shows, and there is none"),
        ["A criterion stands in a group"] = (
            Content with { Criteria = [Content.Criteria[0] with { Group = "gone" }, .. Content.Criteria.Skip(1)] }, "criteria[0].group",
            "No group goes by \"gone\""),
        ["A citation is in the registry"] = (
            WithAnswer("what", a => a with { Sources = ["first", "gone"] }), "treatments[1].answers[0].sources[1]",
            "No source goes by \"gone\""),
        ["A citation is made once"] = (
            WithAnswer("what", a => a with { Sources = ["first", "first"] }), "treatments[1].answers[0].sources[1]", "named a second time"),
        ["A mention names a condition"] = (
            WithAnswer("repeat", a => a with { Conditions = [AskFirst("gone")] }), "treatments[1].answers[5].conditions[0].condition",
            "No condition goes by \"gone\""),
        ["A condition is mentioned once"] = (
            WithAnswer("repeat", a => a with { Conditions = [a.Conditions[0], AskFirst("dizziness")] }),
            "treatments[1].answers[5].conditions[1].condition", "The condition \"dizziness\" is named a second time"),
        ["What mentions a condition can be read"] = (
            WithAnswer("cost", a => a with { Conditions = [AskFirst("dizziness")] }), "treatments[1].answers[4].conditions",
            "This answer has no text, but says what it means for people with a condition. Write the text, or set those conditions to "
                + "\"Not mentioned\"."),
        ["Sixty conditions can be ticked"] = (WithConditions(59), "conditions[61]", "Readers can tick 60 conditions at most. Archive one"),
        ["A criterion is answered once"] = (
            WithRolling(t => t with { Answers = [.. t.Answers, t.Answers[0]] }), "treatments[1].answers[6].criterion",
            "named a second time"),
        ["A concern is judged once"] = (
            WithRolling(t => t with { Concerns = [t.Concerns[1], t.Concerns[1]] }), "treatments[1].concerns[1].concern",
            "named a second time"),
        ["An author is a clinician"] = (
            WithRolling(t => t with { Author = "gone" }), "treatments[1].author", "No clinician goes by \"gone\""),
        ["A contrast names treatments"] =
            (WithContrast(c => c with { Between = ["rolling", "zap"] }), "contrasts[0].between[1]", "No treatment goes by \"zap\""),
        ["A passage names criteria"] = (
            WithContrast(c => c with { Passages = [c.Passages[0] with { Criteria = [new() { Criterion = "gone" }] }] }),
            "contrasts[0].passages[0].criteria[0].criterion", "No criterion goes by"),
        ["A claim cites the registry"] =
            (WithContrast(c => c with { ClinicsSaySources = ["gone"] }), "contrasts[0].clinics-say-sources[0]", "No source goes by"),
        ["A number stands in a cell of the table"] = (
            WithNumber(n => n with { Places = [new() { Treatment = "rolling", Criterion = "gone" }] }), "numbers[0].places[0].criterion",
            "No criterion goes by"),
        ["A number stands in a cell once"] =
            (WithNumber(n => n with { Places = [n.Places[0], n.Places[0]] }), "numbers[0].places[1]", "second time"),
        ["A number's concern exists"] = (WithNumber(n => n with { Concern = "gone" }), "numbers[0].concern", "No concern goes by"),
        ["A common comparison names treatments"] =
            (WithComparison("rolling", "gone"), "clinic.common-comparisons[0][1]", "No treatment goes by"),

        ["A common comparison has two to four treatments"] =
            (WithComparison("rolling"), "clinic.common-comparisons[0]", "Name two, three or four"),
        ["A common comparison can be opened"] = (
            WithComparison("rolling", "rinsing"), "clinic.common-comparisons[0][1]",
            "“Rinsing” is archived. Under \"Comparisons on the home page\", choose another treatment or remove that comparison."),
        ["Doing nothing is one treatment"] =
            (WithRolling(t => t with { Baseline = true }), "treatments[1].baseline",
            "“Nothing” already stands for doing nothing, and only one treatment can. Untick \"This stands for doing nothing\" on "
                + "one of the two."),
        ["Only what is archived is replaced"] =
            (WithRolling(t => t with { ReplacedBy = "soaking" }), "treatments[1].replaced-by", "Only something archived"),
        ["What replaces is not archived"] = (
            Content with { Concerns = [.. Content.Concerns.SkipLast(1), Content.Concerns[2] with { ReplacedBy = "dimness" }] },
            "concerns[2].replaced-by",
            "Patients would be sent to “Dimness”, which is archived too. Choose another under \"What should patients read instead?\"."),
        ["A treatment is reviewed again within five years"] = (
            WithRolling(t => t with { ReviewMonths = 61 }), "treatments[1].review-months",
            "\"Months until a review is due again\" must be a whole number from 1 to 60. Correct it, or leave it empty."),
        ["An answer is not due the day it is signed"] = (
            WithCriterion("pain", c => c with { ReviewMonths = 0 }), "criteria[3].review-months", "from 1 to 60"),
        ["The clinic reviews again within five years"] = (
            Content with { Clinic = Content.Clinic with { ReviewMonths = -1 } }, "clinic.review-months", "from 1 to 60"),

        ["A scale has steps"] = (WithCriterion("pain", c => c with { Steps = [En("None")] }), "criteria[3]", "needs at least two steps"),
        ["Only scales and bands have steps"] =
            (WithCriterion("what", c => c with { Steps = [En("a"), En("b")] }), "criteria[0].steps",
            "“Question about what?” is not answered by steps. Clear \"Steps\", or change \"How it is answered\" to \"By steps of a scale\" "
                + "or \"By price bands\"."),
        ["A role belongs to one criterion"] = (
            WithCriterion("pain", c => c with { Role = CriterionRole.What }), "criteria[3].role",
            "“Question about what?” and “Question about pain?” both have the role “what it is”. Only one question can have it. Choose "
                + "another role, or \"No special role\", for the other."),
        ["A role is measured as it is meant"] = (
            WithCriterion("pain", c => c with { Role = CriterionRole.Duration }), "criteria[3].role",
            "“Question about pain?” has the role “how long a result lasts”, which needs answers by a length of time. Choose \"No special "
                + "role\" under \"Its role\", or change \"How it is answered\" to \"By a length of time\"."),
        ["Only counts have a unit"] =
            (WithCriterion("pain", c => c with { Unit = new() { One = En("a"), Many = En("b") } }), "criteria[3].unit",
            "is not answered with a number of times. Clear \"The word for one\" and \"The word for several\"."),
        ["Only times are over"] =
            (WithCriterion("pain", c => c with { WhenOver = En("it is over") }), "criteria[3].when-over",
            "is not answered with a length of time. Clear \"How a sentence says that this time is over\"."),
        ["A word for what is counted is short"] = (
            WithCriterion("sessions", c => c with { Unit = new() { One = En(new('a', 41)), Many = En("b") } }), "criteria[1].unit.one",
            "40 characters or fewer"),
        ["When to get help is quoted"] = (
            WithAnswer("what", a => a with { GetHelp = En("Call us.") }), "treatments[1].answers[0].get-help.en",
            "“Call us.” is under \"When to get help\", but the answer does not say it in these words. Copy the whole sentence from the "
                + "answer again, or remove it."),
        ["When to get help is quoted in whole sentences"] =
            (WithAnswer("what", a => a with { GetHelp = En("A roller") }), "treatments[1].answers[0].get-help.en",
            "“A roller” is under \"When"),
        ["When to get help is quoted in its language"] = (
            WithAnswer("what", a => a with { GetHelp = new([new("tr", "A roller rolls.")]) }), "treatments[1].answers[0].get-help.tr",
            "the answer does not say it in these words"),
        ["Priorities count from 1"] = (WithCriterion("what", c => c with { Priority = 0 }), "criteria[0].priority",
            "“Question about what?”: \"Place among the first questions\" must be 1 or more. Correct it, or leave it empty."),

        ["A cell says something or why not"] =
            (WithAnswer("what", a => a with { Text = null }), "treatments[1].answers[0]", "is empty. Write a text"),
        ["A value has no reason to be missing"] =
            (WithAnswer("onset", a => a with { Absence = Absence.NotKnown }), "treatments[1].answers[2].absence",
            "This answer has a measured value and a reason why there is none. Clear one of them."),
        ["Prose takes no value"] = (
            WithValue("what", new ValuePart { Min = 1 }), "treatments[1].answers[0].value",
            "“Question about what?” is answered by text alone. Remove the measured value, and write it in the text."),
        ["A value has a part"] = (WithValue("onset"), "treatments[1].answers[2].value.parts", "has no parts"),
        ["A part has an end"] =
            (WithValue("sessions", new ValuePart { Approximate = true }), "treatments[1].answers[1].value.parts[0]",
            "This measured value has no figure. Fill in \"From\", \"To\" or both."),
        ["A range goes up"] =
            (WithValue("sessions", new ValuePart { Min = 2.5m, Max = 1 }), "treatments[1].answers[1].value.parts[0].min",
            "\"From\" is higher than \"To\". Swap them."),
        ["A value is not below 0"] =
            (WithValue("sessions", new ValuePart { Min = -1 }), "treatments[1].answers[1].value.parts[0]", "below 0"),
        ["A duration has a unit"] =
            (WithValue("onset", new ValuePart { Min = 1 }), "treatments[1].answers[2].value.parts[0]",
            "A length of time needs a unit. Choose one: minutes, hours, days, weeks, months or years."),
        ["Nothing else has a unit"] = (
            WithValue("sessions", new ValuePart { Min = 1, Unit = Unit.Day }), "treatments[1].answers[1].value.parts[0].unit",
            "“Question about sessions?” does not ask for a length of time. Remove the unit."),
        ["A scale is answered in its steps"] =
            (WithValue("pain", new ValuePart { Min = 1, Max = 3 }), "treatments[1].answers[3].value.parts[0]",
            "“Question about pain?” is answered by steps, numbered from 0 to 2. Choose one of them."),
        ["A step is whole"] = (
            WithValue("pain", new ValuePart { Min = 0.5m }), "treatments[1].answers[3].value.parts[0]", "by steps, numbered"),
        ["Yes is 1 and no is 0"] =
            (WithValue("repeat", new ValuePart { Min = 2 }), "treatments[1].answers[5].value.parts[0]", "from 0 to 1"),
        ["Parts are told apart"] = (
            WithValue("sessions", new ValuePart { Min = 1 }, new ValuePart { Min = 2 }), "treatments[1].answers[1].value.parts[1]",
            "Two measured values of this answer do not say which variant they are for. Fill in \"For which variant\" for each, or keep "
                + "only one."),

        ["Studied means a certainty"] = (
            WithRolling(t => t with { Concerns = [t.Concerns[0] with { Certainty = null }] }), "treatments[1].concerns[0]",
            "This is marked as studied. Say what the studies found and how sure we are: answer \"What do the studies say?\" and \"How sure "
                + "are we?\", or change \"Do clinics offer it for this?\"."),
        ["Only studies compare"] = (
            WithRolling(t => t with { Concerns = [t.Concerns[1] with { Comparator = En("soaking") }] }),
            "treatments[1].concerns[0].comparator",
            "This says what it was compared with, but not that it has been studied. Choose \"Yes, and it has been studied\", or "
                + "clear \"Compared with what?\"."),
        ["What it was compared with fits a sentence"] = (
            WithRolling(t => t with { Concerns = [t.Concerns[0] with { Comparator = En(new('a', 121)) }] }),
            "treatments[1].concerns[0].comparator", "to 120 characters"),
        ["A certainty means studied"] = (
            WithRolling(t => t with { Concerns = [t.Concerns[1] with { Certainty = Certainty.Low }] }), "treatments[1].concerns[0]",
            "This says what studies found, or how sure we are, but not that it has been studied. Choose \"Yes, and it has been studied\", "
                + "or set these two to \"Nothing stated\" and \"Not yet reviewed\"."),

        ["A contrast has two sides"] = (WithContrast(c => c with { Between = ["rolling"] }), "contrasts[0].between",
            "A written comparison is about two treatments. Name two."),
        ["A contrast stands in one order"] =
            (WithContrast(c => c with { Between = ["soaking", "rolling"] }), "contrasts[0].between",
            "Name the two treatments in alphabetical order: [rolling, soaking]."),
        ["A contrast is not with itself"] =
            (WithContrast(c => c with { Between = ["rolling", "rolling"] }), "contrasts[0].between[1]", "named a second time"),
        ["A pair is contrasted once"] =
            (Content with { Contrasts = [Content.Contrasts[0], Content.Contrasts[0]] }, "contrasts[1].between",
            "There is already a written comparison of \"rolling\" and \"soaking\". Put both texts into one."),
        ["A verdict does not contradict typed values"] = (
            With(
                t => t.Slug is "rolling" or "soaking",
                t =>
                    t with
                    {
                        Answers =
                            [new() { Criterion = "sessions", Text = En("3"), Value = new() { Parts = [new() { Min = 3, Max = 3 }] } }],
                    })
                with
            {
                Contrasts = [
                        Content.Contrasts[0] with
                        {
                            Passages = [
                                Content.Contrasts[0].Passages[0] with
                                {
                                    Criteria = [new() { Criterion = "sessions", Verdict = EditorVerdict.Differs }],
                                }],
                        }],
                Numbers = [],
            },
            "contrasts[0].passages[0].criteria[0].verdict",
            "the measured values of the two treatments are the same, but your verdict is “They differ”. Correct the values in the answers, "
                + "or change \"Your verdict\"."),
        ["A passage stands somewhere"] = (
            WithContrast(c => c with { Passages = [c.Passages[0] with { Criteria = [] }] }), "contrasts[0].passages[0].criteria",
            "does not belong to a question, so no page would show it. Choose one under \"It belongs to the question\"."),

        ["A number has a source"] = (WithNumber(n => n with { Sources = [] }), "numbers[0].sources", "has no source"),
        ["A number has a rate or a reason"] = (
            WithNumber(n => n with { Denominator = null }), "numbers[0]",
            "fill in either \"Out of how many\" or \"If no rate is known: why\", not both."),
        ["A number has no rate and a reason"] =
            (WithNumber(n => n with { NoRate = En("why") }), "numbers[0]", "fill in either \"Out of how many\" or"),
        ["Where no rate is known there are no arms"] = (
            WithNumber(n => n with { NoRate = En("why"), Denominator = null }),
            "numbers[0].no-rate", "Remove one of them"),
        ["A rate has a time"] = (WithNumber(n => n with { Time = null }), "numbers[0]", "over what time"),
        ["A rate has arms"] = (WithNumber(n => n with { Arms = [] }), "numbers[0]", "not to how many"),
        ["A count fits its denominator"] = (WithArm(a => a with { Count = 101 }), "numbers[0].arms[0].count", "101 of 100 is not possible"),
        ["Events fit their total"] = (WithArm(a => a with { Events = 51 }), "numbers[0].arms[0].events", "51 of 50 is not possible"),
        ["Events come with a total"] = (WithArm(a => a with { Total = null }), "numbers[0].arms[0]", "needs both figures"),
        ["A raw number is what was counted"] = (
            WithNumber(n => n with { Raw = true }),
            "numbers[0].arms[0]", "shows the real group of 100, and here 50 were counted"),
        ["A count is the rounded share of what was counted"] = (
            WithArm(a => a with { Count = 73, Events = 44, Total = 120 }),
            "numbers[0].arms[0]", "\"Rolling\": 44 of 120 is 37 of 100, not 73."),
        ["Fewer than fifty are not scaled"] = (
            WithArm(a => a with { Count = 27, Events = 3, Total = 11 }),
            "numbers[0].arms[0]", "3 of 11 is shown as it is"),
        ["A range of counts goes up"] = (
            WithArm(a => a with { Count = null, Min = 90, Max = 75 }),
            "numbers[0].arms[0].min", "from 90 to 75"),
        ["A denominator is at least 1"] =
            (WithNumber(n => n with { Denominator = 0, Arms = [n.Arms[1]] }), "numbers[0].denominator",
            "\"Out of how many\" must be 1 or more."),

        ["A DOI is one"] = (
            WithSource(s => s with { Doi = "doi:10.1000/x" }), "sources[0].doi",
            "\"doi:10.1000/x\" is not a DOI. A DOI begins with \"10.\" and has no spaces, for example 10.1000/182."),
        ["A DOI has no spaces"] = (WithSource(s => s with { Doi = "10.1000/x y" }), "sources[0].doi", "is not a DOI"),
        ["A PMID is digits"] = (
            WithSource(s => s with { Pmid = "PMC12" }), "sources[0].pmid",
            "\"PMC12\" is not a PubMed number. Write only its digits, for example 23963501."),
        ["An address is whole"] = (
            WithSource(s => s with { Url = "www.example.org" }), "sources[0].url",
            "\"www.example.org\" is not a web address. Write the whole address, starting with \"https://\"."),
        ["An address is no script"] = (WithSource(s => s with { Url = "javascript:alert(1)" }), "sources[0].url", "is not a web address"),
        ["A year is one"] = (
            WithSource(s => s with { Year = 20 }), "sources[0].year",
            "20 is not a year of publication. Write four digits, or leave the year empty."),
        ["A year is not far off"] = (WithSource(s => s with { Year = 2101 }), "sources[0].year", "2101 is not a year of publication."),

        ["A text has a language"] = (WithRolling(t => t with { Name = LocalText.Empty }), "treatments[1].name", EmptyText),
        ["A language has a name"] = (
            WithRolling(t => t with { Name = new([new("English", "Rolling")]) }), "treatments[1].name.English",
            "not the name of a language"),
        ["A text is not blank"] = (WithRolling(t => t with { Summary = En(" \n") }), "treatments[1].summary.en", EmptyText),
        ["A text is no longer than a page holds"] =
            (WithRolling(t => t with { Summary = En(new('a', TextLimit.Prose + 1)) }), "treatments[1].summary.en", "Shorten it to 4000"),
        ["A text has no control characters"] =
            (WithRolling(t => t with { Summary = En("a\tb") }), "treatments[1].summary.en", NotShown),
        ["A text has no half characters"] =
            (WithRolling(t => t with { Summary = En("a\ud83d") }), "treatments[1].summary.en", NotShown),
        ["Every text is looked at"] =
            (WithValue("sessions", new ValuePart { Min = 1, Note = En("") }), "treatments[1].answers[1].value.parts[0].note.en", EmptyText),
        ["A line is one line"] = (WithSource(s => s with { Reference = "a\nb" }), "sources[0].reference",
            "This text contains a line break, or a character that cannot be shown, perhaps from a paste. Type it again on one line."),
        ["A line is not blank"] = (WithSource(s => s with { Note = "" }), "sources[0].note", EmptyText),
        ["A name fits a column"] = (
            WithRolling(t => t with { Name = En(new('a', TextLimit.Of<TreatmentEntry>(entry => entry.Name) + 1)) }), "treatments[1].name",
            "too long"),
        ["The clinic's name fits its header"] =
            (Content with { Clinic = Content.Clinic with { Name = En(new('a', 121)) } }, "clinic.name", "too long"),
    };

    public static TheoryData<string> Rules => [.. Broken.Keys];

    [Fact]
    public void The_small_clinic_breaks_no_rule() => Assert.Empty(ContentRules.Check(Content));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_catalogue_keeps_the_rules(string rule)
    {
        var (content, path, message) = Broken[rule];

        Assert.Contains(ContentRules.Check(content), problem => problem.Path == path && problem.Message.Contains(message));
    }

    [Fact]
    public void A_comparison_on_the_home_page_is_refused_by_the_name_of_the_archived_treatment()
    {
        var clinic = Content.Clinic with { CommonComparisons = [["rolling", "rinsing"]] };

        var problem = Assert.Single(ContentRules.CheckClinic(clinic, [("rinsing", En("Rinsing"))]));

        Assert.StartsWith("“Rinsing” is archived. ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_is_one_of_those_that_there_are()
    {
        var content = WithRolling(treatment => treatment with { Picture = "wheel" });

        Assert.Empty(ContentRules.Check(content, new(["spring", "wheel"])));
        var problem = Assert.Single(ContentRules.Check(content, new(["spring", "well"])));
        Assert.Equal("treatments[1].picture", problem.Path);
        Assert.Contains("no drawing \"wheel\". Use one of spring, well", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_archived_treatment_said_is_kept_when_a_criterion_changes() =>
        Assert.Empty(ContentRules.Check(WithCriterion("onset", criterion => criterion with { Kind = ValueKind.Prose }) with
        {
            Treatments = [
                .. Content.Treatments.Select(treatment =>
                    treatment.Answers.Count > 0 ? treatment with { Archived = true } : treatment with { ReplacedBy = null })],
            Clinic = Content.Clinic with { CommonComparisons = [] },
        }));

    [Fact]
    public void What_is_archived_keeps_no_role_for_itself() =>
        Assert.Empty(
            ContentRules.Check(
                Content with { Criteria = [.. Content.Criteria, Content.Criteria[0] with { Slug = "what-once", Archived = true }] }));

    [Fact]
    public void A_value_with_one_part_that_is_not_labelled_is_the_usual_case_beside_a_special_one() =>
        Assert.Empty(ContentRules.Check(WithValue("sessions", new ValuePart { Min = 1 }, new ValuePart { Min = 2, Label = En("deep") })));

    private static ClinicContent WithValue(string criterion, params ValuePart[] parts) =>
        WithAnswer(criterion, answer => answer with { Value = Value(parts) });

    private static ClinicContent WithCriterion(string slug, Func<CriterionEntry, CriterionEntry> change) =>
        Content with { Criteria = [.. Content.Criteria.Select(criterion => criterion.Slug == slug ? change(criterion) : criterion)] };

    // Beside the two of the small clinic that are in use and the one that is not.
    private static ClinicContent WithConditions(int more) => Content with
    {
        Conditions =
        [
            .. Content.Conditions,
            .. Enumerable.Range(1, more)
            .Select(number => new ConditionEntry { Slug = $"condition-{number}", Name = En($"Condition {number}") }),
        ],
    };

    private static AnswerConditionEntry AskFirst(string condition) => new() { Condition = condition, Means = ConditionMeaning.AskFirst };

    private static ClinicContent WithContrast(Func<ContrastEntry, ContrastEntry> change) =>
        Content with { Contrasts = [change(Content.Contrasts[0])] };

    private static ClinicContent WithNumber(Func<OutcomeNumberEntry, OutcomeNumberEntry> change) =>
        Content with { Numbers = [change(Content.Numbers[0])] };

    private static ClinicContent WithArm(Func<OutcomeArmEntry, OutcomeArmEntry> change) =>
        WithNumber(number => number with { Arms = [change(number.Arms[0])] });

    private static ClinicContent WithSource(Func<SourceEntry, SourceEntry> change) =>
        Content with { Sources = [change(Content.Sources[0]), .. Content.Sources.Skip(1)] };

    private static ClinicContent WithComparison(params string[] treatments) =>
        Content with { Clinic = Content.Clinic with { CommonComparisons = [treatments] } };
}
