using System.Data.Common;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

/// <summary>A choice that is published when its time comes, or stopped in words.</summary>
public class SchedulesTests
{
    private const string What = "treatments/rolling/answers/what", Pain = "treatments/rolling/answers/pain";

    private static readonly DateTime NineTomorrow = new(2026, 11, 24, 9, 0, 0);

    private static readonly DateTimeOffset Due = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_chosen_is_published_at_its_time_and_what_was_written_later_waits()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.SaveAsync(Pain, "Not chosen.");
        await clinic.ScheduleAsync("A better answer", What);
        await clinic.SaveAsync(What, "Written after it was scheduled.");

        Assert.Empty(await clinic.RunAsync(Due.AddMinutes(-1)));
        var ran = Assert.Single(await clinic.RunAsync(Due));

        Assert.Equal((ScheduleState.Published, 2), (ran.Schedule.State, ran.Schedule.Edition));
        Assert.Equal("Chosen.", await clinic.TextAsync(What));
        Assert.NotEqual("Not chosen.", await clinic.TextAsync(Pain));
        Assert.Equal([Pain, What], await clinic.PendingAsync());
        var edition = await clinic.EditionAsync(2);
        Assert.Equal(("Ada Admin", "A better answer", NineTomorrow, false, Due),
            (edition.PublishedBy, edition.Note, edition.ScheduledFor, edition.IsLate, edition.PublishedAt));
        Assert.Empty(await clinic.RunAsync(Due.AddDays(1)));

        // What waits is whole: published later, patients read the last words.
        await clinic.Store.Publisher.PublishAsync("Ada", null, Due, Cancel);
        Assert.Equal("Written after it was scheduled.", await clinic.TextAsync(What));
    }

    [Fact]
    public async Task It_goes_into_the_edition_that_patients_read_by_then()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.ScheduleAsync(null, What);
        await clinic.SaveAsync(Pain, "Published meanwhile.");
        await clinic.PublishAsync(Pain);

        Assert.Equal(3, Assert.Single(await clinic.RunAsync(Due)).Schedule.Edition);

        Assert.Equal(("Chosen.", "Published meanwhile."), (await clinic.TextAsync(What), await clinic.TextAsync(Pain)));
    }

    [Fact]
    public async Task Words_that_were_taken_back_later_are_published_all_the_same_and_taking_them_back_waits()
    {
        using var clinic = await Clinic.OpenAsync();
        var before = await clinic.TextAsync(What);
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.ScheduleAsync(null, What);
        await clinic.SaveAsync(What, before!);

        await clinic.RunAsync(Due);

        Assert.Equal("Chosen.", await clinic.TextAsync(What));
        Assert.Equal([What], await clinic.PendingAsync());
    }

    [Fact]
    public async Task One_that_was_missed_is_published_late_and_says_so()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.ScheduleAsync(null, What);

        await clinic.RunAsync(Due + Schedules.Punctual + TimeSpan.FromSeconds(1));

        var edition = await clinic.EditionAsync(2);
        Assert.Equal((NineTomorrow, true), (edition.ScheduledFor, edition.IsLate));
        Assert.Equal(
            ["Published late, due 24 November 2026, 09:00."],
            (await clinic.AuditAsync()).Where(told => told.StartsWith("Published late", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_chosen_rows_need_is_kept_with_them()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.Store.Editor.SaveAsync(
            CatalogueKinds.Source, "new-study", 0, entry => entry with { Reference = "A new study, 2026." }, clinic.Ada, Cancel);
        await clinic.SaveAsync(What, answer => answer with { Sources = [.. answer.Sources, "new-study"] });
        await clinic.ScheduleAsync(null, What);
        await clinic.Store.Editor.SaveAsync(
            CatalogueKinds.Source, "new-study", 1, entry => entry with { Reference = "Another study, 2026." }, clinic.Ada, Cancel);

        Assert.Empty(Assert.Single(await clinic.RunAsync(Due)).Against);

        Assert.Equal(
            "A new study, 2026.",
            (await clinic.Store.Publisher.OpenLatestAsync(Cancel)).Content.Sources.Single(one => one.Key == "new-study").Reference);
    }

    [Fact]
    public async Task A_row_goes_on_from_one_schedule_to_the_next()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "For Tuesday.");
        await clinic.ScheduleAsync(null, What);
        await clinic.SaveAsync(What, "For Friday.");
        await clinic.ScheduleAsync(null, NineTomorrow.AddDays(3), What);

        await clinic.RunAsync(Due);
        Assert.Equal("For Tuesday.", await clinic.TextAsync(What));
        await clinic.RunAsync(Due.AddDays(3));
        Assert.Equal("For Friday.", await clinic.TextAsync(What));
    }

    [Fact]
    public async Task A_row_that_was_renamed_meanwhile_is_found()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.ScheduleAsync(null, What);
        await clinic.Store.Structure.RenameAsync(CatalogueKinds.Treatment, "rolling", "wheeling", clinic.Ada, Cancel);

        Assert.Empty(Assert.Single(await clinic.RunAsync(Due)).Against);

        Assert.Equal("Chosen.", await clinic.TextAsync("treatments/wheeling/answers/what"));
    }

    public static TheoryData<string, string> Stops => new()
    {
        { "another version", "What patients read has changed since this was scheduled: Rolling: what." },
        { "undone", "What patients read has changed since this was scheduled: Rolling: what." },
        { "archived", "Archived or removed since it was scheduled: Rolling: what." },
        { "owner archived", "These refer to something that has since been archived: Rolling: what." },
        { "hold", "Hidden from patients by a safety hold: Rolling: what." },
        { "left", "Ada Admin, who scheduled it, may no longer publish." },
        { "role", "Ada Admin, who scheduled it, may no longer publish." },
        { "no second factor", "Ada Admin, who scheduled it, may no longer publish." },
        { "published by hand", "Patients already read all of it." },
        { "source", "No clinician has signed the version that patients would now read: Rolling: what." },
    };

    [Theory, MemberData(nameof(Stops))]
    public async Task What_stands_against_it_when_its_time_comes_stops_it_in_words(string why, string words)
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Published before.");
        await clinic.PublishAsync(What);
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.SignAsync(What);
        await clinic.ScheduleAsync(null, What);
        await clinic.SpoilAsync(why);
        var before = await clinic.Store.Publisher.LatestNumberAsync(Cancel);

        var stopped = Assert.Single(await clinic.RunAsync(Due));

        Assert.Equal((ScheduleState.Stopped, words), (stopped.Schedule.State, stopped.Schedule.Stop));
        Assert.Equal(before, await clinic.Store.Publisher.LatestNumberAsync(Cancel));
        Assert.Equal($"Stopped. {words}", (await clinic.AuditAsync())[0]);
        Assert.Empty(await clinic.RunAsync(Due.AddHours(1)));
        Assert.Equal([stopped.Schedule.Id], (await clinic.Store.Schedules.OpenAsync(withText: false, Cancel)).Select(one => one.Id));
    }

    [Fact]
    public async Task A_reason_covers_what_was_listed_and_the_edition_keeps_it()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Nobody has signed this.");

        Assert.IsType<PublishOutcome.NeedsReason>(await clinic.TryAsync(null, NineTomorrow, reason: null, What));
        await clinic.ScheduleAsync(null, What);
        await clinic.RunAsync(Due);

        Assert.Equal((1, PublishingInTests.Reason), ((await clinic.EditionAsync(2)).Unreviewed, (await clinic.EditionAsync(2)).Override));
    }

    [Fact]
    public async Task The_same_stands_against_scheduling_as_against_publishing()
    {
        using var clinic = await Clinic.OpenAsync();
        Assert.IsType<PublishOutcome.NothingChanged>(await clinic.TryAsync(null, NineTomorrow, PublishingInTests.Reason, What));
        await clinic.SaveAsync(What, answer => answer with { Text = null, Value = null });
        Assert.IsType<PublishOutcome.Refused>(await clinic.TryAsync(null, NineTomorrow, PublishingInTests.Reason, What));
        await clinic.SaveAsync(What, "Whole again.");

        await clinic.ScheduleAsync(null, What);
        Assert.IsType<PublishOutcome.AlreadyScheduled>(await clinic.TryAsync(null, NineTomorrow, PublishingInTests.Reason, What));
        await clinic.Store.Holds.PlaceAsync(What, "Rolling: what", "Wrong.", null, new(7, "Ben", TemporaryStore.Now), Cancel);
        Assert.Equal([What], Assert.IsType<PublishOutcome.Held>(
            await clinic.TryAsync(null, NineTomorrow, PublishingInTests.Reason, What)).Paths);
    }

    [Fact]
    public async Task It_is_cancelled_or_published_before_its_time_and_both_stand_in_the_audit_log()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.SaveAsync(Pain, "Cancelled.");
        var (now, never) = (await clinic.ScheduleAsync("Soon", What), await clinic.ScheduleAsync(null, Pain));

        Assert.True(await clinic.Store.Schedules.CancelAsync(never, clinic.Ada, Cancel));
        Assert.Equal(2, (await clinic.Store.Schedules.PublishNowAsync(now, clinic.Ada, Cancel))!.Schedule.Edition);

        Assert.False(await clinic.Store.Schedules.CancelAsync(now, clinic.Ada, Cancel));
        Assert.Null(await clinic.Store.Schedules.PublishNowAsync(never, clinic.Ada, Cancel));
        Assert.Empty(await clinic.RunAsync(Due));
        Assert.Equal(("Soon", null), ((await clinic.EditionAsync(2)).Note, (await clinic.EditionAsync(2)).ScheduledFor));
        Assert.Equal(["Scheduled. Note: Soon", "Scheduled.", "Cancelled."], (await clinic.AuditAsync()).Reverse()
            .Where(told => told.StartsWith("Scheduled", StringComparison.Ordinal) || told == "Cancelled."));
    }

    [Fact]
    public async Task What_stands_against_publishing_it_now_leaves_it_as_it_is()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        var id = await clinic.ScheduleAsync(null, What);
        await clinic.SpoilAsync("hold");

        Assert.NotEmpty((await clinic.Store.Schedules.PublishNowAsync(id, clinic.Ada, Cancel))!.Against);

        Assert.Equal(ScheduleState.Waiting, Assert.Single(await clinic.Store.Schedules.OpenAsync(withText: false, Cancel)).State);
    }

    [Fact]
    public async Task Two_processes_on_one_store_publish_it_once()
    {
        using var clinic = await Clinic.OpenAsync();
        using var other = new TemporaryStore(clinic.Store.Folder.Path);
        for (var round = 1; round <= Trials.Of(50); round++)
        {
            await clinic.SaveAsync(What, $"Round {round}.");
            await clinic.ScheduleAsync(null, What);

            var ran = await Task.WhenAll(
                Task.Run(() => clinic.RunAsync(Due), Cancel),
                Task.Run(() => other.Schedules.RunDueAsync(TimeZoneInfo.Utc, Due, Cancel), Cancel));

            Assert.Equal(round + 1, Assert.Single(ran.SelectMany(one => one)).Schedule.Edition);
            Assert.Equal(round + 1, await clinic.Store.Publisher.LatestNumberAsync(Cancel));
        }
    }

    [Fact]
    public async Task Wherever_it_is_broken_off_it_is_published_whole_or_still_waits()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        await clinic.ScheduleAsync(null, What);
        var broken = 0;
        for (var at = 0; ; at++)
        {
            var (breaking, contexts) = BreakingContexts.Of(clinic.Store, at);
            var schedules = new Schedules(contexts, new(contexts, SampleClinic.Pictures, new()), SampleClinic.Pictures);
            try
            {
                await schedules.RunDueAsync(TimeZoneInfo.Utc, Due, Cancel);
            }
            catch (Exception failure) when (breaking.HasBroken && failure is not OperationCanceledException)
            {
                broken++;
                Assert.Equal(1, await clinic.Store.Publisher.LatestNumberAsync(Cancel));
                Assert.Equal(ScheduleState.Waiting, Assert.Single(await clinic.Store.Schedules.OpenAsync(withText: false, Cancel)).State);
                continue;
            }
            break;
        }

        Assert.InRange(broken, 20, int.MaxValue);
        Assert.Equal("Chosen.", await clinic.TextAsync(What));
        Assert.Equal(2, await clinic.Store.Publisher.LatestNumberAsync(Cancel));
    }

    [Fact]
    public async Task A_restored_backup_publishes_nothing_before_somebody_has_looked()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Chosen.");
        var id = await clinic.ScheduleAsync(null, What);
        var made = await clinic.Store.Backups.CreateAsync(BackupReason.ByHand, Cancel);
        await clinic.Store.Schedules.CancelAsync(id, clinic.Ada, Cancel);
        clinic.Store.Forget();

        var restored = Assert.IsType<Core.Storage.Backups.RestoreOutcome.Restored>(
            await clinic.Store.Restore.RestoreAsync(made.File.Path, evenIfNewer: true, Cancel));

        Assert.Equal(1, restored.Stopped);
        Assert.Empty(await clinic.RunAsync(Due));
        var stopped = Assert.Single(await clinic.Store.Schedules.OpenAsync(withText: false, Cancel));
        Assert.StartsWith("A backup was restored.", stopped.Stop);
        Assert.Equal(2, (await clinic.Store.Schedules.PublishNowAsync(id, clinic.Ada, Cancel))!.Schedule.Edition);
    }

    /// <summary>Fails at the n-th command, as a process does that is killed there.</summary>
    private sealed class BreakingContexts(int at) : DbCommandInterceptor
    {
        private int _left = at;

        public bool HasBroken { get; private set; }

        public static (BreakingContexts Breaking, IDbContextFactory<ClinicDbContext> Contexts) Of(TemporaryStore store, int at)
        {
            var breaking = new BreakingContexts(at);
            return (breaking, new Factory(store.Options().AddInterceptors(breaking).Options));
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default) => Counted(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
            CancellationToken cancellationToken = default) => Counted(result);

        private ValueTask<T> Counted<T>(T result)
        {
            HasBroken |= _left-- == 0;
            return HasBroken ? throw new InvalidOperationException("Killed.") : new(result);
        }

        private sealed class Factory(DbContextOptions<ClinicDbContext> options) : IDbContextFactory<ClinicDbContext>
        {
            public ClinicDbContext CreateDbContext() => new(options);
        }
    }

    private sealed class Clinic : IDisposable
    {
        public required TemporaryStore Store { get; init; }

        public Signature Ada { get; private set; } = null!;

        /// <summary>Who has written nothing, and signs.</summary>
        public Signature Rae { get; private set; } = null!;

        public static async Task<Clinic> OpenAsync()
        {
            var clinic = new Clinic { Store = await TemporaryStore.HoldingAsync(Content) };
            clinic.Ada = await clinic.InviteAsync("Ada Admin", StaffRole.Administrator, null);
            clinic.Rae = await clinic.InviteAsync("Rae Reviewer", StaffRole.Reviewer, "EX 1");
            await clinic.Store.Publisher.PublishAsync("Ada", "First", TemporaryStore.Now, Cancel);
            return clinic;
        }

        public void Dispose() => Store.Dispose();

        public Task SaveAsync(string path, string text) =>
            SaveAsync(path, answer => answer with { Text = En(text), Brief = null, Absence = null, Value = null });

        public async Task SaveAsync(string path, Func<AnswerEntry, AnswerEntry> write)
        {
            var place = RowPath.Parse(path)!;
            Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(
                await Store.Editor.SaveAnswerAsync(place.Handle, place.PartHandle, null, write, Ada, Cancel));
        }

        public async Task SignAsync(string path)
        {
            await using var db = Store.Context();
            var unit = new ReviewUnits((await db.ReadCatalogueAsync(Cancel)).ToContent()).Find(path)!;
            Assert.IsType<SignOutcome.Done>(
                await Store.Reviews.SignAsync([new(path, unit.Hash)], Rae, new(2026, 11, 23), null, Cancel));
        }

        public async Task PublishAsync(params string[] paths) => Assert.IsType<PublishOutcome.Published>(
            await Store.Publisher.PublishAsync(
                "Bob", null, TemporaryStore.Now, await ChoiceAsync(paths), PublishingInTests.Reason, Cancel));

        public Task<int> ScheduleAsync(string? note, params string[] paths) => ScheduleAsync(note, NineTomorrow, paths);

        public async Task<int> ScheduleAsync(string? note, DateTime at, params string[] paths) =>
            Assert.IsType<PublishOutcome.Scheduled>(await TryAsync(note, at, PublishingInTests.Reason, paths)).Id;

        public async Task<PublishOutcome> TryAsync(string? note, DateTime at, string? reason, params string[] paths) =>
            await Store.Schedules.AddAsync(
                at, Ada with { Why = note }, await ChoiceAsync(paths), reason, path => path == What ? "Rolling: what" : path, Cancel);

        public Task<IReadOnlyList<ScheduleOutcome>> RunAsync(DateTimeOffset now) =>
            Store.Schedules.RunDueAsync(TimeZoneInfo.Utc, now, Cancel);

        /// <summary>What happens between scheduling and its time.</summary>
        public async Task SpoilAsync(string why)
        {
            switch (why)
            {
                case "another version":
                    await SaveAsync(What, "Published by hand.");
                    await PublishAsync(What);
                    break;
                case "undone":
                    await Store.Publisher.RepeatAsync(1, 2, "Ada", null, TemporaryStore.Now, Cancel);
                    break;
                case "archived":
                    var content = await Store.ExportAsync();
                    await Store.ImportAsync(content with
                    {
                        Treatments =
                        [
                            .. content.Treatments.Select(one => one.Slug != "rolling" ? one
                                : one with { Answers = [.. one.Answers.Where(answer => answer.Criterion != "what")] }),
                        ],
                    });
                    break;
                case "owner archived":
                    await Store.Structure.ArchiveAsync(CatalogueKinds.Treatment, "rolling", null, Ada, Cancel);
                    break;
                case "hold":
                    await Store.Holds.PlaceAsync(
                        "treatments/rolling", "Rolling", "Wrong.", null, new(7, "Ben", TemporaryStore.Now), Cancel);
                    break;
                case "left":
                    await SetAsync(person => person.Left = true);
                    break;
                case "role":
                    await SetAsync(person => person.Role = StaffRole.Editor);
                    break;
                case "no second factor":
                    await SetAsync(person => person.AdministratorSince = Due - SecondFactorGrace.Life - TimeSpan.FromMinutes(1));
                    break;
                case "published by hand":
                    await PublishAsync(What);
                    break;
                case "source":
                    await Store.Editor.SaveAsync(
                        CatalogueKinds.Criterion, "what", 1, entry => entry with { Question = En("What else is it?") }, Ada, Cancel);
                    await PublishAsync("criteria/what");
                    break;
                default:
                    throw new InvalidOperationException(why);
            }
        }

        public async Task<string?> TextAsync(string path) => RowPath.Parse(path) is { } place
            ? (await Store.Publisher.OpenLatestAsync(Cancel)).FindAnswer(place.Handle, place.PartHandle)?.Text?.ToString()
            : null;

        public async Task<IReadOnlyList<string>> PendingAsync()
        {
            await using var db = Store.Context();
            return [.. (await db.PendingAsync(await Store.Publisher.LatestNumberAsync(Cancel), Cancel)).Select(row => row.Path)];
        }

        public async Task<EditionRecord> EditionAsync(int number)
        {
            await using var db = Store.Context();
            return await db.Editions.SingleAsync(one => one.Number == number, Cancel);
        }

        /// <summary>What the log tells of publishing, the newest first.</summary>
        public async Task<IReadOnlyList<string>> AuditAsync() =>
            [.. (await Store.Audit.FindAsync(new(AuditKind.Publication), 0, 100, Cancel)).Select(record => record.What)];

        private async Task<PublishChoice> ChoiceAsync(string[] paths)
        {
            var (edition, seen) = await Store.Publisher.StateAsync(Cancel);
            var chosen = paths.ToHashSet();
            var draft = await Store.Publisher.DraftAsync(chosen, TemporaryStore.Now, Cancel);
            return new(chosen, edition, seen, draft.Listed);
        }

        private async Task SetAsync(Action<StaffUser> change)
        {
            await using var db = Store.Context();
            change(await db.Users.SingleAsync(person => person.Id == Ada.ById, Cancel));
            await db.SaveChangesAsync(Cancel);
        }

        private async Task<Signature> InviteAsync(string name, StaffRole role, string? registration)
        {
            await using var db = Store.Context();
            var person = new StaffUser { UserName = name, Email = name, Name = name, Role = role, Registration = registration };
            db.Add(person);
            await db.SaveChangesAsync(Cancel);
            return new(name, TemporaryStore.Now) { ById = person.Id };
        }
    }
}
