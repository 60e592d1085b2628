using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One source of the registry, and what rests on it.</summary>
public sealed class SourceEditModel(ClinicDbContext db, CatalogueEditor editor) : StaffPage
{
    public const string New = "new";

    public override string Title => IsNew ? "Add a source" : $"Source {Key}";

    public override IReadOnlyList<Crumb> Crumbs => [new("Sources", "/staff/sources")];

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public SourceForm Form { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public bool IsNew => Key == New;

    public string DraftPath => $"sources/{Key}";

    public IReadOnlyList<Crumb> CitedBy { get; private set; } = [];

    public ConflictModel? Conflict { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var key = IsNew ? Form.Key?.Trim() ?? "" : Key;
        var problems = Form.Problems().ToList();
        if (IsNew && (!Slug.IsValid(key) || key == New))
            problems.Add("The key takes small letters, figures and single hyphens: for example \"garg-2024\".");
        else if (IsNew && await db.Sources.AnyAsync(source => source.Slug == key))
            problems.Add($"The registry has a source with the key \"{key}\". Choose another, or edit that one.");
        else if (!IsNew && !await db.Sources.AnyAsync(source => source.Slug == key))
            return NotFound();
        if (problems.Count > 0)
            return await Refuse(problems);

        switch (await editor.SaveSourceAsync(key, Form.Version, Form.Write, Sign(Why)))
        {
            case SaveOutcome<SourceEntry>.Saved saved:
                return Then($"/staff/sources/{key}", SavedWords.Of(saved.Version, saved.Theirs));
            case SaveOutcome<SourceEntry>.Conflict conflict:
                Conflict = ConflictModel.Of(conflict);
                (Form, Response.StatusCode) = (SourceForm.Of(conflict.Together, conflict.TheirVersion), StatusCodes.Status409Conflict);
                ModelState.Clear();
                return await ShowAsync();
            default:
                return Then($"/staff/sources/{key}", SavedWords.Nothing);
        }
    }

    protected override async Task<IActionResult> ShowAsync()
    {
        if (IsNew)
            return Page();
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Key);
        if (source is null)
            return NotFound();
        if (HttpMethods.IsGet(Request.Method))
            Form = SourceForm.Of(source.ToEntry(), source.Version);
        var answers = await db.Set<TreatmentAttribute>().Where(answer => answer.Sources.Any(one => one.Slug == Key))
            .Select(answer => new { Treatment = answer.Treatment.Slug, answer.Treatment.Name, Criterion = answer.Criterion.Slug, answer.Criterion.Term }).ToListAsync();
        CitedBy = [.. answers.Select(answer => new Crumb($"{answer.Name}: {answer.Term}", $"/staff/treatments/{answer.Treatment}/answers/{answer.Criterion}")).OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase)];
        return Page();
    }
}

/// <summary>A source as it is typed.</summary>
public sealed class SourceForm
{
    public int Version { get; set; }

    public string? Key { get; set; }

    public string? Reference { get; set; }

    public string? Year { get; set; }

    public string? Doi { get; set; }

    public string? Pmid { get; set; }

    public string? Url { get; set; }

    public bool Checked { get; set; }

    public bool Commercial { get; set; }

    public bool Archived { get; set; }

    public string? Note { get; set; }

    public static SourceForm Of(SourceEntry entry, int version) => new()
    {
        Version = version,
        Key = entry.Key,
        Reference = entry.Reference,
        Year = entry.Year?.ToString(CultureInfo.InvariantCulture),
        Doi = entry.Doi,
        Pmid = entry.Pmid,
        Url = entry.Url,
        Checked = entry.State == SourceState.Checked,
        Commercial = entry.Commercial,
        Archived = entry.Archived,
        Note = entry.Note,
    };

    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(Year) && !(int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and <= 2100))
            yield return $"\"{Year}\" is no year. Write four figures, for example 2024.";
        foreach (var problem in (IEnumerable<string>)[.. Typed.Needed("reference", Reference), .. Typed.Problems("reference", Reference, Source.ReferenceMaxLength), .. Typed.Problems("DOI", Doi, 200), .. Typed.Problems("PubMed number", Pmid, 12), .. Typed.Problems("address", Url, 500), .. Typed.Problems("note", Note, Source.ReferenceMaxLength)])
            yield return problem;
    }

    public SourceEntry Write(SourceEntry before) => before with
    {
        Reference = Reference!.Trim(),
        Year = string.IsNullOrWhiteSpace(Year) ? null : int.Parse(Year, CultureInfo.InvariantCulture),
        Doi = OrNull(Doi),
        Pmid = OrNull(Pmid),
        Url = OrNull(Url),
        State = Checked ? SourceState.Checked : SourceState.ToBeConfirmed,
        Commercial = Commercial,
        Archived = Archived,
        Note = OrNull(Note),
    };

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
