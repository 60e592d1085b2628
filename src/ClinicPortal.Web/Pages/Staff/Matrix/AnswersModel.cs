using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// A row or a column of the matrix as one form, twenty answers on a page. Those that were changed are saved as one change set, each merged
/// by its own version. One that has a problem or meets another person's save is shown again as it was typed, and the others are saved all
/// the same: what is right in nineteen should not wait for a figure in one, and each has a history of its own.
/// </summary>
public sealed class AnswersModel(
    ClinicDbContext db, CatalogueEditor editor, DraftEditing<AnswersForm> drafts, Edition edition, ClinicCalendar calendar)
    : StaffPageModel, IRowPage<AnswersForm>
{
    public const int PerPage = 20;

    private readonly Dictionary<AnswerOfMany, IReadOnlyList<string>> _problems = [];
    private readonly Dictionary<AnswerOfMany, ConflictModel> _conflicts = [];
    private MatrixContext _context = null!;
    private MatrixPart _part = MatrixPart.Nothing;
    private List<(string Key, string Reference, bool Archived)> _sources = [];

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public AnswersForm Form { get; set; } = new();

    /// <summary>Of a row of the matrix.</summary>
    [FromRoute]
    public string? Treatment { get; set; }

    /// <summary>Of a column.</summary>
    [FromRoute]
    public string? Criterion { get; set; }

    public override string Title => $"{Line.Title}{(Number > 1 ? $", page {Number}" : "")}";

    public override IReadOnlyList<Crumb> Crumbs => Line.Crumbs;

    public string Row => $"{Line.Row}/{Number}";

    public IRowEditing Editing => Drafts;

    public IReadOnlyList<AnswerField> Fields { get; private set; } = [];

    public int Pages => Math.Max(1, (Line.Along.Count + PerPage - 1) / PerPage);

    /// <summary>The references of the registry, to choose from.</summary>
    public IEnumerable<string> References => _sources.Where(one => !one.Archived).Select(one => one.Reference);

    public string ReferenceOf(string source) => _sources.Find(one => one.Key == source).Reference ?? source;

    /// <summary>The question that all of them answer, if it is one.</summary>
    public CriterionEntry? Asked => Line.Asked;

    public string PageAt(int number) => Line.PageAt(number);

    private MatrixLine Line => field ??= Criterion is { } criterion ? new QuestionLine(db, criterion) : new TreatmentLine(db, Treatment!);

    private DraftEditing<AnswersForm> Drafts => drafts.For(this);

    private IEnumerable<Choice> Here => Line.Along.Skip((Number - 1) * PerPage).Take(PerPage);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => SaveAsync(OwnAddress, cancel);

    public Task<IActionResult> OnPostNextAsync(CancellationToken cancel) =>
        SaveAsync(Number < Pages ? PageAt(Number + 1) : StaffMap.Matrix.Path, cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Drafts.ShowAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Drafts.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Drafts.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Drafts.RestoreDraftAsync(cancel);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await Line.FindAsync(cancel))
            return false;
        _sources = [.. (await db.Sources.OrderBy(one => one.Position).Select(one => new { one.Slug, one.Reference, one.Archived })
            .ToListAsync(cancel)).Select(one => (one.Slug, one.Reference, one.Archived))];
        await ReadAsync(cancel);
        return true;
    }

    public AnswersForm Stored() => new() { Answers = [.. Here.Select(one => StoredOf(one.Slug)).OfType<AnswerOfMany>()] };

    public async Task DescribeAsync(CancellationToken cancel)
    {
        // A draft may hold an answer that stands on another page by now.
        if (Form.Answers.Exists(one => CellOf(one) is null))
            await ReadAsync(cancel);
        var typed = Form.Answers.ToList();
        var shown = new List<(string Key, AnswerOfMany? Form)>();
        foreach (var choice in Here)
        {
            var form = typed.Find(one => one.Key == choice.Slug);
            typed.Remove(form!);
            shown.Add((choice.Slug, form ?? StoredOf(choice.Slug)));
        }
        shown.AddRange(typed.Select(one => (one.Key ?? "", (AnswerOfMany?)one)));
        Form.Answers = [.. shown.Select(one => one.Form).OfType<AnswerOfMany>()];
        Fields = [.. shown.Select(one => FieldOf(one.Key, one.Form))];
    }

    private async Task<IActionResult> SaveAsync(string next, CancellationToken cancel)
    {
        if (Drafts.Problems().ToList() is { Count: > 0 } reasons)
            return await RefuseAsync(reasons, cancel);
        var edits = new List<(AnswerOfMany Form, AnswerEdit Edit)>();
        // This form asks about no conditions; those of the answer stay as they are.
        foreach (var one in Form.Answers)
            one.Answer.Conditions.Clear();
        foreach (var one in Form.Answers)
            if (ProblemsOf(one).ToList() is { Count: > 0 } problems)
                _problems[one] = problems;
            else if (EditOf(one) is { } edit)
                edits.Add((one, edit));
        var outcomes = edits.Count == 0 ? []
            : await editor.SaveAnswersAsync([.. edits.Select(one => one.Edit)], Drafts.Signature, cancel);
        var saved = new List<AnswerEdit>();
        var theirs = new List<string>();
        RowNames? names = null;
        foreach (var ((form, edit), outcome) in edits.Zip(outcomes))
            if (outcome is SaveOutcome<AnswerEntry>.Conflict conflict)
                Meet(form, conflict, names ??= await RowNames.OfAsync(db, cancel));
            else if (outcome is SaveOutcome<AnswerEntry>.Saved one)
            {
                saved.Add(edit);
                theirs.AddRange(one.Theirs);
            }
        // What is saved may hold another person's fields too, so it is read again.
        await ReadAsync(cancel);
        if (_problems.Count + _conflicts.Count > 0)
            return await ShowRestAsync(saved.Count, cancel);
        await Drafts.ForgetDraftAsync();
        SavedWarnings = [.. saved.SelectMany(one => _part.Find((one.Treatment, one.Criterion))!.Warnings)];
        return saved.Count == 0
            ? RedirectTo(next, SaveMessages.Nothing)
            : SavedTo(next, SaveMessages.OfSeveral(saved.Count, theirs));
    }

    /// <summary>The form again with what is not saved as it was typed, and everything else as it is in the store.</summary>
    private Task<IActionResult> ShowRestAsync(int saved, CancellationToken cancel)
    {
        Form.Answers = [.. from one in Form.Answers
                           select _problems.ContainsKey(one) || _conflicts.ContainsKey(one) ? one : StoredOf(one.Key!) ?? one];
        ModelState.Clear();
        if (saved > 0)
            ModelState.AddModelError("", $"{Grammar.Count(saved, "answer")} saved. What is listed here is not saved yet.");
        foreach (var (one, problem) in _problems.SelectMany(one => one.Value.Select(problem => (one.Key, problem))))
            ModelState.AddModelError("", $"{NameOf(one.Key ?? "")}: {problem}");
        foreach (var one in _conflicts.Keys)
            ModelState.AddModelError("", $"{NameOf(one.Key!)}: someone else has changed this answer since you opened it. Nothing is lost: "
                + "compare both below, then save again.");
        Response.StatusCode = _conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return ShowAsync(cancel);
    }

    private IEnumerable<string> ProblemsOf(AnswerOfMany one) =>
    [
        .. CellOf(one) is null
            ? new[]
            {
                "This treatment or question no longer exists, so the answer cannot be saved. Copy what you need from below, then reload "
                + "this page.",
            }
            : [],
        .. one.Answer.Problems(),
        .. FormInput.Line(one.AddedSource) is { } added && SourceOf(added) is null
            ? new[] { $"There is no source \"{FormInput.Shown(added)}\". Choose one from the list, or add it under Sources first." }
            : [],
    ];

    /// <summary>None, where the answer was not changed.</summary>
    private AnswerEdit? EditOf(AnswerOfMany one)
    {
        var cell = CellOf(one)!;
        var before = cell.Answer ?? new() { Criterion = cell.Criterion.Slug };
        return one.Answer.Version == _part.VersionOf(cell) && JsonNode.DeepEquals(Json(Write(before)), Json(before))
            ? null
            : new(cell.Treatment.Slug, cell.Criterion.Slug, one.Answer.Version, Write);

        AnswerEntry Write(AnswerEntry began) => one.Answer.Write(began) with
        {
            Sources =
            [
                .. one.Answer.Sources.Where(source => _sources.Exists(known => known.Key == source))
                    .Union(FormInput.Line(one.AddedSource) is { } added && SourceOf(added) is { } source ? [source] : []),
            ],
        };
    }

    private void Meet(AnswerOfMany form, SaveOutcome<AnswerEntry>.Conflict conflict, RowNames names)
    {
        var cell = CellOf(form)!;
        _conflicts[form] = ConflictModel.Of(conflict, names.WordsOf(cell.Path)) with
        {
            Id = $"conflict-{form.Key}",
        };
        (form.Answer, form.AddedSource) =
            (AnswerOfMany.Of(form.Key!, conflict.Together, conflict.TheirVersion, cell.Criterion.Kind).Answer, null);
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        foreach (var one in Form.Answers.Where(one => Line.Along.All(choice => choice.Slug != one.Key)).Take(PerPage))
            one.Key = await CurrentKeyAsync(one.Key ?? "", cancel);
        var places =
            from key in Here.Select(one => one.Slug).Union(Form.Answers.Select(one => one.Key).OfType<string>())
            from place in Line.Beside.Select(one => Line.PlaceOf(key, one.Slug)).Prepend(Line.PlaceOf(key))
            select place;
        List<(string Treatment, string Criterion)> read = [.. places];
        _context = await db.MatrixContextAsync(edition.Number, calendar.Today, Line.Changed.Place, Line.Changed.Criterion, cancel);
        _part = await MatrixPart.ReadAsync(
            db, [.. read.Select(one => one.Treatment).Distinct()], [.. read.Select(one => one.Criterion).Distinct()], _context, cancel);
    }

    /// <summary>What a form that has long been open calls a treatment may have another name by now.</summary>
    private async Task<string> CurrentKeyAsync(string key, CancellationToken cancel)
    {
        var (treatment, criterion) = Line.PlaceOf(key);
        var path = RowPath.Parse(await db.CurrentPathAsync(CatalogueKinds.Answer.PathOf(treatment, criterion), cancel));
        return path is { Part: not null } ? Line.KeyOf(path.Handle, path.PartHandle) : key;
    }

    private AnswerOfMany? StoredOf(string key) =>
        _part.Find(Line.PlaceOf(key)) is { } cell && AnswerOfMany.Fits(cell.Answer)
            ? AnswerOfMany.Of(key, cell.Answer, _part.VersionOf(cell), cell.Criterion.Kind)
            : null;

    private MatrixCell? CellOf(AnswerOfMany one) => one.Key is { } key ? _part.Find(Line.PlaceOf(key)) : null;

    private string NameOf(string key) => Line.Along.FirstOrDefault(choice => choice.Slug == key)?.Name.ToString() ?? FormInput.Shown(key);

    private string? SourceOf(string reference) => _sources.Find(one => !one.Archived && one.Reference == reference).Key;

    private AnswerField FieldOf(string key, AnswerOfMany? form) => new(
        form is null ? -1 : Form.Answers.IndexOf(form), NameOf(key), form, _part.Find(Line.PlaceOf(key)),
        [
            .. from beside in Line.Beside
               let cell = _part.Find(Line.PlaceOf(key, beside.Slug))
               where cell is not null
               select new AnswerField.Neighbour(beside.Name.ToString(), FormInput.Shown(Brief.Of(cell.Criterion, cell.Answer), 120)),
        ],
        form is null ? null : _conflicts.GetValueOrDefault(form), form is null ? [] : _problems.GetValueOrDefault(form, []));

    private static JsonNode? Json(AnswerEntry entry) => JsonSerializer.SerializeToNode(entry, ContentJson.Options);
}

/// <summary>One answer of a page of many, with what stands around it.</summary>
/// <param name="Index">Among those of the form.</param>
/// <param name="Name">By which it is told from the others.</param>
/// <param name="Form">As typed; none, where the answer is too large for a form of many.</param>
/// <param name="Cell">None, where there is no such thing any more.</param>
/// <param name="Neighbours">The answers next to it in the matrix that this page is not about.</param>
/// <param name="Conflict">With what another person has saved meanwhile.</param>
/// <param name="Problems">Why it is not saved.</param>
public sealed record AnswerField(
    int Index, string Name, AnswerOfMany? Form, MatrixCell? Cell, IReadOnlyList<AnswerField.Neighbour> Neighbours, ConflictModel? Conflict,
    IReadOnlyList<string> Problems)
{
    /// <param name="Name">What it is the answer of.</param>
    /// <param name="Words">The answer in one line.</param>
    public sealed record Neighbour(string Name, string Words);

    public string FormName => string.Create(CultureInfo.InvariantCulture, $"Form.Answers[{Index}]");

    public string Id(string field) => string.Create(CultureInfo.InvariantCulture, $"answer-{Index}-{field}");

    /// <summary>As on the page of the answer.</summary>
    public bool AsksForHelp => CriterionRoles.TellsWhenToGetHelp(Cell?.Criterion.Role) || Form?.Answer.GetHelp is not null;

    /// <summary>The sources that it cites, and those that were ticked.</summary>
    public IEnumerable<string> Sources => (Cell?.Answer?.Sources ?? []).Union(Form?.Answer.Sources ?? []);
}
