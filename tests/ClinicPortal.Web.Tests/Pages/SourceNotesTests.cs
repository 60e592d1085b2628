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
    public void The_meaning_of_a_mark_is_told_where_there_is_one(string? toBeConfirmed, string? told)
    {
        var content = SampleClinic.Content;
        var edition = new Edition(1, TemporaryStore.Now, content with
        {
            Concerns = [.. content.Concerns.Select(concern => concern with { ToBeConfirmed = toBeConfirmed == "concern" })],
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
}
