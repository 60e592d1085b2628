using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A treatment's own fields, and the way to each of its cells.</summary>
public sealed class TreatmentEditModel(ClinicDbContext db, CatalogueEditor editor, WorkingDrafts drafts) : EditPage<TreatmentForm, TreatmentEntry>(drafts)
{
    public const string New = "new";

    public sealed record Group(LocalText Name, IReadOnlyList<(CriterionEntry Criterion, AnswerEntry? Answer)> Cells);

    private Treatment? _treatment;

    public override string Title => IsNew ? "Add a treatment" : _treatment!.Name.ToString();

    public override IReadOnlyList<Crumb> Crumbs => [new("Treatments", "/staff")];

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public override string Row => $"treatments/{Slug}";

    public bool IsNew => Slug == New;

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public IReadOnlyList<(ConcernEntry Concern, ConcernEvidenceEntry? Evidence)> Concerns { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var slug = IsNew ? Form.Slug?.Trim() ?? "" : Slug;
        var problems = Form.Problems().ToList();
        if (IsNew && (!Core.Catalogue.Slug.IsValid(slug) || slug == New))
            problems.Add("The name in addresses takes small letters, figures and single hyphens, and not the word \"vs\": for example \"laser-fractional\".");
        else if (IsNew && await db.Treatments.AnyAsync(treatment => treatment.Slug == slug || treatment.FormerSlugs.Any(former => former.Slug == slug)))
            problems.Add($"There is or was a treatment with the name \"{slug}\" in addresses. Choose another.");
        return problems.Count > 0
            ? await Refuse(problems)
            : await AfterAsync(await editor.SaveTreatmentAsync(slug, Form.Version, Form.Write, Sign(Why)), $"/staff/treatments/{slug}");
    }

    protected override TreatmentForm Stored() => _treatment is null ? new() : TreatmentForm.Of(_treatment.ToEntry(), _treatment.Version);

    protected override TreatmentForm FormOf(TreatmentEntry entry, int version) => TreatmentForm.Of(entry, version);

    protected override async Task<bool> LoadAsync()
    {
        if (!IsNew)
            _treatment = await db.Treatments.Where(one => one.Slug == Slug)
                .Include(one => one.ReplacedBy).Include(one => one.Reviewer).Include(one => one.FormerSlugs)
                .Include(one => one.Answers).ThenInclude(answer => answer.Criterion)
                .Include(one => one.Concerns).ThenInclude(evidence => evidence.Concern)
                .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync();
        return IsNew || _treatment is not null;
    }

    protected override async Task DescribeAsync()
    {
        if (_treatment?.ToEntry() is not { } entry)
            return;
        var groups = await db.Groups.Where(group => !group.Archived).OrderBy(group => group.Position).AsNoTracking().ToListAsync();
        var criteria = (await db.Criteria.Include(criterion => criterion.Group).Where(criterion => !criterion.Archived).OrderBy(criterion => criterion.Position).AsNoTracking().ToListAsync()).ConvertAll(criterion => criterion.ToEntry());
        var answers = entry.Answers.ToDictionary(answer => answer.Criterion);
        Groups = [.. groups.Select(group => new Group(group.Name, [.. criteria.Where(criterion => criterion.Group == group.Slug).Select(criterion => (criterion, answers.GetValueOrDefault(criterion.Slug)))]))];
        var evidence = entry.Concerns.ToDictionary(one => one.Concern);
        Concerns = [.. (await db.Concerns.Where(concern => !concern.Archived).OrderBy(concern => concern.Position).AsNoTracking().ToListAsync()).Select(concern => (concern.ToEntry(), evidence.GetValueOrDefault(concern.Slug)))];
    }
}
