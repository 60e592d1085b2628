using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Tests.Editing;
using ClinicPortal.Testing;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

/// <summary>Some of what was changed is published, the rest waits; and what was published is undone.</summary>
public class ChosenRowsTests
{
    private const string What = "treatments/rolling/answers/what", Pain = "treatments/rolling/answers/pain";

    private static readonly Signature Nora = new("Nora Nurse", TemporaryStore.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_not_chosen_waits_and_is_published_later()
    {
        using var store = await PublishedAsync();
        await SaveAsync(store, What, "Chosen.");
        await SaveAsync(store, Pain, "Not chosen.");

        Assert.Equal(new PublishOutcome.Published(2), await PublishAsync(store, What));

        var second = await store.Publisher.OpenLatestAsync(Cancel);
        Assert.Equal("Chosen.", TextOf(second, What));
        Assert.Equal(TextOf((await store.Publisher.OpenAsync(1, Cancel))!, Pain), TextOf(second, Pain));
        var waiting = Assert.Single(await PendingAsync(store));
        Assert.Equal((Pain, true), (waiting.Path, waiting.WasLeftOut));
        Assert.Equal([Pain], await ChangedAsync(store));

        await SaveAsync(store, Pain, "Changed once more.");
        Assert.Equal(new PublishOutcome.Published(3), await store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel));

        Assert.Equal("Changed once more.", TextOf(await store.Publisher.OpenLatestAsync(Cancel), Pain));
        Assert.Empty(await PendingAsync(store));
    }

    [Fact]
    public async Task What_is_taken_back_after_it_was_left_out_waits_no_longer()
    {
        using var store = await PublishedAsync();
        var before = TextOf(await store.Publisher.OpenLatestAsync(Cancel), Pain);
        await SaveAsync(store, What, "Chosen.");
        await SaveAsync(store, Pain, "Not chosen.");
        await PublishAsync(store, What);

        await SaveAsync(store, Pain, before!);

        Assert.Empty(await PendingAsync(store));
        Assert.Empty(await ChangedAsync(store));
    }

    [Fact]
    public async Task A_new_treatment_that_was_not_chosen_leaves_no_trace_in_the_edition()
    {
        using var store = await PublishedAsync();
        var made = Assert.IsType<SaveOutcome<TreatmentEntry>.Saved>(await store.Editor.AddAsync(
            CatalogueKinds.Treatment, "rolling", entry => entry with { Name = En("Secret treatment") }, Nora, Cancel));
        await SaveAsync(store, What, "Chosen.");

        Assert.Equal(new PublishOutcome.Published(2), await PublishAsync(store, What));

        await using (var db = store.Context())
            Assert.False(await db.StoredEntries.AnyAsync(
                entry => entry.Json.Contains("Secret") || entry.Json.Contains("secret-treatment"), Cancel));
        Assert.Contains(await PendingAsync(store), row => row.Path == made.Path);
        await store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel);
        Assert.NotNull((await store.Publisher.OpenLatestAsync(Cancel)).FindTreatment("secret-treatment"));
    }

    [Fact]
    public async Task What_the_chosen_rows_name_goes_along_if_patients_do_not_know_it_yet()
    {
        using var store = await PublishedAsync();
        Assert.IsType<SaveOutcome<SourceEntry>.Saved>(await store.Editor.SaveAsync(
            CatalogueKinds.Source, "new-study", 0, entry => entry with { Reference = "A new study, 2026." }, Nora, Cancel));
        Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(await store.Editor.SaveAnswerAsync(
            "rolling", "what", 1, entry => entry with { Sources = [.. entry.Sources, "new-study"] }, Nora, Cancel));
        await SaveAsync(store, Pain, "Not chosen.");

        Assert.Equal(new PublishOutcome.Published(2), await PublishAsync(store, What));

        Assert.Contains((await store.Publisher.OpenLatestAsync(Cancel)).Content.Sources, source => source.Key == "new-study");
        Assert.Equal([Pain], (await PendingAsync(store)).Select(row => row.Path));
    }

    [Fact]
    public async Task A_new_name_in_addresses_goes_along_and_is_not_listed_as_left_out()
    {
        using var store = await PublishedAsync();
        await store.Structure.RenameAsync(CatalogueKinds.Treatment, "soaking", "dipping", Nora, Cancel);
        await SaveAsync(store, Pain, "Chosen.");

        await PublishAsync(store, Pain);

        Assert.NotNull((await store.Publisher.OpenLatestAsync(Cancel)).FindTreatment("dipping"));
        Assert.Empty(await PendingAsync(store));
    }

    [Fact]
    public async Task An_order_that_was_not_chosen_waits_though_a_row_of_it_was_renamed()
    {
        using var store = await PublishedAsync();
        await store.Structure.MoveAsync(CatalogueKinds.Treatment, "soaking", place => place - 1, Nora, Cancel);
        await store.Structure.RenameAsync(CatalogueKinds.Treatment, "soaking", "dipping", Nora, Cancel);
        await SaveAsync(store, Pain, "Chosen.");

        await PublishAsync(store, Pain);

        var order = (await store.Publisher.OpenLatestAsync(Cancel)).Content.Treatments.Select(treatment => treatment.Slug).ToList();
        Assert.True(order.IndexOf("rolling") < order.IndexOf("dipping"));
        Assert.Equal(["treatments"], (await PendingAsync(store)).Select(row => row.Path));
    }

    [Fact]
    public async Task What_is_named_by_an_older_name_goes_along_too()
    {
        using var store = await PublishedAsync();
        await store.Editor.AddAsync(CatalogueKinds.Treatment, "rolling", entry => entry with { Name = En("Secret") }, Nora, Cancel);
        Assert.IsType<SaveOutcome<OutcomeNumberEntry>.Saved>(await store.Editor.SaveAsync(
            CatalogueKinds.Number, "n1", 1,
            entry => entry with { Places = [.. entry.Places, new() { Treatment = "secret", Criterion = "what" }] }, Nora, Cancel));
        await store.Structure.RenameAsync(CatalogueKinds.Treatment, "secret", "open", Nora, Cancel);

        Assert.Equal(new PublishOutcome.Published(2), await PublishAsync(store, "numbers/n1"));

        Assert.NotNull((await store.Publisher.OpenLatestAsync(Cancel)).FindTreatment("open"));
    }

    [Fact]
    public async Task What_nobody_has_seen_is_not_published()
    {
        using var store = await PublishedAsync();
        await SaveAsync(store, What, "Seen.");
        int seen;
        await using (var db = store.Context())
            seen = await db.NewestChangeAsync(Cancel);
        await SaveAsync(store, What, "Saved by somebody while another looked.");

        var outcome = await store.Publisher.PublishAsync(
            "Ada", null, TemporaryStore.Now, new(Set(What), 1, seen), PublishingInTests.Reason, Cancel);
        Assert.Equal([What], Assert.IsType<PublishOutcome.Unseen>(outcome).Paths);

        await store.Publisher.PublishAsync("Bob", null, TemporaryStore.Now, Cancel);
        Assert.Equal(
            new PublishOutcome.Overtaken(2),
            await store.Publisher.PublishAsync(
                "Ada", null, TemporaryStore.Now, new(Set(What), 1, seen + 1), PublishingInTests.Reason, Cancel));
        Assert.Equal(new PublishOutcome.Overtaken(2), await store.Publisher.RepeatAsync(1, 1, "Ada", null, TemporaryStore.Now, Cancel));
    }

    [Fact]
    public async Task Nothing_chosen_is_nothing_published()
    {
        using var store = await PublishedAsync();
        await SaveAsync(store, What, "Not chosen.");

        Assert.Equal(new PublishOutcome.NothingChanged(1), await PublishAsync(store));
    }

    [Fact]
    public async Task A_draft_is_what_would_be_published_and_publishes_nothing()
    {
        using var store = await PublishedAsync();
        await SaveAsync(store, What, "Chosen.");
        await SaveAsync(store, Pain, "Not chosen.");

        var draft = await store.Publisher.DraftAsync(Set(What), TemporaryStore.Now, Cancel);

        Assert.Equal(1, await store.Publisher.LatestNumberAsync(Cancel));
        Assert.Equal(("Chosen.", false), (TextOf(draft.Edition!, What), TextOf(draft.Edition!, Pain) == "Not chosen."));
        await PublishAsync(store, What);
        Assert.Equal(
            TemporaryStore.Text(draft.Content), TemporaryStore.Text((await store.Publisher.OpenLatestAsync(Cancel)).Content));
    }

    [Fact]
    public async Task The_difference_of_two_editions_is_what_was_published()
    {
        using var store = await PublishedAsync();
        await SaveAsync(store, What, "Chosen.");
        await SaveAsync(store, Pain, "Not chosen.");
        await store.Structure.MoveAsync(CatalogueKinds.Treatment, "soaking", place => place - 1, Nora, Cancel);
        var chosen = (await PendingAsync(store)).Where(row => row.Path != Pain).ToList();
        await PublishAsync(store, [.. chosen.Select(row => row.Path)]);

        var (one, two) = (await store.Publisher.OpenAsync(1, Cancel), await store.Publisher.OpenAsync(2, Cancel));

        Assert.Equal(
            [.. chosen.Select(row => row.Path).Order()],
            EditionDifference.Between(one!.Content, two!.Content).Select(change => change.Path).Order());
        Assert.Contains("Chosen.", EditionDifference.Between(one.Content, two.Content).Single(change => change.Path == What).After);
        Assert.Empty(EditionDifference.Between(two.Content, two.Content));
    }

    [Fact]
    public async Task An_undone_publication_is_an_edition_of_its_own_and_what_was_undone_waits()
    {
        using var store = await PublishedAsync();
        await SaveAsync(store, What, "Published by mistake.");
        await store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel);
        await SaveAsync(store, Pain, "Written later.");

        Assert.Equal(
            new PublishOutcome.Published(3), await store.Publisher.RepeatAsync(1, 2, "Ada", "A mistake", TemporaryStore.Now, Cancel));

        Assert.Equal(await TextAsync(store, 1), await TextAsync(store, 3));
        Assert.Equal(
            [(Pain, true), (What, true)],
            (await PendingAsync(store)).Select(row => (row.Path, row.WasLeftOut)));

        // Undone in its turn, it is the second again.
        Assert.Equal(new PublishOutcome.Published(4), await store.Publisher.RepeatAsync(2, 3, "Ada", null, TemporaryStore.Now, Cancel));
        Assert.Equal(await TextAsync(store, 2), await TextAsync(store, 4));
        Assert.Equal([Pain], (await PendingAsync(store)).Select(row => row.Path));
    }

    [Fact]
    public async Task Of_what_is_not_there_or_is_read_already_nothing_is_published()
    {
        using var store = await PublishedAsync();

        Assert.Null(await store.Publisher.RepeatAsync(7, 1, "Ada", null, TemporaryStore.Now, Cancel));
        Assert.Equal(
            new PublishOutcome.NothingChanged(1), await store.Publisher.RepeatAsync(1, 1, "Ada", null, TemporaryStore.Now, Cancel));
    }

    [Fact]
    public Task Whatever_was_changed_and_chosen_the_edition_says_that_and_nothing_else() =>
        Gen.Select(RowPlan.Any, RowPlan.Any, RowPlan.Any, Gen.Int[0, 7], Gen.Int[0, 7])
            .Select((a, b, c, first, second) => (a, b, c, first, second))
            .SampleAsync(
                async plan =>
                {
                    string[] paths = [What, Pain, "treatments/soaking/answers/onset"];
                    using var store = await TemporaryStore.HoldingAsync(Content);
                    await store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel);
                    var published = await EntriesAsync(store, paths);
                    foreach (var (choice, turn) in new[] { plan.first, plan.second }.Index())
                    {
                        foreach (var (path, row) in paths.Zip(turn == 0 ? [plan.a, plan.b, plan.c] : new[] { plan.c, plan.a, plan.b }))
                            await WriteAsync(store, path, entry => row.Answer(entry.Criterion));
                        var saved = await ExportedAsync(store, paths);
                        var chosen = paths.Where((_, at) => (choice >> at & 1) == 1).ToArray();
                        var outcome = await PublishAsync(store, chosen);
                        // What the rules refuse stays as it was.
                        foreach (var path in outcome is PublishOutcome.Refused ? [] : chosen)
                            published[path] = saved[path];
                        Assert.Equal(published, await EntriesAsync(store, paths));
                        Assert.Equal(
                            paths.Where(path => published[path] != saved[path]).Order(),
                            (await PendingAsync(store)).Select(row => row.Path));
                    }
                },
                iter: Trials.Of(100), threads: 1);

    private static async Task<TemporaryStore> PublishedAsync()
    {
        var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Ada", "First", TemporaryStore.Now, Cancel);
        return store;
    }

    private static async Task<PublishOutcome> PublishAsync(TemporaryStore store, params string[] chosen)
    {
        await using var db = store.Context();
        var choice = new PublishChoice(Set(chosen), await store.Publisher.LatestNumberAsync(Cancel), await db.NewestChangeAsync(Cancel));
        return await store.Publisher.PublishAsync(
            "Ada", null, TemporaryStore.Now, choice, PublishingInTests.Reason, Cancel);
    }

    private static HashSet<string> Set(params string[] paths) => [.. paths];

    private static async Task SaveAsync(TemporaryStore store, string path, string text) =>
        Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(await WriteAsync(store, path, entry => entry with { Text = En(text) }));

    private static async Task<SaveOutcome<AnswerEntry>> WriteAsync(
        TemporaryStore store, string path, Func<AnswerEntry, AnswerEntry> write)
    {
        var place = RowPath.Parse(path)!;
        await using var db = store.Context();
        var version = await db.Treatments.Where(treatment => treatment.Slug == place.Handle).SelectMany(treatment => treatment.Answers)
            .Where(answer => answer.Criterion.Slug == place.PartHandle).Select(answer => (int?)answer.Version).SingleOrDefaultAsync(Cancel);
        return await store.Editor.SaveAnswerAsync(place.Handle, place.PartHandle, version ?? 0, write, Nora, Cancel);
    }

    private static async Task<IReadOnlyList<PendingRow>> PendingAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return await db.PendingAsync(await store.Publisher.LatestNumberAsync(Cancel), Cancel);
    }

    private static async Task<IReadOnlyList<string>> ChangedAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return await db.ChangedSinceAsync(await store.Publisher.LatestNumberAsync(Cancel), Cancel);
    }

    private static string? TextOf(Edition edition, string path) =>
        RowPath.Parse(path) is { } place ? edition.FindAnswer(place.Handle, place.PartHandle)?.Text?.ToString() : null;

    private static async Task<string> TextAsync(TemporaryStore store, int edition) =>
        TemporaryStore.Text((await store.Publisher.OpenAsync(edition, Cancel))!.Content);

    private static async Task<Dictionary<string, string?>> EntriesAsync(TemporaryStore store, string[] paths) =>
        AnswersOf((await store.Publisher.OpenLatestAsync(Cancel)).Content, paths);

    private static async Task<Dictionary<string, string?>> ExportedAsync(TemporaryStore store, string[] paths) =>
        AnswersOf(await store.ExportAsync(), paths);

    private static Dictionary<string, string?> AnswersOf(ClinicContent content, string[] paths) => paths.ToDictionary(
        path => path,
        path => RowPath.Parse(path) is { } place
            && content.Treatments.Single(one => one.Slug == place.Handle).Answers.SingleOrDefault(one => one.Criterion == place.PartHandle)
                is { } answer
            ? System.Text.Json.JsonSerializer.Serialize(answer, ContentJson.Options)
            : null);
}
