using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is published later, what was stopped when its time came, and what has become of the rest.</summary>
public sealed class ScheduledModel(
    ClinicDbContext db, Schedules schedules, Publisher publisher, CurrentEdition current, ClinicCalendar calendar, TimeProvider clock)
    : StaffPageModel
{
    private const int MostEnded = 20;

    private const string Gone = "That has already been published or cancelled. Nothing was changed; look at the list below.";

    private RowNames _names = null!;

    public override string Title => StaffMap.Scheduled.Name;

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments, StaffMap.Publish];

    /// <summary>The soonest first.</summary>
    public IReadOnlyList<ScheduledPublication> Open { get; private set; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ScheduledPublication> Ended { get; private set; } = [];

    /// <summary>Whose button was pressed.</summary>
    [BindProperty]
    public int Id { get; set; }

    public static string StateOf(ScheduledPublication schedule) => schedule.State switch
    {
        ScheduleState.Waiting => "scheduled",
        var state => RunningText.StartLowerCase(state.ToString()),
    };

    public static string EndOf(ScheduledPublication schedule) =>
        $"{schedule.State}{(schedule.EndedBy is { } by ? $" by {by}" : "")}";

    public bool IsOverdue(ScheduledPublication schedule) => schedule.State == ScheduleState.Waiting
        && clock.GetUtcNow() > calendar.MomentOf(schedule.At) + Schedules.Punctual;

    public IReadOnlyList<FieldDifference> DifferencesOf(ScheduledRow row) =>
        ChangeModel.DifferencesOf(row.Last.Path, row.First.Before, row.Last.After, _names);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _names = await RowNames.OfAsync(db, cancel);
        (Open, Ended) = (await schedules.OpenAsync(withText: true, cancel), await schedules.EndedAsync(MostEnded, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        if (!IsAdministrator)
            return Forbid();
        var outcome = await schedules.PublishNowAsync(Id, Sign(clock.GetUtcNow()), cancel);
        if (outcome is null)
            return await RefuseAsync(Gone, cancel);
        if (outcome.Schedule.Edition is not { } number)
            return await RefuseAsync(outcome.Against.Prepend("Nothing has been published."), cancel);
        await current.CatchUpAsync(publisher, number, CancellationToken.None);
        return RedirectTo(StaffMap.Scheduled.Path, $"Edition {number} is published. Patients read it now.");
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel) => !IsAdministrator ? Forbid()
        : await schedules.CancelAsync(Id, Sign(clock.GetUtcNow()), cancel)
            ? RedirectTo(StaffMap.Scheduled.Path, "It will not be published. The changes are still saved and wait under “Publish”.")
            : await RefuseAsync(Gone, cancel);
}
