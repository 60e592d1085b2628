using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>Medical words are explained where they first stand.</summary>
public sealed class WordsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private static readonly PatientMarkdown Markdown = new();

    public static TheoryData<string> Addresses =>
    [
        "/compare/mesotherapy-vs-prp", "/compare/prp-vs-no-treatment", "/compare/botulinum-vs-ha-filler-vs-laser-fractional",
        "/compare/mesotherapy-vs-prp?rows=onset,pain", "/treatments/prp", "/treatments/no-treatment", "/concerns/hair-loss",
        "/concerns/wound-healing",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public async Task Each_word_leads_to_its_meaning_at_the_end_of_the_page_and_back(string address)
    {
        var page = await portal.GetPage(address);
        var meanings = page.QuerySelectorAll("dl.meanings > div");
        var marksConfirmed = page.Body!.TextContent.Contains('●', StringComparison.Ordinal);

        Assert.Equal(meanings.Select(meaning => meaning.Id).Order(), Words(page).Select(word => word.GetAttribute("href")![1..]).Order());
        foreach (var meaning in meanings)
        {
            var term = SampleClinic.Content.Glossary.Single(term => $"word-{term.Slug}" == meaning.Id);
            Assert.StartsWith(term.Term.ToString(), meaning.QuerySelector("dt")!.TextContent, StringComparison.Ordinal);
            Assert.StartsWith(
                PlainText.Of(term.Definition.ToString()), meaning.QuerySelector("dd")!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Equal(term.ToBeConfirmed && !marksConfirmed, meaning.TextContent.Contains('†', StringComparison.Ordinal));
            Assert.Equal("A", page.QuerySelector(meaning.QuerySelector(".back")!.GetAttribute("href")!)!.NodeName);
        }
        Assert.Distinct(page.QuerySelectorAll("[id]").Select(element => element.Id));
    }

    [Fact]
    public async Task A_comparison_explains_the_words_of_its_answers_and_no_others()
    {
        var page = await portal.GetPage("/compare/mesotherapy-vs-prp");
        var explained = Words(page).Select(word => word.TextContent.ToLowerInvariant()).ToList();

        Assert.Contains("plasma", explained);
        Assert.Contains("centrifuge", explained);
        Assert.DoesNotContain("cannula", explained);
        Assert.All(Words(page), word => Assert.Null(word.ParentElement!.Closest("a, summary, label, h1, h2, h3, th")));
    }

    [Fact]
    public void Marking_changes_no_text_and_puts_no_link_in_a_link()
    {
        var texts = SampleClinic.Content.Treatments.SelectMany(treatment => treatment.Answers)
            .Select(answer => answer.Text)
            .OfType<LocalText>()
            .ToList();
        var notes = new GlossaryNotes(SampleClinic.Edition, Markdown);

        foreach (var text in texts)
        {
            Assert.Equal(Read(Markdown.Block(text)).TextContent, Read(notes.Block(text)).TextContent);
            Assert.Equal($"{text} & <b>", Read(notes.Line($"{text} & <b>")).TextContent);
        }
        Assert.NotEmpty(texts);
        Assert.NotEmpty(notes.Explained);
    }

    [Theory]
    [InlineData("[PRP](https://clinic.example/) or **PRP**", "or ")]
    [InlineData("[about PRP](https://clinic.example/</a>plasma) or PRP", " or ")]
    [InlineData("- [the *PRP* page](https://clinic.example/prp)\n- PRP", "")]
    [InlineData("[x](https://clinic.example/?prp=1&PRP \"PRP\") & PRP", " & ")]
    [InlineData("A & B < C > D, so PRP", "A & B < C > D, so ")]
    public void A_word_inside_a_link_is_passed_over(string markdown, string before)
    {
        var html = Read(new GlossaryNotes(SampleClinic.Edition, Markdown).Block(LocalText.English(markdown)));

        var word = html.QuerySelectorAll("a.word").Single();
        Assert.Equal("PRP", word.TextContent);
        Assert.EndsWith(
            before, (word.ParentElement!.NodeName == "STRONG" ? word.ParentElement : word).PreviousSibling?.TextContent ?? "",
            StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("a a"));
        Assert.Equal(Read(Markdown.Block(LocalText.English(markdown))).TextContent, html.TextContent);
    }

    [Theory]
    [InlineData("R&D <em>", "R&D <em>")]
    [InlineData("amp", "amp & lt")]
    public void What_the_clinic_calls_a_word_never_becomes_markup(string term, string text)
    {
        var edition = new Edition(1, DateTimeOffset.UnixEpoch, SampleClinic.Content with
        {
            Glossary = [new() { Slug = "odd\"><b>", Term = LocalText.English(term), Definition = LocalText.English("A meaning.") }],
        });

        var html = Read(new GlossaryNotes(edition, Markdown).Line(text));

        Assert.Equal(text, html.TextContent);
        Assert.All(html.QuerySelectorAll("*"), element => Assert.Equal("word", element.ClassName));
    }

    private static IHtmlCollection<IElement> Words(IDocument page) => page.QuerySelectorAll("main a.word");

    private static IElement Read(IHtmlContent html) => new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;
}
