using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Where staff begin: what needs attention, what patients do not see yet, and all treatments.</summary>
public sealed class StaffHomeModel(
    ClinicDbContext db, Edition edition, WorkingDrafts drafts, BackupMonitor backups, ClarityCounts clarity, ClinicCalendar calendar,
    TimeProvider clock) : StaffPageModel
{
    public sealed record FirstStep(string Name, string Address, bool IsDone);

    public sealed record Line(string Slug, LocalText Name, bool Archived, int Answered);

    public override string Title => "Treatments";

    public IReadOnlyList<Line> Treatments { get; private set; } = [];

    public int Criteria { get; private set; }

    /// <summary>What a new clinic does until its first publication, in this order.</summary>
    public IReadOnlyList<FirstStep> FirstSteps { get; private set; } = [];

    /// <summary>Paths of the rows that have changed since the edition that patients read.</summary>
    public IReadOnlyList<string> Unpublished { get; private set; } = [];

    /// <summary>What this person has typed and not saved.</summary>
    public IReadOnlyList<WorkingDraft> Unfinished { get; private set; } = [];

    /// <summary>How many reviews are asked for.</summary>
    public int Requests { get; private set; }

    /// <summary>How many comments on answers are open.</summary>
    public int Comments { get; private set; }

    public Attention Attention { get; private set; } = null!;

    public BackupReport Backups { get; private set; } = null!;

    public RowNames Places { get; private set; } = null!;

    /// <summary>How many of them belong to each treatment.</summary>
    public IReadOnlyDictionary<string, int> ChangedIn { get; private set; } = new Dictionary<string, int>();

    private async Task<IReadOnlyList<FirstStep>> FirstStepsAsync(CancellationToken cancel)
    {
        var inUse = Treatments.Where(treatment => !treatment.Archived).ToList();
        var first = inUse.Find(treatment => treatment.Answered < Criteria) ?? inUse.FirstOrDefault();
        return
        [
            new("Name the clinic, and say how to reach it", StaffMap.Clinic.Path, await db.Clinic.AnyAsync(cancel)),
            new("Add the first concern that people come to you with", StaffMap.Concern(StaffMap.New),
                await db.Concerns.AnyAsync(concern => !concern.Archived, cancel)),
            new("Choose the questions that every treatment answers", StaffMap.StarterQuestions, Criteria > 0),
            new("Add two treatments to compare; doing nothing can be one", StaffMap.Treatment(StaffMap.New), inUse.Count > 1),
            new("Answer the questions for each treatment",
                first is null ? StaffMap.Treatment(StaffMap.New) : StaffMap.Treatment(first.Slug),
                inUse.Count > 1 && Criteria > 0 && inUse.TrueForAll(treatment => treatment.Answered == Criteria)),
            await EvidenceStepAsync(cancel),
            new("Publish", StaffMap.Publish.Path, false),
        ];
    }

    /// <summary>Done when every treatment says for every concern whether it is offered, and what is known.</summary>
    private async Task<FirstStep> EvidenceStepAsync(CancellationToken cancel)
    {
        var missing = await db.EvidenceMissing().FirstOrDefaultAsync(cancel);
        var address = missing is null ? $"{StaffMap.Root}#treatments" : StaffMap.Evidence(missing.Treatment, missing.Concern);
        return new(
            "Say what each treatment does for each concern", address,
            missing is null && await db.Concerns.AnyAsync(one => !one.Archived, cancel)
                && await db.Treatments.AnyAsync(one => !one.Archived && !one.Baseline, cancel));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Criteria = await db.Criteria.CountAsync(criterion => !criterion.Archived, cancel);
        Treatments = await db.Treatments.OrderBy(treatment => treatment.Archived).ThenBy(treatment => treatment.Position)
            .Select(treatment => new Line(
                treatment.Slug, treatment.Name, treatment.Archived,
                treatment.Answers.AsQueryable().Where(CellStates.IsAnswered).Count(answer => !answer.Criterion.Archived)))
            .ToListAsync(cancel);
        Backups = await backups.ReportAsync(cancel);
        FirstSteps = edition.Number == 0 ? await FirstStepsAsync(cancel) : [];
        Places = await RowNames.OfAsync(db, cancel);
        Attention = await Attention.OfAsync(edition, db, clarity, calendar, clock.GetUtcNow(), IsAdministrator, Places, cancel);
        Unfinished = await drafts.UnfinishedAsync(UserId, cancel);
        Requests = await db.ReviewRequests.CountAsync(one => one.DoneAt == null, cancel);
        Comments = await db.ReviewComments.CountAsync(one => one.ResolvedAt == null, cancel);
        Unpublished = await db.ChangedSinceAsync(edition.Number, cancel);
        ChangedIn = Unpublished.Select(path => path.Split('/')).Where(path => path is ["treatments", _, ..])
            .CountBy(path => path[1]).ToDictionary();
        return Page();
    }
}
