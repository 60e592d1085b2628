using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One treatment's answer to one criterion.</summary>
public sealed class AnswerEditModel(ClinicDbContext db, CatalogueEditor editor, WorkingDrafts drafts) : EditPage<AnswerForm, AnswerEntry>(drafts)
{
    private Treatment _treatment = null!;
    private TreatmentAttribute? _cell;

    public override string Title => $"{Asked.Term} of {RunningText.ShortNameOf(_treatment.ToEntry())}";

    public override IReadOnlyList<Crumb> Crumbs => [new("Treatments", "/staff"), new(_treatment.Name.ToString(), $"/staff/treatments/{Treatment}")];

    [BindProperty(SupportsGet = true)]
    public string Treatment { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Criterion { get; set; } = "";

    public override string Row => $"treatments/{Treatment}/answers/{Criterion}";

    public CriterionEntry Asked { get; private set; } = null!;

    /// <summary>Whether the answer may hold a sentence on when to get help; one that is marked elsewhere can be taken out here too.</summary>
    public bool AsksForHelp => CriterionRoles.TellsWhenToGetHelp(Asked.Role) || Form.GetHelp is not null;

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    /// <summary>What the form says, as an entry.</summary>
    public AnswerEntry Preview { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    /// <summary>The numbers from studies that stand in this cell.</summary>
    public IReadOnlyList<Crumb> Numbers { get; private set; } = [];

    public Task<IActionResult> OnPostAsync() => SaveAsync(() => Task.FromResult($"/staff/treatments/{Treatment}#{Criterion}"));

    /// <summary>Saves, and asks on in the order in which patients read; after the last question the treatment's page says what is left.</summary>
    public Task<IActionResult> OnPostNextAsync() => SaveAsync(async () =>
    {
        var order = await Choices.CriteriaAsync(db);
        var next = order.SkipWhile(question => question.Slug != Criterion).Skip(1).FirstOrDefault(question => !question.Archived);
        return next is null ? $"/staff/treatments/{Treatment}#answers" : $"/staff/treatments/{Treatment}/answers/{next.Slug}";
    });

    private async Task<IActionResult> SaveAsync(Func<Task<string>> next)
    {
        if (!await LoadAsync())
            return NotFound();
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources);
        return Form.Problems().ToList() is { Count: > 0 } problems
            ? await Refuse(problems)
            : await AfterAsync(await editor.SaveAnswerAsync(Treatment, Criterion, Form.Version, Form.Write, Sign(Why)), await next());
    }

    protected override AnswerForm Stored() => AnswerForm.Of(_cell?.ToEntry(), _cell?.Version ?? 0, Asked.Kind);

    protected override AnswerForm FormOf(AnswerEntry entry, int version) => AnswerForm.Of(entry, version, Asked.Kind);

    protected override async Task DescribeAsync()
    {
        Preview = Form.Write(_cell?.ToEntry() ?? new() { Criterion = Criterion });
        Before = [.. ContentRules.CheckAnswer(Preview, Asked).Select(problem => problem.Message)];
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources);
        Numbers = [.. (await db.Numbers.Where(number => number.Places.Any(place => place.Treatment.Slug == Treatment && place.Criterion.Slug == Criterion)).OrderBy(number => number.Position)
            .Select(number => new { number.Slug, number.Outcome }).ToListAsync()).Select(number => new Crumb(number.Outcome.ToString(), $"/staff/numbers/{number.Slug}"))];
    }

    protected override async Task<bool> LoadAsync()
    {
        var criterion = await db.Criteria.Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Criterion);
        var treatment = await db.Treatments.Where(one => one.Slug == Treatment)
            .Include(one => one.Answers.Where(answer => answer.Criterion.Slug == Criterion)).ThenInclude(answer => answer.Sources)
            .Include(one => one.Answers.Where(answer => answer.Criterion.Slug == Criterion)).ThenInclude(answer => answer.Criterion)
            .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync();
        if (criterion is null || treatment is null)
            return false;
        (Asked, _treatment, _cell) = (criterion.ToEntry(), treatment, treatment.Answers.SingleOrDefault());
        return true;
    }
}
