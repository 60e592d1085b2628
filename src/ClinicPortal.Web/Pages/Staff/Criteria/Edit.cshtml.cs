using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The words of one criterion.</summary>
public sealed class CriterionEditModel(ClinicDbContext db, CatalogueEditor editor, WorkingDrafts drafts) : EditPage<CriterionForm, CriterionEntry>(drafts)
{
    private ComparisonCriterion _criterion = null!;

    public override string Title => _criterion.Term.ToString();

    public override IReadOnlyList<Crumb> Crumbs => [new("Criteria", "/staff/criteria")];

    [BindProperty(SupportsGet = true)]
    public string Criterion { get; set; } = "";

    public override string Row => $"criteria/{Criterion}";

    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    /// <summary>What the form says, as an entry.</summary>
    public CriterionEntry Said { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        List<string> problems = [.. Form.Problems(), .. Choices.Unknown("group", Groups, [Form.Group])];
        return problems.Count > 0
            ? await Refuse(problems)
            : await AfterAsync(await editor.SaveCriterionAsync(Criterion, Form.Version, Form.Write, Sign(Why)), Here);
    }

    protected override CriterionForm Stored() => CriterionForm.Of(_criterion.ToEntry(), _criterion.Version);

    protected override CriterionForm FormOf(CriterionEntry entry, int version) => CriterionForm.Of(entry, version);

    protected override async Task<bool> LoadAsync()
    {
        if (await db.Criteria.Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Criterion) is not { } criterion)
            return false;
        _criterion = criterion;
        Groups = await db.Groups.OrderBy(group => group.Archived).ThenBy(group => group.Position).Select(group => new Choice(group.Slug, group.Name, group.Archived)).ToListAsync();
        return true;
    }

    protected override Task DescribeAsync()
    {
        Said = Form.Write(_criterion.ToEntry());
        Before = [.. ContentRules.CheckCriterion(Said).Select(problem => problem.Message)];
        return Task.CompletedTask;
    }
}

/// <summary>The words of a criterion as they are typed.</summary>
public sealed class CriterionForm : IRowForm
{
    public int Version { get; set; }

    public string? Question { get; set; }

    public string? Term { get; set; }

    public string? Help { get; set; }

    public string? Group { get; set; }

    public string? Priority { get; set; }

    public bool AlwaysShown { get; set; }

    public static CriterionForm Of(CriterionEntry entry, int version) => new()
    {
        Version = version,
        Question = entry.Question.ToString(),
        Term = entry.Term.ToString(),
        Help = entry.Help.ToString(),
        Group = entry.Group,
        Priority = FormInput.Figures(entry.Priority),
        AlwaysShown = entry.AlwaysShown,
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Needed("question", Question), .. FormInput.Needed("term", Term), .. FormInput.Needed("help", Help), .. FormInput.Needed("group", Group),
        .. FormInput.Problems("question", Question, TextLimit.Of<CriterionEntry>(entry => entry.Question)),
        .. FormInput.Problems("term", Term, TextLimit.Of<CriterionEntry>(entry => entry.Term)), .. FormInput.Problems("help", Help),
        .. new[] { FormInput.Count("at a glance", Priority, out _) }.OfType<string>(),
    ];

    public CriterionEntry Write(CriterionEntry before)
    {
        FormInput.Count("", Priority, out var priority);
        return before with
        {
            Question = LocalText.Rewritten(before.Question, Question) ?? LocalText.Empty,
            Term = LocalText.Rewritten(before.Term, Term) ?? LocalText.Empty,
            Help = LocalText.Rewritten(before.Help, Help) ?? LocalText.Empty,
            Group = Group ?? before.Group,
            Priority = priority,
            AlwaysShown = AlwaysShown,
        };
    }
}
