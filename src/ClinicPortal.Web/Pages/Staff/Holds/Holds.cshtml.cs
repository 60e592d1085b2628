using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is or was hidden from patients, and what a second person does about it.</summary>
public sealed class HoldsModel(ClinicDbContext db, SafetyHolds holds, CurrentEdition current, TimeProvider clock) : StaffPageModel
{
    private readonly Dictionary<Guid, string> _addresses = [];

    public override string Title => StaffMap.Holds.Name;

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SafetyHold> All { get; private set; } = [];

    /// <summary>Whose button was pressed.</summary>
    [BindProperty]
    public Guid Hold { get; set; }

    /// <summary>Why it is shown again; for staff.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Why it is withdrawn; for patients.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public static string StateOf(SafetyHold hold) => hold.Withdrawn is not null ? "hidden for good"
        : hold.IsWaiting ? "waiting for a second person"
        : "confirmed";

    public static string WhatOf(HoldStep step) => step.Act switch
    {
        HoldAct.Placed => "Hidden",
        HoldAct.Confirmed => "Confirmed",
        HoldAct.Lifted => "Shown again",
        HoldAct.Withdrawn => "Hidden for good",
        _ => throw new InvalidOperationException($"No words for {step.Act}."),
    };

    public bool IsOwn(SafetyHold hold) => hold.Placed.ById == UserId;

    /// <summary>Two people stand behind a withdrawal.</summary>
    public bool MayWithdraw(SafetyHold hold) => IsAdministrator && (hold.Confirmed is not null || !IsOwn(hold));

    public string AddressOf(SafetyHold hold) => _addresses[hold.Key];

    public string? TypedFor(SafetyHold hold, string? typed) => hold.Key == Hold ? typed : null;

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        All = await holds.AllAsync(cancel);
        foreach (var hold in All)
            _addresses[hold.Key] = StaffMap.Address(await db.CurrentPathAsync(hold.Placed.Path, cancel));
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) => StepAsync(
        [], by => holds.ConfirmAsync(Hold, by, cancel), "Confirmed: {0} stays hidden from patients.", cancel);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken cancel) => StepAsync(
        [.. FormInput.Needed("reason", Why), .. FormInput.Problems("reason", Why, FormInput.LongestReason)],
        by => holds.LiftAsync(Hold, FormInput.Line(Why)!, by, cancel), "Patients see {0} again.", cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => !IsAdministrator ? Forbid() : await StepAsync(
        [.. FormInput.Needed("reason for patients", Reason), .. FormInput.Problems("reason for patients", Reason, FormInput.LongestReason)],
        by => holds.WithdrawAsync(Hold, FormInput.Line(Reason)!, by, cancel), "{0} is hidden for good. Patients read your reason.", cancel);

    private async Task<IActionResult> StepAsync(
        IReadOnlyList<string> problems, Func<AccountSignature, Task<HoldOutcome>> step, string done, CancellationToken cancel)
    {
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        var outcome = await step(SignAccount(clock));
        // Others may have been there first, and then patients must see what those did.
        await current.CatchUpAsync(holds, CancellationToken.None);
        if (outcome != HoldOutcome.Done)
            return await RefuseAsync(
                outcome switch
                {
                    HoldOutcome.NeedsAnother => "You hid this yourself, so someone else has to do that. Nothing was changed.",
                    HoldOutcome.ForGood => "This is hidden for good. Nothing was changed.",
                    HoldOutcome.Already => "Someone else has already dealt with this. Nothing was changed; look at the list below.",
                    _ => "This is no longer in the list. Choose one from the list below.",
                }, cancel);
        var name = (await holds.AllAsync(cancel)).First(hold => hold.Key == Hold).Placed.Name;
        return RedirectTo(StaffMap.Holds.Path, string.Format(null, done, $"“{name}”"));
    }
}
