using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One source of the registry, and what rests on it.</summary>
public sealed class SourceEditModel(ClinicDbContext db, CatalogueEditor editor, RowEditing<SourceForm, SourceEntry> editing)
    : StaffPageModel, IRowPage<SourceForm, SourceEntry>
{
    private Source? _source;

    public override string Title => _source is null ? "Add a source" : $"Source: {FormInput.Shown(_source.Reference, 80)}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Sources];

    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public SourceForm Form { get; set; } = new();

    /// <summary>The address of the form for which it is added.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>None, where that is no page of staff.</summary>
    public string? Next => Back is { } back && back.StartsWith(StaffMap.Root + "/", StringComparison.Ordinal) && Url.IsLocalUrl(back)
        ? back : null;

    public override string OwnAddress => Next is { } back ? StaffMap.NewSourceFor(back) : base.OwnAddress;

    public string Row => $"sources/{Key}";

    public RowEditing<SourceForm, SourceEntry> Editing => editing.For(this);

    public bool IsNew => Key == StaffMap.New;

    public IReadOnlyList<Crumb> CitedBy { get; private set; } = [];

    public bool IsArchived => _source?.Archived == true;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var shown = await Editing.SaveAsync(
            await DoubledAsync(cancel),
            by => IsNew
                ? editor.AddAsync(CatalogueKinds.Source, null, Form.Write, by, cancel)
                : editor.SaveSourceAsync(Key, Form.Version, Form.Write, by, cancel),
            Next, cancel);
        if (Next is not null && shown is RedirectResult)
            StatusMessage = "The source has been added. Choose it in the form below, then save.";
        return shown;
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public SourceForm Stored() => _source is null ? new() : SourceForm.Of(_source.ToEntry(), _source.Version);

    public SourceForm FormOf(SourceEntry entry, int version) => SourceForm.Of(entry, version);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        _source = IsNew ? null : await db.Sources.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Key, cancel);
        return IsNew || _source is not null;
    }

    /// <summary>A number belongs to one reference, in use or archived.</summary>
    private async Task<IEnumerable<string>> DoubledAsync(CancellationToken cancel)
    {
        var typed = Form.Numbers();
        var others = await db.Sources.AsNoTracking()
            .Where(source => source.Slug != Key && (source.Doi != null || source.Pmid != null)).ToListAsync(cancel);
        return ContentRules.DoubledSource(typed, others.Select(other => other.ToEntry()));
    }

    public SourceEntry Written() => Form.Write(_source?.ToEntry() ?? CatalogueKinds.Source.Blank(Key));

    public async Task DescribeAsync(CancellationToken cancel)
    {
        var places = await RowNames.OfAsync(db, cancel);
        CitedBy =
        [
            .. (await db.UsesAsync(CatalogueKinds.Source, Key, cancel))
                .Select(path => new Crumb(places.NameOf(path), StaffMap.Address(path))),
        ];
    }
}

/// <summary>A source as it is typed.</summary>
public sealed class SourceForm : IRowForm
{
    public int Version { get; set; }

    public string? Reference { get; set; }

    public string? Year { get; set; }

    public string? Doi { get; set; }

    public string? Pmid { get; set; }

    public string? Url { get; set; }

    public bool Checked { get; set; }

    public bool Commercial { get; set; }

    public string? Note { get; set; }

    public static SourceForm Of(SourceEntry entry, int version) => new()
    {
        Version = version,
        Reference = entry.Reference,
        Year = entry.Year?.ToString(CultureInfo.InvariantCulture),
        Doi = entry.Doi,
        Pmid = entry.Pmid,
        Url = entry.Url,
        Checked = entry.State == SourceState.Checked,
        Commercial = entry.Commercial,
        Note = entry.Note,
    };

    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(Year)
            && !(int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && SourceEntry.IsYear(year)))
            yield return $"\"{Year}\" is not a year of publication. Write four digits, or leave the year empty.";
        foreach (var problem in Texts().Concat(NumberProblems().Select(problem => problem.Message)))
            yield return problem;
    }

    /// <summary>The numbers and the address alone, as they would be saved.</summary>
    public SourceEntry Numbers() => CatalogueKinds.Source.Blank("") with
    {
        Doi = SourceNumbers.Doi(FormInput.Line(Doi)),
        Pmid = SourceNumbers.Pmid(FormInput.Line(Pmid)),
        Url = FormInput.Line(Url),
    };

    /// <summary>What is wrong with one of these fields, by its name in the content file; nothing, where it is empty.</summary>
    public string? ProblemOf(string field) =>
        NumberProblems().FirstOrDefault(problem => problem.Path.EndsWith($".{field}", StringComparison.Ordinal))?.Message;

    private IReadOnlyList<ContentProblem> NumberProblems() => ContentRules.CheckSource(Numbers());

    private IEnumerable<string> Texts() =>
    [
        .. FormInput.Needed("reference", Reference),
        .. FormInput.Problems("reference", Reference, TextLimit.Of<SourceEntry>(entry => entry.Reference)),
        .. FormInput.Problems("DOI", Numbers().Doi, TextLimit.Of<SourceEntry>(entry => entry.Doi)),
        .. FormInput.Problems("PubMed number", Numbers().Pmid, TextLimit.Of<SourceEntry>(entry => entry.Pmid)),
        .. FormInput.Problems("address", Url, TextLimit.Of<SourceEntry>(entry => entry.Url)),
        .. FormInput.Problems("note", Note, TextLimit.Of<SourceEntry>(entry => entry.Note)),
    ];

    public SourceEntry Write(SourceEntry before) => before with
    {
        Reference = InputCleaner.Line(Reference!),
        Year = string.IsNullOrWhiteSpace(Year) ? null : int.Parse(Year, CultureInfo.InvariantCulture),
        Doi = Numbers().Doi,
        Pmid = Numbers().Pmid,
        Url = Numbers().Url,
        State = Checked ? SourceState.Checked : SourceState.ToBeConfirmed,
        Commercial = Commercial,
        Note = FormInput.Line(Note),
    };
}
