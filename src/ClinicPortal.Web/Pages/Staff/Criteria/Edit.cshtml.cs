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

    protected override async Task DescribeAsync()
    {
        Said = Form.Write(_criterion.ToEntry());
        var sharing = Said.Role is null ? []
            : await db.Criteria.Include(one => one.Group).Where(one => one.Role == Said.Role && one.Slug != Criterion).AsNoTracking().ToListAsync();
        Before = [.. ContentRules.CheckCriterion(Said, sharing.ConvertAll(one => one.ToEntry())).Select(problem => problem.Message)];
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

    public CriterionRole? Role { get; set; }

    public string? InSentence { get; set; }

    public string? UnitOne { get; set; }

    public string? UnitMany { get; set; }

    public string? WhenOver { get; set; }

    public string? Priority { get; set; }

    public bool AlwaysShown { get; set; }

    public static CriterionForm Of(CriterionEntry entry, int version) => new()
    {
        Version = version,
        Question = entry.Question.ToString(),
        Term = entry.Term.ToString(),
        Help = entry.Help.ToString(),
        Group = entry.Group,
        Role = entry.Role,
        InSentence = entry.InSentence?.ToString(),
        UnitOne = entry.Unit?.One.ToString(),
        UnitMany = entry.Unit?.Many.ToString(),
        WhenOver = entry.WhenOver?.ToString(),
        Priority = FormInput.Figures(entry.Priority),
        AlwaysShown = entry.AlwaysShown,
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Needed("question", Question), .. FormInput.Needed("term", Term), .. FormInput.Needed("help", Help), .. FormInput.Needed("group", Group),
        .. FormInput.Problems("question", Question, TextLimit.Of<CriterionEntry>(entry => entry.Question)),
        .. FormInput.Problems("term", Term, TextLimit.Of<CriterionEntry>(entry => entry.Term)), .. FormInput.Problems("help", Help),
        .. FormInput.Problems("question inside a sentence", InSentence, TextLimit.Of<CriterionEntry>(entry => entry.InSentence)),
        .. FormInput.Problems("end of this time", WhenOver, TextLimit.Of<CriterionEntry>(entry => entry.WhenOver)),
        .. FormInput.Problems("word for one", UnitOne, TextLimit.Of<CountedUnit>(unit => unit.One)),
        .. FormInput.Problems("word for several", UnitMany, TextLimit.Of<CountedUnit>(unit => unit.Many)),
        .. string.IsNullOrWhiteSpace(UnitOne) == string.IsNullOrWhiteSpace(UnitMany)
            ? []
            : new[] { "What is counted needs a word for one and a word for several. Write both, or neither." },
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
            Role = Role,
            InSentence = LocalText.Rewritten(before.InSentence, InSentence),
            Unit = UnitAfter(before.Unit),
            WhenOver = LocalText.Rewritten(before.WhenOver, WhenOver),
            Priority = priority,
            AlwaysShown = AlwaysShown,
        };
    }

    private CountedUnit? UnitAfter(CountedUnit? before) =>
        (LocalText.Rewritten(before?.One, UnitOne), LocalText.Rewritten(before?.Many, UnitMany)) is var (one, many) && (one ?? many) is not null
            ? new() { One = one ?? LocalText.Empty, Many = many ?? LocalText.Empty }
            : null;
}
