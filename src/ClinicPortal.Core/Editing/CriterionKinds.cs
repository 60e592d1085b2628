using System.Security.Cryptography;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>What becomes of one treatment's answer where its criterion is answered in another way.</summary>
/// <param name="Treatment">Its slug.</param>
/// <param name="Before">As it stands.</param>
/// <param name="After">As it would stand; its text is never touched.</param>
/// <param name="IsOriginal">It gets back what it said when the criterion was answered in this way before.</param>
public sealed record AnswerOutcome(string Treatment, AnswerEntry Before, AnswerEntry After, bool IsOriginal);

/// <summary>What would come of answering a criterion in another way.</summary>
/// <param name="Before">The criterion as it stands, in <paramref name="Version"/>.</param>
/// <param name="After">As it would stand.</param>
/// <param name="Answers">Of all treatments that have one, in their order.</param>
/// <param name="Problems">Why it cannot be done.</param>
public sealed record KindChange(
    CriterionEntry Before, int Version, CriterionEntry After, IReadOnlyList<AnswerOutcome> Answers, IReadOnlyList<string> Problems)
{
    /// <summary>Stands for exactly this change: whoever confirms it says with it what they have seen.</summary>
    public string Seen { get; } = Convert.ToHexString(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(new { Before, Version, After, Answers }, ContentJson.Options)));
}

/// <summary>
/// Changes how a criterion is answered. A measured answer is read from its own text; where that states none, or more than one, the answer
/// keeps its text alone. The history keeps the originals: going back to an earlier kind gives each answer again what it said then, unless
/// its text says something else by now.
/// </summary>
public sealed class CriterionKinds(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>Changes nothing; none, if there is no such criterion.</summary>
    public async Task<KindChange?> PreviewAsync(
        string criterion, ValueKind kind, IReadOnlyList<LocalText> steps, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await ReadAsync(db, criterion, kind, steps, cancel))?.Change;
    }

    /// <summary>The criterion and all its answers change as one change set.</summary>
    /// <returns>Whether that was done; not, if it cannot be, or if something else would come of it than was seen.</returns>
    public Task<bool> ChangeAsync(
        string criterion, ValueKind kind, IReadOnlyList<LocalText> steps, string? seen, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, async db =>
        {
            if (await ReadAsync(db, criterion, kind, steps, cancel) is not var (change, row, answers, names)
                || change.Seen != seen || change.Problems.Count > 0)
                return false;
            row.Apply(change.After, names);
            foreach (var (answer, outcome) in answers.Zip(change.Answers))
                answer.Apply(outcome.After, names);
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);

    /// <summary>How the criterion was answered before its kind changed last; none, if it never has.</summary>
    public async Task<CriterionEntry?> FormerAsync(string criterion, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await ChangesOfKindAsync(db, criterion, cancel)).FirstOrDefault()?.Before;
    }

    private static async Task<(KindChange Change, ComparisonCriterion Row, List<TreatmentAttribute> Answers, WorkingCatalogue Names)?>
        ReadAsync(ClinicDbContext db, string criterion, ValueKind kind, IReadOnlyList<LocalText> steps, CancellationToken cancel)
    {
        var names = await db.ReadNamesAsync(
            [.. EntryField.KindsNamedBy(typeof(AnswerEntry)), CatalogueKinds.Group, CatalogueKinds.Treatment], cancel);
        if (names.Criteria.Find(one => one.Slug == criterion) is not { } row)
            return null;
        var rows = await db.Whole<TreatmentAttribute>().Where(answer => answer.Criterion.Slug == criterion)
            .OrderBy(answer => answer.Treatment.Position).ToListAsync(cancel);
        var before = row.ToEntry();
        var former = await ChangesOfKindAsync(db, criterion, cancel);
        var known = before.Steps.Concat(former.SelectMany(change => change.Before.Steps)).ToLookup(step => step.ToString());
        var after = before with
        {
            Kind = kind,
            Steps = ValueKinds.Of(kind).HasStepsOfItsCriterion ? [.. steps.Select(step => InEveryLanguage(step, known))] : [],
        };
        var originals = await OriginalsAsync(db, criterion, former.Find(change => change.Before.Kind == kind), cancel);
        var answers = rows.ConvertAll(answer => Outcome(answer, after, originals));
        return (new(before, row.Version, after, answers, Problems(before, after)), row, rows, names);
    }

    private static List<string> Problems(CriterionEntry before, CriterionEntry after) =>
    [
        .. before.Kind == after.Kind ? new[] { "It is answered in this way already. Choose another." } : [],
        .. ContentRules.CheckCriterion(after, []).Select(problem => problem.Message),
    ];

    private static AnswerOutcome Outcome(TreatmentAttribute row, CriterionEntry after, Dictionary<string, AnswerEntry> originals)
    {
        var now = row.ToEntry();
        var original = originals.GetValueOrDefault(row.Path) is { } old && Equals(old.Text, now.Text) ? old : null;
        var value = !ValueKinds.Of(after).IsMeasured ? null
            : original is not null && (original.Value is null || StatedValue.Fits(now, original.Value, after)) ? original.Value
            : StatedValue.Of(now, after)?.Value;
        // A reason for having no value is none beside one.
        return new(
            row.Treatment.Slug, now, now with { Value = value, Absence = value is null ? now.Absence ?? original?.Absence : null },
            value is not null && Equals(value, original?.Value));
    }

    /// <summary>A step is typed in the main language; one that was called so before says again what it said in the others.</summary>
    private static LocalText InEveryLanguage(LocalText step, ILookup<string, LocalText> known) =>
        step.Texts.Count > 1 ? step : known[step.ToString()].FirstOrDefault() ?? step;

    /// <summary>What answers said until the criterion left that way of answering, by their paths of today.</summary>
    private static async Task<Dictionary<string, AnswerEntry>> OriginalsAsync(
        ClinicDbContext db, string criterion, FormerKind? left, CancellationToken cancel)
    {
        if (left is null)
            return [];
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        var last =
            from change in await db.Changes.AsNoTracking().Where(change => change.Criterion == criterion && change.ChangeSetId <= left.Set)
                .OrderBy(change => change.Id).ToListAsync(cancel)
            group change by paths.Of(change.Path) into row
            let change = row.Last()
            // What leaving that kind did not touch said the same before.
            let said = change.ChangeSetId == left.Set ? change.Before : change.After
            where said is not null
            select (Path: row.Key, Entry: Entry<AnswerEntry>(said));
        return last.ToDictionary(row => row.Path, row => row.Entry);
    }

    /// <summary>The changes of a criterion's kind, the newest first.</summary>
    private static async Task<List<FormerKind>> ChangesOfKindAsync(ClinicDbContext db, string criterion, CancellationToken cancel)
    {
        var path = CatalogueKinds.Criterion.PathOf(criterion);
        var changes = await db.Changes.AsNoTracking().Where(change => change.Path == path && change.Before != null && change.After != null)
            .OrderByDescending(change => change.Id).ToListAsync(cancel);
        return
        [
            .. from change in changes
               let before = Entry<CriterionEntry>(change.Before!)
               where before.Kind != Entry<CriterionEntry>(change.After!).Kind
               select new FormerKind(change.ChangeSetId, before),
        ];
    }

    private static TEntry Entry<TEntry>(string json) => JsonSerializer.Deserialize<TEntry>(json, ContentJson.Options)!;

    /// <param name="Set">In which the criterion and its answers left it.</param>
    /// <param name="Before">The criterion until then.</param>
    private sealed record FormerKind(int Set, CriterionEntry Before);
}
