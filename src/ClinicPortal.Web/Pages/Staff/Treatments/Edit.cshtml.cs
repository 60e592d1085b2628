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

    /// <summary>Doing nothing is nothing that a clinic offers.</summary>
    public bool CanBeOffered => _treatment?.Baseline != true;

    /// <summary>Who may have written it.</summary>
    public IReadOnlyList<Choice> Clinicians { get; private set; } = [];

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>Questions without an answer and without a reason for having none, in the order in which patients read them.</summary>
    public IReadOnlyList<CriterionEntry> Open =>
        [.. Groups.SelectMany(group => group.Cells).Where(cell => cell.Answer is null or { Text: null, Absence: null or Absence.NotYetReviewed }).Select(cell => cell.Criterion)];

    /// <summary>The numbers from studies that stand in its answers.</summary>
    public IReadOnlyList<Crumb> Numbers { get; private set; } = [];

    /// <summary>The other treatments that an editor has written about beside it.</summary>
    public IReadOnlyList<Crumb> Contrasts { get; private set; } = [];

    public IReadOnlyList<(ConcernEntry Concern, ConcernEvidenceEntry? Evidence)> Concerns { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var slug = IsNew ? Form.Slug?.Trim() ?? "" : Slug;
        var problems = Form.Problems().ToList();
        if (IsNew && (!Core.Catalogue.Slug.IsValid(slug) || slug == New))
            problems.Add("The name in addresses takes small letters, figures and single hyphens, and not the word \"vs\": for example \"night-splint\".");
        else if (IsNew && await db.Treatments.AnyAsync(treatment => treatment.Slug == slug || treatment.FormerSlugs.Any(former => former.Slug == slug)))
            problems.Add($"There is or was a treatment with the name \"{slug}\" in addresses. Choose another.");
        problems.AddRange(Choices.Unknown("clinician", await Choices.CliniciansAsync(db), [Form.Author]));
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
                .Include(one => one.ReplacedBy).Include(one => one.Author).Include(one => one.Reviewer).Include(one => one.FormerSlugs)
                .Include(one => one.Answers).ThenInclude(answer => answer.Criterion)
                .Include(one => one.Concerns).ThenInclude(evidence => evidence.Concern)
                .AsNoTrackingWithIdentityResolution().SingleOrDefaultAsync();
        return IsNew || _treatment is not null;
    }

    protected override async Task DescribeAsync()
    {
        Clinicians = await Choices.CliniciansAsync(db);
        if (_treatment?.ToEntry() is not { } entry)
            return;
        var groups = await db.Groups.Where(group => !group.Archived).OrderBy(group => group.Position).AsNoTracking().ToListAsync();
        var criteria = (await db.Criteria.Include(criterion => criterion.Group).Where(criterion => !criterion.Archived).OrderBy(criterion => criterion.Position).AsNoTracking().ToListAsync()).ConvertAll(criterion => criterion.ToEntry());
        var answers = entry.Answers.ToDictionary(answer => answer.Criterion);
        Groups = [.. groups.Select(group => new Group(group.Name, [.. criteria.Where(criterion => criterion.Group == group.Slug).Select(criterion => (criterion, answers.GetValueOrDefault(criterion.Slug)))]))];
        var evidence = entry.Concerns.ToDictionary(one => one.Concern);
        Concerns = [.. (await db.Concerns.Where(concern => !concern.Archived).OrderBy(concern => concern.Position).AsNoTracking().ToListAsync()).Select(concern => (concern.ToEntry(), evidence.GetValueOrDefault(concern.Slug)))];
        Numbers = [.. (await db.Numbers.Where(number => number.Places.Any(place => place.Treatment.Slug == Slug)).OrderBy(number => number.Position)
            .Select(number => new { number.Slug, number.Outcome }).ToListAsync()).Select(number => new Crumb(number.Outcome.ToString(), $"/staff/numbers/{number.Slug}"))];
        Contrasts = [.. (await db.Contrasts.Where(contrast => contrast.First.Slug == Slug || contrast.Second.Slug == Slug).OrderBy(contrast => contrast.Position)
            .Select(contrast => contrast.First.Slug == Slug ? new { contrast.Second.Slug, contrast.Second.Name } : new { contrast.First.Slug, contrast.First.Name }).ToListAsync())
            .Select(other => new Crumb($"Compared with {RunningText.StartLowerCase(other.Name.ToString())}", $"/staff/comparisons/{Contrast.HandleOf(Slug, other.Slug)}"))];
    }
}
