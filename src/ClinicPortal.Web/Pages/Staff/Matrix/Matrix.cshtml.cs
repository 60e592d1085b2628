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

/// <summary>Treatments x criteria, one group of criteria at a time, by the state of each answer.</summary>
public sealed class MatrixModel(ClinicDbContext db, WorkingDrafts drafts, Edition edition, ClinicCalendar calendar) : StaffPageModel
{
    public const int TreatmentsPerPage = 50;
    private const int MostSteps = 5;

    /// <summary>More gaps for concerns than these are counted and not listed.</summary>
    private const int ListedEvidence = 50;

    private HashSet<string> _drafts = [];

    /// <param name="Empty">How many answers of it are empty.</param>
    public sealed record GroupChoice(string Slug, LocalText Name, int Empty);

    public override string Title => StaffMap.Matrix.Name;

    [FromQuery]
    public string? Group { get; set; }

    [FromQuery]
    public string? State { get; set; }

    [FromQuery(Name = "page")]
    public string? Number { get; set; }

    /// <summary>What is in view.</summary>
    public MatrixAddress At { get; private set; } = new(null);

    public IReadOnlyList<GroupChoice> Groups { get; private set; } = [];

    /// <summary>All treatments and the criteria of the group.</summary>
    public AnswerMatrix Matrix { get; private set; } = new([], []);

    /// <summary>Those that the filter leaves.</summary>
    public IReadOnlyList<MatrixRow> Found { get; private set; } = [];

    public IEnumerable<MatrixRow> Rows => Found.Skip((At.Page - 1) * TreatmentsPerPage).Take(TreatmentsPerPage);

    public int Pages => Math.Max(1, (Found.Count + TreatmentsPerPage - 1) / TreatmentsPerPage);

    public IReadOnlyList<NextStep> Steps { get; private set; } = [];

    public int EvidenceMissingCount { get; private set; }

    /// <summary>The first of what treatments do not say yet for concerns, each with its page.</summary>
    public IReadOnlyList<Crumb> EvidenceMissing { get; private set; } = [];

    public int CountOf(CellState state) => Matrix.Cells.Count(cell => cell.States.Contains(state));

    public MatrixCellHtml Show(MatrixCell cell) => new(cell, At, _drafts.Contains(cell.Path));

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var criteria = await db.CriteriaInUseAsync(cancel);
        Groups = await GroupsAsync(criteria, cancel);
        var group = Groups.FirstOrDefault(one => one.Slug == Group);
        if (group is null && !string.IsNullOrEmpty(Group))
            ModelState.AddModelError("", $"There is no group \"{FormInput.Shown(Group)}\" with questions. Choose another.");
        var state = MatrixAddress.StateOf(State);
        if (state is null && !string.IsNullOrEmpty(State))
            ModelState.AddModelError("", $"There is no state \"{FormInput.Shown(State)}\". Choose another.");
        group ??= Groups is [var first, ..] ? first : null;

        List<CriterionEntry> asked = [.. criteria.Where(one => one.Group == group?.Slug)];
        var context = await db.MatrixContextAsync(edition.Number, calendar.Today, null, null, cancel);
        Matrix = AnswerMatrix.Of(await db.TreatmentsForMatrixAsync(asked.ConvertAll(one => one.Slug), cancel), asked, context);
        Steps = NextSteps.Of(Matrix, FirstQuestions.UsualOf(criteria).Select(one => one.Slug).ToHashSet(), edition.Number > 0, MostSteps);
        Found = state is { } only ? [.. Matrix.Rows.Where(row => row.Cells.Any(cell => cell.States.Contains(only)))] : Matrix.Rows;
        At = new(group?.Slug, state, Math.Clamp(MatrixAddress.Parse($"page={Number}").Page, 1, Pages));
        _drafts = [.. (await drafts.UnfinishedAsync(UserId, cancel)).Select(draft => draft.Path)];
        var missing = db.EvidenceMissing();
        EvidenceMissingCount = await missing.CountAsync(cancel);
        EvidenceMissing =
        [
            .. from one in await missing.Take(ListedEvidence).ToListAsync(cancel)
               select new Crumb($"{one.ShortName ?? one.Name}: {one.ConcernName}", StaffMap.Evidence(one.Treatment, one.Concern)),
        ];
        return Page();
    }

    private async Task<IReadOnlyList<GroupChoice>> GroupsAsync(IReadOnlyList<CriterionEntry> criteria, CancellationToken cancel)
    {
        var inUse = db.Treatments.Where(one => !one.Archived);
        var treatments = await inUse.CountAsync(cancel);
        var answered = await inUse.SelectMany(one => one.Answers)
            .Where(CellStates.IsAnswered)
            .GroupBy(one => one.Criterion.Slug).Select(one => new { one.Key, Count = one.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        var groups = await db.Groups.Where(one => !one.Archived).OrderBy(one => one.Position).Select(one => new { one.Slug, one.Name })
            .ToListAsync(cancel);
        return
        [
            .. from one in groups
               let of = criteria.Where(criterion => criterion.Group == one.Slug).ToList()
               where of.Count > 0
               select new GroupChoice(one.Slug, one.Name, of.Sum(criterion => treatments - answered.GetValueOrDefault(criterion.Slug))),
        ];
    }
}
