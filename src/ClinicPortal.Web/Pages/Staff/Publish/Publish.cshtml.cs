using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What was changed since the edition that patients read, and which of it they are to read next.</summary>
public sealed class PublishModel(
    ClinicDbContext db, Publisher publisher, Schedules schedules, CurrentEdition current, WorkingDrafts drafts, ClinicCalendar calendar,
    Market market, TimeProvider clock)
    : StaffPageModel
{
    /// <summary>Of more changed places than this whole groups are chosen, so that the form stays small.</summary>
    public const int MostRows = 300;

    /// <summary>As many of what no clinician has signed are named; the rest is counted.</summary>
    public const int MostUnreviewed = 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(366);

    public override string Title => "Publish";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments];

    /// <summary>Paths of changed rows, or places of whole groups where there are too many; each goes along.</summary>
    [BindProperty]
    public HashSet<string> Chosen { get; set; } = [];

    /// <summary>The newest change when the page was made: what came later, whoever publishes has not seen.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The edition that patients read then.</summary>
    [BindProperty]
    public int Edition { get; set; }

    [BindProperty]
    [StringLength(FormInput.LongestReason, ErrorMessage = "The note can be up to {1} characters long. Shorten it.")]
    public string? Note { get; set; }

    /// <summary>Why patients are to read what no clinician has signed, or has gaps and contradictions; they can read it too.</summary>
    [BindProperty]
    [StringLength(FormInput.LongestReason, ErrorMessage = "The reason can be up to {1} characters long. Shorten it.")]
    public string? Reason { get; set; }

    /// <summary>Stands for what the page listed and the reason is for.</summary>
    [BindProperty]
    public string? Listed { get; set; }

    /// <summary>When it is to be published, if not now, by the clinic's clocks.</summary>
    [BindProperty]
    public string? Day { get; set; }

    /// <inheritdoc cref="Day"/>
    [BindProperty]
    public string? Time { get; set; }

    /// <summary>When the changes that wait for their time are published, each by the last that goes along.</summary>
    public IReadOnlyDictionary<int, DateTime> Scheduled { get; private set; } = new Dictionary<int, DateTime>();

    /// <summary>What of the ticked patients would read for the first time, and no clinician has signed.</summary>
    public IReadOnlyList<(string Name, string Address)> Unreviewed { get; private set; } = [];

    /// <summary>What publishing what is chosen would do to the scores of the common comparisons.</summary>
    public IReadOnlyList<ScorecardChange> Scores { get; private set; } = [];

    public Core.Editions.Edition Present => current.Edition;

    public RowNames Names { get; private set; } = null!;

    /// <summary>What was changed, by treatment; then the rest by kind.</summary>
    public IReadOnlyList<PendingGroup> Groups { get; private set; } = [];

    public int Count => Groups.Sum(group => group.Rows.Count);

    public bool ChoosesGroups => Count > MostRows;

    /// <summary>What stands against publishing what is chosen, and the page on which it is put right.</summary>
    public IReadOnlyList<(string Message, string? Row)> Against { get; private set; } = [];

    /// <summary>What is worth a look before it is published, likewise.</summary>
    public IReadOnlyList<(string Message, string? Row)> Warnings { get; private set; } = [];

    /// <summary>What is worth a look too, and needs no reason.</summary>
    public IReadOnlyList<(string Message, string? Row)> Advice { get; private set; } = [];

    public bool NeedsReason { get; private set; }

    public bool IsChosen(PendingRow row) => Chosen.Contains(row.Path) || Chosen.Contains(PendingGroup.ValueOf(row.Path));

    public static RowChange ChangeOf(PendingRow row) => new(row.Path, row.Before, row.After);

    /// <summary>"Changed by Nora Nurse and Ada Admin, signed by Rae Reviewer, not published last time".</summary>
    public static string WhatOf(PendingRow row) => RunningText.StartUpperCase(Written(row));

    /// <summary>"by Nora Nurse, signed by Rae Reviewer"; of a row that is new or gone, "added by Nora Nurse" or "archived by".</summary>
    public static string WhatChanged(PendingRow row) =>
        row is { Before: not null, After: not null } ? PartsOf(row, "by") : Written(row);

    private static string Written(PendingRow row) =>
        PartsOf(row, row.Before is null ? "added by" : $"{BatchChangeModel.What(ChangeOf(row))} by");

    private static string PartsOf(PendingRow row, string written)
    {
        var (signs, writes) = (By(row, signs: true), By(row, signs: false));
        string?[] parts =
        [
            writes.Count == 0 ? null : $"{written} {Grammar.List(writes)}",
            signs.Count == 0 ? null : $"signed by {Grammar.List(signs)}",
            row.WasLeftOut ? "not published last time" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>", scheduled for 3 March 2027, 09:00 London time"; empty, where it is not.</summary>
    public string ScheduledOf(PendingRow row) =>
        Scheduled.TryGetValue(row.Changes[^1].Id, out var at) ? $", scheduled for {calendar.FormatWallTime(at)}" : "";

    private static string Unfinished(int unsigned, int warnings)
    {
        var (are, they, them) = unsigned == 1 ? ("is", "It is", "it") : ("are", "They are", "them");
        var answers = $"{Grammar.Count(unsigned, "answer")} that you ticked {are} not signed by a clinician";
        return (unsigned, warnings) switch
        {
            (0, _) => "What you ticked has gaps or contradictions, listed below. Put this right",
            (_, 0) => $"{answers}. {they} listed below. Get {them} signed",
            _ => $"{answers}, and there are gaps or contradictions. All of this is listed below. Put it right",
        };
    }

    private static List<string> By(PendingRow row, bool signs) =>
        [.. row.Changes.Where(change => change.ChangeSet.Signs == signs).Select(change => change.ChangeSet.By).Distinct()];

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        // Before the list is read, so that nothing counts as seen that does not stand in it.
        (Seen, Edition) = (await db.NewestChangeAsync(cancel), Present.Number);
        Names = await RowNames.OfAsync(db, cancel);
        var pending = await db.PendingAsync(Present.Number, cancel);
        Groups = PendingGroup.Of(pending, Names);
        Scheduled = (await schedules.OpenAsync(withText: false, cancel)).Where(one => one.State == ScheduleState.Waiting)
            .SelectMany(one => one.Rows, (one, row) => (row.LastId, one.At)).DistinctBy(row => row.LastId)
            .ToDictionary(row => row.LastId, row => row.At);
        if (HttpMethods.IsGet(Request.Method))
            Chosen =
            [
                .. pending.Where(row => !row.WasLeftOut && !Scheduled.ContainsKey(row.Changes[^1].Id)).Select(row => row.Path),
            ];
        if (pending.Any(IsChosen))
            try
            {
                var draft = await publisher.DraftAsync(Paths(pending), clock.GetUtcNow(), cancel);
                Against = ContentProblem.Told(draft.Reasons, draft.Content);
                Warnings = ContentProblem.Told(draft.Warnings, draft.Content);
                Advice = ContentProblem.Told(draft.Advice, draft.Content);
                (NeedsReason, Listed) = (draft.NeedsReason, draft.Listed);
                if (draft.Edition is { } next)
                    Scores = ScorecardChange.Between(Present, current.ForPatients(next), calendar.Today, market);
                Unreviewed =
                [
                    .. draft.Unreviewed.Select(unit => (
                        Names.NameOf(unit.Path),
                        ReviewPlace.OfRow(unit.Path, draft.Units, draft.Content) is { } place
                            ? StaffMap.ReviewOf(place, unit.Path) : StaffMap.Address(unit.Path))),
                ];
            }
            catch (DbException) when (!ModelState.IsValid)
            {
                // The page already says that the store is in trouble, and must not lose what was typed on it.
            }
        return Page();
    }

    /// <summary>The same page for other ticks.</summary>
    public Task<IActionResult> OnPostLookAsync(CancellationToken cancel) => ShowAsync(cancel);

    /// <summary>The patients' pages, as they would be if what is ticked were published.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        var paths = Paths(await db.PendingAsync(Present.Number, cancel));
        if (paths.Count == 0)
            return await RefuseAsync("Nothing is ticked. Tick what you would like to see.", cancel);
        await drafts.SaveTicksAsync(UserId, paths, clock.GetUtcNow(), cancel);
        return Redirect(PreviewPages.DoorOf(PreviewView.Ticked));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => !IsAdministrator ? Forbid()
        // Whoever presses Enter in a field for a time means that time.
        : Day is not null || Time is not null
            ? await RefuseAsync(
                "Nothing has been published, because there is a date or time under “Publish later”. Choose “Schedule what is ticked”, or "
                + "empty both fields to publish now.", cancel)
            : await SendAsync(null, cancel);

    /// <summary>Published when its time comes, as it is now.</summary>
    public async Task<IActionResult> OnPostLaterAsync(CancellationToken cancel)
    {
        if (!IsAdministrator)
            return Forbid();
        var at = DayFields.TimeOf(ModelState, Day, Time);
        if (at is { } time && calendar.MomentOf(time) is var moment && moment <= clock.GetUtcNow())
            ModelState.AddModelError("", $"{calendar.FormatWallTime(time)} has passed. Choose a later time, or publish now.");
        else if (at is { } far && calendar.MomentOf(far) > clock.GetUtcNow() + LongestWait)
            ModelState.AddModelError("", $"{calendar.FormatWallTime(far)} is more than a year away. Choose a time within the next year.");
        return ModelState.IsValid ? await SendAsync(at, cancel) : await RefuseAsync([], cancel);
    }

    /// <param name="at">When patients are to read it; none for now.</param>
    /// <param name="cancel">Stops before anything is published or scheduled.</param>
    private async Task<IActionResult> SendAsync(DateTime? at, CancellationToken cancel)
    {
        var pending = await db.PendingAsync(Present.Number, cancel);
        var paths = Paths(pending);
        if (paths.Count == 0 && pending.Count > 0)
            return await RefuseAsync("Nothing is ticked. Tick what patients should see next.", cancel);
        var (signature, names) = (Sign(clock.GetUtcNow(), Note), await RowNames.OfAsync(db, cancel));
        var choice = new PublishChoice(paths, Edition, Seen, Listed ?? "");
        var (nothing, go) = at is null ? ("Nothing has been published", "publish") : ("Nothing has been scheduled", "schedule it");
        switch (at is { } time
            ? await schedules.AddAsync(time, signature, choice, Reason, names.NameOf, cancel)
            : await publisher.PublishAsync(signature.By, signature.Why, signature.At, choice, Reason, cancel))
        {
            case PublishOutcome.Overtaken overtaken:
                await current.CatchUpAsync(publisher, overtaken.Number, cancel);
                return await RefuseAsync(
                    $"{nothing}. Someone published edition {overtaken.Number} while you had the page open. Check the list "
                    + $"below, then {go}.", cancel);
            case PublishOutcome.Unseen unseen:
                return await RefuseAsync(
                    $"{nothing}. Someone changed this while you had the page open: "
                    + $"{Grammar.List(unseen.Paths.Select(names.NameOf))}. Check it below, then {go}.", cancel);
            case PublishOutcome.NeedsReason { Unreviewed.Count: var unsigned, Warnings.Count: var warnings }:
                return await RefuseAsync(
                    string.IsNullOrWhiteSpace(Reason)
                        ? $"{nothing}. {Unfinished(unsigned, warnings)}, or give a reason, then {go}."
                        : $"{nothing}. The lists below have changed since you gave your reason. Check them and your reason, then {go}.",
                    cancel);
            case PublishOutcome.Held held:
                return await RefuseAsync(
                    $"{nothing}, because a safety hold hides this from patients: {Grammar.List(held.Paths.Select(names.NameOf))}. Show "
                    + "it to patients again first, or untick it.", cancel);
            case PublishOutcome.AlreadyScheduled:
                return await RefuseAsync(
                    $"{nothing}, because everything you ticked is scheduled already. Look at the scheduled publications.", cancel);
            case PublishOutcome.Scheduled:
                return RedirectTo(
                    StaffMap.Scheduled.Path,
                    $"Scheduled for {calendar.FormatWallTime(at!.Value)}. {calendar.ClockChangeAt(at.Value)}".TrimEnd());
            case PublishOutcome.Published published:
                // Published is published: patients read it, even if the person no longer waits for the answer.
                await current.CatchUpAsync(publisher, published.Number, CancellationToken.None);
                return RedirectTo(StaffMap.Root, $"Edition {published.Number} is published. Patients read it now.");
            case PublishOutcome.NothingChanged:
                return RedirectTo(
                    StaffMap.Publish.Path,
                    $"What you ticked makes no difference to what patients read, so {RunningText.StartLowerCase(nothing)}.");
            case PublishOutcome.Refused refused:
                return await RefuseAsync(
                    $"{nothing}. {Grammar.Count(refused.Reasons.Count, "thing")} listed below must be put right first.", cancel);
            default:
                throw new InvalidOperationException("An outcome that this page does not know.");
        }
    }

    private HashSet<string> Paths(IReadOnlyList<PendingRow> pending) => [.. pending.Where(IsChosen).Select(row => row.Path)];
}
