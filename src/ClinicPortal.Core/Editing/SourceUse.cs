using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>What rests on a source: every row that cites it, so that a source that falls takes nobody by surprise.</summary>
public static class SourceUse
{
    /// <summary>Where the source is cited, as in <see cref="FieldChange.Path"/>.</summary>
    public static async Task<IReadOnlyList<string>> CitingAsync(this ClinicDbContext db, string key, CancellationToken cancel = default) =>
    [
        .. await db.Set<TreatmentAttribute>().Where(row => row.Sources.Any(source => source.Slug == key))
            .OrderBy(row => row.Treatment.Position).ThenBy(row => row.Criterion.Position)
            .Select(row => "treatments/" + row.Treatment.Slug + "/answers/" + row.Criterion.Slug).ToListAsync(cancel),
        .. await db.Set<ConcernEvidence>().Where(row => row.Sources.Any(source => source.Slug == key))
            .OrderBy(row => row.Treatment.Position).ThenBy(row => row.Concern.Position)
            .Select(row => "treatments/" + row.Treatment.Slug + "/concerns/" + row.Concern.Slug).ToListAsync(cancel),
        .. await db.Numbers.Where(row => !row.Archived && row.Sources.Any(source => source.Slug == key)).OrderBy(row => row.Position).Select(row => "numbers/" + row.Slug).ToListAsync(cancel),
        .. (await db.Contrasts.Where(row => !row.Archived && (row.ClinicsSaySources.Any(source => source.Slug == key) || row.Passages.Any(passage => passage.Sources.Any(source => source.Slug == key))))
            .OrderBy(row => row.Position).Select(row => new { One = row.First.Slug, Other = row.Second.Slug }).ToListAsync(cancel)).Select(row => "contrasts/" + Contrast.HandleOf(row.One, row.Other)),
        .. await db.Concerns.Where(row => row.Sources.Any(source => source.Slug == key)).OrderBy(row => row.Position).Select(row => "concerns/" + row.Slug).ToListAsync(cancel),
        .. await db.Glossary.Where(row => !row.Archived && row.Sources.Any(source => source.Slug == key)).OrderBy(row => row.Position).Select(row => "glossary/" + row.Slug).ToListAsync(cancel),
    ];

    /// <summary>How many rows cite each source, by its number in the store.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> CitationsAsync(this ClinicDbContext db, CancellationToken cancel = default)
    {
        IEnumerable<int> cited =
        [
            .. await db.Set<TreatmentAttribute>().SelectMany(row => row.Sources).Select(source => source.Id).ToListAsync(cancel),
            .. await db.Set<ConcernEvidence>().SelectMany(row => row.Sources).Select(source => source.Id).ToListAsync(cancel),
            .. await db.Numbers.Where(row => !row.Archived).SelectMany(row => row.Sources).Select(source => source.Id).ToListAsync(cancel),
            .. (await db.Contrasts.AsNoTracking().Where(row => !row.Archived).Include(row => row.ClinicsSaySources).Include(row => row.Passages).ThenInclude(passage => passage.Sources).ToListAsync(cancel))
                .SelectMany(row => row.ClinicsSaySources.Concat(row.Passages.SelectMany(passage => passage.Sources)).Select(source => source.Id).Distinct()),
            .. await db.Concerns.SelectMany(row => row.Sources).Select(source => source.Id).ToListAsync(cancel),
            .. await db.Glossary.Where(row => !row.Archived).SelectMany(row => row.Sources).Select(source => source.Id).ToListAsync(cancel),
        ];
        return cited.GroupBy(id => id).ToDictionary(source => source.Key, source => source.Count());
    }
}
