using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Pages.Patients;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One number from studies, and the picture that patients see of it.</summary>
public sealed class NumberEditModel(ClinicDbContext db, CatalogueEditor editor, RowEditing<NumberForm, OutcomeNumberEntry> editing)
    : StaffPageModel, IRowPage<NumberForm, OutcomeNumberEntry>
{
    private OutcomeNumber? _number;

    private PlaceForm Begun => new() { Treatment = Treatment, Criterion = Criterion };

    public override string Title => _number?.Outcome.ToString() ?? "Add a number";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Numbers];

    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>The cell from which a new number is begun.</summary>
    [FromQuery]
    public string? Treatment { get; set; }

    [FromQuery]
    public string? Criterion { get; set; }

    [BindProperty]
    public NumberForm Form { get; set; } = new();

    public string Row => $"numbers/{Key}";

    public RowEditing<NumberForm, OutcomeNumberEntry> Editing => editing.For(this);

    public bool IsNew => Key == StaffMap.New;

    public bool IsArchived => _number?.Archived == true;

    public NumberChoices Choices { get; private set; } = null!;

    public SourcePickerModel SourcePicker { get; private set; } = null!;

    /// <summary>What patients would see; none, while the form says no rate or cannot be read.</summary>
    public NumbersModel? Preview { get; private set; }

    /// <summary>What has to be written before patients could see anything.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>What stands against publishing it.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    /// <summary>In which a new number is to stand.</summary>
    public PlaceForm? Answer => IsNew ? Form.Places.Find(Choices.Knows) : null;

    /// <summary>Those that stand in it already.</summary>
    public IReadOnlyList<Crumb> Neighbours { get; private set; } = [];

    /// <summary>A new number begins with the answer that it belongs to; that question never hides words that are typed already.</summary>
    public bool AsksWhere => IsNew && HttpMethods.IsGet(Request.Method) && Editing.Draft.Own is null && !Choices.Knows(Begun);

    /// <summary>Whether the form asks which concern the number belongs to: always, but for a new one that no concern fits.</summary>
    public bool AsksForConcern => !IsNew || Form.Concern is not null || Form.Places.Exists(Choices.HasConcern);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources, cancel);
        var shown = await Editing.SaveAsync(
            Choices.Problems(Form),
            by => IsNew
                ? editor.AddAsync(CatalogueKinds.Number, null, Form.Write, by, cancel)
                : editor.SaveNumberAsync(Key, Form.Version, Form.Write, by, cancel),
            null, cancel);
        // What is saved may hold another person's fields too, so it is read again.
        if (HasSaved)
            SavedWarnings = BeforePublishing(!IsNew && await LoadAsync(cancel) ? _number!.ToEntry() : Written());
        return shown;
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!IsNew)
            _number = await db.Numbers.Include(one => one.Concern).Include(one => one.Sources)
                .Include(one => one.Places).ThenInclude(place => place.Treatment)
                .Include(one => one.Places).ThenInclude(place => place.Criterion)
                .AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync(one => one.Slug == Key, cancel);
        Choices = await NumberChoices.OfAsync(db, cancel);
        return IsNew || _number is not null;
    }

    public NumberForm Stored() => _number is not null ? NumberForm.Of(_number.ToEntry(), _number.Version)
        : new() { Places = Begun.IsEmpty ? [] : [Begun], Effect = Choices.EffectIn(Begun) };

    public NumberForm FormOf(OutcomeNumberEntry entry, int version) => NumberForm.Of(entry, version);

    public OutcomeNumberEntry Written() => Form.Write(_number?.ToEntry() ?? CatalogueKinds.Number.Blank(StaffMap.New));

    public async Task DescribeAsync(CancellationToken cancel)
    {
        Form.Sources = await SourcePickerModel.KnownAsync(db, Form.Sources, cancel);
        SourcePicker = await SourcePickerModel.OfAsync(db, Form.Sources, cancel);
        if (Answer is { Treatment: { } treatment, Criterion: { } criterion })
            Neighbours = await NumberLinks.OfAsync(
                db, cell => cell.Treatment.Slug == treatment && cell.Criterion.Slug == criterion, cancel);
        Form.AddSpareRows();
        Missing = [.. Form.PreviewProblems()];
        if (Missing.Count > 0)
            return;
        var entry = Written();
        Before = [.. Form.Problems(), .. BeforePublishing(entry)];
        if (entry.NoRate is not null || (entry.Denominator is not null && entry.Arms.Count > 0))
            Preview = new([entry], await Staff.Choices.NotesAsync(db, entry.Sources, cancel));
    }

    private static string[] BeforePublishing(OutcomeNumberEntry number) =>
        [.. ContentRules.CheckNumber(number).Select(problem => problem.Message)];
}
