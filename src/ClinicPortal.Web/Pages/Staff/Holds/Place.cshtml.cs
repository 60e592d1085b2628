using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Hides a treatment, an answer or what is known for a concern, once it is plain what that does.</summary>
public sealed class PlaceHoldModel(ClinicDbContext db, SafetyHolds holds, CurrentEdition current, TimeProvider clock)
    : StaffPageModel, IRowPage
{
    public override string Title => $"Hide from patients: {Name}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments, StaffMap.Holds];

    /// <summary>The path of what is to be hidden.</summary>
    [FromRoute]
    public string Place { get; set; } = "";

    public string Row => Place;

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? ForPatients { get; set; }

    /// <summary>What staff call it.</summary>
    public string Name { get; private set; } = "";

    public bool IsRisk { get; private set; }

    /// <summary>Of one concern: patients read the same words for each, and none of their own.</summary>
    public bool IsEvidence { get; private set; }

    /// <summary>In its place; none for a whole treatment.</summary>
    public string? WhatPatientsRead { get; private set; }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        List<string> problems =
        [
            .. FormInput.Needed("reason", Why), .. FormInput.Problems("reason", Why, FormInput.LongestReason),
            .. FormInput.Problems("sentence for patients", ForPatients, FormInput.LongestReason),
        ];
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        var outcome = await holds.PlaceAsync(
            Place, Name, FormInput.Line(Why)!, FormInput.Line(ForPatients), SignAccount(clock), cancel);
        await current.CatchUpAsync(holds, CancellationToken.None);
        return outcome switch
        {
            HoldOutcome.Done => RedirectTo(
                StaffMap.Holds.Path, $"Patients no longer see “{Name}”. Ask a colleague to look at it and confirm it here."),
            HoldOutcome.Already => RedirectTo(StaffMap.Holds.Path, $"“{Name}” is hidden already. Nothing was changed."),
            _ => await RefuseAsync("There is nothing here to hide. Go back and open it again.", cancel),
        };
    }

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        // By an older name it leads on to the one of today.
        if (!await holds.CanHideAsync(Place, cancel) || await db.CurrentPathAsync(Place, cancel) != Place)
            return false;
        var (row, names) = (RowPath.Parse(Place)!, await RowNames.OfAsync(db, cancel));
        Name = row.Part is null ? names.Treatment(row.Handle) : names.NameOf(Place);
        IsRisk = row.Part == CatalogueKinds.Answer
            && await db.Criteria.AnyAsync(one => one.Slug == row.PartHandle && one.Role == CriterionRole.SeriousRisks, cancel);
        IsEvidence = row.Part == CatalogueKinds.Evidence;
        WhatPatientsRead = row.Part is null ? null
            : IsRisk || IsEvidence ? AbsenceLabels.WithheldRisk
            : AbsenceLabels.WithheldAnswer;
        return true;
    }
}
