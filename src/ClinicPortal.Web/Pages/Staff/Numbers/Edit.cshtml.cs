using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Pages.Patients;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One number from studies, and the picture that patients see of it.</summary>
public sealed class NumberEditModel(ClinicDbContext db, CatalogueEditor editor, WorkingDrafts drafts) : EditPage<NumberForm, OutcomeNumberEntry>(drafts)
{
    public const string New = "new";

    private OutcomeNumber? _number;

    public override string Title => _number?.Outcome.ToString() ?? "Add a number";

    public override IReadOnlyList<Crumb> Crumbs => [new("Numbers", "/staff/numbers")];

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>The cell from which a new number is begun.</summary>
    [FromQuery]
    public string? Treatment { get; set; }

    [FromQuery]
    public string? Criterion { get; set; }

    public override string Row => $"numbers/{Key}";

    public bool IsNew => Key == New;

    public bool IsArchived => _number?.Archived == true;

    public IReadOnlyList<Choice> Treatments { get; private set; } = [];

    public IReadOnlyList<Choice> Criteria { get; private set; } = [];

    public IReadOnlyList<Choice> Concerns { get; private set; } = [];

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    /// <summary>What patients would see; none, while the form says no rate or cannot be read.</summary>
    public NumbersModel? Preview { get; private set; }

    /// <summary>What has to be written before patients could see anything.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources);
        var key = IsNew ? Form.Key?.Trim() ?? "" : Key;
        List<string> problems = [.. Form.Problems(), .. await NamesAsync()];
        if (IsNew && (!Slug.IsValid(key) || key == New))
            problems.Add("The key takes small letters, figures and single hyphens: for example \"better-after-a-year\".");
        else if (IsNew && await db.Numbers.AnyAsync(number => number.Slug == key))
            problems.Add($"There is a number with the key \"{key}\". Choose another, or edit that one.");
        return problems.Count > 0
            ? await Refuse(problems)
            : await AfterAsync(await editor.SaveNumberAsync(key, Form.Version, Form.Write, Sign(Why)), $"/staff/numbers/{key}");
    }

    public async Task<IActionResult> OnPostArchiveAsync(bool away) => await LoadAsync() && !IsNew
        ? Then(Here, await editor.ArchiveNumberAsync(Key, away, Sign()) ? $"The number is {(away ? "archived" : "back")}. Patients see that after the next publication." : SaveMessages.Nothing)
        : NotFound();

    protected override NumberForm Stored() => _number is null
        ? new() { Places = Treatment is null && Criterion is null ? [] : [new() { Treatment = Treatment, Criterion = Criterion }] }
        : NumberForm.Of(_number.ToEntry(), _number.Version);

    protected override NumberForm FormOf(OutcomeNumberEntry entry, int version) => NumberForm.Of(entry, version);

    protected override async Task<bool> LoadAsync()
    {
        if (!IsNew)
            _number = await db.Numbers.Include(one => one.Concern).Include(one => one.Sources)
                .Include(one => one.Places).ThenInclude(place => place.Treatment)
                .Include(one => one.Places).ThenInclude(place => place.Criterion)
                .AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync(one => one.Slug == Key);
        return IsNew || _number is not null;
    }

    protected override async Task DescribeAsync()
    {
        await NamesAsync();
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources);
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources);
        Form.AddSpareRows();
        Missing = [.. Form.PreviewProblems()];
        if (Missing.Count > 0)
            return;
        var entry = Form.Write(_number?.ToEntry() ?? CatalogueKinds.Number.Blank(New));
        Before = [.. Form.Problems(), .. ContentRules.CheckNumber(entry).Select(problem => problem.Message)];
        if (entry.NoRate is not null || (entry.Denominator is not null && entry.Arms.Count > 0))
            Preview = new([entry], await Choices.NotesAsync(db, entry.Sources));
    }

    private async Task<IEnumerable<string>> NamesAsync()
    {
        (Treatments, Criteria, Concerns) = (await Choices.TreatmentsAsync(db), await Choices.CriteriaAsync(db), await Choices.ConcernsAsync(db));
        return
        [
            .. Choices.Unknown("treatment", Treatments, Form.Places.Select(place => place.Treatment)),
            .. Choices.Unknown("question", Criteria, Form.Places.Select(place => place.Criterion)),
            .. Choices.Unknown("concern", Concerns, [Form.Concern]),
        ];
    }
}
