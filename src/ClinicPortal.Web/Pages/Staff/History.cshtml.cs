using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Who changed what, when and why; and the way back.</summary>
public sealed class HistoryModel(ClinicDbContext db, CatalogueEditor editor) : StaffPage
{
    public const int Most = 100;

    public override string Title => "History";

    /// <summary>A path or the beginning of one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Criterion { get; set; }

    [BindProperty]
    public int Change { get; set; }

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    /// <summary>What can be brought back as a whole: a treatment, or a question across treatments.</summary>
    public string? Whole =>
        !string.IsNullOrEmpty(Criterion) ? $"\"{Criterion}\" of all treatments"
        : Place?.Split('/') is ["treatments", { Length: > 0 } treatment] ? $"all of \"{treatment}\""
        : null;

    private string Address => $"/staff/history?place={Uri.EscapeDataString(Place ?? "")}&criterion={Uri.EscapeDataString(Criterion ?? "")}";

    public bool CanRestore(FieldChange change) => change.After is not null && StaffMap.HasPage(change.Path);

    public async Task<IActionResult> OnPostRestoreAsync()
    {
        if (await db.Changes.AsNoTracking().SingleOrDefaultAsync(change => change.Id == Change) is not { } change)
            return await Refuse("There is no such change.");
        return Then(Address, await editor.RestoreAsync(change, Sign($"Back to version {change.Version}"))
            ? $"{change.Path} says again what it said in version {change.Version}. Patients see it after the next publication."
            : $"{change.Path} says that already.");
    }

    public async Task<IActionResult> OnPostRestoreAllAsync()
    {
        if (Whole is not { } whole)
            return await Refuse("Name a treatment or a question first.");
        var restored = await editor.RestoreAllAsync(Place, Criterion, Change, Sign($"Back to change {Change}"));
        return Then(Address, $"{Words.Count(restored, "place")} of {whole} brought back.");
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        Changes = await db.ChangesAsync(Place?.Trim(), Criterion?.Trim(), Most);
        return Page();
    }
}
