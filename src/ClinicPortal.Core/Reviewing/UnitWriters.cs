using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Reviewing;

/// <summary>
/// Somebody who has written in a unit since it was last signed, or has changed its question or a source since it was last written or
/// signed: nobody else has looked at the two together.
/// </summary>
/// <param name="ById">Whose account; none, for the program and the command line.</param>
/// <param name="By">By the name of then.</param>
/// <param name="Registration">That the account has today, or the clinician who came by a link.</param>
/// <param name="OfWords">Has written in it, and not only in its question or a source.</param>
public sealed record UnitWriter(int? ById, string By, string? Registration, bool OfWords)
{
    /// <summary>The program and the command line are nobody.</summary>
    public bool IsSomebody => ById is not null || Registration is not null;

    /// <summary>Also where the person came by a link before there was an account.</summary>
    public bool Is(StaffUser person) => ById is null ? Reviews.IsSame(Registration, person.Registration) : ById == person.Id;

    /// <summary>Also where the clinician has an account beside the link.</summary>
    public bool Is(Clinician clinician) => Reviews.IsSame(Registration, clinician.Registration);
}

/// <summary>Who may not sign, because some of the words are their own.</summary>
public static class UnitWriters
{
    /// <summary>What rows said when they were last signed, in JSON, by their paths of today.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> LastSignedAsync(
        this ClinicDbContext db, IReadOnlyCollection<string> rows, CancellationToken cancel = default)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        var places = rows.SelectMany(path => paths.Had(path).Prepend(path)).ToList();
        return (await db.Changes.AsNoTracking().Where(change => change.ChangeSet.Signs && EF.Parameter(places).Contains(change.Path))
            .OrderBy(change => change.Id).ToListAsync(cancel))
            .GroupBy(change => paths.Of(change.Path)).ToDictionary(row => row.Key, row => row.Last().After);
    }

    /// <summary>
    /// Of each unit, by its path of today. A signature that was taken back ends nothing: whoever wrote before it has still to be counted.
    /// </summary>
    public static async Task<ILookup<string, UnitWriter>> WritersAsync(
        this ClinicDbContext db, IReadOnlyCollection<ReviewUnit> units, ReviewUnits all, CancellationToken cancel = default)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        units = [.. units.DistinctBy(unit => unit.Path)];
        var bound = units.ToDictionary(unit => unit.Path, unit => all.BoundWith(unit).ToList());
        var places = units.Select(unit => unit.Path).Concat(bound.SelectMany(unit => unit.Value)).Distinct()
            .SelectMany(path => paths.Had(path).Prepend(path)).ToList();
        var changes = (await db.Changes.Include(change => change.ChangeSet).AsNoTracking()
            .Where(change => EF.Parameter(places).Contains(change.Path))
            .OrderByDescending(change => change.Id).ToListAsync(cancel)).ToLookup(change => paths.Of(change.Path));
        // Whoever suggested the words that were taken has written them.
        var suggested = (await db.ReviewComments.AsNoTracking()
            .Where(comment => comment.Taken && EF.Parameter(places).Contains(comment.Path)).ToListAsync(cancel))
            .ToLookup(comment => paths.Of(comment.Path));
        var accounts = await db.Users.ToDictionaryAsync(person => person.Id, person => person.Registration, cancel);
        var clinicians = await db.Clinicians.ToDictionaryAsync(one => one.Id, one => one.Registration, cancel);
        return (
            from unit in units
            let signed = unit.Review?.At
            let last = changes[unit.Path].FirstOrDefault(change =>
                change.ChangeSet.Signs ? change.ChangeSet.At == signed : SaysOtherwise(change))?.Id
            from writer in changes[unit.Path].Select(change => change.ChangeSet)
                .TakeWhile(set => !set.Signs || set.At != signed).Where(set => !set.Signs)
                .Select(set => Writer(set.ById, set.By))
                .Concat(suggested[unit.Path].Where(one => signed is null || one.ResolvedAt >= signed)
                    .Select(one => Writer(one.ById, one.By, one.ClinicianId)))
                .Concat(
                    from path in bound[unit.Path]
                    let since = changes[path].TakeWhile(change => last is null || change.Id > last).ToList()
                    where since.Count > 0 && !AreBoundAlike(path, since[^1].Before, since[0].After)
                    from change in since
                    select Writer(change.ChangeSet.ById, change.ChangeSet.By) with { OfWords = false })
            select (unit: unit.Path, writer)).Distinct().ToLookup(one => one.unit, one => one.writer);

        UnitWriter Writer(int? account, string name, int? clinician = null) => new(
            account, name,
            account is { } id ? accounts.GetValueOrDefault(id) : clinician is { } guest ? clinicians.GetValueOrDefault(guest) : null,
            OfWords: true);
    }

    // Not only that its signature was taken back.
    private static bool SaysOtherwise(FieldChange change)
    {
        return !JsonNode.DeepEquals(Words(change.Before), Words(change.After));

        static JsonNode? Words(string? said)
        {
            var words = said is null ? null : JsonNode.Parse(said);
            words?.AsObject().Remove("review");
            return words;
        }
    }

    private static bool AreBoundAlike(string path, string? before, string? after)
    {
        return JsonNode.DeepEquals(Bound(before), Bound(after));

        JsonNode? Bound(string? said) => said is null ? null : ReviewUnits.BoundOf(
            JsonSerializer.Deserialize(said, RowPath.Parse(path)!.Kind.EntryType, ContentJson.Options)!);
    }
}
