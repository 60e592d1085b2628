using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One treatment's answer to one criterion.</summary>
public sealed class AnswerEditModel(ClinicDbContext db, CatalogueEditor editor) : StaffPage
{
    private Treatment? _treatment;

    public override string Title => $"{Asked.Term} of {RunningText.NameOf(_treatment!.ToEntry())}";

    public override IReadOnlyList<Crumb> Crumbs => [new("Treatments", "/staff"), new(_treatment!.Name.ToString(), $"/staff/treatments/{Treatment}")];

    [BindProperty(SupportsGet = true)]
    public string Treatment { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Criterion { get; set; } = "";

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public string DraftPath => $"treatments/{Treatment}/answers/{Criterion}";

    public CriterionEntry Asked { get; private set; } = null!;

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    /// <summary>What the form says, as an entry.</summary>
    public AnswerEntry Preview { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public ConflictModel? Conflict { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await db.Treatments.AnyAsync(treatment => treatment.Slug == Treatment) || !await db.Criteria.AnyAsync(criterion => criterion.Slug == Criterion))
            return NotFound();
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources);
        if (Form.Problems().ToList() is { Count: > 0 } problems)
            return await Refuse(problems);

        switch (await editor.SaveAnswerAsync(Treatment, Criterion, Form.Version, Form.Write, Sign(Why)))
        {
            case SaveOutcome<AnswerEntry>.Saved saved:
                return Then($"/staff/treatments/{Treatment}#{Criterion}", SavedWords.Of(saved.Version, saved.Theirs));
            case SaveOutcome<AnswerEntry>.Conflict conflict:
                Conflict = ConflictModel.Of(conflict);
                Response.StatusCode = StatusCodes.Status409Conflict;
                await LoadAsync();
                Form = AnswerForm.Of(conflict.Together, conflict.TheirVersion, Asked.Kind);
                ModelState.Clear();
                return await ShowAsync();
            default:
                return Then($"/staff/treatments/{Treatment}#{Criterion}", SavedWords.Nothing);
        }
    }

    public Task<IActionResult> OnPostPreviewAsync() => Form.Problems().ToList() is { Count: > 0 } problems ? Refuse(problems) : ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var cell = _treatment!.Answers.SingleOrDefault();
        if (HttpMethods.IsGet(Request.Method))
            Form = AnswerForm.Of(cell?.ToEntry(), cell?.Version ?? 0, Asked.Kind);
        Preview = Form.Write(cell?.ToEntry() ?? new() { Criterion = Criterion });
        Before = [.. ContentRules.CheckAnswer(Preview, Asked).Select(problem => problem.Message)];
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources);
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (_treatment is not null)
            return true;
        var criterion = await db.Criteria.Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Criterion);
        _treatment = await db.Treatments.Where(one => one.Slug == Treatment)
            .Include(one => one.Answers.Where(answer => answer.Criterion.Slug == Criterion)).ThenInclude(answer => answer.Sources)
            .Include(one => one.Answers.Where(answer => answer.Criterion.Slug == Criterion)).ThenInclude(answer => answer.Criterion)
            .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync();
        if (criterion is null || _treatment is null)
            return false;
        Asked = criterion.ToEntry();
        return true;
    }
}
