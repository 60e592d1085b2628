using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One treatment's answer to one criterion.</summary>
public sealed class AnswerEditModel(
    ClinicDbContext db, CatalogueEditor editor, RowEditing<AnswerForm, AnswerEntry> editing, Edition edition, ClinicCalendar calendar)
    : StaffPageModel, IRowPage<AnswerForm, AnswerEntry>
{
    private Treatment _treatment = null!;
    private TreatmentAttribute? _cell;
    private IReadOnlyList<Choice> _conditions = [];

    public override string Title => RunningText.NameOf(_treatment.ToEntry(), Asked);

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments, new(_treatment.Name.ToString(), StaffMap.Treatment(Treatment))];

    [FromRoute]
    public string Treatment { get; set; } = "";

    [FromRoute]
    public string Criterion { get; set; } = "";

    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    /// <summary>The query of the matrix that the person came from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>None, where the person came from elsewhere.</summary>
    public MatrixAddress? Matrix => Back is null ? null : MatrixAddress.Parse(Back);

    public override string OwnAddress => Matrix is { } back ? StaffMap.Answer(Treatment, Criterion, back) : base.OwnAddress;

    public string Row => $"treatments/{Treatment}/answers/{Criterion}";

    public RowEditing<AnswerForm, AnswerEntry> Editing => editing.For(this);

    public CriterionEntry Asked { get; private set; } = null!;

    /// <summary>
    /// Whether the answer may hold a sentence on when to get help; one that is marked elsewhere can be taken out here too.
    /// </summary>
    public bool AsksForHelp => CriterionRoles.TellsWhenToGetHelp(Asked.Role) || Form.GetHelp is not null;

    /// <summary>Those that can be ticked, and archived ones that the answer still mentions.</summary>
    public IReadOnlyList<Choice> Conditions =>
        [.. _conditions.Where(condition => Form.Conditions.ContainsKey(condition.Slug) || !condition.Archived)];

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    /// <summary>What the form says, as an entry.</summary>
    public AnswerEntry Preview { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before => [.. ContentRules.CheckAnswer(Preview, Asked).Select(problem => problem.Message)];

    /// <summary>Where its text, its value and its one line contradict each other; it can be saved and published all the same.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The text's figure, where the measured value is another one: either can take the other's.</summary>
    public StatedValue? Against => StatedValue.Against(Preview, Asked);

    /// <summary>The numbers from studies that stand in this cell.</summary>
    public IReadOnlyList<Crumb> Numbers { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        SaveAsync(Matrix?.At(Treatment, Criterion) ?? $"{StaffMap.Treatment(Treatment)}#{Criterion}", cancel);

    /// <summary>Saves, and asks on in the order in which patients read; the last question leads back to the treatment.</summary>
    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancel)
    {
        var order = await Choices.CriteriaAsync(db, cancel);
        var next = order.SkipWhile(question => question.Slug != Criterion).Skip(1).FirstOrDefault(question => !question.Archived);
        return await SaveAsync(
            (next, Matrix) switch
            {
                (null, null) => $"{StaffMap.Treatment(Treatment)}#answers",
                (null, { } back) => back.At(Treatment, Criterion),
                (_, null) => StaffMap.Answer(Treatment, next.Slug),
                (_, { } back) => StaffMap.Answer(Treatment, next.Slug, back),
            }, cancel);
    }

    /// <summary>The form with the text's figure as the measured value, to be saved or not.</summary>
    public Task<IActionResult> OnPostTakeFigureAsync(CancellationToken cancel) => TakeAsync(
        (stated, answer) =>
        {
            Form.Parts = AnswerForm.Of(stated.WithFigureOfText(answer), Form.Version, Asked.Kind, []).Parts;
            return true;
        }, cancel);

    /// <summary>The form with the measured value in place of the text's figure, to be saved or not.</summary>
    public Task<IActionResult> OnPostTakeValueAsync(CancellationToken cancel) => TakeAsync(
        (stated, answer) =>
        {
            var text = stated.Rewritten(Form.Text!, StatedValue.WordsOf(answer, Asked));
            Form.Text = text ?? Form.Text;
            return text is not null;
        }, cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var criterion = await db.Criteria.Where(one => one.Slug == Criterion)
            .Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(cancel);
        var treatment = await db.Treatments.Where(one => one.Slug == Treatment)
            .Include(one => one.Answers.Where(answer => answer.Criterion.Slug == Criterion)).ThenInclude(answer => answer.Sources)
            .Include(one => one.Answers.Where(answer => answer.Criterion.Slug == Criterion)).ThenInclude(answer => answer.Criterion)
            .Include(one => one.Answers.Where(answer => answer.Criterion.Slug == Criterion)).ThenInclude(answer => answer.Conditions)
            .ThenInclude(mention => mention.Condition)
            .Include(one => one.Concerns).ThenInclude(evidence => evidence.Concern)
            .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync(cancel);
        if (criterion is null || treatment is null)
            return false;
        (Asked, _treatment, _cell) = (criterion.ToEntry(), treatment, treatment.Answers.SingleOrDefault());
        _conditions = await Choices.ConditionsAsync(db, cancel);
        return true;
    }

    public AnswerForm Stored() => FormOf(_cell?.ToEntry(), _cell?.Version ?? 0);

    public AnswerForm FormOf(AnswerEntry? entry, int version) =>
        AnswerForm.Of(entry, version, Asked.Kind, _conditions.Where(condition => !condition.Archived).Select(condition => condition.Slug));

    public AnswerEntry Written() => Form.Write(_cell?.ToEntry() ?? new() { Criterion = Criterion });

    public ConditionMeaning? MeaningOf(string condition) => Form.Conditions.GetValueOrDefault(condition);

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Preview = Written();
        Warnings = await WarningsOfAsync(Preview, cancel);
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources, cancel);
        Numbers = await NumberLinks.OfAsync(db, place => place.Treatment.Slug == Treatment && place.Criterion.Slug == Criterion, cancel);
    }

    private async Task<IActionResult> TakeAsync(Func<StatedValue, AnswerEntry, bool> take, CancellationToken cancel)
    {
        if (Form.Problems().ToList() is { Count: > 0 } problems)
            return await RefuseAsync(problems, cancel);
        var answer = Written();
        if (StatedValue.Against(answer, Asked) is not { } stated)
            return await RefuseAsync("The text and the measured value no longer contradict each other. Nothing was changed.", cancel);
        if (!take(stated, answer))
            return await RefuseAsync(
                $"The text does not say “{stated.Words}” exactly once, so nothing was changed. Correct the text by hand.", cancel);
        ModelState.Clear();
        return await ShowAsync(cancel);
    }

    private async Task<IActionResult> SaveAsync(string next, CancellationToken cancel)
    {
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources, cancel);
        var shown = await Editing.SaveAsync(
            Choices.Unknown("condition", _conditions, Form.Conditions.Keys),
            by => editor.SaveAnswerAsync(Treatment, Criterion, Form.Version, Form.Write, by, cancel), next, cancel);
        // What is saved may hold another person's fields too, so it is read again.
        if (shown is RedirectResult && await LoadAsync(cancel) && _cell is not null)
            SavedWarnings = [.. await WarningsOfAsync(_cell.ToEntry(), cancel)];
        return shown is RedirectResult && IsScript ? await SavedCellAsync(cancel) : shown;
    }

    /// <summary>A script that has saved the answer where it stands in the matrix gets its cell alone, with what was done.</summary>
    private async Task<IActionResult> SavedCellAsync(CancellationToken cancel)
    {
        var context = await db.MatrixContextAsync(edition.Number, calendar.Today, Row, null, cancel);
        var cell = AnswerMatrix.Of([_treatment.ToEntry()], [Asked], context).Cells.Single();
        var saved = new SavedCell(StatusMessage!, SavedWarnings ?? [], new(cell, Matrix ?? new(null), hasDraft: false));
        (StatusMessage, HasSaved, SavedRow, SavedWarnings) = (null, false, null, null);
        return Partial("_SavedCell", saved);
    }

    private async Task<IReadOnlyList<string>> WarningsOfAsync(AnswerEntry answer, CancellationToken cancel)
    {
        var (treatments, concerns) = await Choices.NamesAsync(db, cancel);
        return
        [
            .. ContentRules.WarningsOfAnswer(answer, Asked, _treatment.ToEntry(), treatments, concerns).Select(warning => warning.Message),
        ];
    }
}
