using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A treatment's own fields, and the way to each of its cells.</summary>
public sealed class TreatmentEditModel(
    ClinicDbContext db, CatalogueEditor editor, RowEditing<TreatmentForm, TreatmentEntry> editing, TreatmentPictures pictures,
    Edition edition, ClinicCalendar calendar)
    : StaffPageModel, IRowPage<TreatmentForm, TreatmentEntry>
{
    private Treatment? _treatment;

    public override string Title => IsNew ? "Add a treatment" : _treatment!.Name.ToString();

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments];

    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>With which name a new one begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Called { get; set; }

    [BindProperty]
    public TreatmentForm Form { get; set; } = new();

    public string Row => $"treatments/{Slug}";

    public RowEditing<TreatmentForm, TreatmentEntry> Editing => editing.For(this);

    public bool IsNew => Slug == StaffMap.New;

    public bool IsArchived => _treatment?.Archived == true;

    /// <summary>Doing nothing is nothing that a clinic offers.</summary>
    public bool CanBeOffered => _treatment?.Baseline != true;

    /// <summary>With whose answers a new one can begin.</summary>
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    /// <summary>Who may have written it.</summary>
    public IReadOnlyList<Choice> Clinicians { get; private set; } = [];

    /// <summary>The drawings to choose from.</summary>
    public IReadOnlyList<Choice> Pictures { get; } =
        [.. pictures.All.Select(picture => new Choice(picture.Key, LocalText.English(picture.Name)))];

    /// <summary>None, while there is no such treatment yet.</summary>
    public TreatmentOverview? Overview { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        List<string> problems =
        [
            .. Choices.Unknown("clinician", await Choices.CliniciansAsync(db, cancel), [Form.Author]),
            .. Choices.Unknown("drawing", Pictures, [Form.Picture]), .. Choices.Unknown("treatment", Others, [Form.From]),
            .. Form.Baseline && await db.Treatments.Where(one => one.Baseline && !one.Archived && one.Slug != Slug)
                .Select(one => one.Name).FirstOrDefaultAsync(cancel) is { } baseline
                ? new[] { $"\"{baseline}\" already stands for doing nothing. Untick it there first." }
                : [],
        ];
        return await Editing.SaveAsync(
            problems,
            by => IsNew
                ? editor.AddAsync(CatalogueKinds.Treatment, FormInput.Line(Form.From), Form.Write, by, cancel)
                : editor.SaveTreatmentAsync(Slug, Form.Version, Form.Write, by, cancel),
            null, cancel);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (IsNew)
            Others = await Choices.TreatmentsAsync(db, cancel);
        else
            _treatment = await db.Treatments.Where(one => one.Slug == Slug)
                .Include(one => one.ReplacedBy).Include(one => one.Author).Include(one => one.FormerSlugs)
                .Include(one => one.Answers).ThenInclude(answer => answer.Criterion)
                .Include(one => one.Answers).ThenInclude(answer => answer.Sources)
                .Include(one => one.Concerns).ThenInclude(evidence => evidence.Concern)
                .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync(cancel);
        return IsNew || _treatment is not null;
    }

    public TreatmentForm Stored() =>
        _treatment is null ? new() { Name = Called } : TreatmentForm.Of(_treatment.ToEntry(), _treatment.Version);

    public TreatmentForm FormOf(TreatmentEntry entry, int version) => TreatmentForm.Of(entry, version);

    public TreatmentEntry Written() => Form.Write(_treatment?.ToEntry() ?? CatalogueKinds.Treatment.Blank(Slug));

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Clinicians = await Choices.CliniciansAsync(db, cancel);
        if (_treatment is null)
            return;
        var context = await db.MatrixContextAsync(edition.Number, calendar.Today, Row, null, cancel);
        Overview = await TreatmentOverview.OfAsync(db, _treatment.ToEntry(), context, cancel) with { Saved = HasSaved ? SavedRow : null };
    }
}
