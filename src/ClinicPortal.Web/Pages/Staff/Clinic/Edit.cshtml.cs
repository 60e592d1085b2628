using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What the clinic says of itself on patients' pages, and what the operator has set for it.</summary>
public sealed class ClinicEditModel(
    ClinicDbContext db, CatalogueEditor editor, RowEditing<ClinicForm, ClinicEntry> editing, PortalOptions options)
    : StaffPageModel, IRowPage<ClinicForm, ClinicEntry>
{
    private (ClinicEntry Entry, int Version) _stored;

    public override string Title => "The clinic";

    [BindProperty]
    public ClinicForm Form { get; set; } = new();

    public string Row => ClinicProfile.OnlyPath;

    public RowEditing<ClinicForm, ClinicEntry> Editing => editing.For(this);

    public IReadOnlyList<Choice> Treatments { get; private set; } = [];

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    /// <summary>Set by the operator, and only shown here.</summary>
    public PortalOptions Options => options;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Editing.SaveAsync(
        Choices.Unknown("treatment", Treatments, Form.CommonComparisons.SelectMany(set => set.Chosen)),
        by => editor.SaveClinicAsync(Form.Version, Form.Write, by, cancel), StaffMap.Clinic.Path, cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public ClinicForm Stored() => ClinicForm.Of(_stored.Entry, _stored.Version);

    public ClinicForm FormOf(ClinicEntry entry, int version) => ClinicForm.Of(entry, version);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var clinic = await db.Clinic.Include(one => one.CommonComparisons).ThenInclude(place => place.Treatment)
            .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync(cancel);
        _stored = (clinic?.ToEntry() ?? ClinicEntry.Blank, clinic?.Version ?? 0);
        Treatments = await Choices.TreatmentsAsync(db, cancel);
        return true;
    }

    public ClinicEntry Written() => Form.Write(_stored.Entry);

    public Task DescribeAsync(CancellationToken cancel)
    {
        var archived = Treatments.Where(treatment => treatment.Archived).Select(treatment => (treatment.Slug, treatment.Name));
        Before = Form.Problems().Any() ? []
            : [.. ContentRules.CheckClinic(Written(), archived).Select(problem => problem.Message)];
        Form.AddSpareRows();
        return Task.CompletedTask;
    }
}
