using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Checks;

/// <summary>What whoever publishes is told that patients would look for and not find, or could not check.</summary>
public class GapRulesTests
{
    private static readonly ClinicContent Sample = SampleClinic.Content;

    [Fact]
    public void A_treatment_that_answers_nothing_is_named_once_and_leads_to_its_page()
    {
        var content = Sample with
        {
            Treatments =
            [
                .. Sample.Treatments,
                new() { Slug = "new", Name = LocalText.English("Newness"), Summary = LocalText.English("New.") },
            ],
        };

        var found = Assert.Single(New(content));

        Assert.StartsWith("Newness answers no question yet.", found.Message, StringComparison.Ordinal);
        Assert.Equal("treatments/new", found.RowIn(content));
    }

    [Theory]
    [InlineData(1, "for “{0}”. ")]
    [InlineData(2, "for “{0}” and “{1}”. ")]
    [InlineData(5, "for “{0}”, “{1}”, “{2}” and 2 more. ")]
    public void Questions_without_an_answer_and_without_a_reason_are_named(int count, string words)
    {
        var gone = Sample.Criteria.Where(criterion => !criterion.Archived).Take(count).ToList();
        var content = WithPrp(prp => prp with
        {
            Answers = [.. prp.Answers.Where(answer => gone.TrueForAll(criterion => criterion.Slug != answer.Criterion))],
        });

        var found = Assert.Single(New(content)).Message;

        Assert.Contains(string.Format(null, words, [.. gone.Select(criterion => criterion.Term)]), found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_is_as_good_as_an_answer() =>
        Assert.Empty(New(WithAnswer(
            CriterionRole.Pain, answer => new() { Criterion = answer.Criterion, Absence = Absence.NotKnown })));

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void A_figure_has_a_source_or_is_marked_to_be_confirmed(bool source, bool toBeConfirmed, bool told)
    {
        var content = WithAnswer(CriterionRole.Sessions, answer => answer with
        {
            Sources = source ? [Sample.Sources[0].Key] : [],
            ToBeConfirmed = toBeConfirmed,
        });

        Assert.NotNull(Prp(content).Answers.Single(answer => answer.Criterion == Asked(CriterionRole.Sessions)).Value);
        Assert.Equal(told, New(content).Any(problem => problem.Message.Contains("gives a figure without a source", StringComparison.Ordinal)
            && problem.RowIn(content) == $"treatments/prp/answers/{Asked(CriterionRole.Sessions)}"));
    }

    [Fact]
    public void What_studies_found_has_a_source()
    {
        var concern = Prp(Sample).Concerns.First(evidence => evidence.Offer == ConcernOffer.Studied).Concern;
        var content = WithPrp(prp => prp with
        {
            Concerns = [.. prp.Concerns.Select(evidence =>
                evidence.Concern == concern ? evidence with { Sources = [], ToBeConfirmed = false } : evidence)],
        });

        var found = Assert.Single(New(content));

        Assert.EndsWith(
            " has no source. Tick the studies under “Sources”, or tick “To be confirmed by a clinician”.", found.Message,
            StringComparison.Ordinal);
        Assert.Equal($"treatments/prp/concerns/{concern}", found.RowIn(content));
    }

    [Fact]
    public void A_treatment_with_serious_risks_tells_when_to_get_help()
    {
        var content = WithPrp(prp => prp with { Answers = [.. prp.Answers.Select(answer => answer with { GetHelp = null })] });

        var found = Assert.Single(New(content));

        Assert.Contains("no answer tells patients when to get help", found.Message, StringComparison.Ordinal);
        Assert.Equal($"treatments/prp/answers/{Asked(CriterionRole.SeriousRisks)}", found.RowIn(content));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_new_doi_that_is_not_registered_is_named(bool archived, bool told)
    {
        var content = Sample with
        {
            Sources = [.. Sample.Sources, Sample.Sources[0] with { Key = "new", Doi = "10.1000/none", Archived = archived }],
        };

        var found = New(content, "10.1000/none", Sample.Sources.First(source => source.Doi is not null).Doi!);

        Assert.Equal(told ? ["sources/new"] : [], found.Select(problem => problem.RowIn(content)));
    }

    [Fact]
    public void Nothing_is_asked_of_what_is_archived_and_no_source_of_doing_nothing()
    {
        Assert.Empty(New(WithPrp(prp => prp with { Archived = true, Answers = [] })));
        var content = Sample with
        {
            Treatments = [.. Sample.Treatments.Select(treatment => treatment.Baseline
                ? treatment with { Answers = [.. treatment.Answers.Select(answer => answer with { Sources = [], ToBeConfirmed = false })] }
                : treatment)],
        };
        Assert.Contains(content.Treatments, treatment => treatment.Baseline && treatment.Answers.Any(answer => answer.Value is not null));
        Assert.Empty(New(content));
    }

    [Fact]
    public void What_patients_miss_already_is_told_before_the_first_publication_only()
    {
        var content = WithPrp(prp => prp with { Answers = [] });

        Assert.Empty(ContentRules.WarningsBeforePublishing(content, content, Dois()));
        Assert.Contains(
            ContentRules.WarningsBeforePublishing(content, null, Dois()),
            problem => problem.Message.StartsWith("PRP answers no question", StringComparison.Ordinal));
    }

    [Fact]
    public void A_renaming_makes_no_gap_new()
    {
        var before = WithPrp(prp => prp with
        {
            Answers = [.. prp.Answers.Skip(3).Select(answer => answer with { GetHelp = null, Sources = [], ToBeConfirmed = false })],
            Concerns = [.. prp.Concerns.Select(evidence => evidence with { Sources = [], ToBeConfirmed = false })],
        });
        var concern = Prp(before).Concerns.First(evidence => evidence.Offer == ConcernOffer.Studied).Concern;
        var after = before with
        {
            Concerns = [.. before.Concerns.Select(one =>
                one.Slug == concern ? one with { Slug = "renamed", FormerSlugs = [concern] } : one)],
            Treatments = [.. before.Treatments.Select(one => one.Slug == "prp"
                ? one with
                {
                    Slug = "plasma",
                    FormerSlugs = ["prp"],
                    Concerns = [.. one.Concerns.Select(evidence =>
                        evidence.Concern == concern ? evidence with { Concern = "renamed" } : evidence)],
                }
                : one)],
        };

        Assert.NotEmpty(New(before));
        Assert.Empty(ContentRules.WarningsBeforePublishing(after, before, Dois()).Except(ContentRules.Warnings(after)));
    }

    [Fact]
    public void A_contradiction_that_patients_read_is_new_only_where_it_changes()
    {
        var published = Saying("Five.");

        Assert.Contains(New(published, null), IsContradiction);
        Assert.DoesNotContain(New(published, published), IsContradiction);
        Assert.DoesNotContain(New(Named(published, "Plasma"), published), IsContradiction);
        Assert.Contains(New(Named(Saying("Not known."), "Plasma"), published), IsContradiction);

        static ClinicContent Saying(string text) =>
            WithAnswer(CriterionRole.Sessions, answer => answer with { Text = LocalText.English(text) });
        static ClinicContent Named(ClinicContent content, string name) => content with
        {
            Treatments = [.. content.Treatments.Select(one =>
                one.Slug == "prp" ? one with { ShortName = LocalText.English(name) } : one)],
        };
        static IReadOnlyList<ContentProblem> New(ClinicContent content, ClinicContent? before) =>
            ContentRules.WarningsBeforePublishing(content, before, Dois());
        static bool IsContradiction(ContentProblem problem) =>
            problem.Message.Contains("the measured value says", StringComparison.Ordinal);
    }

    private static HashSet<string> Dois(params IEnumerable<string> unknown) => [.. unknown];

    private static List<ContentProblem> New(ClinicContent content, params IEnumerable<string> unknownDois)
    {
        // The rule is about what patients would miss, and not about words that disagree.
        var contradictions = ContentRules.Warnings(content);
        return [.. ContentRules.WarningsBeforePublishing(content, Sample, Dois(unknownDois)).Except(contradictions)];
    }

    private static string Asked(CriterionRole role) => Sample.Criteria.Single(criterion => criterion.Role == role).Slug;

    private static TreatmentEntry Prp(ClinicContent content) => content.Treatments.Single(treatment => treatment.Slug == "prp");

    private static ClinicContent WithPrp(Func<TreatmentEntry, TreatmentEntry> change) =>
        Sample with { Treatments = [.. Sample.Treatments.Select(treatment => treatment.Slug == "prp" ? change(treatment) : treatment)] };

    private static ClinicContent WithAnswer(CriterionRole role, Func<AnswerEntry, AnswerEntry> change) => WithPrp(prp => prp with
    {
        Answers = [.. prp.Answers.Select(answer => answer.Criterion == Asked(role) ? change(answer) : answer)],
    });
}
