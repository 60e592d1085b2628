using ClinicPortal.Core.Articles;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Articles;

public class ArticleReaderTests
{
    /// <summary>What the article that the sample starts from says, in other words and the same order; where each fact belongs.</summary>
    public static TheoryData<string, string[], string?> Facts => new()
    {
        { "PRP is obtained from", ["prp"], "what" },
        { "It is used for", ["prp"], "areas-concerns" },
        { "On a face, PRP", ["prp"], "mechanism" },
        { "On a scalp, PRP", ["prp"], "mechanism" },
        { "Mesotherapy means", ["mesotherapy"], "what" },
        { "The injected mix", ["mesotherapy"], "mechanism" },
        { "PRP stimulates cells", ["mesotherapy", "prp"], "mechanism" },
        { "PRP starts with", ["prp"], "process" },
        { "Mesotherapy is done", ["mesotherapy"], "process" },
        { "PRP therefore needs", ["mesotherapy", "prp"], null },
        { "Both methods can", ["mesotherapy", "prp"], null },
        { "A few sessions of PRP", ["mesotherapy", "prp"], null },
        { "PRP is commonly chosen", ["mesotherapy", "prp"], "areas-concerns" },
        { "The choice between them", ["mesotherapy", "prp"], null },
    };

    [Theory, MemberData(nameof(Facts))]
    public void Each_fact_of_the_article_lands_where_it_belongs(string start, string[] treatments, string? criterion)
    {
        var sentence = Assert.Single(PlanOf("two-treatments.txt").Sentences, one => one.Text.StartsWith(start, StringComparison.Ordinal));

        Assert.Equal(treatments, sentence.Treatments.Select(treatment => treatment.Slug).Order());
        Assert.Equal(treatments.Length == 1 ? SentencePlace.Cell : SentencePlace.Contrast, sentence.Place);
        if (criterion is not null)
            Assert.Equal(criterion, sentence.Criterion?.Slug);
    }

    [Theory]
    [InlineData("PRP and mesotherapy are effective methods.", "effective")]
    [InlineData("PRP gives a glowing look.", "glowing")]
    [InlineData("PRP is used for hair loss and is not always successful.", "successful")]
    [InlineData("PRP and mesotherapy are used. Each method has unique advantages.", "unique")]
    [InlineData("Mezoterapi ve PRP için bir avantajı daha çok bilinir.", "avantaj")]
    [InlineData("PRP daha çok yararlıdır ve bir yöntemdir.", "yararlıdır")]
    public void What_says_how_good_a_treatment_is_without_evidence_answers_nothing(string text, string word)
    {
        var plan = ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, (_, _) => []);

        var claim = plan.Sentences[^1];
        Assert.Equal((SentencePlace.Claim, null), (claim.Place, claim.Criterion));
        Assert.NotEmpty(claim.Treatments);
        Assert.EndsWith($"“{word}” is a claim, and the sentence gives no evidence for it.", claim.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("In a trial, PRP was effective for hair loss.")]
    [InlineData("PRP has an effect on the skin and is painful.")]
    public void What_gives_evidence_or_no_praise_is_no_claim(string text) => Assert.Equal(
        SentencePlace.Cell,
        Assert.Single(ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, (_, _) => []).Sentences).Place);

    [Theory]
    [InlineData("Bir çalışmada PRP daha çok etkili bulundu.", false)]
    [InlineData("Bir seansta PRP daha çok etkili bulundu.", true)]
    public void A_turkish_study_is_evidence_too(string text, bool isClaim) => Assert.Equal(
        isClaim,
        Assert.Single(ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, (_, _) => []).Sentences).Place == SentencePlace.Claim);

    [Fact]
    public void The_claims_of_the_article_land_on_no_question() => Assert.Equal(
        ["Clinics", "Each"],
        PlanOf("two-treatments.txt").Sentences.Where(one => one.Place == SentencePlace.Claim)
            .Select(one => one.Text.Split(' ')[0]));

    [Fact]
    public void The_article_is_told_in_other_words() => Assert.Empty(SourceArticle.RunsIn(FileOf("two-treatments.txt")));

    [Fact]
    public void What_an_article_leaves_out_is_told()
    {
        var report = PlanOf("two-treatments.txt").Report;

        Assert.Equal(
            [ArticleLack.SeriousRisks, ArticleLack.Numbers, ArticleLack.Sources, ArticleLack.Date, ArticleLack.Author], report.Lacks);
        Assert.Equal(["prp", "mesotherapy"], report.Unanswered.Select(one => one.Treatment.Slug));
        Assert.All(report.Unanswered, one =>
        {
            Assert.Contains(one.Questions, question => question.Role == CriterionRole.SeriousRisks);
            Assert.DoesNotContain(one.Questions, question => question.Role == CriterionRole.What);
        });
        Assert.Empty(report.UnknownTreatments);
    }

    [Fact]
    public void A_sentence_on_a_treatment_that_the_clinic_lacks_is_placed_nowhere()
    {
        var plan = PlanOf("unknown-treatments.txt");

        Assert.Equal(["Cryolipolysis", "Radiofrequency"], plan.Report.UnknownTreatments);
        Assert.Equal(
            [
                (null, null), (null, null), (null, null), (null, null), (null, null), (null, null),
                ("microneedling", "who"), ("microneedling", "common-effects"), (null, null),
            ],
            plan.Sentences.Select(one => one.Place == SentencePlace.Cell ? (one.Treatments[0].Slug, one.Criterion!.Slug) : (null, null)));
        Assert.Equal([ArticleLack.Sources], plan.Report.Lacks);
    }

    [Fact]
    public void A_Turkish_article_is_read()
    {
        var plan = PlanOf("turkish.txt");

        Assert.Equal("tr", plan.Language);
        Assert.Equal(
            [
                ("mesotherapy", "what"), ("mesotherapy", "common-effects"), ("hair-transplant", "cost-band"), ("hair-transplant", "onset"),
            ],
            plan.Sentences.Where(one => one.Place == SentencePlace.Cell).Select(one => (one.Treatments[0].Slug, one.Criterion!.Slug)));
        Assert.Equal(["Ozon tedavisi de çok bilinen bir yöntemdir."],
            plan.Sentences.Where(one => one.Place == SentencePlace.None).Select(one => one.Text));
        Assert.Equal(["Ozon tedavisi"], plan.Report.UnknownTreatments);
    }

    [Theory]
    [InlineData("Akne tedavisi bir yöntemdir ve çok bilinir.")]
    [InlineData("Ozon tedavisi uzun sürer ve bir tedavi için çok bilinir.")]
    public void What_is_not_told_to_be_a_treatment_is_not_offered_as_one(string text) => Assert.Empty(
        ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, (_, _) => []).Report.UnknownTreatments);

    [Fact]
    public void Advertising_is_told_apart_with_its_words()
    {
        string[] words = ["award-winning", "best", "miracle", "perfect", "number one", "Book now", "save", "Call us"];

        var plan = PlanOf("advertising.txt", (text, _) => [.. words.Where(word => text.Contains(word, StringComparison.Ordinal))]);

        Assert.All(plan.Sentences, one => Assert.Equal(SentencePlace.Promotional, one.Place));
        var praise = plan.Sentences.Single(one => one.Text.StartsWith("PRP", StringComparison.Ordinal));
        Assert.Equal(["miracle", "perfect"], praise.PromotionalWords);
    }

    [Theory]
    [InlineData("PRP is a miracle. Dr Smith is a miracle. Save 50% on a miracle.", ArticleLack.Numbers, ArticleLack.Author)]
    [InlineData("PRP is a miracle. It takes 30 minutes.", ArticleLack.Author)]
    [InlineData("By Dr Smith\n\nPRP is a miracle.", ArticleLack.Numbers)]
    [InlineData("By Dr Smith, 3 March 2025\n\nPRP is new. It was new on 2 May 2020.", ArticleLack.Numbers)]
    [InlineData("PRP\n\nOne.\n\nTwo.\n\nDr Smith uses it.\n\nThree.\n\nFour.\n\nFive.", ArticleLack.Numbers, ArticleLack.Author)]
    [InlineData("PRP\n\nOne.\n\nTwo.\n\nIt takes 30 minutes.\n\nThree.\n\nFour.\n\nWritten by Ada.")]
    public void An_advertisement_and_a_name_in_passing_give_no_figure_and_no_author(string text, params ArticleLack[] lacks)
    {
        Assert.Equal(lacks, LacksOf(text).Where(lack => lack is ArticleLack.Numbers or ArticleLack.Author));
    }

    [Theory]
    [InlineData("PRP was in a trial. Ask for a trial session.", false)]
    [InlineData("PRP was in studies, according to a guideline.", false)]
    [InlineData("Sources of plasma\n\nPRP is new.", false)]
    [InlineData("PRP is a miracle, see www.clinic.example.", false)]
    [InlineData("PRP is new (Smith et al, 2020).", true)]
    [InlineData("PRP is new.\n\nReferences\n\nSmith. On plasma. 2020.", true)]
    [InlineData("PRP is new, see https://doi.org/10.1000/1.", true)]
    [InlineData("PRP bir yöntemdir ve daha çok araştırma ile bilinir.", false)]
    [InlineData("PRP bir yöntemdir ve çok bilinir.\n\nKaynakça\n\nSmith, 2020.", true)]
    public void Only_what_can_be_looked_up_is_a_source(string text, bool isGiven) =>
        Assert.Equal(isGiven, !LacksOf(text).Contains(ArticleLack.Sources));

    [Theory]
    [InlineData("Microneedling is a treatment for acne scarring.", false)]
    [InlineData("Acne is serious for many people. PRP is new.", false)]
    [InlineData("PRP is a miracle and has no serious risks.", false)]
    [InlineData("PRP can cause scarring.", true)]
    [InlineData("Complications of PRP are known.", true)]
    [InlineData("PRP can cause scars or loss of sight.", true)]
    public void Neither_a_concern_nor_an_advertisement_gives_serious_risks(string text, bool isGiven)
    {
        Assert.Equal(isGiven, !LacksOf(text).Contains(ArticleLack.SeriousRisks));
        var report = ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, Miracle).Report;
        Assert.Equal(isGiven, !report.Unanswered[0].Questions.Any(question => question.Role == CriterionRole.SeriousRisks));
    }

    [Fact]
    public void A_word_in_the_name_of_a_concern_is_no_risk()
    {
        var content = SampleClinic.Content with
        {
            Concerns =
            [
                .. SampleClinic.Content.Concerns,
                SampleClinic.Content.Concerns[0] with { Slug = "infected", Name = LocalText.English("Infection of the scalp") },
            ],
        };

        var plan = ArticleReader.Plan(
            ArticleText.Of("PRP is for an infection of the scalp. PRP may lead to an infection."), content, (_, _) => []);

        Assert.NotEqual(CriterionRole.SeriousRisks, plan.Sentences[0].Criterion?.Role);
        Assert.Equal(CriterionRole.SeriousRisks, plan.Sentences[1].Criterion?.Role);
    }

    [Fact]
    public void A_heading_that_tells_the_treatment_and_the_question_is_named_once()
    {
        var plan = ArticleReader.Plan(ArticleText.Of("## What is PRP?\n\nIt is new."), SampleClinic.Content, (_, _) => []);

        var sentence = Assert.Single(plan.Sentences);
        Assert.Equal($"Is under the heading “What is PRP?”, which fits “{sentence.Criterion!.Question}”.", sentence.Reason);
    }

    [Theory]
    [InlineData("PRP is injected into the face. A facelift is quicker. It is painful.", "prp", null, null)]
    [InlineData("PRP is painful. It is faster than mesotherapy.", "prp", "mesotherapy prp", null)]
    [InlineData("A chemical peel is painful. It is painful.", null, null, null)]
    [InlineData("PRP is painful.\n\nIt is painful.", "prp", null, null)]
    [InlineData("## PRP\n\n### Pain\n\nMost people feel nothing.\n\n## Facelift\n\nIt is painful.", "prp", null, null)]
    [InlineData("PRP is painful. The laser is painful.", "prp", null, null)]
    [InlineData("Facelifts are more painful than PRP.", null, null, null)]
    [InlineData("Facelifts cost less than PRP, mesotherapy and fillers.", null, null, null)]
    [InlineData("Facelifts cost less than PRP and mesotherapy.", null, null, null)]
    [InlineData("Unlike PRP, mesotherapy is painful.", "mesotherapy prp", null, null)]
    [InlineData("PRP is more painful than mesotherapy.", "mesotherapy prp", null, null)]
    public void A_treatment_is_taken_over_only_where_it_is_certain(string text, params string?[] treatments)
    {
        var plan = ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, (_, _) => []);

        Assert.Equal(
            treatments.Take(plan.Sentences.Count).Select(slugs => slugs ?? ""),
            plan.Sentences.Select(one => string.Join(' ', one.Treatments.Select(treatment => treatment.Slug).Order())));
    }

    [Fact]
    public void A_question_of_the_clinic_s_own_is_found_by_its_words()
    {
        var content = SampleClinic.Content with
        {
            Criteria = [.. SampleClinic.Content.Criteria, SampleClinic.Content.Criteria[0] with
            {
                Slug = "parking", Role = null, Term = LocalText.English("Parking"), Question = LocalText.English("Where can I park?"),
            }],
        };

        var plan = ArticleReader.Plan(ArticleText.Of("PRP\n\nParking\n\nIt needs a car."), content, (_, _) => []);

        Assert.Equal("parking", Assert.Single(plan.Sentences).Criterion?.Slug);
    }

    [Fact]
    public void An_article_of_too_many_sentences_is_refused() => Assert.Throws<ArticleException>(() =>
        ArticleReader.Plan(
            ArticleText.Of(string.Concat(Enumerable.Repeat("It is. ", ArticleReader.MaxSentences + 1))), SampleClinic.Content,
            (_, _) => []));

    [Theory]
    [InlineData("Two ways, by Dr Ada Sample\nPublished on 3 March 2025", "Dr Ada Sample", "3 March 2025")]
    [InlineData("Ways\n\nPRP is new.\n\nWritten by Ada M. Sample-Jones, May 2024.", "Ada M Sample-Jones", "May 2024")]
    [InlineData("Ways\n\nProf. Ada Sample\n\n2025-03-14\n\nPRP is new.", "Prof Ada Sample", "2025-03-14")]
    [InlineData("Ways\n\nReviewed by Dr Ada Sample.\n\nPRP is new.", null, null)]
    [InlineData("Ways by Friday\n\nPRP is new, and so are our authors.", null, null)]
    [InlineData("Ways\n\nBy Dr Ada Sample, a miracle of March 2020.\n\nPRP is new.", null, null)]
    [InlineData("Mezoterapi bir yöntemdir ve çok bilinir.\n\nYazan: Dr. Ayşe Örnek, 3 Mayıs 2024", "Dr Ayşe Örnek", "3 Mayıs 2024")]
    [InlineData(
        "Mezoterapi bir yöntemdir ve çok bilinir.\n\nYazan: Op. Dr. Ayşe Örnek, 3 Mayıs 2024", "Op Dr Ayşe Örnek", "3 Mayıs 2024")]
    public void The_author_and_the_date_are_those_of_the_text(string text, string? author, string? date)
    {
        var plan = ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, Miracle);

        Assert.Equal((author, date), (plan.Author, plan.Date));
    }

    private static IReadOnlyList<string> Miracle(string sentence, string language) =>
        sentence.Contains("miracle", StringComparison.Ordinal) ? ["miracle"] : [];

    private static IReadOnlyList<ArticleLack> LacksOf(string text) =>
        ArticleReader.Plan(ArticleText.Of(text), SampleClinic.Content, Miracle).Report.Lacks;

    private static ArticlePlan PlanOf(string file, Func<string, string, IReadOnlyList<string>>? promotional = null) =>
        ArticleReader.Plan(ArticleText.Of(FileOf(file)), SampleClinic.Content, promotional ?? ((_, _) => []));

    private static string FileOf(string name) => File.ReadAllText(
        Path.Combine(SampleClinic.RepositoryRoot(), "tests", "ClinicPortal.Core.Tests", "Articles", name));
}
