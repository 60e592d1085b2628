using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One concern; how sure we are of each treatment for it stands with the treatment.</summary>
public sealed class ConcernEditModel(ClinicDbContext db, CatalogueEditor editor, WorkingDrafts drafts) : EditPage<ConcernForm, ConcernEntry>(drafts)
{
    public const string New = "new";

    private Concern? _concern;

    public override string Title => _concern?.Name.ToString() ?? "Add a concern";

    public override IReadOnlyList<Crumb> Crumbs => [new("Concerns", "/staff/concerns")];

    [BindProperty(SupportsGet = true)]
    public string Concern { get; set; } = "";

    public override string Row => $"concerns/{Concern}";

    public bool IsNew => Concern == New;

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    /// <summary>What the form says, as an entry.</summary>
    public ConcernEntry Said { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources);
        var slug = IsNew ? Form.Slug?.Trim() ?? "" : Concern;
        var problems = Form.Problems().ToList();
        if (IsNew && (!Slug.IsValid(slug) || slug == New))
            problems.Add("The name in addresses takes small letters, figures and single hyphens, and not the word \"vs\": for example \"back-pain\".");
        else if (IsNew && await db.Concerns.AnyAsync(one => one.Slug == slug || one.FormerSlugs.Any(former => former.Slug == slug)))
            problems.Add($"There is or was a concern with the name \"{slug}\" in addresses. Choose another.");
        return problems.Count > 0
            ? await Refuse(problems)
            : await AfterAsync(await editor.SaveConcernAsync(slug, Form.Version, Form.Write, Sign(Why)), $"/staff/concerns/{slug}");
    }

    protected override ConcernForm Stored() => _concern is null ? new() : ConcernForm.Of(_concern.ToEntry(), _concern.Version);

    protected override ConcernForm FormOf(ConcernEntry entry, int version) => ConcernForm.Of(entry, version);

    protected override async Task<bool> LoadAsync()
    {
        if (!IsNew)
            _concern = await db.Concerns.Include(one => one.FormerSlugs).Include(one => one.Sources).Include(one => one.ReplacedBy)
                .AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync(one => one.Slug == Concern);
        return IsNew || _concern is not null;
    }

    protected override async Task DescribeAsync()
    {
        Said = Form.Write(_concern?.ToEntry() ?? new() { Slug = New, Name = LocalText.Empty });
        Before = Form.Problems().Any() || _concern is null ? [] : [.. ContentRules.CheckConcern(Said).Select(problem => problem.Message)];
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources);
    }
}

/// <summary>A concern as it is typed.</summary>
public sealed class ConcernForm : IRowForm
{
    public int Version { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? OtherNames { get; set; }

    public string? Summary { get; set; }

    public string? IfNothingIsDone { get; set; }

    public string? EvidenceChosen { get; set; }

    public bool NeedsMedicalCare { get; set; }

    public bool ToBeConfirmed { get; set; }

    public bool Archived { get; set; }

    public List<string> Sources { get; set; } = [];

    public static ConcernForm Of(ConcernEntry entry, int version) => new()
    {
        Version = version,
        Slug = entry.Slug,
        Name = entry.Name.ToString(),
        OtherNames = string.Join('\n', entry.OtherNames),
        Summary = entry.Summary?.ToString(),
        IfNothingIsDone = entry.IfNothingIsDone?.ToString(),
        EvidenceChosen = entry.EvidenceChosen?.ToString(),
        NeedsMedicalCare = entry.NeedsMedicalCare,
        ToBeConfirmed = entry.ToBeConfirmed,
        Archived = entry.Archived,
        Sources = [.. entry.Sources],
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Needed("name", Name), .. FormInput.Problems("name", Name, TextLimit.Of<ConcernEntry>(entry => entry.Name)),
        .. FormInput.ProblemsOfLines("line of other names", OtherNames, TextLimit.Of<ConcernEntry>(entry => entry.OtherNames)),
        .. FormInput.Problems("summary", Summary), .. FormInput.Problems("text on doing nothing", IfNothingIsDone), .. FormInput.Problems("text on how the studies were chosen", EvidenceChosen),
    ];

    public ConcernEntry Write(ConcernEntry before) => before with
    {
        Name = LocalText.Rewritten(before.Name, Name) ?? LocalText.Empty,
        OtherNames = FormInput.Names(before.OtherNames, OtherNames),
        Summary = LocalText.Rewritten(before.Summary, Summary),
        IfNothingIsDone = LocalText.Rewritten(before.IfNothingIsDone, IfNothingIsDone),
        EvidenceChosen = LocalText.Rewritten(before.EvidenceChosen, EvidenceChosen),
        NeedsMedicalCare = NeedsMedicalCare,
        ToBeConfirmed = ToBeConfirmed,
        Sources = Sources,
        Archived = Archived,
        // Nothing is read instead of what readers can open again.
        ReplacedBy = Archived ? before.ReplacedBy : null,
    };
}
