using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// Publishes a choice later: the versions of rows that were chosen, put into whichever edition patients read by then. What would be
/// something else than was seen when it was scheduled stops it, in words, and nothing is published.
/// </summary>
public sealed class Schedules(
    IDbContextFactory<ClinicDbContext> contexts, Publisher publisher, KnownPictures pictures, Market? market = null)
{
    /// <summary>What is published later than this after its time says so.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(5);

    private const int MostTold = 5;

    private readonly Market _market = market ?? KnownMarkets.None;

    /// <summary>Those that wait and those that were stopped, the soonest first.</summary>
    /// <param name="withText">Also what their rows say.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<ScheduledPublication>> OpenAsync(bool withText, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (withText ? WithRows(db) : db.Schedules.AsNoTracking().Include(one => one.Rows))
            .Where(one => one.State == ScheduleState.Waiting || one.State == ScheduleState.Stopped)
            .OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancel);
    }

    /// <summary>Those that were published or cancelled, the newest first.</summary>
    public async Task<IReadOnlyList<ScheduledPublication>> EndedAsync(int most, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await WithRows(db).Where(one => one.State == ScheduleState.Cancelled || one.State == ScheduleState.Published)
            .OrderByDescending(one => one.EndedAt).Take(most).ToListAsync(cancel);
    }

    /// <summary>Keeps a choice for later, if it could be published now.</summary>
    /// <param name="at">As the clinic's clocks show it.</param>
    /// <param name="by">Who schedules it, and the note on what changes.</param>
    /// <param name="choice">What goes along, as it is now.</param>
    /// <param name="reason">Why patients are to read what no clinician has signed, or what there are warnings of.</param>
    /// <param name="nameOf">What staff call a row.</param>
    /// <param name="cancel">Stops before anything is scheduled.</param>
    public Task<PublishOutcome> AddAsync(
        DateTime at, Signature by, PublishChoice choice, string? reason, Func<string, string> nameOf, CancellationToken cancel = default) =>
        publisher.PublishingAsync(
            async db =>
            {
                var (stop, next) = await Publisher.CheckAsync(db, pictures, _market, choice, reason, cancel);
                if (next is null)
                    return stop!;
                if (await SafetyHolds.HeldAsync(db, next.Taken.Select(row => row.Path), cancel) is { Count: > 0 } held)
                    return new PublishOutcome.Held([.. held]);
                var scheduled = await db.Schedules.Where(one => one.State == ScheduleState.Waiting).SelectMany(one => one.Rows)
                    .Select(row => row.LastId).ToHashSetAsync(cancel);
                if (next.Taken.All(row => scheduled.Contains(row.Changes[^1].Id)))
                    return new PublishOutcome.AlreadyScheduled();
                var schedule = new ScheduledPublication
                {
                    At = at,
                    By = by.By,
                    ById = by.ById!.Value,
                    MadeAt = by.At,
                    Note = by.Why,
                    Reason = next.NeedsReason ? reason!.Trim() : null,
                    LastChange = await db.NewestChangeAsync(cancel),
                    Warnings = [.. next.Warnings.Select(warning => warning.Message)],
                    Unreviewed = [.. next.Unreviewed.Select(unit => unit.Hash)],
                };
                schedule.Rows.AddRange(next.Taken.Select(row => new ScheduledRow
                {
                    FirstId = row.Changes[0].Id,
                    LastId = row.Changes[^1].Id,
                    Name = nameOf(row.Path),
                }));
                db.Add(schedule);
                schedule.RecordIn(db, $"Scheduled.{(by.Why is { } note ? $" Note: {note}" : "")}");
                await db.SaveChangesAsync(cancel);
                return new PublishOutcome.Scheduled(schedule.Id);
            },
            cancel);

    /// <returns>Whether there was something to cancel.</returns>
    public Task<bool> CancelAsync(int id, Signature by, CancellationToken cancel = default) =>
        publisher.PublishingAsync(
            async db =>
            {
                if (await db.Schedules.SingleOrDefaultAsync(one => one.Id == id, cancel) is not { IsOpen: true } schedule)
                    return false;
                schedule.End(ScheduleState.Cancelled, by.At, by.By);
                schedule.RecordIn(db, "Cancelled.");
                await db.SaveChangesAsync(cancel);
                return true;
            },
            cancel);

    /// <summary>Publishes it before its time, or after it was stopped, in the name of whoever does so.</summary>
    /// <returns>None, if somebody has published or cancelled it meanwhile. What stands against it leaves it as it is.</returns>
    public Task<ScheduleOutcome?> PublishNowAsync(int id, Signature by, CancellationToken cancel = default) =>
        publisher.PublishingAsync(
            async db =>
            {
                if (await WithRows(db).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { IsOpen: true } schedule)
                    return null;
                var (against, next) = await ReadyAsync(db, schedule, cancel);
                if (next is null)
                    return new ScheduleOutcome(schedule, against);
                var edition = Publisher.NewRecord(next, by.By, schedule.Note, by.At, schedule.Reason);
                return await EndAsync(db, id, next, edition, by.By, cancel);
            },
            cancel);

    /// <summary>
    /// Publishes what is due, or says why not. Of two processes that try, the second finds it done: the same transaction that writes the
    /// edition ends the schedule.
    /// </summary>
    /// <param name="zone">The clinic's.</param>
    /// <param name="now">The moment of it.</param>
    /// <param name="cancel">Stops; what is not published yet waits.</param>
    public async Task<IReadOnlyList<ScheduleOutcome>> RunDueAsync(
        TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancel = default)
    {
        var outcomes = new List<ScheduleOutcome>();
        foreach (var id in await DueAsync(zone, now, cancel))
            if (await publisher.PublishingAsync(db => RunAsync(db, id, zone, now, cancel), cancel) is { } outcome)
                outcomes.Add(outcome);
        return outcomes;
    }

    private async Task<IReadOnlyList<int>> DueAsync(TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var waiting = await db.Schedules.Where(one => one.State == ScheduleState.Waiting).Select(one => new { one.Id, one.At })
            .ToListAsync(cancel);
        return [.. waiting.Where(one => zone.MomentOf(one.At) <= now).OrderBy(one => one.At).ThenBy(one => one.Id).Select(one => one.Id)];
    }

    private async Task<ScheduleOutcome?> RunAsync(
        ClinicDbContext db, int id, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancel)
    {
        if (await WithRows(db).SingleOrDefaultAsync(one => one.Id == id, cancel) is not { State: ScheduleState.Waiting } schedule)
            return null;
        var person = await db.Users.SingleOrDefaultAsync(one => one.Id == schedule.ById && !one.Left, cancel);
        var (against, next) = person is not null && await db.RoleAtAsync(person, now, cancel) == StaffRole.Administrator
            ? await ReadyAsync(db, schedule, cancel)
            : ([$"{schedule.By}, who scheduled it, may no longer publish."], null);
        if (next is not null)
            return await EndAsync(
                db, id, next,
                Publisher.NewRecord(
                    next, schedule.By, schedule.Note, now, schedule.Reason, schedule.At,
                    isLate: now - zone.MomentOf(schedule.At) > Punctual),
                null, cancel);
        var stopped = await db.Schedules.SingleAsync(one => one.Id == id, cancel);
        stopped.StopIn(db, now, string.Join(' ', against));
        await db.SaveChangesAsync(cancel);
        return new(stopped, against);
    }

    private static async Task<ScheduleOutcome> EndAsync(
        ClinicDbContext db, int id, NextEdition next, EditionRecord edition, string? by, CancellationToken cancel)
    {
        var schedule = await db.Schedules.SingleAsync(one => one.Id == id, cancel);
        schedule.End(ScheduleState.Published, edition.PublishedAt, by, edition: edition.Number);
        await Publisher.StoreAsync(db, next, edition, cancel);
        return new(schedule, []);
    }

    private async Task<(IReadOnlyList<string> Against, NextEdition? Next)> ReadyAsync(
        ClinicDbContext db, ScheduledPublication schedule, CancellationToken cancel)
    {
        var latest = await Publisher.LatestNumberAsync(db, cancel);
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        var changed = (await db.ChangedRowsAsync(latest, cancel)).ToDictionary(row => row.Path);
        var rows = schedule.Rows.ToDictionary(row => paths.Of(row.Last.Path));
        var (upTo, overtaken) = (new Dictionary<string, int>(), new List<string>());
        foreach (var (path, row) in rows)
        {
            var waits = changed.GetValueOrDefault(path);
            // Where what patients read is older, or lies on the way to what was chosen, it goes on to that.
            if (waits?.Changes[0].Id is { } first && first >= row.FirstId && first <= row.LastId)
                upTo.Add(path, row.LastId);
            else if ((waits is null ? await SaidAsync(db, path, row, cancel) : waits.Before) != row.Last.After)
                overtaken.Add(row.Name);
        }
        var gone = await GoneSinceAsync(db, schedule, paths, cancel);
        var held = await SafetyHolds.HeldAsync(db, rows.Keys, cancel);
        List<string> against =
        [
            .. Told("What patients read has changed since this was scheduled", overtaken),
            .. Told("Archived or removed since it was scheduled", rows.Where(row => gone.Contains(row.Key)).Select(row => row.Value.Name)),
            .. Told(
                "These refer to something that has since been archived",
                rows.Where(row => !gone.Contains(row.Key)
                        && ChosenRows.NamedBy(new(row.Key, [row.Value.Last], false)).Any(named => gone.Contains(paths.Of(named))))
                    .Select(row => row.Value.Name)),
            .. Told("Hidden from patients by a safety hold", held.Select(path => rows[path].Name)),
        ];
        if (against.Count > 0)
            return (against, null);
        if (upTo.Count == 0)
            return (["Patients already read all of it."], null);
        try
        {
            var next = await NextEdition.ReadAsync(db, _market, (_, _) => upTo, typed: null, cancel);
            against.AddRange(Against(next, schedule, rows));
            return (against, against.Count == 0 ? next : null);
        }
        catch (MissingEntryException)
        {
            return (["It refers to something that is no longer there."], null);
        }
    }

    // Of a row that patients read as it stands.
    private static Task<string?> SaidAsync(ClinicDbContext db, string path, ScheduledRow row, CancellationToken cancel) =>
        db.Changes.Where(change => change.Path == path || change.Path == row.Last.Path).OrderByDescending(change => change.Id)
            .Select(change => change.After).FirstAsync(cancel);

    private IEnumerable<string> Against(NextEdition next, ScheduledPublication schedule, IReadOnlyDictionary<string, ScheduledRow> rows)
    {
        if (next.ReasonsAgainst(pictures) is { Count: > 0 } reasons)
            return Told("This must be put right first", reasons.Select(reason => reason.Message));
        if (next.IsSame)
            return ["Patients already read all of it."];
        var unsigned = next.Unreviewed.Where(unit => !schedule.Unreviewed.Contains(unit.Hash)).ToList();
        return
        [
            .. Told(
                "No clinician has signed the version that patients would now read",
                unsigned.Select(unit => rows.GetValueOrDefault(unit.Path)?.Name ?? "an answer whose question or source changes")),
            .. Told("New since it was scheduled", next.Warnings.Select(warning => warning.Message).Except(schedule.Warnings)),
        ];
    }

    /// <summary>Rows that somebody has archived or taken away since, whether that is published or not.</summary>
    private static async Task<IReadOnlySet<string>> GoneSinceAsync(
        ClinicDbContext db, ScheduledPublication schedule, CurrentPaths paths, CancellationToken cancel)
    {
        var since = await db.Changes.AsNoTracking().Where(change => change.Id > schedule.LastChange).OrderBy(change => change.Id)
            .Select(change => new { change.Path, change.After }).ToListAsync(cancel);
        return since.GroupBy(change => paths.Of(change.Path)).Where(row => !IsInUse(row.Last().After)).Select(row => row.Key).ToHashSet();
    }

    private static bool IsInUse(string? said) =>
        said is not null && (JsonNode.Parse(said) is not JsonObject row || row["archived"]?.GetValue<bool>() != true);

    private static IEnumerable<string> Told(string what, IEnumerable<string> things)
    {
        var all = things.Distinct().ToList();
        if (all.Count > 0)
            yield return $"{what}: {string.Join("; ", all.Take(MostTold)).TrimEnd('.')}"
                + $"{(all.Count > MostTold ? $"; and {all.Count - MostTold} more" : "")}.";
    }

    private static IQueryable<ScheduledPublication> WithRows(ClinicDbContext db) => db.Schedules.AsNoTracking()
        .Include(one => one.Rows).ThenInclude(row => row.First).Include(one => one.Rows).ThenInclude(row => row.Last);
}

/// <summary>What came of a scheduled publication.</summary>
/// <param name="Schedule">As it stands now.</param>
/// <param name="Against">Why nothing was published; empty, where it was.</param>
public sealed record ScheduleOutcome(ScheduledPublication Schedule, IReadOnlyList<string> Against);
