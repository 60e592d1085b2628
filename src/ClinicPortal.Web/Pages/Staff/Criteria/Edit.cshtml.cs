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
    private ComparisonCriterion? _criterion;

    public override string Title => _criterion?.Term.ToString() ?? "Add a criterion";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Criteria];

    [FromRoute]
    public string Criterion { get; set; } = "";

    [BindProperty]
    public CriterionForm Form { get; set; } = new();

    public string Row => $"criteria/{Criterion}";

    public RowEditing<CriterionForm, CriterionEntry> Editing => editing.For(this);

    public bool IsNew => Criterion == StaffMap.New;

    public bool IsArchived => _criterion?.Archived == true;

    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    /// <summary>What the form says, as an entry.</summary>
    public CriterionEntry Entry { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await Editing.SaveAsync(
        [.. Choices.Unknown("group", Groups, [Form.Group]), .. await StepProblemsAsync(cancel)],
        by => IsNew
            ? editor.AddAsync(CatalogueKinds.Criterion, null, Form.Write, by, cancel)
            : editor.SaveCriterionAsync(Criterion, Form.Version, Form.Write, by, cancel),
        null, cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public CriterionForm Stored() => _criterion is null ? new() : CriterionForm.Of(_criterion.ToEntry(), _criterion.Version);

    public CriterionForm FormOf(CriterionEntry entry, int version) => CriterionForm.Of(entry, version);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        _criterion = IsNew ? null
            : await db.Criteria.Where(one => one.Slug == Criterion).Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(cancel);
        Groups = await db.Groups.OrderBy(group => group.Archived).ThenBy(group => group.Position)
            .Select(group => new Choice(group.Slug, group.Name, group.Archived)).ToListAsync(cancel);
        return IsNew || _criterion is not null;
    }

    /// <summary>An answer keeps the number of its step: a step that it names stays where it is.</summary>
    private async Task<IEnumerable<string>> StepProblemsAsync(CancellationToken cancel)
    {
        if (_criterion is null || _criterion.Steps.Count == 0)
            return [];
        var values = await db.Set<TreatmentAttribute>().Where(answer => answer.Criterion.Slug == Criterion && answer.Value != null)
            .Select(answer => answer.Value!).AsNoTracking().ToListAsync(cancel);
        var highest = values.SelectMany(value => value.Parts)
            .Select(part => (int)Math.Max(part.Min ?? -1, part.Max ?? -1)).DefaultIfEmpty(-1).Max();
        return Form.StepProblems([.. _criterion.Steps.Select(step => step.ToString())], highest);
    }

    public CriterionEntry Written() => Form.Write(_criterion?.ToEntry() ?? CatalogueKinds.Criterion.Blank(Criterion));

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Entry = Written();
        var sharing = Entry.Role is null ? []
            : await db.Criteria.Include(one => one.Group).Where(one => one.Role == Entry.Role && one.Slug != Criterion)
                .AsNoTracking().ToListAsync(cancel);
        Before = Form.Problems().Any() ? []
            : [.. ContentRules.CheckCriterion(Entry, sharing.ConvertAll(one => one.ToEntry())).Select(problem => problem.Message)];
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

    /// <summary>Said when it is made.</summary>
    public ValueKind Kind { get; set; }

    /// <summary>One on a line, from the lowest up.</summary>
    public string? Steps { get; set; }

    public CriterionRole? Role { get; set; }

    public string? InSentence { get; set; }

    public string? UnitOne { get; set; }

    public string? UnitMany { get; set; }

    public string? WhenOver { get; set; }

    public string? Priority { get; set; }

    public string? ReviewMonths { get; set; }

    public bool AlwaysShown { get; set; }

    public static CriterionForm Of(CriterionEntry entry, int version) => new()
    {
        Version = version,
        Question = entry.Question.ToString(),
        Term = entry.Term.ToString(),
        Help = entry.Help.ToString(),
        SearchNames = string.Join('\n', entry.SearchNames),
        Group = entry.Group,
        Kind = entry.Kind,
        Steps = string.Join('\n', entry.Steps),
        Role = entry.Role,
        InSentence = entry.InSentence?.ToString(),
        UnitOne = entry.Unit?.One.ToString(),
        UnitMany = entry.Unit?.Many.ToString(),
        WhenOver = entry.WhenOver?.ToString(),
        Priority = FormInput.Figures(entry.Priority),
        ReviewMonths = FormInput.Figures(entry.ReviewMonths),
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
        .. FormInput.ProblemsOfLines("step", Steps, TextLimit.Of<CriterionEntry>(entry => entry.Steps)),
        .. FormInput.Problems("end of this time", WhenOver, TextLimit.Of<CriterionEntry>(entry => entry.WhenOver)),
        .. FormInput.Problems("word for one", UnitOne, TextLimit.Of<CountedUnit>(unit => unit.One)),
        .. FormInput.Problems("word for several", UnitMany, TextLimit.Of<CountedUnit>(unit => unit.Many)),
        .. string.IsNullOrWhiteSpace(UnitOne) == string.IsNullOrWhiteSpace(UnitMany)
            ? []
            : new[] { "What is counted needs a word for one and a word for several. Write both, or neither." },
        .. FormInput.ReviewMonths(ReviewMonths, out _),
        .. new[] { FormInput.Count("Place among the first questions", Priority, out _) }.OfType<string>(),
    ];

    /// <param name="before">The steps as they are.</param>
    /// <param name="highest">The highest that an answer names; -1, if none does.</param>
    public IEnumerable<string> StepProblems(IReadOnlyList<string> before, int highest)
    {
        var after = Lines(Steps);
        if (after.Length <= highest)
            yield return $"Some answers use the step \"{before.ElementAtOrDefault(highest)}\". Keep it and all steps before it, or change "
                + "those answers first.";
        else if (highest >= 0
            && before.Where((step, place) => after.ElementAtOrDefault(place) != step && after.Contains(step)).FirstOrDefault() is { } moved)
            yield return $"Moving the step \"{moved}\" would change what existing answers say. Keep the order of the steps and add new "
                + "ones at the end.";
    }

    public CriterionEntry Write(CriterionEntry before)
    {
        FormInput.Count("", Priority, out var priority);
        FormInput.ReviewMonths(ReviewMonths, out var reviewMonths);
        return before with
        {
            Question = LocalText.Rewritten(before.Question, Question) ?? LocalText.Empty,
            Term = LocalText.Rewritten(before.Term, Term) ?? LocalText.Empty,
            Help = LocalText.Rewritten(before.Help, Help) ?? LocalText.Empty,
            SearchNames = FormInput.Names(before.SearchNames, SearchNames),
            Group = Group ?? before.Group,
            Kind = Kind,
            Steps = [.. Lines(Steps).Select((step, place) => LocalText.Rewritten(before.Steps.ElementAtOrDefault(place), step)!)],
            Role = Role,
            InSentence = LocalText.Rewritten(before.InSentence, InSentence),
            Unit = UnitAfter(before.Unit),
            WhenOver = LocalText.Rewritten(before.WhenOver, WhenOver),
            Priority = priority,
            ReviewMonths = reviewMonths,
            AlwaysShown = AlwaysShown,
        };
    }

    public static string[] Lines(string? lines) =>
        (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private CountedUnit? UnitAfter(CountedUnit? before) =>
        (LocalText.Rewritten(before?.One, UnitOne), LocalText.Rewritten(before?.Many, UnitMany)) is var (one, many)
            && (one ?? many) is not null
            ? new() { One = one ?? LocalText.Empty, Many = many ?? LocalText.Empty }
            : null;
}
