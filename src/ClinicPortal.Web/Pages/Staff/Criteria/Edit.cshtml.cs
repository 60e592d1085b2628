using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The words of one criterion.</summary>
public sealed class CriterionEditModel(ClinicDbContext db, CatalogueEditor editor, RowEditing<CriterionForm, CriterionEntry> editing)
    : StaffPageModel, IRowPage<CriterionForm, CriterionEntry>
{
    private ComparisonCriterion _criterion = null!;

    public override string Title => _criterion.Term.ToString();

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Criteria];

    [FromRoute]
    public string Criterion { get; set; } = "";

    [BindProperty]
    public CriterionForm Form { get; set; } = new();

    public string Row => $"criteria/{Criterion}";

    public RowEditing<CriterionForm, CriterionEntry> Editing => editing.For(this);

    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    /// <summary>What the form says, as an entry.</summary>
    public CriterionEntry Entry { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Editing.SaveAsync(
        Choices.Unknown("group", Groups, [Form.Group]), by => editor.SaveCriterionAsync(Criterion, Form.Version, Form.Write, by, cancel),
        StaffMap.Criterion(Criterion), cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public CriterionForm Stored() => CriterionForm.Of(_criterion.ToEntry(), _criterion.Version);

    public CriterionForm FormOf(CriterionEntry entry, int version) => CriterionForm.Of(entry, version);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        _criterion =
            (await db.Criteria.Where(one => one.Slug == Criterion).Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(cancel))!;
        Groups = await db.Groups.OrderBy(group => group.Archived).ThenBy(group => group.Position)
            .Select(group => new Choice(group.Slug, group.Name, group.Archived)).ToListAsync(cancel);
        return _criterion is not null;
    }

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Entry = Form.Write(_criterion.ToEntry());
        var sharing = Entry.Role is null ? []
            : await db.Criteria.Include(one => one.Group).Where(one => one.Role == Entry.Role && one.Slug != Criterion)
                .AsNoTracking().ToListAsync(cancel);
        Before = [.. ContentRules.CheckCriterion(Entry, sharing.ConvertAll(one => one.ToEntry())).Select(problem => problem.Message)];
    }
}

/// <summary>The words of a criterion as they are typed.</summary>
public sealed class CriterionForm : IRowForm
{
    public int Version { get; set; }

    public string? Question { get; set; }

    public string? Term { get; set; }

    public string? Help { get; set; }

    public string? SearchNames { get; set; }

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
        SearchNames = string.Join('\n', entry.SearchNames),
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
        .. FormInput.Needed("question", Question), .. FormInput.Needed("term", Term), .. FormInput.Needed("help", Help),
        .. FormInput.Needed("group", Group),
        .. FormInput.Problems("question", Question, TextLimit.Of<CriterionEntry>(entry => entry.Question)),
        .. FormInput.Problems("term", Term, TextLimit.Of<CriterionEntry>(entry => entry.Term)), .. FormInput.Problems("help", Help),
        .. FormInput.ProblemsOfLines(
            "line of words to search with", SearchNames, TextLimit.Of<CriterionEntry>(entry => entry.SearchNames)),
        .. FormInput.Problems("question inside a sentence", InSentence, TextLimit.Of<CriterionEntry>(entry => entry.InSentence)),
        .. FormInput.Problems("end of this time", WhenOver, TextLimit.Of<CriterionEntry>(entry => entry.WhenOver)),
        .. FormInput.Problems("word for one", UnitOne, TextLimit.Of<CountedUnit>(unit => unit.One)),
        .. FormInput.Problems("word for several", UnitMany, TextLimit.Of<CountedUnit>(unit => unit.Many)),
        .. string.IsNullOrWhiteSpace(UnitOne) == string.IsNullOrWhiteSpace(UnitMany)
            ? []
            : new[] { "What is counted needs a word for one and a word for several. Write both, or neither." },
        .. new[] { FormInput.Count("place among the first questions", Priority, out _) }.OfType<string>(),
    ];

    public CriterionEntry Write(CriterionEntry before)
    {
        FormInput.Count("", Priority, out var priority);
        return before with
        {
            Question = LocalText.Rewritten(before.Question, Question) ?? LocalText.Empty,
            Term = LocalText.Rewritten(before.Term, Term) ?? LocalText.Empty,
            Help = LocalText.Rewritten(before.Help, Help) ?? LocalText.Empty,
            SearchNames = FormInput.Names(before.SearchNames, SearchNames),
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
        (LocalText.Rewritten(before?.One, UnitOne), LocalText.Rewritten(before?.Many, UnitMany)) is var (one, many)
            && (one ?? many) is not null
            ? new() { One = one ?? LocalText.Empty, Many = many ?? LocalText.Empty }
            : null;
}
