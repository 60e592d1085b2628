using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Checks;

/// <summary>What staff are told of advertising in their words, and when a reason is asked for.</summary>
public class WordingRulesTests
{
    private static readonly ClinicContent Sample = SampleClinic.Content;

    private static readonly Market Uk = KnownMarkets.Find("uk")!;

    public static TheoryData<string> Markets => [.. KnownMarkets.All.Select(market => market.Slug)];

    [Theory, MemberData(nameof(Markets))]
    public void The_sample_clinic_advertises_in_no_market(string market)
    {
        Assert.Empty(ContentRules.AdvertisingAgainst(KnownMarkets.Find(market)!, Sample, published: null));
        Assert.DoesNotContain(
            ContentRules.Advice(KnownMarkets.Find(market)!, Sample, published: null),
            one => one.Message.Contains("advertising", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_in_words_are_told_with_the_form_that_figures_have_here()
    {
        var note = Assert.Single(WordingRules.Of(LocalText.English("It happens to 1 in 20 people.")));

        Assert.Equal((WordingTopic.Figures, "“1 in 20”"), (note.Topic, note.Quoted));
        Assert.Equal("Write “5 of 100” instead.", note.Proposal);
    }

    [Fact]
    public void Counts_of_a_row_are_brought_to_one_number_and_told_with_their_text()
    {
        List<LocalText> row = [.. new[] { "8 to 9 of 10 bruise.", "We do not know.", "12 of 1,000 bruise." }.Select(LocalText.English)];

        Assert.All(row, text => Assert.Empty(WordingRules.Of(text)));
        var (text, note) = Assert.Single(WordingRules.Across(row));
        Assert.Equal((0, "“8 to 9 of 10”", "Write “800 to 900 of 1,000” instead."), (text, note.Quoted, note.Proposal));
    }

    [Fact]
    public void A_hard_word_is_told_until_the_glossary_explains_it()
    {
        var entry = Sample.Treatments.Single(one => one.Slug == "prp") with { Summary = LocalText.English("You may get erythema.") };

        var open = WordingRules.In(entry, []);
        var explained = WordingRules.In(
            entry,
            WordingRules.ExplainedIn(
                [new() { Slug = "erythema", Term = LocalText.English("erythema"), Definition = LocalText.English("Redness.") }]));

        Assert.Contains(open.Notes, note => note is { Topic: WordingTopic.PlainWords, Quoted: "“erythema”" });
        Assert.DoesNotContain(explained.Notes, note => note.Quoted == "“erythema”");
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_told_once_beside_the_form_and_before_publishing()
    {
        var long30 = $"We {string.Join(' ', Enumerable.Repeat("go on and", 10))} stop.";
        var content = WithSummary(long30);

        var hints = WordingRules.In(content.Treatments.Single(one => one.Slug == "prp"), []);

        Assert.Equal(32, Assert.Single(hints.Sentences, one => one.Words == long30).WordCount);
        Assert.DoesNotContain(hints.Notes, note => note.Rule.Kind == "long-sentence");
        Assert.Contains(
            ContentRules.Advice(KnownMarkets.None, content, Sample), one => one.Path.EndsWith("summary", StringComparison.Ordinal));
    }

    [Fact]
    public void A_finding_quotes_the_words_says_why_and_what_to_write_and_where_the_market_says_so()
    {
        var found = Assert.Single(Against(Uk, WithSummary("Results are guaranteed. It is painless, and painless again.")),
            one => one.Message.Contains("guaranteed", StringComparison.Ordinal));

        Assert.StartsWith("“", found.Message, StringComparison.Ordinal);
        Assert.Contains(
            "may read as advertising (a promised result). Nobody can promise a result.", found.Message, StringComparison.Ordinal);
        Assert.Contains(
            ". Say how many of 100 people had this result, and after how long. See ", found.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "See Human Medicines Regulations 2012 (S.I. 2012/1916), regulation 287, for medicines and CAP Code, rule 12.1.",
            found.Message, StringComparison.Ordinal);
        Assert.Equal("treatments/prp", found.RowIn(Sample));
    }

    [Fact]
    public void Each_kind_is_told_once_for_each_text()
    {
        var notes = WordingRules.Of(LocalText.English("It is painless. Yes, painless, and free of any risk: risk-free."));

        var note = Assert.Single(notes, one => one.Rule.Kind == "risk-free");
        Assert.Contains("painless", note.Words);
        Assert.Equal(note.Words.Distinct(StringComparer.OrdinalIgnoreCase), note.Words);
    }

    [Fact]
    public void What_patients_read_already_asks_for_no_reason_and_what_is_archived_neither()
    {
        var bold = WithSummary("Results are guaranteed.");

        Assert.NotEmpty(Against(Uk, bold));
        Assert.Empty(ContentRules.AdvertisingAgainst(Uk, bold, bold));
        Assert.Empty(Against(Uk, bold with { Treatments = [.. bold.Treatments.Select(one => one with { Archived = true })] }));
    }

    [Fact]
    public void Without_a_rule_of_the_market_it_is_advice()
    {
        var bold = WithSummary("Results are guaranteed.");

        Assert.Empty(Against(KnownMarkets.None, bold));
        Assert.NotEmpty(ContentRules.Advice(KnownMarkets.None, bold, published: null));
    }

    [Theory]
    [InlineData("Tell us if you have taken isotretinoin.")]
    [InlineData("Usually £100 to £300 a session.")]
    public void A_warning_may_name_a_medicine_and_an_answer_a_price(string text) =>
        Assert.Empty(WordingRules.Of(LocalText.English(text)));

    [Fact]
    public void Names_are_left_alone()
    {
        var prp = Sample.Treatments.Single(one => one.Slug == "prp");

        Assert.DoesNotContain(
            WordingRules.In(prp with { SearchNames = [LocalText.English("painless miracle")] }, []).Notes,
            note => note.Topic == WordingTopic.Advertising);
        Assert.Contains(
            WordingRules.In(prp with { Summary = LocalText.English("A painless miracle.") }, []).Notes,
            note => note.Topic == WordingTopic.Advertising);
    }

    [Fact]
    public async Task Publishing_it_asks_for_a_reason_and_keeps_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var store = await TemporaryStore.HoldingAsync(Sample);
        var publisher = new Publisher(store.Contexts, SampleClinic.Pictures, store.Condition, Uk);
        await publisher.PublishAsync("Ada", null, TemporaryStore.Now, null, "The clinic opens today", cancel);
        await store.Editor.SaveClinicAsync(
            1, clinic => clinic with { About = LocalText.English("Results are guaranteed.") }, new("Nora", TemporaryStore.Now), cancel);

        var stopped = await publisher.PublishAsync("Ada", null, TemporaryStore.Now, null, reason: null, cancel);
        var published = await publisher.PublishAsync("Ada", null, TemporaryStore.Now, null, "Our lawyer read it", cancel);

        Assert.Equal("clinic.about", Assert.Single(Assert.IsType<PublishOutcome.NeedsReason>(stopped).Warnings).Path);
        Assert.Equal(new PublishOutcome.Published(2), published);
        Assert.Equal("Our lawyer read it", (await publisher.OpenLatestAsync(cancel)).Overrides[0].Reason);
    }

    private static IReadOnlyList<ContentProblem> Against(Market market, ClinicContent content) =>
        ContentRules.AdvertisingAgainst(market, content, published: null);

    private static ClinicContent WithSummary(string text) => Sample with
    {
        Treatments = [.. Sample.Treatments.Select(one => one.Slug == "prp" ? one with { Summary = LocalText.English(text) } : one)],
    };
}
