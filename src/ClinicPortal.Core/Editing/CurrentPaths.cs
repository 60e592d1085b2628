using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>Where rows stand today: the history keeps the paths that they had before their treatment or concern was renamed.</summary>
internal sealed class CurrentPaths
{
    private readonly Dictionary<string, string> _treatments;
    private readonly Dictionary<string, string> _concerns;

    private CurrentPaths(Dictionary<string, string> treatments, Dictionary<string, string> concerns) =>
        (_treatments, _concerns) = (treatments, concerns);

    public static async Task<CurrentPaths> ReadAsync(ClinicDbContext db, CancellationToken cancel) => new(
        await NamesAsync(
            db.Treatments.SelectMany(row => row.FormerSlugs, (row, former) => new Renamed(former.Slug, row.Slug)), db.Treatments, cancel),
        await NamesAsync(
            db.Concerns.SelectMany(row => row.FormerSlugs, (row, former) => new Renamed(former.Slug, row.Slug)), db.Concerns, cancel));

    /// <summary>The paths that a row had before what stands in its path was renamed.</summary>
    public IEnumerable<string> Had(string path) =>
        from renamed in _treatments.Concat(_concerns)
        let before = string.Join('/', path.Split('/').Select(name => name == renamed.Value ? renamed.Key : name))
        where before != path && Of(before) == path
        select before;

    /// <summary>The path that a row has today which had that path once.</summary>
    public string Of(string path) => path.Split('/') switch
    {
        ["treatments", var treatment, "concerns", var concern] => $"treatments/{Treatment(treatment)}/concerns/{Concern(concern)}",
        ["treatments", var treatment, .. var rest] => string.Join('/', ["treatments", Treatment(treatment), .. rest]),
        ["contrasts", var pair] when pair.Split("-vs-") is [var one, var other] =>
            $"contrasts/{Contrast.HandleOf(Treatment(one), Treatment(other))}",
        ["concerns", var concern] => $"concerns/{Concern(concern)}",
        _ => path,
    };

    /// <summary>What a row of a kind goes by today.</summary>
    public string NameOf(CatalogueKind kind, string slug) =>
        kind == CatalogueKinds.Treatment ? Treatment(slug) : kind == CatalogueKinds.Concern ? Concern(slug) : slug;

    private string Treatment(string slug) => _treatments.GetValueOrDefault(slug, slug);

    private string Concern(string slug) => _concerns.GetValueOrDefault(slug, slug);

    // What goes by the name today comes before what once did.
    private static async Task<Dictionary<string, string>> NamesAsync<TRow>(
        IQueryable<Renamed> renamed, IQueryable<TRow> rows, CancellationToken cancel)
        where TRow : class, INamed
    {
        var taken = await rows.Select(row => row.Slug).ToHashSetAsync(cancel);
        return (await renamed.ToListAsync(cancel))
            .Where(one => !taken.Contains(one.Before))
            .ToDictionary(one => one.Before, one => one.Now);
    }

    private sealed record Renamed(string Before, string Now);
}
