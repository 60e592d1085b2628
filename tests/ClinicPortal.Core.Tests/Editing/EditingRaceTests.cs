using System.Collections.Concurrent;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

/// <summary>
/// Two people, each with contexts of their own, on one real SQLite file: they start at the same moment, a hundred times. Whoever comes
/// first, nothing is lost, nobody meets a locked store, and the history has no gap.
/// </summary>
public class EditingRaceTests
{
    private static readonly int Times = Trials.Of(100);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_saves_of_one_cell_both_stand_or_one_is_handed_back()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var version = 1;
        for (var time = 0; time < Times; time++)
        {
            var (text, note) = ($"Words {time} of the first.", time % 2 == 0 ? $"Words {time} of the second." : null);
            var outcomes = await AtOnceAsync(time,
                () => SaveAsync(store, version, before => before with { Text = En(text) }),
                () =>
                    SaveAsync(
                        store, version,
                        before => note is null ? before with { Brief = En($"Brief {time}") } : before with { Text = En(note) }));

            var says = (await SaysAsync(store))!;
            if (note is null)
            {
                Assert.All(outcomes, outcome => Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(outcome));
                Assert.Equal((text, $"Brief {time}"), (says.Text!.ToString(), says.Brief!.ToString()));
            }
            else
            {
                var conflict = Assert.Single(outcomes.OfType<SaveOutcome<AnswerEntry>.Conflict>());
                Assert.Single(outcomes.OfType<SaveOutcome<AnswerEntry>.Saved>());
                Assert.Equal(["text.en"], conflict.Fields);
                Assert.Equal(new[] { text, note }.Order(), new[] { conflict.Mine.Text!.ToString(), says.Text!.ToString() }.Order());
                Assert.Equal(says.Text, conflict.Theirs.Text);
            }
            version = (await VersionAsync(store))!.Value;
        }
        await AssertWholeHistoryAsync(store);
    }

    [Fact]
    public async Task Two_saves_into_an_empty_cell_make_one_row()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        for (var time = 0; time < Times; time++)
        {
            await store.ImportAsync(
                WithRolling(rolling => rolling with { Answers = [.. rolling.Answers.Where(answer => answer.Criterion != "onset")] }));
            var outcomes = await AtOnceAsync(time,
                () => SaveAsync(store, 0, before => before with { Text = En("Words of the first.") }),
                () => SaveAsync(store, 0, before => before with { Text = En("Words of the second.") }));

            Assert.Single(outcomes.OfType<SaveOutcome<AnswerEntry>.Saved>());
            Assert.Single(outcomes.OfType<SaveOutcome<AnswerEntry>.Conflict>());
        }
        await AssertWholeHistoryAsync(store);
    }

    [Fact]
    public async Task An_edition_holds_a_save_that_came_first_and_the_next_edition_one_that_came_after()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Ada Admin", null, TemporaryStore.Now, Cancel);
        for (var time = 0; time < Times; time++)
        {
            var text = $"Words {time}.";
            await AtOnceAsync<object>(time,
                async () => await SaveAsync(store, time + 1, before => before with { Text = En(text) }),
                async () => await store.Publisher.PublishAsync("Ada Admin", null, TemporaryStore.Now, Cancel));

            await using var db = store.Context();
            var edition = await store.Publisher.OpenLatestAsync(Cancel);
            var isIn = edition.FindTreatment("rolling")!.Answers.Single(answer => answer.Criterion == "onset").Text!.ToString() == text;
            Assert.Equal(isIn ? [] : ["treatments/rolling/answers/onset"], await db.ChangedSinceAsync(edition.Number, Cancel));
            await store.Publisher.PublishAsync("Ada Admin", null, TemporaryStore.Now, Cancel);
            Assert.Empty(await db.ChangedSinceAsync((await store.Publisher.OpenLatestAsync(Cancel)).Number, Cancel));
        }
    }

    [Fact]
    public async Task A_save_that_meets_an_import_is_laid_over_it_or_handed_back()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        for (var time = 0; time < Times; time++)
        {
            var version = (await VersionAsync(store))!.Value;
            var outcomes = await AtOnceAsync<object>(time,
                async () => await SaveAsync(store, version, before => before with { Text = En($"Typed {time}.") }),
                async () =>
                    await store.Importer.ImportAsync(
                        WithAnswer("onset", answer => answer with { Text = En($"Imported {time}.") }), cancel: Cancel));

            // An import says what the store is to say; what it replaces stands in the history.
            Assert.IsType<ImportOutcome.Imported>(outcomes[1]);
            await using var db = store.Context();
            var history = await db.ChangesAsync("treatments/rolling/answers/onset", null, Cancel);
            var typed = outcomes[0] is SaveOutcome<AnswerEntry>.Conflict conflict
                ? conflict.Mine.Text!.ToString()
                : history.Find(change => change.After!.Contains($"Typed {time}.", StringComparison.Ordinal))?.After;
            Assert.Contains($"Typed {time}.", typed, StringComparison.Ordinal);
            Assert.Contains(history, change => change.After!.Contains($"Imported {time}.", StringComparison.Ordinal));
        }
        await AssertWholeHistoryAsync(store);
    }

    [Fact]
    public async Task Two_windows_of_one_person_never_write_over_each_others_draft()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await AddNurseAsync(store);
        DateTimeOffset? began = null;
        for (var time = 0; time < Times; time++)
        {
            var outcomes = await AtOnceAsync(time,
                () => store.Drafts.SaveAsync(DraftOf($"first {time}", time * 2), began, Cancel),
                () => store.Drafts.SaveAsync(DraftOf($"second {time}", time * 2 + 1), began, Cancel));

            var kept = (await store.Drafts.FindAsync(1, "row", Cancel))!;
            Assert.Single(outcomes, isKept => isKept);
            Assert.Equal(outcomes[0] ? $"first {time}" : $"second {time}", kept.Fields);
            began = kept.SavedAt;
        }
    }

    [Fact]
    public async Task A_draft_that_meets_a_save_is_there_afterwards_or_is_what_was_saved()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await AddNurseAsync(store);
        for (var time = 0; time < Times; time++)
        {
            Assert.True(await store.Drafts.SaveAsync(DraftOf($"saved {time}", 0), null, Cancel));
            var outcomes = await AtOnceAsync(time,
                () => store.Drafts.SaveAsync(DraftOf($"typed on {time}", 1), DraftOf("", 0).SavedAt, Cancel),
                async () => { await store.Drafts.DeleteAsync(1, "row", DraftOf("", 0).SavedAt, Cancel); return true; });

            Assert.True(outcomes[0]);
            Assert.Equal($"typed on {time}", (await store.Drafts.FindAsync(1, "row", Cancel))?.Fields);
            await store.Drafts.DeleteAsync(1, "row", DraftOf("", 1).SavedAt, Cancel);
            Assert.Null(await store.Drafts.FindAsync(1, "row", Cancel));
        }
    }

    [Fact]
    public async Task Many_who_save_everywhere_at_once_wait_for_each_other()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var criteria = Content.Criteria.Select(criterion => criterion.Slug).ToList();
        var written = new ConcurrentBag<string>();

        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel };
        await Parallel.ForEachAsync(Enumerable.Range(0, Times), atOnce, async (time, cancel) =>
        {
            var (words, criterion, version) = ($"Words {time}.", criteria[time % criteria.Count], 0);
            while (true)
            {
                var outcome = await store.Editor.SaveAnswerAsync(
                    "soaking", criterion, version, before => before with { Text = En($"{before.Text} {words}") },
                    new("Nora", TemporaryStore.Now), cancel);
                if (outcome is not SaveOutcome<AnswerEntry>.Conflict conflict)
                    break;
                version = conflict.TheirVersion;
            }
            written.Add(words);
        });

        var said = string.Join(
            ' ',
            (await store.ExportAsync()).Treatments.Single(treatment => treatment.Slug == "soaking").Answers.Select(answer => answer.Text));
        Assert.All(written, words => Assert.Contains(words, said, StringComparison.Ordinal));
        await AssertWholeHistoryAsync(store);
    }

    [Fact]
    public async Task Of_two_who_rename_one_row_the_second_is_told_and_both_old_addresses_lead_on()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var names = new List<string> { "rolling" };
        for (var time = 0; time < Times; time++)
        {
            var outcomes = await AtOnceAsync(time,
                () => RenameAsync(store, names[^1], $"first-{time}"), () => RenameAsync(store, names[^1], $"second-{time}"));

            Assert.Equal([RenameOutcome.Renamed, RenameOutcome.RenamedMeanwhile], outcomes.Order());
            names.Add(outcomes[0] == RenameOutcome.Renamed ? $"first-{time}" : $"second-{time}");
            var row = (await store.ExportAsync()).Treatments.Single(treatment => treatment.Slug == names[^1]);
            Assert.Superset(names.SkipLast(1).ToHashSet(), row.FormerSlugs.ToHashSet());
        }
    }

    [Fact]
    public async Task A_save_that_meets_a_rename_and_another_order_stands_beside_both()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var name = "rolling";
        for (var time = 0; time < Times; time++)
        {
            var (before, next, place) = (name, $"rolling-{time}", time % 2 == 0 ? 0 : 2);
            await AtOnceAsync<object>(time,
                async () => await store.Editor.SaveAnswerAsync(
                    before, "onset", time + 1, answer => answer with { Text = En($"Words {time}.") },
                    new("Nora", TemporaryStore.Now), Cancel),
                async () => await store.Structure.MoveAsync(
                    CatalogueKinds.Treatment, before, _ => place, new("Hans", TemporaryStore.Now), Cancel) ?? -1,
                async () => await store.Editor.SaveTreatmentAsync(
                    before, null, treatment => treatment with { Summary = En($"Summary {time}.") }, new("Mia", TemporaryStore.Now), Cancel),
                async () => await RenameAsync(store, before, next));
            name = next;

            var treatments = (await store.ExportAsync()).Treatments;
            Assert.Equal(Content.Treatments.Count, treatments.Count);
            var inUse = treatments.Where(treatment => !treatment.Archived).ToList();
            Assert.Equal(name, inUse[place].Slug);
            Assert.Equal($"Summary {time}.", inUse[place].Summary.ToString());
            Assert.Equal($"Words {time}.", inUse[place].Answers.Single(answer => answer.Criterion == "onset").Text!.ToString());
        }
    }

    /// <summary>Starts all at one moment, in an order and with a head start that come from the seed.</summary>
    private static async Task<T[]> AtOnceAsync<T>(int seed, params Func<Task<T>>[] acts)
    {
        var random = new Random(seed);
        using var barrier = new Barrier(acts.Length);
        var started = new Task<T>[acts.Length];
        var headStart = random.Next(3);
        foreach (var index in Enumerable.Range(0, acts.Length).OrderBy(_ => random.Next()))
            started[index] = Task.Factory.StartNew(
                () =>
                {
                    barrier.SignalAndWait(Cancel);
                    if (index == 0)
                        Thread.SpinWait(headStart * 20_000);
                    return acts[index]();
                },
                Cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        return await Task.WhenAll(started);
    }

    private static Task<SaveOutcome<AnswerEntry>> SaveAsync(TemporaryStore store, int version, Func<AnswerEntry, AnswerEntry> write) =>
        store.Editor.SaveAnswerAsync("rolling", "onset", version, write, new("Nora Nurse", TemporaryStore.Now), Cancel);

    private static Task<RenameOutcome> RenameAsync(TemporaryStore store, string name, string slug) =>
        store.Structure.RenameAsync(CatalogueKinds.Treatment, name, slug, new("Ada Admin", TemporaryStore.Now), Cancel);

    private static WorkingDraft DraftOf(string fields, int tick) =>
        new() { UserId = 1, Path = "row", BaseVersion = 1, Fields = fields, SavedAt = TemporaryStore.Now.AddTicks(tick) };

    private static async Task AddNurseAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        db.Users.Add(new() { UserName = "nora", Name = "Nora Nurse" });
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<AnswerEntry?> SaysAsync(TemporaryStore store) =>
        (await store.ExportAsync()).Treatments.Single(treatment =>
            treatment.Slug == "rolling").Answers.SingleOrDefault(answer => answer.Criterion == "onset");

    private static async Task<int?> VersionAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return await db.Set<TreatmentAttribute>()
            .Where(cell => cell.Treatment.Slug == "rolling" && cell.Criterion.Slug == "onset")
            .Select(cell => (int?)cell.Version)
            .SingleOrDefaultAsync(Cancel);
    }

    private static async Task AssertWholeHistoryAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        CatalogueEditorTests.AssertGapless(await db.ChangesAsync(null, null, Cancel));
    }
}
