using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>How sure we are that one treatment helps with one concern.</summary>
public sealed class EvidenceEditModel(ClinicDbContext db, CatalogueEditor editor) : StaffPage
{
    private Treatment? _treatment;
    private Concern? _concern;

    public override string Title => $"{RunningText.StartUpperCase(RunningText.NameOf(_treatment!.ToEntry()))} for {RunningText.StartLowerCase(_concern!.Name.ToString())}";

    public override IReadOnlyList<Crumb> Crumbs => [new("Treatments", "/staff"), new(_treatment!.Name.ToString(), $"/staff/treatments/{Treatment}")];

    [BindProperty(SupportsGet = true)]
    public string Treatment { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Concern { get; set; } = "";

    [BindProperty]
    public EvidenceForm Form { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public string DraftPath => $"treatments/{Treatment}/concerns/{Concern}";

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    public ConcernEvidenceEntry Preview { get; private set; } = null!;

    public ConflictModel? Conflict { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources);
        if (Form.Problems().ToList() is { Count: > 0 } problems)
            return await Refuse(problems);

        switch (await editor.SaveEvidenceAsync(Treatment, Concern, Form.Version, Form.Write, Sign(Why)))
        {
            case SaveOutcome<ConcernEvidenceEntry>.Saved saved:
                return Then($"/staff/treatments/{Treatment}#concern-{Concern}", SavedWords.Of(saved.Version, saved.Theirs));
            case SaveOutcome<ConcernEvidenceEntry>.Conflict conflict:
                Conflict = ConflictModel.Of(conflict);
                (Form, Response.StatusCode) = (EvidenceForm.Of(conflict.Together, conflict.TheirVersion), StatusCodes.Status409Conflict);
                ModelState.Clear();
                return await ShowAsync();
            default:
                return Then($"/staff/treatments/{Treatment}#concern-{Concern}", SavedWords.Nothing);
        }
    }

    public Task<IActionResult> OnPostPreviewAsync() => Form.Problems().ToList() is { Count: > 0 } problems ? Refuse(problems) : ShowAsync();

    protected override async Task<IActionResult> ShowAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var evidence = _treatment!.Concerns.SingleOrDefault();
        if (HttpMethods.IsGet(Request.Method))
            Form = EvidenceForm.Of(evidence?.ToEntry(), evidence?.Version ?? 0);
        Preview = Form.Write(evidence?.ToEntry() ?? new() { Concern = Concern, Offer = ConcernOffer.NotUsual });
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources);
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        _concern ??= await db.Concerns.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Concern);
        _treatment ??= await db.Treatments.Where(one => one.Slug == Treatment)
            .Include(one => one.Concerns.Where(evidence => evidence.Concern.Slug == Concern)).ThenInclude(evidence => evidence.Sources)
            .Include(one => one.Concerns.Where(evidence => evidence.Concern.Slug == Concern)).ThenInclude(evidence => evidence.Concern)
            .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync();
        return _concern is not null && _treatment is not null;
    }
}

/// <summary>What is known of one treatment for one concern, as it is typed.</summary>
public sealed class EvidenceForm
{
    public int Version { get; set; }

    public ConcernOffer Offer { get; set; }

    public EvidenceDirection? Direction { get; set; }

    public Certainty? Certainty { get; set; }

    public string? Note { get; set; }

    public bool ToBeConfirmed { get; set; }

    public List<string> Sources { get; set; } = [];

    public static EvidenceForm Of(ConcernEvidenceEntry? entry, int version) => new()
    {
        Version = version,
        Offer = entry?.Offer ?? ConcernOffer.NotUsual,
        Direction = entry?.Direction,
        Certainty = entry?.Certainty,
        Note = entry?.Note?.ToString(),
        ToBeConfirmed = entry?.ToBeConfirmed ?? false,
        Sources = [.. entry?.Sources ?? []],
    };

    public IEnumerable<string> Problems() => Typed.Problems("note", Note);

    public ConcernEvidenceEntry Write(ConcernEvidenceEntry before) => before with
    {
        Offer = Offer,
        Direction = Direction,
        Certainty = Certainty,
        Note = LocalText.Rewritten(before.Note, Note),
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources,
    };
}
