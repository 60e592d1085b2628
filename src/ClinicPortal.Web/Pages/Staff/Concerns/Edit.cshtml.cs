using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One concern; how sure we are of each treatment for it stands with the treatment.</summary>
public sealed class ConcernEditModel(ClinicDbContext db, CatalogueEditor editor, RowEditing<ConcernForm, ConcernEntry> editing)
    : StaffPageModel, IRowPage<ConcernForm, ConcernEntry>
{
    private Concern? _concern;

    public override string Title => _concern?.Name.ToString() ?? "Add a concern";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Concerns];

    [FromRoute]
    public string Concern { get; set; } = "";

    [BindProperty]
    public ConcernForm Form { get; set; } = new();

    public string Row => $"concerns/{Concern}";

    public RowEditing<ConcernForm, ConcernEntry> Editing => editing.For(this);

    public bool IsNew => Concern == StaffMap.New;

    public bool IsArchived => _concern?.Archived == true;

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    /// <summary>What the form says, as an entry.</summary>
    public ConcernEntry Entry { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources, cancel);
        return await Editing.SaveAsync(
            [],
            by => IsNew
                ? editor.AddAsync(CatalogueKinds.Concern, null, Form.Write, by, cancel)
                : editor.SaveConcernAsync(Concern, Form.Version, Form.Write, by, cancel),
            null, cancel);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public ConcernForm Stored() => _concern is null ? new() : ConcernForm.Of(_concern.ToEntry(), _concern.Version);

    public ConcernForm FormOf(ConcernEntry entry, int version) => ConcernForm.Of(entry, version);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!IsNew)
            _concern = await db.Concerns.Include(one => one.FormerSlugs).Include(one => one.Sources).Include(one => one.ReplacedBy)
                .AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync(one => one.Slug == Concern, cancel);
        return IsNew || _concern is not null;
    }

    public ConcernEntry Written() => Form.Write(_concern?.ToEntry() ?? CatalogueKinds.Concern.Blank(StaffMap.New));

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Entry = Written();
        Before = Form.Problems().Any() || _concern is null ? [] : [.. ContentRules.CheckConcern(Entry).Select(problem => problem.Message)];
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources, cancel);
    }
}

/// <summary>A concern as it is typed.</summary>
public sealed class ConcernForm : IRowForm
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? OtherNames { get; set; }

    public string? SearchNames { get; set; }

    public string? Summary { get; set; }

    public string? IfNothingIsDone { get; set; }

    public string? EvidenceChosen { get; set; }

    public bool NeedsMedicalCare { get; set; }

    public bool ToBeConfirmed { get; set; }

    public List<string> Sources { get; set; } = [];

    public static ConcernForm Of(ConcernEntry entry, int version) => new()
    {
        Version = version,
        Name = entry.Name.ToString(),
        OtherNames = string.Join('\n', entry.OtherNames),
        SearchNames = string.Join('\n', entry.SearchNames),
        Summary = entry.Summary?.ToString(),
        IfNothingIsDone = entry.IfNothingIsDone?.ToString(),
        EvidenceChosen = entry.EvidenceChosen?.ToString(),
        NeedsMedicalCare = entry.NeedsMedicalCare,
        ToBeConfirmed = entry.ToBeConfirmed,
        Sources = [.. entry.Sources],
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Needed("name", Name), .. FormInput.Problems("name", Name, TextLimit.Of<ConcernEntry>(entry => entry.Name)),
        .. FormInput.ProblemsOfLines("line of other names", OtherNames, TextLimit.Of<ConcernEntry>(entry => entry.OtherNames)),
        .. FormInput.ProblemsOfLines("line of words to search with", SearchNames, TextLimit.Of<ConcernEntry>(entry => entry.SearchNames)),
        .. FormInput.Problems("summary", Summary), .. FormInput.Problems("text on doing nothing", IfNothingIsDone),
        .. FormInput.Problems("text on how the studies were chosen", EvidenceChosen),
    ];

    public ConcernEntry Write(ConcernEntry before) => before with
    {
        Name = LocalText.Rewritten(before.Name, Name) ?? LocalText.Empty,
        OtherNames = FormInput.Names(before.OtherNames, OtherNames),
        SearchNames = FormInput.Names(before.SearchNames, SearchNames),
        Summary = LocalText.Rewritten(before.Summary, Summary),
        IfNothingIsDone = LocalText.Rewritten(before.IfNothingIsDone, IfNothingIsDone),
        EvidenceChosen = LocalText.Rewritten(before.EvidenceChosen, EvidenceChosen),
        NeedsMedicalCare = NeedsMedicalCare,
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources,
    };
}
