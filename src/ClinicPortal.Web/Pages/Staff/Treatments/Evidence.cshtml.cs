using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>How sure we are that one treatment helps with one concern.</summary>
public sealed class EvidenceEditModel(ClinicDbContext db, CatalogueEditor editor, RowEditing<EvidenceForm, ConcernEvidenceEntry> editing)
    : StaffPageModel, IRowPage<EvidenceForm, ConcernEvidenceEntry>
{
    private Treatment _treatment = null!;
    private Concern _concern = null!;
    private ConcernEvidence? _evidence;

    public override string Title =>
        RunningText.StartUpperCase(
            $"{RunningText.ShortNameOf(_treatment.ToEntry())} for {RunningText.StartLowerCase(_concern.Name.ToString())}");

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments, new(_treatment.Name.ToString(), StaffMap.Treatment(Treatment))];

    [FromRoute]
    public string Treatment { get; set; } = "";

    [FromRoute]
    public string Concern { get; set; } = "";

    [BindProperty]
    public EvidenceForm Form { get; set; } = new();

    public string Row => $"treatments/{Treatment}/concerns/{Concern}";

    public RowEditing<EvidenceForm, ConcernEvidenceEntry> Editing => editing.For(this);

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    public ConcernEvidenceEntry Preview { get; private set; } = null!;

    /// <summary>What patients read above it, where it names no other comparison.</summary>
    public string? ComparedWith { get; private set; }

    /// <summary>What stands against publishing it as the form now says it.</summary>
    public IReadOnlyList<string> Before => BeforePublishing(Preview);

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        SaveAsync($"{StaffMap.Treatment(Treatment)}#concern-{Concern}", cancel);

    /// <summary>Saves, and asks on in the order of the concerns; the last one leads back to the treatment.</summary>
    public async Task<IActionResult> OnPostNextAsync(CancellationToken cancel)
    {
        var next = await db.Concerns.Where(one => !one.Archived && one.Position > _concern.Position).OrderBy(one => one.Position)
            .Select(one => one.Slug).FirstOrDefaultAsync(cancel);
        return await SaveAsync(
            next is null ? $"{StaffMap.Treatment(Treatment)}#concern-{Concern}" : StaffMap.Evidence(Treatment, next), cancel);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public EvidenceForm Stored() => EvidenceForm.Of(_evidence?.ToEntry(), _evidence?.Version ?? 0);

    public EvidenceForm FormOf(ConcernEvidenceEntry entry, int version) => EvidenceForm.Of(entry, version);

    public ConcernEvidenceEntry Written() =>
        Form.Write(_evidence?.ToEntry() ?? new() { Concern = Concern, Offer = ConcernOffer.NotUsual });

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Preview = Written();
        var baseline = await db.Treatments.AsNoTracking().FirstOrDefaultAsync(one => one.Baseline && !one.Archived, cancel);
        ComparedWith = EvidencePhrase.ComparedWith(baseline?.ToEntry(), [Preview]);
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources, cancel);
    }

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var concern = await db.Concerns.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Concern, cancel);
        var treatment = await db.Treatments.Where(one => one.Slug == Treatment)
            .Include(one => one.Concerns.Where(evidence => evidence.Concern.Slug == Concern)).ThenInclude(evidence => evidence.Sources)
            .Include(one => one.Concerns.Where(evidence => evidence.Concern.Slug == Concern)).ThenInclude(evidence => evidence.Concern)
            .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync(cancel);
        if (concern is null || treatment is null)
            return false;
        (_concern, _treatment, _evidence) = (concern, treatment, treatment.Concerns.SingleOrDefault());
        return true;
    }

    private async Task<IActionResult> SaveAsync(string next, CancellationToken cancel)
    {
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources, cancel);
        var shown = await Editing.SaveAsync(
            [], by => editor.SaveEvidenceAsync(Treatment, Concern, Form.Version, Form.Write, by, cancel), next, cancel);
        // What is saved may hold another person's fields too, so it is read again.
        if (HasSaved && await LoadAsync(cancel))
            SavedWarnings = BeforePublishing(_evidence!.ToEntry());
        return shown;
    }

    private static string[] BeforePublishing(ConcernEvidenceEntry evidence) =>
        [.. ContentRules.CheckEvidence(evidence).Select(problem => problem.Message)];
}

/// <summary>What is known of one treatment for one concern, as it is typed.</summary>
public sealed class EvidenceForm : IRowForm
{
    public int Version { get; set; }

    /// <summary>None, where nobody has said so yet.</summary>
    public ConcernOffer? Offer { get; set; }

    public EvidenceDirection? Direction { get; set; }

    public Certainty? Certainty { get; set; }

    public string? Comparator { get; set; }

    public string? Note { get; set; }

    public bool ToBeConfirmed { get; set; }

    public List<string> Sources { get; set; } = [];

    public static EvidenceForm Of(ConcernEvidenceEntry? entry, int version) => new()
    {
        Version = version,
        Offer = entry?.Offer,
        Direction = entry?.Direction,
        Certainty = entry?.Certainty,
        Comparator = entry?.Comparator?.ToString(),
        Note = entry?.Note?.ToString(),
        ToBeConfirmed = entry?.ToBeConfirmed ?? false,
        Sources = [.. entry?.Sources ?? []],
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Problems(
            "text under \"Compared with what?\"", Comparator, TextLimit.Of<ConcernEvidenceEntry>(evidence => evidence.Comparator)),
        .. FormInput.Problems("text under \"What exactly is known\"", Note),
        .. Offer is null ? ["Choose whether clinics offer it for this."] : Array.Empty<string>(),
        .. WithoutStudies(),
    ];

    private IEnumerable<string> WithoutStudies()
    {
        const string OnlyStudied = "Only a treatment with \"Yes, and it has been studied\" can";
        if (Offer is null or ConcernOffer.Studied)
            yield break;
        if (!string.IsNullOrWhiteSpace(Comparator))
            yield return $"{OnlyStudied} have a comparison. Choose that, or clear \"Compared with what?\".";
        if (Direction is not null || Certainty is not null)
            yield return $"{OnlyStudied} say what studies found. Choose that, or set \"What do the studies say?\" to \"Nothing stated\" "
                + "and \"How sure are we?\" to \"Not yet reviewed\".";
    }

    public ConcernEvidenceEntry Write(ConcernEvidenceEntry before) => before with
    {
        Offer = Offer ?? before.Offer,
        Direction = Direction,
        Certainty = Certainty,
        Comparator = LocalText.Rewritten(before.Comparator, Comparator),
        Note = LocalText.Rewritten(before.Note, Note),
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources,
    };
}
