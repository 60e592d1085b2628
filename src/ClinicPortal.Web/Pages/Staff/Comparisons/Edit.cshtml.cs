using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Pages.Patients;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is written about one pair of treatments, beside the answers that it rests on.</summary>
public sealed class ContrastEditModel(ClinicDbContext db, CatalogueEditor editor, RowEditing<ContrastForm, ContrastEntry> editing)
    : StaffPageModel, IRowPage<ContrastForm, ContrastEntry>
{
    private Contrast? _contrast;

    public override string Title => $"{Grammar.ShortName(Between[0])} and {RunningText.ShortNameOf(Between[1])}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Comparisons];

    [FromRoute]
    public string Pair { get; set; } = "";

    [BindProperty]
    public ContrastForm Form { get; set; } = new();

    public string Row => StaffMap.RowAt(StaffMap.Comparison(Pair));

    public RowEditing<ContrastForm, ContrastEntry> Editing => editing.For(this);

    /// <summary>The two, in the order in which the pair is kept.</summary>
    public IReadOnlyList<TreatmentEntry> Between { get; private set; } = [];

    public bool IsWritten => _contrast is not null;

    public bool IsArchived => _contrast?.Archived == true;

    public IReadOnlyList<Choice> Criteria { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Registry { get; private set; } = new Dictionary<string, string>();

    public CitingModel Claim => new("Form.ClinicsSaySources", Form.ClinicsSaySources, Registry);

    /// <summary>What the form says, as an entry; sources that the registry does not hold are left out.</summary>
    public ContrastEntry Entry { get; private set; } = null!;

    public ContrastBasis Basis { get; private set; } = null!;

    public ContrastsModel Preview { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => Editing.SaveAsync(
        Choices.Unknown("question", Criteria, Form.Questions).Concat(Form.Unknown(Registry)),
        by => editor.SaveContrastAsync(Between[0].Slug, Between[1].Slug, Form.Version, Form.Write, by, cancel),
        StaffMap.Comparison(Pair), cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var pair = Pair.Split("-vs-");
        var treatments = await db.Treatments.Where(one => pair.Contains(one.Slug)).AsNoTracking().ToListAsync(cancel);
        if (pair.Length != 2 || treatments.Count != 2)
            return false;
        Between = [.. treatments.Select(one => one.ToEntry()).OrderBy(one => one.Slug, StringComparer.Ordinal)];
        _contrast = await db.Contrasts.Where(one => pair.Contains(one.First.Slug) && pair.Contains(one.Second.Slug))
            .Include(one => one.First).Include(one => one.Second).Include(one => one.ClinicsSaySources)
            .Include(one => one.Passages).ThenInclude(passage => passage.Criteria).ThenInclude(row => row.Criterion)
            .Include(one => one.Passages).ThenInclude(passage => passage.Sources)
            .AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync(cancel);
        Criteria = await Choices.CriteriaAsync(db, cancel);
        Registry = await db.Sources.OrderBy(source => source.Position).Select(source => new { source.Slug, source.Reference })
            .ToDictionaryAsync(source => source.Slug, source => source.Reference, cancel);
        return true;
    }

    public ContrastForm Stored() => _contrast is null ? new() : ContrastForm.Of(_contrast.ToEntry(), _contrast.Version);

    public ContrastForm FormOf(ContrastEntry entry, int version) => ContrastForm.Of(entry, version);

    public ContrastEntry Written() =>
        Form.WriteKnown(_contrast?.ToEntry() ?? new() { Between = [.. Between.Select(one => one.Slug)] }, Registry);

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Form.AddSpareRows();
        Entry = Written();
        Basis = await ContrastBasis.OfAsync(db, Entry, Entry.Between, cancel);
        Preview = new(
            [new(Between[0], Between[1], Entry)],
            await Choices.NotesAsync(db, Entry.Passages.SelectMany(passage => passage.Sources).Concat(Entry.ClinicsSaySources), cancel));
    }
}
