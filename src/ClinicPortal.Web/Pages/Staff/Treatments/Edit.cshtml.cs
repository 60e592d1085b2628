using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A treatment's own fields, and the way to each of its cells.</summary>
public sealed class TreatmentEditModel(ClinicDbContext db, CatalogueEditor editor) : StaffPage
{
    public const string New = "new";

    public sealed record Group(LocalText Name, IReadOnlyList<(CriterionEntry Criterion, AnswerEntry? Answer)> Cells);

    private TreatmentEntry? _entry;

    public override string Title => IsNew ? "Add a treatment" : _entry?.Name.ToString() ?? Form.Name ?? "";

    public override IReadOnlyList<Crumb> Crumbs => [new("Treatments", "/staff")];

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public TreatmentForm Form { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public bool IsNew => Slug == New;

    public string DraftPath => $"treatments/{Slug}";

    public ConflictModel? Conflict { get; private set; }

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public IReadOnlyList<(ConcernEntry Concern, ConcernEvidenceEntry? Evidence)> Concerns { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var slug = IsNew ? Form.Slug?.Trim() ?? "" : Slug;
        var problems = Form.Problems().ToList();
        if (IsNew && !Core.Catalogue.Slug.IsValid(slug) || slug == New)
            problems.Add("The name in addresses takes small letters, figures and single hyphens, and not the word \"vs\": for example \"laser-fractional\".");
        else if (IsNew && await db.Treatments.AnyAsync(treatment => treatment.Slug == slug || treatment.FormerSlugs.Any(former => former.Slug == slug)))
            problems.Add($"There is or was a treatment with the name \"{slug}\" in addresses. Choose another.");
        else if (!IsNew && !await db.Treatments.AnyAsync(treatment => treatment.Slug == slug))
            return NotFound();
        if (problems.Count > 0)
            return await Refuse(problems);

        switch (await editor.SaveTreatmentAsync(slug, Form.Version, Form.Write, Sign(Why)))
        {
            case SaveOutcome<TreatmentEntry>.Saved saved:
                return Then($"/staff/treatments/{slug}", SavedWords.Of(saved.Version, saved.Theirs));
            case SaveOutcome<TreatmentEntry>.Conflict conflict:
                Conflict = ConflictModel.Of(conflict);
                (Form, Response.StatusCode) = (TreatmentForm.Of(conflict.Together, conflict.TheirVersion), StatusCodes.Status409Conflict);
                ModelState.Clear();
                return await ShowAsync();
            default:
                return Then($"/staff/treatments/{slug}", SavedWords.Nothing);
        }
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (IsNew)
            return Page();
        var treatment = await db.Treatments.Where(one => one.Slug == Slug)
            .Include(one => one.ReplacedBy).Include(one => one.Reviewer).Include(one => one.FormerSlugs)
            .Include(one => one.Answers).ThenInclude(answer => answer.Criterion)
            .Include(one => one.Concerns).ThenInclude(evidence => evidence.Concern).AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync();
        if (treatment is null)
            return NotFound();

        _entry = treatment.ToEntry();
        if (HttpMethods.IsGet(Request.Method))
            Form = TreatmentForm.Of(_entry, treatment.Version);
        var groups = await db.Groups.Where(group => !group.Archived).OrderBy(group => group.Position).AsNoTracking().ToListAsync();
        var criteria = (await db.Criteria.Include(criterion => criterion.Group).Where(criterion => !criterion.Archived).OrderBy(criterion => criterion.Position).AsNoTracking().ToListAsync()).ConvertAll(criterion => criterion.ToEntry());
        var answers = _entry.Answers.ToDictionary(answer => answer.Criterion);
        Groups = [.. groups.Select(group => new Group(group.Name, [.. criteria.Where(criterion => criterion.Group == group.Slug).Select(criterion => (criterion, answers.GetValueOrDefault(criterion.Slug)))]))];
        var evidence = _entry.Concerns.ToDictionary(one => one.Concern);
        Concerns = [.. (await db.Concerns.Where(concern => !concern.Archived).OrderBy(concern => concern.Position).AsNoTracking().ToListAsync()).Select(concern => (concern.ToEntry(), evidence.GetValueOrDefault(concern.Slug)))];
        return Page();
    }
}
