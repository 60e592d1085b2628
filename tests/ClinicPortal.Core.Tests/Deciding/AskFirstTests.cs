using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Deciding;

public class AskFirstTests
{
    // Words of the reasons that name no condition of the reader's: what joins the others or says more about them, what the clinic finds out
    // (donor hair, age, body shaping), or what the page says at its head (a wound that does not heal).
    private static readonly HashSet<string> LeftOver =
    [
        .. "tell also the clinic if you have had a an any about or and are is in of to at as be for take not such that do these".Split(' '),
        .. "need during unless your doctor agrees".Split(' '),
        .. "active recent serious certain often last 6 months tendency area skin sun many peels ingredient lidocaine".Split(' '),
        .. "make sensitive light now under control".Split(' '),
        .. "some body shaping too little donor advised very young age wounds heal signs medical care".Split(' '),
    ];

    // By which of their words the texts of the sample clinic mention a condition, as somebody found who read them.
    private static readonly Dictionary<string, string> SampleWords = new()
    {
        ["pregnancy"] = "pregnant pregnancy",
        ["breastfeeding"] = "breastfeeding",
        ["blood-thinners"] = "blood thinners",
        ["bleeding"] = "blood platelet bleeding problem problems",
        ["allergy"] = "allergy",
        ["infection"] = "infection open sores",
        ["immune"] = "immune",
        ["medicines"] = "medicines",
        ["cold-sores"] = "cold sores",
        ["acne"] = "acne",
        ["tan"] = "tan",
        ["scars"] = "raised badly scars",
        ["isotretinoin"] = "isotretinoin",
        ["cancer"] = "cancer",
        ["illness"] = "long term illness illnesses heart lung kidney liver disease",
        ["blood-pressure"] = "high blood pressure",
        ["veins"] = "swelling redness inflammation vein",
        ["nerve-muscle"] = "nerve muscle illness myasthenia gravis",
        ["unwell"] = "feeling unwell",
        ["changing-hair-loss"] = "patchy hair loss alopecia areata changing fast",
    };

    [Theory]
    [InlineData("prp", "pregnancy breastfeeding blood-thinners bleeding infection cancer illness", "")]
    [InlineData("mesotherapy", "pregnancy breastfeeding blood-thinners bleeding allergy infection immune scars", "allergy")]
    [InlineData("microneedling", "pregnancy bleeding infection cold-sores acne scars isotretinoin", "cold-sores")]
    [InlineData("ha-filler", "pregnancy breastfeeding bleeding allergy infection", "allergy")]
    [InlineData("botulinum", "pregnancy breastfeeding infection medicines nerve-muscle unwell", "")]
    [InlineData("peel-superficial", "pregnancy breastfeeding infection cold-sores tan scars isotretinoin", "cold-sores skin-colour")]
    [InlineData("peel-medium", "pregnancy breastfeeding infection cold-sores tan scars isotretinoin", "cold-sores skin-colour")]
    [InlineData("laser-fractional", "pregnancy infection medicines cold-sores tan scars isotretinoin", "cold-sores skin-colour")]
    [InlineData("carboxytherapy", "pregnancy illness blood-pressure veins", "")]
    [InlineData("hair-transplant", "bleeding illness changing-hair-loss", "")]
    [InlineData("no-treatment", "infection cancer", "changing-hair-loss")]
    public void Each_cell_of_the_sample_clinic_mentions_these_and_no_others(string treatment, string reasons, string risks)
    {
        Assert.Equal(reasons, MentionedBy(treatment, CriterionRole.NotSuitable));
        Assert.Equal(risks, MentionedBy(treatment, CriterionRole.SeriousRisks));
    }

    [Fact]
    public void No_reason_of_the_sample_clinic_is_missed() =>
        Assert.Empty(
            from treatment in SampleClinic.Edition.Treatments
            let answer = SampleClinic.Edition.FindAnswer(treatment.Slug, CriterionRole.NotSuitable)!
            let mentioned = answer.Conditions.SelectMany(mention => SampleWords[mention.Condition].Split(' '))
            from word in Regex.Matches(answer.Text!.ToString().ToLowerInvariant(), @"\w+").Select(match => match.Value)
            where !LeftOver.Contains(word) && !mentioned.Contains(word)
            select $"{treatment.Slug}: {word}");

    /// <summary>Whether it is more or less than that, only a clinician can say.</summary>
    [Fact]
    public void Every_mention_of_the_sample_clinic_means_ask_first() =>
        Assert.All(
            SampleClinic.Content.Treatments.SelectMany(treatment => treatment.Answers).SelectMany(answer => answer.Conditions),
            mention => Assert.Equal(ConditionMeaning.AskFirst, mention.Means));

    [Fact]
    public void What_can_be_ticked_is_what_a_column_mentions_and_what_always_stands_there() =>
        Assert.All(EveryComparison.All, comparison =>
        {
            var mentioned = comparison.Columns.SelectMany(column => column.Answers).SelectMany(answer => answer.Conditions)
                .Select(mention => mention.Condition).ToHashSet();
            Assert.Equal(
                SampleClinic.Content.Conditions.Where(condition => condition.Always || mentioned.Contains(condition.Slug)),
                AskFirst.Of(SampleClinic.Edition, comparison).Items.Select(item => item.Condition));
        });

    [Fact]
    public void The_core_list_of_the_sample_clinic_stands_on_every_comparison() =>
        Assert.Equal(
            "pregnancy breastfeeding blood-thinners bleeding allergy infection immune medicines",
            string.Join(' ', SampleClinic.Content.Conditions.Where(condition => condition.Always).Select(condition => condition.Slug)));

    [Fact]
    public void Each_line_tells_of_every_option_whether_an_answer_mentions_it()
    {
        var items = AskFirst.Of(SampleClinic.Edition, EveryComparison.Of("prp mesotherapy carboxytherapy")).Items
            .ToDictionary(item => item.Condition.Slug, Lines);

        Assert.Equal(
            ["Mesotherapy and PRP: ask the clinic first. not-suitable", "Carboxytherapy: not mentioned. Ask the clinic all the same. "],
            items["breastfeeding"]);
        Assert.Equal(["Carboxytherapy, mesotherapy and PRP: ask the clinic first. not-suitable"], items["pregnancy"]);
        Assert.Equal(
            [
                "Mesotherapy: ask the clinic first. serious-risks not-suitable",
                "Carboxytherapy and PRP: not mentioned. Ask the clinic all the same. ",
            ],
            items["allergy"]);
        Assert.Equal(["Carboxytherapy, mesotherapy and PRP: not mentioned. Ask the clinic all the same. "], items["medicines"]);
    }

    [Theory]
    [InlineData(ConditionMeaning.DoNot, "not suitable for you.", "not suitable for you.")]
    [InlineData(ConditionMeaning.AskFirst, "ask the clinic first.", "ask the clinic first.")]
    [InlineData(ConditionMeaning.NoReasonAgainst, "this is no reason against it.", "this is no reason against them.")]
    public void A_sentence_reads_right_of_one_two_and_three_options(ConditionMeaning means, string ofOne, string ofMore)
    {
        const string Silent = "Ask the clinic all the same.";

        Assert.Equal([$"PRP: {ofOne}", $"Mesotherapy and microneedling: not mentioned. {Silent}"], Sentences(("prp", [means])));
        Assert.Equal(
            [$"Mesotherapy and PRP: {ofMore}", $"Microneedling: not mentioned. {Silent}"],
            Sentences(("prp", [means]), ("mesotherapy", [means])));
        Assert.Equal(
            [$"Mesotherapy, microneedling and PRP: {ofMore}"],
            Sentences(("prp", [means]), ("mesotherapy", [means]), ("microneedling", [means])));
    }

    [Theory]
    [InlineData(ConditionMeaning.AskFirst, ConditionMeaning.DoNot, "PRP: not suitable for you. pain")]
    [InlineData(ConditionMeaning.NoReasonAgainst, ConditionMeaning.AskFirst, "PRP: ask the clinic first. pain")]
    [InlineData(ConditionMeaning.DoNot, ConditionMeaning.NoReasonAgainst, "PRP: not suitable for you. serious-risks")]
    [InlineData(ConditionMeaning.AskFirst, ConditionMeaning.AskFirst, "PRP: ask the clinic first. serious-risks pain")]
    public void Of_several_answers_of_one_option_the_strongest_counts_and_is_pointed_at(
        ConditionMeaning risks, ConditionMeaning pain, string line) =>
        Assert.Equal(line, Lines(Ticked(("prp", [risks, pain])).Items.Single())[0]);

    [Fact]
    public void The_strongest_comes_first_and_silence_last() => Assert.Equal(
        [
            "PRP: not suitable for you.",
            "Microneedling: this is no reason against it.",
            "Mesotherapy: not mentioned. Ask the clinic all the same.",
        ],
        Sentences(("microneedling", [ConditionMeaning.NoReasonAgainst]), ("prp", [ConditionMeaning.DoNot])));

    [Fact]
    public void Doing_nothing_is_named_only_where_its_own_answers_mention_it()
    {
        Assert.DoesNotContain(Sentences(), sentence => sentence.Contains("treatment", StringComparison.Ordinal));
        Assert.Equal(
            "No treatment: see a doctor about this, whatever you choose, if none has looked at it yet.",
            Sentences(("no-treatment", [ConditionMeaning.AskFirst]))[0]);
    }

    [Fact]
    public void What_is_archived_cannot_be_ticked_and_marks_no_cell()
    {
        var (asked, edition, comparison) = Asking(condition => condition with { Archived = true }, ("prp", [ConditionMeaning.DoNot]));

        Assert.Empty(asked.Items);
        Assert.Empty(asked.NotesOf(Cell(edition, "prp", "serious-risks")));
        Assert.Equal(3, comparison.Options.Count);
    }

    [Fact]
    public void A_place_is_counted_among_those_in_use()
    {
        var conditions = SampleClinic.Content.Conditions;
        var content = SampleClinic.Content with { Conditions = [conditions[0] with { Archived = true }, .. conditions.Skip(1)] };
        var edition = ExampleEdition.Of(content);
        var comparison = Of(edition, "prp", "hair-transplant");

        var items = AskFirst.Of(edition, comparison).Items;

        Assert.Equal(1, items[0].Slot);
        Assert.Equal("breastfeeding", items[0].Condition.Slug);
        Assert.Equal(content.Conditions.Count - 1, items.Single(item => item.Condition.Slug == "changing-hair-loss").Slot);
    }

    [Fact]
    public void Every_option_is_named_once_in_every_line_and_none_is_called_safe() =>
        Assert.All(EveryComparison.All, comparison => Assert.All(AskFirst.Of(SampleClinic.Edition, comparison).Items, item =>
        {
            var said = string.Join(' ', item.Lines.Select(line => line.Sentence));
            Assert.All(comparison.Options.Where(option => !option.Baseline), option =>
                Assert.Single(Regex.Matches(said, $@"\b{Regex.Escape(RunningText.NameOf(option))}\b", RegexOptions.IgnoreCase)));
            Assert.Matches(
                @"^(\p{Lu}[\p{L}\d ,]+: (ask the clinic first|see a doctor about this, whatever you choose, if none has looked at it yet"
                    + @"|not mentioned\. Ask the clinic all the same)\. ?)+$", said);
            Assert.All(item.Lines, line => Assert.Equal(line.Means is null, line.SaidIn.Count == 0));
            Assert.DoesNotContain("safe", said, StringComparison.OrdinalIgnoreCase);
        }));

    [Theory]
    [InlineData(ConditionMeaning.DoNot, "You ticked “A recent tan”: not suitable for you.")]
    [InlineData(ConditionMeaning.AskFirst, "You ticked “A recent tan”: ask the clinic first.")]
    [InlineData(ConditionMeaning.NoReasonAgainst, "You ticked “A recent tan”: this is no reason against it.")]
    public void A_note_in_a_cell_names_what_was_ticked_and_what_this_answer_means(ConditionMeaning means, string note)
    {
        var (asked, edition, _) = Asking(condition => condition, ("prp", [ConditionMeaning.DoNot, means]));

        Assert.Equal([note], asked.NotesOf(Cell(edition, "prp", "pain")).Select(one => one.Sentence));
        Assert.Empty(asked.NotesOf(Cell(edition, "prp", "onset")));
        Assert.Empty(asked.NotesOf(new(edition.FindTreatment("prp")!, null, [])));
    }

    [Fact]
    public void A_note_in_a_cell_of_doing_nothing_leads_to_a_doctor()
    {
        var (asked, edition, _) = Asking(condition => condition, ("no-treatment", [ConditionMeaning.AskFirst]));

        Assert.Equal(
            "You ticked “A recent tan”: see a doctor about this, whatever you choose, if none has looked at it yet.",
            asked.NotesOf(Cell(edition, "no-treatment", "serious-risks")).Single().Sentence);
    }

    private static ComparisonCell Cell(Edition edition, string treatment, string criterion) =>
        new(edition.FindTreatment(treatment)!, edition.FindAnswer(treatment, criterion), []);

    private static string MentionedBy(string treatment, CriterionRole role) =>
        string.Join(' ', SampleClinic.Edition.FindAnswer(treatment, role)!.Conditions.Select(mention => mention.Condition));

    private static List<string> Lines(AskFirstItem item) =>
        [.. item.Lines.Select(line => $"{line.Sentence} {string.Join(' ', line.SaidIn.Select(asked => asked.Slug))}")];

    private static List<string> Sentences(params (string Treatment, ConditionMeaning[] Means)[] mentions) =>
        [.. Ticked(mentions).Items.Single().Lines.Select(line => line.Sentence)];

    private static AskFirst Ticked(params (string Treatment, ConditionMeaning[] Means)[] mentions) =>
        Asking(condition => condition, mentions).Asked;

    /// <summary>Three options of the example, with what the answers of each on serious risks and on pain mean for a recent tan.</summary>
    private static (AskFirst Asked, Edition Edition, Comparison Comparison) Asking(
        Func<ConditionEntry, ConditionEntry> change, params (string Treatment, ConditionMeaning[] Means)[] mentions)
    {
        string[] asked = ["serious-risks", "pain"];
        var edition = ExampleEdition.With(content => content with
        {
            Conditions = [change(new() { Slug = "tan", Name = Text("A recent tan"), Always = true })],
            Treatments =
            [
                .. content.Treatments.Select(treatment => mentions.Where(mention => mention.Treatment == treatment.Slug)
                    .SelectMany(mention => asked.Zip(mention.Means))
                    .Aggregate(treatment, (changed, mention) => Mentioning(changed, mention.First, mention.Second))),
            ],
        });
        var comparison = Of(edition, "prp", "mesotherapy", "microneedling");
        return (AskFirst.Of(edition, comparison), edition, comparison);
    }

    private static Comparison Of(Edition edition, params string[] slugs) =>
        Comparison.Of(edition, ComparisonAddress.Of(edition, [.. slugs.Select(slug => edition.FindTreatment(slug)!)]));

    private static TreatmentEntry Mentioning(TreatmentEntry treatment, string criterion, ConditionMeaning means)
    {
        var answer = treatment.Answers.FirstOrDefault(one => one.Criterion == criterion) ?? Prose(criterion, "Something.");
        return treatment with
        {
            Answers =
            [
                .. treatment.Answers.Where(one => one.Criterion != criterion),
                answer with { Conditions = [new() { Condition = "tan", Means = means }] },
            ],
        };
    }
}
