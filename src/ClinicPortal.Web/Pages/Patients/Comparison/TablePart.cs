using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>
/// One table of answers. There is one, unless the reader has marked questions: then these stand in the first with what is always shown,
/// and the others in a second one that folds away.
/// </summary>
public sealed record TablePart(ComparisonModel Page, string Caption, IReadOnlyList<ComparisonGroup> Groups)
{
    private const string Signs = "† is still to be confirmed by a clinician; small numbers lead to the sources.";

    /// <summary>The group that holds the reader's rows; it has no place in the catalogue.</summary>
    public static CriterionGroupEntry Yours { get; } = new() { Slug = "what-matters", Name = LocalText.English("What matters to you") };

    private static readonly CriterionGroupEntry Always = new() { Slug = "always", Name = LocalText.English("Always in view") };

    public static TablePart Whole(ComparisonModel page) => new(
        page, $"{Grammar.Count(page.Edition.Criteria.Count, "question")}, asked of each treatment in the same order. {Signs}", page.Comparison.Groups);

    public static TablePart First(ComparisonModel page, ArrangedRows rows) => new(
        page,
        $"The questions that you marked, and what is always in view. {Signs}",
        rows.AlwaysShown.Count > 0 ? [new(Yours, rows.Marked), new(Always, rows.AlwaysShown)] : [new(Yours, rows.Marked)]);

    public static TablePart Folded(ComparisonModel page, ArrangedRows rows) => new(
        page, $"{Grammar.Count(rows.FoldedCount, "more question")}, in their usual order. {Signs}", rows.Folded);
}
