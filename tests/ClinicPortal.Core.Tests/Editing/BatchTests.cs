using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Tests.Exchange;
using ClinicPortal.Testing;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

public class BatchTests
{
    private static readonly Signature Nurse = new("Nora Nurse", TemporaryStore.Now, "Tidied up");

    private static readonly Replacement Word = new("roller", "drum");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_try_changes_nothing_and_a_save_is_one_change_set_of_what_was_seen()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var (before, sets) = (await store.ExportTextAsync(), await SetsAsync(store));

        var preview = await store.Batches.TryAsync(Everywhere(Word), Cancel);

        Assert.Equal((before, sets), (await store.ExportTextAsync(), await SetsAsync(store)));
        var outcome = await store.Batches.SaveAsync(Everywhere(Word), preview.Seen, null, Nurse, Cancel);
        Assert.Equal(sets + 1, await SetsAsync(store));
        var saved = await SetAsync(store, outcome.Set!.Value);
        Assert.Equal(("Nora Nurse", "Tidied up"), (saved.By, saved.Why));
        Assert.Equal(
            preview.Changes.OrderBy(change => change.Path, StringComparer.Ordinal),
            saved.Changes.Select(change => new RowChange(change.Path, change.Before, change.After))
                .OrderBy(change => change.Path, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_try_waits_for_nobody_who_writes_and_keeps_nobody_from_writing()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var other = new SqliteConnection(store.Folder.Connection);
        await other.OpenAsync(Cancel);
        await using var writing = await other.BeginTransactionAsync(Cancel);

        Assert.NotEmpty((await store.Batches.TryAsync(Everywhere(Word), Cancel)).Changes);
    }

    [Fact]
    public async Task What_is_no_longer_what_was_seen_is_not_saved_and_shown_again()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var seen = (await store.Batches.TryAsync(Everywhere(Word), Cancel)).Seen;
        await SayAsync(store, "what", "Another roller rolls.");
        var before = await store.ExportTextAsync();

        var outcome = await store.Batches.SaveAsync(Everywhere(Word), seen, null, Nurse, Cancel);

        Assert.Null(outcome.Set);
        Assert.Equal(before, await store.ExportTextAsync());
        Assert.Contains(outcome.Preview.Changes, change => change.After!.Contains("Another drum rolls.", StringComparison.Ordinal));
        Assert.NotNull((await store.Batches.SaveAsync(Everywhere(Word), outcome.Preview.Seen, null, Nurse, Cancel)).Set);
    }

    [Fact]
    public async Task Of_what_was_seen_a_part_can_be_chosen()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var preview = await store.Batches.TryAsync(Everywhere(Word), Cancel);
        Assert.True(preview.Changes.Count > 1);
        var one = preview.Changes[0].Path;
        var part = new ReplaceBatch(Word, ReplaceBatch.Lists, path => path == one);

        Assert.Null((await store.Batches.SaveAsync(part, "something else", Everywhere(Word), Nurse, Cancel)).Set);
        var outcome = await store.Batches.SaveAsync(part, preview.Seen, Everywhere(Word), Nurse, Cancel);

        Assert.Equal([one], (await SetAsync(store, outcome.Set!.Value)).Changes.Select(change => change.Path));
    }

    [Fact]
    public async Task Whatever_a_content_file_has_changed_is_undone_by_one_undo_and_that_too() =>
        await Gen.Select(RandomCatalogue.Catalogue, RandomCatalogue.Catalogue).SampleAsync(
            async (one, other) =>
            {
                using var store = await TemporaryStore.HoldingAsync(one);
                var before = await InUseAsync(store);
                var batch = new ContentBatch(other, SampleClinic.Pictures);
                var preview = await store.Batches.TryAsync(batch, Cancel);
                Assert.Empty(preview.Problems);
                if (await store.Batches.SaveAsync(batch, preview.Seen, null, Nurse, Cancel) is not { Set: { } set })
                    return;
                var after = await InUseAsync(store);
                Assert.Equal(TemporaryStore.Text(other), after);

                Assert.IsType<RestoreOutcome.Restored>(await store.Batches.UndoAsync(set, others: false, Nurse, Cancel));
                Assert.Equal(before, await InUseAsync(store));

                Assert.IsType<RestoreOutcome.Restored>(await store.Batches.UndoAsync(await SetsAsync(store), others: false, Nurse, Cancel));
                Assert.Equal(after, await InUseAsync(store));
            },
            iter: Trials.Of(40), threads: 1);

    [Fact]
    public async Task What_has_changed_since_is_named_and_nothing_goes_back_unless_it_is_left_as_it_is()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var before = await store.ExportAsync();
        var set = await SaveAsync(store, Everywhere(Word));
        await SayAsync(store, "what", "Written later.");
        var later = await store.ExportTextAsync();

        var refused = Assert.IsType<RestoreOutcome.Conflict>(await store.Batches.UndoAsync(set, others: false, Nurse, Cancel));
        Assert.Equal(["treatments/rolling/answers/what"], refused.Paths);
        Assert.Equal(later, await store.ExportTextAsync());

        Assert.IsType<RestoreOutcome.Restored>(await store.Batches.UndoAsync(set, others: true, Nurse, Cancel));
        var now = await store.ExportAsync();
        Assert.Equal("Written later.", AnswerOf(now, "rolling", "what").Text!.ToString());
        Assert.Equal(before.Glossary[0].Definition, now.Glossary[0].Definition);
    }

    [Fact]
    public async Task What_has_changed_and_been_changed_back_stands_in_the_way_of_nothing()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var before = await store.ExportTextAsync();
        var set = await SaveAsync(store, Everywhere(Word));
        await SayAsync(store, "what", "Written later.");
        await SayAsync(store, "what", "A drum rolls.");

        Assert.IsType<RestoreOutcome.Restored>(await store.Batches.UndoAsync(set, others: false, Nurse, Cancel));

        Assert.Equal(before, await store.ExportTextAsync());
    }

    [Fact]
    public async Task An_answer_that_a_batch_has_made_goes_again_and_what_a_rename_moved_is_found()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var before = AnswersOf(await store.ExportAsync(), "nothing");
        var set = await SaveAsync(store, new AnswerTableBatch("Nothing\tYou wait.", "criteria/what"));
        Assert.Equal("You wait.", AnswerOf(await store.ExportAsync(), "nothing", "what").Text!.ToString());
        Assert.Equal(
            RenameOutcome.Renamed, await store.Structure.RenameAsync(CatalogueKinds.Treatment, "nothing", "waiting", Nurse, Cancel));

        Assert.Equal(new RestoreOutcome.Restored(1), await store.Batches.UndoAsync(set, others: false, Nurse, Cancel));

        Assert.Equal(before, AnswersOf(await store.ExportAsync(), "waiting"));
    }

    [Fact]
    public async Task A_criterion_answered_in_another_way_goes_back_with_its_answers()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var before = await store.ExportTextAsync();
        var change = await store.CriterionKinds.PreviewAsync("sessions", ValueKind.Prose, [], Cancel);
        Assert.True(await store.CriterionKinds.ChangeAsync("sessions", ValueKind.Prose, [], change!.Seen, Nurse, Cancel));

        await store.Batches.UndoAsync(await SetsAsync(store), others: false, Nurse, Cancel);

        Assert.Equal(before, await store.ExportTextAsync());
    }

    [Theory]
    [InlineData(false, "\"First study.\" already has this DOI. Cite that source instead.")]
    [InlineData(true, "\"First study.\" already has this DOI, but it is archived. Restore it and cite it instead of adding another.")]
    public async Task A_file_with_a_source_that_is_in_the_registry_already_names_it_and_can_be_saved(bool takesItsPlace, string reason)
    {
        SourceEntry first = new()
        {
            Key = "first-study",
            Reference = "First study.",
            State = SourceState.Checked,
            Doi = "10.1000/ABC",
        };
        var again = first with { Key = "again", Reference = "The same study.", Doi = "10.1000/abc" };
        using var store = await TemporaryStore.HoldingAsync(Content with { Sources = [.. Content.Sources, first] });
        SourceEntry[] kept = takesItsPlace ? [] : [first];

        var preview = await store.Batches.TryAsync(
            new ContentBatch(Content with { Sources = [.. Content.Sources, .. kept, again] }, SampleClinic.Pictures), Cancel);

        Assert.Empty(preview.Problems);
        var warning = Assert.Single(preview.Warnings, one => one.Path == "sources/again");
        Assert.EndsWith(reason, warning.Message, StringComparison.Ordinal);
        var keeping = await store.Batches.TryAsync(
            new ContentBatch(Content with { Sources = [.. Content.Sources, first] }, SampleClinic.Pictures), Cancel);
        Assert.DoesNotContain(keeping.Warnings, one => one.Message.Contains("already has this", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_in_use_stays_so_when_its_double_is_archived_as_told()
    {
        var first = Study("study", "First study.");
        var second = Study("same-study", "The same study.");
        using var store = await TemporaryStore.HoldingAsync(Content with { Sources = [.. Content.Sources, first, second] });
        var told = Content with { Sources = [.. Content.Sources, first, second with { Archived = true }] };

        Assert.Empty(await DoubledAsync(store, told));
        await SaveAsync(store, new ContentBatch(told, SampleClinic.Pictures));

        Assert.Empty(await DoubledAsync(store, told with { Clinic = told.Clinic with { Telephone = "020 7946 0999" } }));
    }

    [Fact]
    public async Task Of_a_new_source_and_one_in_the_registry_the_new_one_is_told_wherever_it_stands_in_the_file()
    {
        var first = Study("study", "First study.");
        using var store = await TemporaryStore.HoldingAsync(Content with { Sources = [.. Content.Sources, first] });

        var warning = Assert.Single(
            await DoubledAsync(store, Content with { Sources = [Study("again", "Again."), .. Content.Sources, first] }));

        Assert.Equal(
            ("sources/again", "\"First study.\" already has this DOI. Cite that source instead."),
            (warning.Path, warning.Message));
    }

    [Fact]
    public async Task Of_two_new_sources_of_one_study_the_later_is_told_of_the_other_in_the_file()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var warning = Assert.Single(await DoubledAsync(
            store, Content with { Sources = [.. Content.Sources, Study("study", "First study."), Study("again", "Again.")] }));

        Assert.Equal(
            ("sources/again", "\"First study.\" already has this DOI. Cite that source instead."),
            (warning.Path, warning.Message));
    }

    private static SourceEntry Study(string key, string reference) => new()
    {
        Key = key,
        Reference = reference,
        State = SourceState.Checked,
        Doi = "10.1000/abc",
    };

    private static async Task<List<BatchWarning>> DoubledAsync(TemporaryStore store, ClinicContent file) =>
    [
        .. (await store.Batches.TryAsync(new ContentBatch(file, SampleClinic.Pictures), Cancel)).Warnings
            .Where(one => one.Message.Contains("already has this", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task A_file_that_breaks_a_rule_is_refused_with_every_reason()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var broken = Content with { Questions = [new() { Key = "q1", Text = En(" ") }, new() { Key = "q1", Text = En("Twice?") }] };

        var preview = await store.Batches.TryAsync(new ContentBatch(broken, SampleClinic.Pictures), Cancel);

        Assert.Empty(preview.Changes);
        Assert.Contains(preview.Problems, problem => problem.Place == "questions/q1");
        Assert.True(preview.Problems.Count >= 2);
    }

    internal static async Task<int> SaveAsync(TemporaryStore store, Batch batch)
    {
        var preview = await store.Batches.TryAsync(batch, Cancel);
        Assert.Empty(preview.Problems);
        return (await store.Batches.SaveAsync(batch, preview.Seen, null, Nurse, Cancel)).Set!.Value;
    }

    internal static AnswerEntry AnswerOf(ClinicContent content, string treatment, string criterion) =>
        content.Treatments.Single(one => one.Slug == treatment).Answers.Single(answer => answer.Criterion == criterion);

    private static string[] AnswersOf(ClinicContent content, string treatment) =>
        [.. content.Treatments.Single(one => one.Slug == treatment).Answers.Select(answer => $"{answer.Criterion}: {answer.Text}")];

    private static ReplaceBatch Everywhere(Replacement replacement) => new(replacement, ReplaceBatch.Lists, _ => true);

    private static Task<SaveOutcome<AnswerEntry>> SayAsync(TemporaryStore store, string criterion, string text) =>
        store.Editor.SaveAnswerAsync("rolling", criterion, null, answer => answer with { Text = En(text) }, Nurse, Cancel);

    private static async Task<int> SetsAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return await db.ChangeSets.MaxAsync(set => set.Id, Cancel);
    }

    private static async Task<ChangeSet> SetAsync(TemporaryStore store, int id)
    {
        await using var db = store.Context();
        return await db.ChangeSets.Include(set => set.Changes).SingleAsync(set => set.Id == id, Cancel);
    }

    /// <summary>The export without what is archived: what an undo takes out of use stays in the store.</summary>
    private static async Task<string> InUseAsync(TemporaryStore store)
    {
        var says = await store.ExportAsync();
        return TemporaryStore.Text(says with
        {
            Clinicians = [.. says.Clinicians.Where(clinician => !clinician.Archived)],
            Groups = [.. says.Groups.Where(group => !group.Archived)],
            Criteria = [.. says.Criteria.Where(criterion => !criterion.Archived)],
            Concerns = [.. says.Concerns.Where(concern => !concern.Archived)],
            Conditions = [.. says.Conditions.Where(condition => !condition.Archived)],
            Treatments = [.. says.Treatments.Where(treatment => !treatment.Archived)],
            Sources = [.. says.Sources.Where(source => !source.Archived)],
        });
    }
}
