using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Pages.Patients;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is written about one pair of treatments, beside the answers that it rests on.</summary>
public sealed class ContrastEditModel(ClinicDbContext db, CatalogueEditor editor, WorkingDrafts drafts) : EditPage<ContrastForm, ContrastEntry>(drafts)
{
    /// <param name="Criterion">That a passage stands with.</param>
    /// <param name="Answers">Of the first treatment and of the second.</param>
    /// <param name="Agreement">Computed from typed values; from the editor's words where there are none.</param>
    public sealed record Ground(CriterionEntry Criterion, IReadOnlyList<AnswerEntry?> Answers, Agreement Agreement);

    private Contrast? _contrast;

    public override string Title => $"{Grammar.ShortName(Between[0])} and {RunningText.ShortNameOf(Between[1])}";

    public override IReadOnlyList<Crumb> Crumbs => [new("Comparisons", "/staff/comparisons")];

    [BindProperty(SupportsGet = true)]
    public string Pair { get; set; } = "";

    public override string Row => StaffMap.RowAt($"/staff/comparisons/{Pair}");

    /// <summary>The two, in the order in which the pair is kept.</summary>
    public IReadOnlyList<TreatmentEntry> Between { get; private set; } = [];

    public bool IsWritten => _contrast is not null;

    public bool IsArchived => _contrast?.Archived == true;

    public IReadOnlyList<Choice> Criteria { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Registry { get; private set; } = new Dictionary<string, string>();

    public CitingModel Claim => new("Form.ClinicsSaySources", Form.ClinicsSaySources, Registry);

    public IReadOnlyList<Ground> Grounds { get; private set; } = [];

    public ContrastEntry Said { get; private set; } = null!;

    public ContrastsModel Preview { get; private set; } = null!;

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        List<string> problems =
        [
            .. Form.Problems(),
            .. Choices.Unknown("question", Criteria, Form.Passages.SelectMany(passage => passage.Criteria).Select(row => row.Criterion)),
            .. Form.Citing.SelectMany(citing => citing.All).Distinct().Where(key => !Registry.ContainsKey(key))
                .Select(key => $"The registry has no source with the key \"{key}\". Choose one from the list, or add it to the registry first."),
        ];
        return problems.Count > 0
            ? await Refuse(problems)
            : await AfterAsync(await editor.SaveContrastAsync(Between[0].Slug, Between[1].Slug, Form.Version, Form.Write, Sign(Why)), Here);
    }

    public async Task<IActionResult> OnPostArchiveAsync(bool away) => await LoadAsync()
        ? Then(Here, await editor.ArchiveContrastAsync(Between[0].Slug, Between[1].Slug, away, Sign()) ? $"These words are {(away ? "archived" : "back")}. Patients see that after the next publication." : SaveMessages.Nothing)
        : NotFound();

    protected override ContrastForm Stored() => _contrast is null ? new() : ContrastForm.Of(_contrast.ToEntry(), _contrast.Version);

    protected override ContrastForm FormOf(ContrastEntry entry, int version) => ContrastForm.Of(entry, version);

    protected override async Task<bool> LoadAsync()
    {
        var pair = Pair.Split("-vs-");
        var treatments = await db.Treatments.Where(one => pair.Contains(one.Slug)).AsNoTracking().ToListAsync();
        if (pair.Length != 2 || treatments.Count != 2)
            return false;
        Between = [.. treatments.Select(one => one.ToEntry()).OrderBy(one => one.Slug, StringComparer.Ordinal)];
        _contrast = await db.Contrasts.Where(one => pair.Contains(one.First.Slug) && pair.Contains(one.Second.Slug))
            .Include(one => one.First).Include(one => one.Second).Include(one => one.ClinicsSaySources)
            .Include(one => one.Passages).ThenInclude(passage => passage.Criteria).ThenInclude(row => row.Criterion)
            .Include(one => one.Passages).ThenInclude(passage => passage.Sources)
            .AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync();
        Criteria = await Choices.CriteriaAsync(db);
        Registry = await db.Sources.OrderBy(source => source.Position).Select(source => new { source.Slug, source.Reference }).ToDictionaryAsync(source => source.Slug, source => source.Reference);
        return true;
    }

    protected override async Task DescribeAsync()
    {
        Form.AddSpareRows();
        var said = Form.Write(_contrast?.ToEntry() ?? new() { Between = [.. Between.Select(one => one.Slug)] });
        Said = said with { Passages = [.. said.Passages.Select(passage => passage with { Sources = Known(passage.Sources) })], ClinicsSaySources = Known(said.ClinicsSaySources) };
        var verdicts = Said.Passages.SelectMany(passage => passage.Criteria).ToLookup(row => row.Criterion, row => row.Verdict);
        var asked = verdicts.Select(row => row.Key).ToList();
        var criteria = (await db.Criteria.Include(one => one.Group).Where(one => asked.Contains(one.Slug)).OrderBy(one => one.Group.Position).ThenBy(one => one.Position).AsNoTracking().ToListAsync()).ConvertAll(one => one.ToEntry());
        var slugs = Between.Select(one => one.Slug).ToList();
        var cells = (await db.Set<TreatmentAttribute>().Where(cell => slugs.Contains(cell.Treatment.Slug) && asked.Contains(cell.Criterion.Slug))
            .Include(cell => cell.Criterion).Include(cell => cell.Treatment).AsNoTracking().ToListAsync()).ToLookup(cell => cell.Treatment.Slug, cell => cell.ToEntry());
        Grounds = [.. criteria.Select(criterion =>
        {
            AnswerEntry?[] answers = [.. slugs.Select(slug => cells[slug].FirstOrDefault(cell => cell.Criterion == criterion.Slug))];
            return new Ground(criterion, answers, AnswerComparer.Compare(criterion, answers, (_, _) => verdicts[criterion.Slug].Max()));
        })];
        Before = [.. ContentRules.CheckContrast(Said, criteria, [.. slugs.Select(slug => (IReadOnlyList<AnswerEntry>)[.. cells[slug]])]).Select(problem => problem.Message)];
        Preview = new([new(Between[0], Between[1], Said)], await Choices.NotesAsync(db, Said.Passages.SelectMany(passage => passage.Sources).Concat(Said.ClinicsSaySources)));
    }

    private IReadOnlyList<string> Known(IReadOnlyList<string> keys) => [.. keys.Where(Registry.ContainsKey)];
}
