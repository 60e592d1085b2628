using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The rows of the store as staff call them: "PRP: First change" for <c>treatments/prp/answers/onset</c>.</summary>
public sealed class RowNames
{
    private RowNames() { }

    /// <summary>Slug and name, in the order of the catalogue.</summary>
    public required IReadOnlyDictionary<string, string> Treatments { get; init; }

    public IReadOnlyDictionary<string, string> Criteria =>
        field ??= Asked.ToDictionary(one => one.Key, one => one.Value.Term.ToString());

    public required IReadOnlyDictionary<string, string> Concerns { get; init; }

    public required IReadOnlyDictionary<string, string> Conditions { get; init; }

    /// <summary>The criteria as they are asked today, by their slugs, in the order of the catalogue.</summary>
    public required IReadOnlyDictionary<string, CriterionEntry> Asked { get; init; }

    /// <summary>Of the sources by their keys, whole: two papers of the same people begin alike.</summary>
    public required IReadOnlyDictionary<string, string> References { get; init; }

    /// <summary>What people call numbers, and the rows whose form is the one for all, by their paths.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    public static async Task<RowNames> OfAsync(ClinicDbContext db, CancellationToken cancel) => new()
    {
        Titles = await TitlesAsync(db, cancel),
        References = await db.Sources.ToDictionaryAsync(row => row.Slug, row => row.Reference, cancel),
        Treatments = (
            await db.Treatments.OrderBy(row => row.Position)
                .Select(row => new { row.Slug, Name = row.ShortName ?? row.Name })
                .ToListAsync(cancel)).ToDictionary(row => row.Slug, row => row.Name.ToString()),
        Concerns = (await db.Concerns.OrderBy(row => row.Position).Select(row => new { row.Slug, row.Name }).ToListAsync(cancel))
            .ToDictionary(row => row.Slug, row => row.Name.ToString()),
        Asked = (await db.Criteria.AsNoTracking().Include(row => row.Group).OrderBy(row => row.Position).ToListAsync(cancel))
            .ToDictionary(row => row.Slug, row => row.ToEntry()),
        Conditions = (await Choices.ConditionsAsync(db, cancel)).ToDictionary(row => row.Slug, row => row.Name.ToString()),
    };

    /// <summary>As a catalogue calls its own rows.</summary>
    public static RowNames Of(ClinicContent content) => new()
    {
        Titles = CatalogueKinds.All.SelectMany(kind => kind.EntriesIn(content).Select(entry => (kind, entry))).ToDictionary(
            row => row.kind.PathOf(row.kind.HandleOf(row.entry)), row => FormInput.Shown(row.kind.TitleOf(row.entry))),
        References = content.Sources.ToDictionary(one => one.Key, one => one.Reference),
        Treatments = content.Treatments.ToDictionary(one => one.Slug, one => (one.ShortName ?? one.Name).ToString()),
        Concerns = content.Concerns.ToDictionary(one => one.Slug, one => one.Name.ToString()),
        Asked = content.Criteria.ToDictionary(one => one.Slug),
        Conditions = content.Conditions.ToDictionary(one => one.Slug, one => one.Name.ToString()),
    };

    public string NameOf(string path) => path.Split('/') switch
    {
        ["clinic"] => "The clinic",
        ["content"] => "A content file that you tried out",
        ["content", "table"] => "A table of answers that you tried out",
        ["content", "replace"] => "A find and replace that you tried out",
        [var list] when CatalogueKinds.FindByList(list) is { } kind =>
            $"The order of the {RunningText.StartLowerCase(StaffKinds.Of(kind).Plural)}",
        ["treatments", var treatment, "all-answers", var number] => $"{Treatment(treatment)}: all answers, page {number}",
        ["criteria", var criterion, "all-answers", var number] => $"{Criterion(criterion)} for every treatment, page {number}",
        [var list, StaffMap.New] when CatalogueKinds.FindByList(list) is { } kind => $"A new {kind.Label}",
        _ => RowPath.Parse(path) is { } row ? StaffKinds.NameOf(row, this) : path,
    };

    /// <summary>What the row at a path names.</summary>
    public RowWords WordsOf(string path) => new(
        NameIn,
        RowPath.Parse(path) is { Part: { } part, PartHandle: var criterion } && part == CatalogueKinds.Answer
            ? Asked.GetValueOrDefault(criterion) : null);

    private string NameIn(string field, string slug) => field switch
    {
        "treatment" or "between" or "common-comparisons" => Treatment(slug),
        "replaced-by" => Treatments.GetValueOrDefault(slug) ?? Concern(slug),
        "criterion" => Criterion(slug),
        "concern" => Concern(slug),
        "condition" => Condition(slug),
        "group" => Title(CatalogueKinds.Group, slug),
        "author" => Title(CatalogueKinds.Clinician, slug),
        "sources" or "clinics-say-sources" => References.GetValueOrDefault(slug, slug),
        _ => slug,
    };

    public string Treatment(string slug) => Treatments.GetValueOrDefault(slug, slug);

    public string Criterion(string slug) => Criteria.GetValueOrDefault(slug, slug);

    public string Concern(string slug) => Concerns.GetValueOrDefault(slug, slug);

    public string Condition(string slug) => Conditions.GetValueOrDefault(slug, slug);

    public string Title(CatalogueKind kind, string handle) => kind == CatalogueKinds.Source
        ? FormInput.Shown(References.GetValueOrDefault(handle, handle))
        : Titles.GetValueOrDefault(kind.PathOf(handle), handle);

    private static async Task<Dictionary<string, string>> TitlesAsync(ClinicDbContext db, CancellationToken cancel)
    {
        var titles = (await db.Numbers.Select(row => new { row.Slug, row.Outcome }).ToListAsync(cancel))
            .ToDictionary(row => CatalogueKinds.Number.PathOf(row.Slug), row => FormInput.Shown(row.Outcome.ToString()));
        foreach (var kind in CatalogueKinds.All.Where(kind => StaffKinds.Of(kind).Fields.Count > 0))
            foreach (var line in await db.LinesAsync(kind, cancel))
                titles.Add(kind.PathOf(line.Handle), FormInput.Shown(line.Title));
        return titles;
    }
}
