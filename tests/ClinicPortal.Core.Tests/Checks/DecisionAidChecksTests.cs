using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Tests.Comparing;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Checks;

public partial class DecisionAidChecksTests
{
    private static readonly DateOnly Day = new(2026, 11, 27);

    private static readonly IReadOnlyList<Scorecard> Cards =
        [.. EveryComparison.All.Select(comparison => Scorecard.Of(SampleClinic.Edition, comparison, Day))];

    [Fact]
    public void There_are_forty_and_they_are_those_of_the_page_on_decision_aids()
    {
        var page = File.ReadAllText(Path.Combine(SampleClinic.RepositoryRoot(), "docs", "decision-aid.md"));

        Assert.Equal(40, DecisionAidChecks.All.Count);
        Assert.Equal(
            DecisionAidChecks.All.Select(check => (check.Id, check.Says.TrimEnd('.'))),
            Row().Matches(page).Select(row => (row.Groups[1].Value, row.Groups[2].Value)));
        var open = Row().Matches(page).Where(row => row.Groups[3].Value.Contains("not checked yet", StringComparison.Ordinal))
            .Select(row => row.Groups[1].Value);
        Assert.Equal(
            Cards[0].Checks.Where(check => check.State == ItemState.NotCheckedYet).Select(check => check.Item.Id), open);
    }

    [Fact]
    public void Every_item_of_the_standard_rests_on_checks_or_is_stated_by_a_person()
    {
        var checks = DecisionAidChecks.All.Select(check => check.Id).ToHashSet();

        Assert.All(Ipdas.Items, item => Assert.True(item.ByPerson || item.Checks.Count > 0, item.Id));
        Assert.All(Ipdas.Items.SelectMany(item => item.Checks), check => Assert.Contains(check, checks));
        Assert.Equal(
            ["L12", "L13", "L14", "L15", "L16", "L17", "L22", "L23"], Ipdas.Items.Where(item => item.ByPerson).Select(item => item.Id));
    }

    [Fact]
    public void Every_gap_of_every_comparison_names_rows_that_close_it_and_nothing_that_is_met_does()
    {
        Assert.All(Cards.SelectMany(card => card.Items.Concat(card.Checks)), item =>
        {
            Assert.True((item.State == ItemState.NotMet) == (item.Repairs.Count > 0), $"{item.Item.Id}: {item.State} {item.Reason}");
            EveryComparison.AssertReadsWell(item.Reason);
        });
        Assert.All(
            Cards.SelectMany(card => card.Items.Concat(card.Checks)).SelectMany(item => item.Repairs).Distinct(),
            repair => Assert.True(Stands(repair.Path), repair.Path));
    }

    [Theory]
    [InlineData("DA-06", ItemState.Met, null)]
    [InlineData("DA-10", ItemState.NotMet, "Not yet written: what it means for mood and daily life.")]
    [InlineData("DA-14", ItemState.Met, null)]
    [InlineData("DA-15", ItemState.Met, null)]
    [InlineData("DA-31", ItemState.Met, "Built in: every comparison has it, whatever staff write.")]
    public void The_sample_clinic_is_told_honestly(string id, ItemState state, string? reason)
    {
        var check = Card("mesotherapy", "prp").Checks.Single(one => one.Item.Id == id);

        Assert.Equal(state, check.State);
        if (reason is not null)
            Assert.Equal(reason, check.Reason);
    }

    [Fact]
    public void An_answer_that_is_gone_is_counted_and_help_that_is_not_written_is_named()
    {
        var (before, after) = (Card("mesotherapy", "prp"), CardOf(Without("prp", "onset"), "mesotherapy", "prp"));

        var columns = 3 * SampleClinic.Edition.Criteria.Count;
        var written = int.Parse(Figure().Match(Reason(before, "DA-02")).Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith($"{written - 1} of {columns} answers are written. ", Reason(after, "DA-02"), StringComparison.Ordinal);

        var silent = CardOf(SampleClinic.Content with
        {
            Treatments = [.. SampleClinic.Content.Treatments.Select(one => one.Slug != "prp" ? one : one with
            {
                Answers = [.. one.Answers.Select(answer => answer with { GetHelp = null })],
            })],
        }, "mesotherapy", "prp").Checks.Single(one => one.Item.Id == "DA-36");
        Assert.Equal(ItemState.NotMet, silent.State);
        Assert.Equal("1 of 2 options says when to get help. Not yet written for PRP.", silent.Reason);
        Assert.Contains(new Repair("treatments/prp/answers/serious-risks"), silent.Repairs);
    }

    [Fact]
    public void Advertising_in_a_text_of_the_page_is_counted_by_kind_and_closed_in_its_row()
    {
        var met = Card("mesotherapy", "prp");
        var card = Claiming("mesotherapy", KnownMarkets.None);
        var elsewhere = Claiming("botulinum", KnownMarkets.None);

        Assert.Matches(@"^No words that are often used to advertise were found in the \d+ texts of this page\.$", Reason(met, "DA-37"));
        Assert.Equal(
            "Words that are often used to advertise were found in the texts of this page: a promised result (1) and a share or a factor "
                + "without counts (1). A person has to judge them.", Reason(card, "DA-37"));
        Assert.Equal(
            [new Repair("treatments/mesotherapy/answers/onset")], card.Checks.Single(one => one.Item.Id == "DA-37").Repairs);
        Assert.Equal(Reason(met, "DA-37"), Reason(elsewhere, "DA-37"));
    }

    [Fact]
    public void A_share_without_counts_and_a_rate_given_in_another_way_are_counted_each_in_its_check()
    {
        var card = Claiming("mesotherapy", KnownMarkets.None);
        var rate = Claiming("mesotherapy", KnownMarkets.None, "One in 20 people is sore for a day.");

        Assert.Equal(
            "Words that give a share without counts were found in the texts of this page: a share or a factor without counts (1). A person "
                + "has to judge them.", Reason(card, "DA-14"));
        Assert.Equal(
            "Words that give a rate in another way were found in the texts of this page: one in so many (1). A person has to judge them.",
            Reason(rate, "DA-15"));
        Assert.Equal(
            [new Repair("treatments/mesotherapy/answers/onset")], rate.Checks.Single(one => one.Item.Id == "DA-15").Repairs);
    }

    [Fact]
    public void Words_that_neither_the_glossary_nor_the_text_explains_are_named()
    {
        var met = Card("mesotherapy", "prp");
        var hard = Claiming("mesotherapy", KnownMarkets.None, "Erythema and a haematoma are possible; oedema (swelling) goes.");

        Assert.Matches(
            @"^Words in the clinic's glossary \(\d+\) are explained\. No other medical word and no abbreviation was found in the \d+ texts "
                + @"of this page\.$", Reason(met, "DA-26"));
        var check = hard.Checks.Single(one => one.Item.Id == "DA-26");
        Assert.Equal(
            (ItemState.NotMet, "Not explained: “Erythema” and “haematoma”. A person has to judge them."), (check.State, check.Reason));
        Assert.Equal([new Repair("treatments/mesotherapy/answers/onset")], check.Repairs);
    }

    [Fact]
    public void Counts_that_stand_beside_each_other_out_of_different_numbers_are_counted()
    {
        var alone = Claiming(KnownMarkets.None, ("mesotherapy", "8 of 10 people bruise."));
        var beside = Claiming(KnownMarkets.None, ("mesotherapy", "8 of 10 people bruise."), ("prp", "12 of 1,000 people bruise."));

        Assert.Equal(ItemState.Met, alone.Checks.Single(one => one.Item.Id == "DA-15").State);
        var check = beside.Checks.Single(one => one.Item.Id == "DA-15");
        Assert.Contains("counts out of different numbers (1)", check.Reason, StringComparison.Ordinal);
        Assert.Equal([new Repair("treatments/mesotherapy/answers/onset")], check.Repairs);
    }

    [Fact]
    public void What_the_rules_of_the_market_speak_of_is_told_apart_and_without_a_market_those_of_any()
    {
        Assert.Equal(
            "Words that the rules of the United Kingdom mention were found in the texts of this page: a promised result (1). A person has "
                + "to judge them.", Reason(Claiming("mesotherapy", KnownMarkets.Find("uk")!), "DA-38"));
        Assert.Equal(
            "Words that the rules of a market mention were found in the texts of this page: a promised result (1). A person has to judge "
                + "them.", Reason(Claiming("mesotherapy", KnownMarkets.None), "DA-38"));
        Assert.Equal(ItemState.Met, Card("mesotherapy", "prp").Checks.Single(one => one.Item.Id == "DA-38").State);
    }

    [Fact]
    public void Without_a_market_that_is_a_gap_and_no_rule_is_called_met_that_a_text_could_break()
    {
        var none = Assert.Single(MarketItems.Of(KnownMarkets.None, SampleClinic.Edition));
        Assert.Equal(("M0", ItemState.NotMet), (none.Item.Id, none.State));

        foreach (var market in KnownMarkets.All.Where(market => market.Rules.Count > 0))
        {
            var items = MarketItems.Of(market, SampleClinic.Edition);
            Assert.Equal(ItemState.Met, items[0].State);
            Assert.Equal(market.Rules, items.Skip(1).Select(item => ((MarketItem)item.Item).Rule));
            Assert.All(items.Skip(1), item =>
            {
                var kept = ((MarketItem)item.Item).Rule!.Effects is [MarketEffect.KeptAnyway];
                Assert.Equal(kept ? ItemState.Met : ItemState.NotCheckedYet, item.State);
                EveryComparison.AssertReadsWell(item.Reason);
            });
        }
        Assert.Contains(
            "Options that need a prescription: botulinum toxin.", MarketItems.Of(KnownMarkets.Find("uk")!, SampleClinic.Edition)[1].Reason,
            StringComparison.Ordinal);
    }

    private static string Reason(Scorecard card, string id) => card.Checks.Single(one => one.Item.Id == id).Reason;

    private static bool Stands(string path)
    {
        var content = SampleClinic.Content;
        return path == ClinicProfile.OnlyPath || RowPath.Parse(path) is { } row && (row.Handle == Slug.New
            || row.Kind.EntriesIn(content).FirstOrDefault(entry => row.Kind.HandleOf(entry) == row.Handle) is { } found
            && (row.Part is not { } part
                || part == CatalogueKinds.Answer && content.Criteria.Any(criterion => criterion.Slug == row.PartHandle)
                || part.EntriesIn(found).Any(entry => part.HandleOf(entry) == row.PartHandle)));
    }

    private static ClinicContent Without(string treatment, string criterion) => SampleClinic.Content with
    {
        Treatments = [.. SampleClinic.Content.Treatments.Select(one => one.Slug != treatment ? one : one with
        {
            Answers = [.. one.Answers.Where(answer => answer.Criterion != criterion)],
        })],
    };

    private static Scorecard Card(params string[] slugs) => CardOf(SampleClinic.Content, slugs);

    private static Scorecard CardOf(ClinicContent content, params string[] slugs) => CardOf(content, KnownMarkets.None, slugs);

    private static Scorecard CardOf(ClinicContent content, Market market, params string[] slugs)
    {
        var edition = new Edition(1, new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), content);
        var address = ComparisonAddress.Of(edition, slugs.Select(slug => edition.FindTreatment(slug)!));
        return Scorecard.Of(edition, Comparison.Of(edition, address), Day, market);
    }

    /// <summary>Of mesotherapy and PRP, where one treatment promises a result and gives a share without counts.</summary>
    private static Scorecard Claiming(
        string treatment, Market market, string claim = "Results are guaranteed. Twice as many people see less hair loss.") =>
        Claiming(market, (treatment, claim));

    private static Scorecard Claiming(Market market, params IReadOnlyList<(string Treatment, string Claim)> claims) =>
        CardOf(SampleClinic.Content with
        {
            Treatments =
            [
                .. from one in SampleClinic.Content.Treatments
                   let claim = claims.FirstOrDefault(claim => claim.Treatment == one.Slug).Claim
                   select claim is null ? one : one with
                   {
                       Answers = [.. one.Answers.Select(answer => answer.Criterion != "onset" ? answer
                           : answer with { Text = LocalText.English(claim) })],
                   },
            ],
        }, market, "mesotherapy", "prp");

    [GeneratedRegex(@"^\| (DA-\d\d) \| ([^|]+) \| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Figure();
}
