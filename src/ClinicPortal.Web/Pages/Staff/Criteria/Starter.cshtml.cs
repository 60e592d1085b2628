using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Questions that a new clinic can begin with, to choose from.</summary>
public sealed class StarterQuestionsModel(ClinicDbContext db, CatalogueStructure structure, TimeProvider clock) : StaffPageModel
{
    public override string Title => "Starter questions";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Criteria];

    /// <summary>The slugs of those that are ticked.</summary>
    [BindProperty]
    public List<string?> Chosen { get; set; } = [];

    /// <summary>Those that the clinic does not have, by their groups.</summary>
    public IReadOnlyList<IGrouping<CriterionGroupEntry, CriterionEntry>> Questions { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        List<string> slugs = [.. Chosen.OfType<string>()];
        if (slugs.Count == 0)
            return await RefuseAsync("Tick at least one question.", cancel);
        var added = await structure.AddQuestionsAsync(slugs, Sign(clock.GetUtcNow(), "Starter questions"), cancel);
        return added == 0
            ? RedirectTo(StaffMap.Criteria.Path, SaveMessages.Nothing)
            : SavedTo(
                StaffMap.Criteria.Path,
                $"{RunningText.StartUpperCase(Grammar.Count(added, "question"))} added. Change their words and order as you like.");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var present = await db.Criteria.Select(one => one.Slug).ToListAsync(cancel);
        if (HttpMethods.IsGet(Request.Method))
            Chosen = [.. StarterQuestions.All.Select(question => question.Slug)];
        Questions =
        [
            .. from question in StarterQuestions.All
               where !present.Contains(question.Slug)
               group question by StarterQuestions.Groups.Single(one => one.Slug == question.Group),
        ];
        return Page();
    }
}
