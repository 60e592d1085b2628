using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class ComparisonPageTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Pair = "/compare/mesotherapy-vs-prp";

    [Theory]
    [InlineData(Pair)]
    [InlineData($"{Pair}?concern=hair-loss")]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling?rows=onset")]
    public async Task Every_option_answers_every_question_once(string address)
    {
        var page = await portal.GetPage(address);
        var options = address.Split("-vs-").Length + 1;

        Assert.All(SampleClinic.Edition.Criteria, criterion =>
        {
            var answers = page.GetElementById(criterion.Slug)!;
            Assert.Equal(options, answers.QuerySelectorAll(answers.LocalName == "tr" ? "td" : ".whole > div").Length);
        });
    }

    /// <summary>Nothing is lost, however much is folded: the page itself holds it all, and no tap asks the server for more.</summary>
    [Theory]
    [InlineData(Pair)]
    [InlineData($"{Pair}?concern=hair-loss")]
    [InlineData("/compare/botulinum-vs-ha-filler?concern=wrinkles-static&rows=pain")]
    [InlineData("/compare/carboxytherapy-vs-mesotherapy-vs-prp?concern=cellulite")]
    [InlineData("/compare/botulinum-vs-ha-filler-vs-laser-fractional-vs-microneedling")]
    public async Task Every_answer_note_and_source_of_the_edition_stands_on_the_page(string address)
    {
        var edition = SampleClinic.Edition;
        var slugs = address.Split('?')[0].Split('/')[^1].Split("-vs-");
        var treatments = edition.Treatments.Where(one => one.Baseline || slugs.Contains(one.Slug)).ToList();
        var answers = treatments.SelectMany(one => one.Answers).ToList();
        var evidence = treatments.SelectMany(one => one.Concerns).Where(one => one.Offer != ConcernOffer.NotUsual).ToList();
        var contrasts = edition.Content.Contrasts.Where(one => one.Between.All(slugs.Contains)).ToList();
        string[] texts =
        [
            .. answers.Select(one => one.Text?.ToString()).OfType<string>(),
            .. evidence.Select(one => one.Note?.ToString()).OfType<string>(),
            .. contrasts.SelectMany(one => one.Passages).Select(one => one.Text.ToString()),
        ];
        var sources = answers.SelectMany(one => one.Sources).Concat(evidence.SelectMany(one => one.Sources))
            .Concat(contrasts.SelectMany(one => one.Passages.SelectMany(passage => passage.Sources).Concat(one.ClinicsSaySources)))
            .Distinct().Select(key => edition.Content.Sources.Single(source => source.Key == key).Reference.ToString());

        var page = Letters((await portal.GetPage(address)).QuerySelector("main")!.TextContent);

        Assert.NotEmpty(texts);
        Assert.All(texts.Concat(sources), text => Assert.Contains(Letters(PlainText.Of(text)), page, StringComparison.Ordinal));
    }

    // Where a mark or a space stands between two words does not matter.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [Fact]
    public async Task No_treatment_stands_beside_the_options_until_the_reader_hides_it()
    {
        Assert.Equal(["Mesotherapy", "PRP", "No treatment"], Heads(await Table(Pair)));

        var page = await portal.GetPage(Pair);
        var hide = page.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith("Hide the column", StringComparison.Ordinal));
        Assert.Equal($"{Pair}?without=no-treatment#everything", hide.GetAttribute("href"));

        Assert.Equal(["Mesotherapy", "PRP"], Heads(await Table($"{Pair}?without=no-treatment")));
    }

    [Theory]
    [InlineData("/compare/prp-vs-mesotherapy", "/compare/mesotherapy-vs-prp")]
    [InlineData("/compare/PRP-vs-Mesotherapy", "/compare/prp-vs-mesotherapy")]
    [InlineData("/compare/prp-vs-mesotherapy?without=no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData("/compare/mesotherapy-vs-prp-vs-no-treatment", "/compare/mesotherapy-vs-prp")]
    [InlineData("/compare/no-treatment-vs-prp", "/compare/prp-vs-no-treatment")]
    public async Task Another_spelling_of_the_same_comparison_moves_to_the_one_address(string address, string canonical)
    {
        var answer = await portal.Get(address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(canonical, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/compare/prp", HttpStatusCode.BadRequest, "Choose at least two")]
    [InlineData("/compare/prp-vs-prp", HttpStatusCode.BadRequest, "twice")]
    [InlineData("/compare/prp-vs-mesotherapy-vs-microneedling-vs-carboxytherapy-vs-ha-filler", HttpStatusCode.BadRequest, "four")]
    [InlineData("/compare/prp-vs-mezoterapi", HttpStatusCode.NotFound, "Mesotherapy")]
    public async Task A_wrong_address_gets_a_page_that_helps(string address, HttpStatusCode status, string help)
    {
        var page = await portal.GetPage(address, status);

        Assert.Contains(help, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main form[action='/compare']"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task The_form_leads_to_the_comparisons_own_address()
    {
        var answer = await portal.Get("/compare?a=prp&b=mesotherapy&c=&d=");

        Assert.Equal("/compare/mesotherapy-vs-prp", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/compare?a=prp&b=", "Choose at least two")]
    [InlineData("/compare?a=prp&b=prp", "twice")]
    [InlineData("/compare?a=prp&b=nonsense", "We do not know “nonsense”")]
    [InlineData("/compare?t=prp&t=mesotherapy&t=microneedling&t=carboxytherapy&t=ha-filler", "four")]
    public async Task A_choice_that_cannot_be_compared_keeps_what_was_chosen_and_says_what_to_do(string address, string help)
    {
        var page = await portal.GetPage(address, HttpStatusCode.BadRequest);

        Assert.Contains(help, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("prp", page.QuerySelector("select[name=a] option[selected]")!.GetAttribute("value"));
        Assert.StartsWith("Error:", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_cell_says_why()
    {
        var page = await portal.GetPage("/compare/carboxytherapy-vs-ha-filler");

        Assert.All(page.QuerySelectorAll("table.comparison tbody td"), cell =>
            Assert.NotEqual(
                "",
                cell.TextContent.Replace(cell.QuerySelector(".comparison__option")?.TextContent ?? "-", "", StringComparison.Ordinal)
                    .Trim()));
        Assert.All(page.QuerySelectorAll(".whole > div"), answer => Assert.NotEmpty(answer.QuerySelectorAll("p, ul")));
        Assert.All(page.QuerySelectorAll(".lines dd"), line => Assert.NotEqual("", line.TextContent.Trim()));
    }

    [Fact]
    public async Task Each_concern_shows_how_sure_we_are_as_a_word_and_a_bar()
    {
        var page = await portal.GetPage("/compare/botulinum-vs-ha-filler");

        var certainties = page.QuerySelectorAll(".certainty");
        Assert.NotEmpty(page.QuerySelectorAll("tr[id^=how-sure-] .certainty"));
        Assert.All(certainties, certainty =>
        {
            Assert.Equal(4, certainty.QuerySelectorAll("i").Length);
            Assert.Contains("certainty", certainty.TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("Helps", page.GetElementById("how-sure-wrinkles-dynamic")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Pair, "evidence", "serious-risks", "not-suitable", "sessions", "cost-band")]
    [InlineData($"{Pair}?rows=onset,pain", "evidence", "serious-risks", "not-suitable", "onset", "pain")]
    public async Task Evidence_and_risks_stand_first_whatever_the_reader_marks(string address, params string[] questions)
    {
        var page = await portal.GetPage(address);

        Assert.Equal(questions, page.QuerySelectorAll(".question .more__body").Select(body => body.Id!));
        Assert.DoesNotContain(page.QuerySelectorAll(".lines"), lines => lines.Closest("details") is not null);
    }

    [Theory]
    [InlineData("botulinum ha-filler laser-fractional microneedling", true)]
    [InlineData("mesotherapy prp", false)]
    public async Task Of_many_options_the_concerns_that_are_hardly_studied_share_a_row(string slugs, bool share)
    {
        var edition = SampleClinic.Edition;
        var treatments = slugs.Split(' ');
        var offered = edition.Concerns.Select(concern => (Name: concern.Name.ToString(), Offers: treatments
                .Select(slug => (Slug: slug, edition.FindEvidence(slug, concern.Slug)?.Offer)).ToList()))
            .Where(concern => concern.Offers.Exists(one => one.Offer is ConcernOffer.Studied or ConcernOffer.WithoutResearch)).ToList();
        var hardly = offered.Where(concern => !concern.Offers.Exists(one => one.Offer == ConcernOffer.Studied)).ToList();

        var page = await portal.GetPage("/compare/" + string.Join("-vs-", treatments));
        var rows = page.QuerySelectorAll("table.concerns tbody tr").ToList();

        var (own, shared) = (offered.Except(share ? hardly : []).Select(concern => concern.Name).ToList(), share ? hardly : []);
        Assert.Equal(
            own, rows.Where(row => !row.ClassList.Contains("concerns__fact")).Select(row => row.QuerySelector("th a")!.TextContent));
        Assert.Equal(
            shared.Select(concern => concern.Name),
            rows.SelectMany(row => row.QuerySelectorAll("td p a")).Select(link => link.TextContent));
        foreach (var (concern, line) in shared.Zip(rows.SelectMany(row => row.QuerySelectorAll("td p:has(a)"))))
            Assert.All(concern.Offers, one => Assert.Equal(
                one.Offer == ConcernOffer.WithoutResearch,
                line.Words().Contains(RunningText.NameOf(edition.FindTreatment(one.Slug)!), StringComparison.Ordinal)));
        Assert.NotEmpty(hardly);
    }

    [Theory]
    [InlineData(Pair, true)]
    [InlineData($"{Pair}?rows=onset,pain", true)]
    [InlineData($"{Pair}?concern=hair-loss", false)]
    public async Task What_the_table_of_concerns_says_is_not_said_again_below_it(string address, bool hasTable)
    {
        var page = await portal.GetPage(address);
        var risks = SampleClinic.Edition.FindTreatment("prp")!.Answers.Single(one => one.Criterion == "serious-risks").Brief!.ToString();

        Assert.Equal(hasTable, page.QuerySelector("#concerns ~ .fits table.concerns .concerns__fact")?.Words().Contains(
            risks, StringComparison.Ordinal) ?? false);
        Assert.All(["evidence", "serious-risks"], slug =>
        {
            var question = page.GetElementById(slug)!.Closest(".question")!;
            Assert.Equal(hasTable, question.QuerySelector("summary h3") is not null);
            Assert.Equal(hasTable ? [] : ["Mesotherapy", "PRP", "No treatment"],
                question.QuerySelectorAll(".lines dt").Select(name => name.TextContent));
        });
        Assert.Equal(
            hasTable ? [SampleClinic.Edition.FindAnswer("no-treatment", "serious-risks")!.Brief!.ToString()] : [],
            page.QuerySelectorAll(".concerns__baseline td").Select(cell => cell.Words()));
        Assert.Equal(3, page.GetElementById("not-suitable")!.Closest(".question")!.QuerySelectorAll(".lines dt").Length);
    }

    [Fact]
    public async Task What_three_cards_say_is_not_said_again_below_them()
    {
        var page = await portal.GetPage("/compare/carboxytherapy-vs-mesotherapy-vs-prp?concern=cellulite");

        Assert.All(["Serious risks", "Sessions", "Price"], fact =>
            Assert.Equal(3, page.QuerySelectorAll(".card dt").Count(term => term.TextContent == fact)));
        Assert.Equal(
            ["not-suitable"],
            page.QuerySelectorAll(".question:has(.lines) .more__body").Select(body => body.Id!));
        Assert.Equal(
            ["evidence", "serious-risks", "not-suitable", "sessions", "cost-band"],
            page.QuerySelectorAll(".question .more__body").Select(body => body.Id!));
    }

    [Theory]
    [InlineData("hair-loss", true)]
    [InlineData("wound-healing", false)]
    public async Task Who_needs_a_doctor_is_given_no_date_to_start(string concern, bool hasDates)
    {
        var page = await portal.GetPage($"{Pair}?concern={concern}&weeks=10");

        var planning = page.GetElementById("planning")!;
        Assert.Equal(hasDates, planning.QuerySelector(".strips") is not null);
        Assert.Equal(!hasDates, planning.Words().Contains("see a doctor or nurse first", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hair-loss", true)]
    [InlineData("wound-healing", false)]
    public async Task Who_needs_a_doctor_is_not_told_to_take_their_time(string concern, bool hasTime)
    {
        var page = await portal.GetPage($"{Pair}?concern={concern}");

        Assert.Equal(hasTime, page.QuerySelector("main")!.Words().Contains("need not decide today", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hair-loss", "We are not sure it helps", "May help")]
    [InlineData("wound-healing", "Not usually offered for this", "May make little or no difference")]
    public async Task The_cards_answer_for_the_concern_in_view_with_the_risks_beside_it(string concern, params string[] verdicts)
    {
        var page = await portal.GetPage($"{Pair}?concern={concern}");

        Assert.Equal(verdicts, page.QuerySelectorAll(".card__verdict").Select(verdict => verdict.TextContent));
        Assert.All(page.QuerySelectorAll(".card:not(.card--baseline)"), card =>
            Assert.Equal("Serious risks", card.QuerySelector("dt")!.TextContent));
        Assert.Equal(
            SampleClinic.Edition.FindConcern(concern)!.Name.ToString(),
            page.QuerySelector("tr[id^=how-sure-] th")!.TextContent.Trim());
    }

    [Fact]
    public async Task Without_a_concern_each_one_leads_to_its_own_answer_and_the_risks_stand_beside_the_verdicts()
    {
        var page = await portal.GetPage(Pair);

        Assert.Empty(page.QuerySelectorAll(".card"));
        var rows = page.QuerySelectorAll("table.concerns tbody tr:not(.concerns__baseline)");
        Assert.Equal(
            SampleClinic.Edition.Concerns.Select(concern => $"{Pair}?concern={concern.Slug}").Append("#serious-risks"),
            rows.Select(row => row.QuerySelector("th a")!.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/compare/mesotherapy-vs-prp?concern=nonsense", "/compare/mesotherapy-vs-prp")]
    [InlineData("/compare/prp-vs-mesotherapy?concern=hair-loss", "/compare/mesotherapy-vs-prp?concern=hair-loss")]
    public async Task A_concern_that_nobody_knows_is_dropped_and_one_that_is_known_stays(string address, string canonical)
    {
        var answer = await portal.Get(address);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(canonical, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_concern_goes_along_on_every_way_and_search_engines_are_told_the_plain_page()
    {
        var page = await portal.GetPage($"{Pair}?concern=hair-loss");

        Assert.EndsWith(Pair, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.All(
            page.QuerySelectorAll("main a[href^='/compare/']").Where(link => link.Closest(".scope") is null),
            link => Assert.Contains("concern=hair-loss", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(
            page.QuerySelectorAll("main form[method=get]"),
            form => Assert.Equal("hair-loss", form.QuerySelector("input[name=concern]")?.GetAttribute("value")));
        Assert.Contains("pattern hair loss", page.GetElementById("questions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("concern=hair-loss", page.GetElementById("address")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_is_removed_or_added_in_place()
    {
        var page = await portal.GetPage("/compare/mesotherapy-vs-microneedling-vs-prp?concern=hair-loss");

        Assert.Equal(
            [
                "/compare/microneedling-vs-prp?concern=hair-loss", "/compare/mesotherapy-vs-prp?concern=hair-loss",
                "/compare/mesotherapy-vs-microneedling?concern=hair-loss",
            ],
            page.QuerySelectorAll(".card .remove").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            ["/compare/prp-vs-no-treatment", "/compare/mesotherapy-vs-no-treatment"],
            (await portal.GetPage(Pair)).QuerySelectorAll(".remove").Select(link => link.GetAttribute("href")));

        var form = page.QuerySelector("#add form")!;
        var fields =
            form.QuerySelectorAll("input[type=hidden]").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}")
            .Append($"{form.QuerySelector("select")!.GetAttribute("name")}=carboxytherapy");
        var answer = await portal.Get($"{form.GetAttribute("action")}?{string.Join('&', fields)}");
        Assert.Equal(
            "/compare/carboxytherapy-vs-mesotherapy-vs-microneedling-vs-prp?concern=hair-loss", answer.Headers.Location!.OriginalString);
        Assert.Null(
            (await portal.GetPage("/compare/carboxytherapy-vs-mesotherapy-vs-microneedling-vs-prp")).QuerySelector("#add"));
    }

    [Theory]
    [InlineData("/compare/mesotherapy-vs-peel-superficial", false)]
    [InlineData("/compare/mesotherapy-vs-peel-superficial?rows=what,mechanism,process,onset,duration", true)]
    public async Task Hiding_what_is_the_same_is_offered_only_where_it_hides_a_quarter(string address, bool offered)
    {
        var page = await portal.GetPage(address);
        var folded = page.QuerySelectorAll("details.group tr[data-agreement]");
        var same = folded.Count(row => row.GetAttribute("data-agreement") == "same" && row.GetAttribute("data-always-shown") == "false");

        Assert.Equal(offered, 4 * same >= folded.Length);
        Assert.Equal(offered, page.GetElementById("only-differences") is not null);
    }

    [Fact]
    public async Task A_see_a_doctor_alert_stands_only_where_the_concern_in_view_needs_it()
    {
        Assert.NotNull((await portal.GetPage($"{Pair}?concern=wound-healing")).QuerySelector(".compared__head .alert"));
        Assert.Null((await portal.GetPage($"{Pair}?concern=hair-loss")).QuerySelector(".compared__head .alert"));
        Assert.Null((await portal.GetPage(Pair)).QuerySelector(".compared__head .alert"));
    }

    [Fact]
    public async Task A_pair_without_a_shared_concern_is_kept_out_of_search_engines()
    {
        Assert.Equal(
            "noindex",
            (await portal.GetPage("/compare/botulinum-vs-hair-transplant")).QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Null((await portal.GetPage(Pair)).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task A_pair_without_an_editors_contrast_is_complete_without_it()
    {
        var page = await portal.GetPage("/compare/carboxytherapy-vs-microneedling");

        Assert.Null(page.QuerySelector("#contrasts"));
        Assert.All(SampleClinic.Edition.Criteria, criterion => Assert.NotNull(page.GetElementById(criterion.Slug)));
    }

    [Fact]
    public async Task A_number_is_a_picture_for_each_arm_with_a_name_a_sentence_and_a_row_of_its_table()
    {
        var page = await portal.GetPage("/compare/botulinum-vs-hair-transplant");

        var number = page.QuerySelector("#number-n1")!;
        Assert.Equal(["Minoxidil", "Dummy lotion"], number.QuerySelectorAll(".arms__label").Select(label => label.TextContent));
        Assert.Equal("Hair transplant: What it is combined with", number.QuerySelector(".term")!.TextContent);
        Assert.All(number.QuerySelectorAll("svg[role=img]"), picture =>
        {
            Assert.Contains("of 100 women", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
            Assert.Contains("Women with pattern hair loss", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
        });
        Assert.Contains("It happened in 26 of 100 women; in 74 it did not.", number.TextContent, StringComparison.Ordinal);
        Assert.Contains("probably", number.TextContent, StringComparison.Ordinal);
        Assert.Equal("157 of 593", number.QuerySelector("tbody tr:first-of-type td:last-of-type")!.TextContent);
    }

    [Theory]
    [InlineData("n4", 2, 0)]
    [InlineData("n8", 0, 0)]
    [InlineData("n7", 3, 6)]
    public async Task A_rare_event_is_a_bar_a_tiny_sample_is_itself_and_without_a_rate_there_is_no_picture(
        string key, int pictures, int rows)
    {
        var number = (await portal.GetPage("/compare/ha-filler-vs-mesotherapy-vs-prp")).QuerySelector($"#number-{key}")!;

        Assert.Equal(pictures, number.QuerySelectorAll("svg[role=img]").Length);
        Assert.Equal(rows, number.QuerySelectorAll("svg[role=img] .icons__yes").Length);
    }

    [Fact]
    public async Task Where_nothing_can_be_drawn_one_sentence_says_why()
    {
        var page = await portal.GetPage(Pair);

        Assert.Contains("For mesotherapy and PRP we have no count of people who got better, so no picture shows that.",
            page.GetElementById("numbers")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IElement> Table(string address) => (await portal.GetPage(address)).QuerySelector("table.comparison:not(.concerns)")!;

    private static IEnumerable<string> Heads(IElement table) =>
        table.QuerySelectorAll("thead th a").Select(head => head.TextContent.Trim());
}
