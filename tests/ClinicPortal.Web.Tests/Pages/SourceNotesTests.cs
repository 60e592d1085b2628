using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using ClinicPortal.Web.Html;

namespace ClinicPortal.Web.Tests.Pages;

/// <summary>What a mark means is told exactly where one stands.</summary>
public class SourceNotesTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("all", "confirm these texts")]
    [InlineData("most", "marked ●")]
    [InlineData("concern", "marked †")]
    [InlineData("first change", "marked †")]
    [InlineData("evidence", "marked †")]
    [InlineData("passage", "marked †")]
    public void The_meaning_of_a_mark_is_told_where_there_is_one(string? toBeConfirmed, string? told)
    {
        var content = SampleClinic.Content;
        var edition = new Edition(1, TemporaryStore.Now, content with
        {
            Concerns = [.. content.Concerns.Select(concern => concern with { ToBeConfirmed = toBeConfirmed == "concern" })],
            Sources =
            [
                .. content.Sources.Select(source => source.Key == "seed" && toBeConfirmed == "passage"
                    ? source with { State = SourceState.ToBeConfirmed }
                    : source),
            ],
            Glossary = [.. content.Glossary.Select(term => term with { ToBeConfirmed = false })],
            Treatments =
            [
                .. content.Treatments.Select(treatment => treatment with
                {
                    Answers =
                    [
                        .. treatment.Answers.Select(answer => answer with
                        {
                            ToBeConfirmed = toBeConfirmed == "all" || toBeConfirmed == "first change" && answer.Criterion == "onset"
                                || toBeConfirmed == "most" && answer.Criterion != "sessions",
                        }),
                    ],
                    Concerns =
                    [
                        .. treatment.Concerns.Select(evidence => evidence with { ToBeConfirmed = toBeConfirmed == "evidence" }),
                    ],
                }),
            ],
        });
        var comparison = Comparison.Of(edition, ComparisonAddress.Of(
            edition, [edition.FindTreatment("mesotherapy")!, edition.FindTreatment("prp")!]));

        var key = new SourceNotes(edition, comparison).Key;

        Assert.Equal(told is null, key is null);
        Assert.Contains(told ?? "", key ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("to-be-confirmed to-be-confirmed", true)]
    [InlineData("to-be-confirmed checked", false)]
    [InlineData("", false)]
    public void A_passage_that_rests_on_unchecked_sources_alone_is_marked(string states, bool isMarked)
    {
        var sources = states.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((state, number) => new SourceEntry
        {
            Key = $"s{number}",
            Reference = "A source",
            State = state == "checked" ? SourceState.Checked : SourceState.ToBeConfirmed,
        }).ToList();
        var edition = new Edition(
            1, TemporaryStore.Now, SampleClinic.Content with { Sources = [.. SampleClinic.Content.Sources, .. sources] });
        using var said = new StringWriter();

        new SourceNotes(edition).Of(SampleClinic.Content.Contrasts[0].Passages[0] with { Sources = [.. sources.Select(one => one.Key)] })
            .WriteTo(said, HtmlEncoder.Default);

        Assert.Equal(isMarked, said.ToString().Contains('†'));
        Assert.Equal(sources.Count, said.ToString().Split("<a ").Length - 1);
    }
}
