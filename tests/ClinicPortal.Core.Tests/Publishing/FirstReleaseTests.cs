using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Tests.Publishing;

/// <summary>
/// A store that the first release wrote: its schema, its working tables with their history, and its first two editions. It is never made
/// anew.
/// </summary>
public class FirstReleaseTests
{
    private static readonly string Dump =
        Path.Combine(SampleClinic.RepositoryRoot(), "tests", "ClinicPortal.Core.Tests", "Publishing", "first-release.sql");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edition_of_the_first_release_can_be_opened()
    {
        using var store = await FirstReleaseStoreAsync();

        var edition = await store.Publisher.OpenAsync(1, Cancel);

        Assert.NotNull(edition);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), edition.PublishedAt);
        Assert.Equal("Example Clinic", edition.Clinic.Name.ToString());
        Assert.Equal(["nothing", "rolling", "soaking"], edition.Treatments.Select(treatment => treatment.Slug));
        var onset = Assert.Single(edition.FindAnswer("rolling", "onset")!.Value!.Parts);
        Assert.Equal((2m, 4.5m, Unit.Week), (onset.Min, onset.Max, onset.Unit));
        Assert.Equal(Certainty.Low, edition.FindEvidence("rolling", "dullness")!.Certainty);
        Assert.Equal(["first", "second"], edition.FindAnswer("rolling", "what")!.Sources);
        Assert.Equal(EditorVerdict.Differs, edition.FindContrast("soaking", "rolling")!.Passages[0].Criteria[1].Verdict);
        Assert.Equal(new DateOnly(2027, 5, 23), edition.ReviewOf(edition.FindTreatment("rolling")!).NextDue);
    }

    [Fact]
    public async Task A_store_of_the_first_release_is_brought_up_with_its_rows()
    {
        using var store = await FirstReleaseStoreAsync();

        await using var db = store.Context();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.Equal("Otherwise.", (await store.ExportAsync()).Treatments[1].Answers[0].Text?.ToString());
        Assert.Equal("Otherwise.", (await store.Publisher.OpenLatestAsync(Cancel)).FindAnswer("rolling", "what")?.Text?.ToString());
    }

    [Fact]
    public async Task A_store_of_the_first_release_is_copied_and_brought_up_by_a_step_that_comes_after_it()
    {
        using var store = await FirstReleaseStoreAsync();
        var before = await store.ExportTextAsync();

        using (var later = LaterRelease.StoreOf(store))
            await later.OpenAsync(TemporaryStore.Now, Cancel);

        Assert.Equal([BackupReason.BeforeUpgrade], store.Backups.List().Select(file => file.Reason));
        await using var db = store.Context();
        var added = await db.Database.SqlQuery<string>($"SELECT Later AS Value FROM Treatment").ToListAsync(Cancel);
        Assert.Equal(["later", "later", "later", "later"], added);
        Assert.Equal(before, await store.ExportTextAsync());
        Assert.Equal("A roller rolls.", (await store.Publisher.OpenAsync(1, Cancel))?.FindAnswer("rolling", "what")?.Text?.ToString());
    }

    [Fact]
    public async Task A_step_that_was_taken_is_taken_back_by_restoring_the_backup_before_it()
    {
        using var folder = await FirstReleaseStoreAsync();
        var before = StoreDump.Of(folder.Folder.Database);
        using (var later = LaterRelease.StoreOf(folder))
            await later.OpenAsync(TemporaryStore.Now, Cancel);
        Assert.NotEqual(before, StoreDump.Of(folder.Folder.Database));
        // A release that does not know the step refuses the store; its backup brings it back.
        folder.Close();
        using var store = new TemporaryStore(folder.Folder.Path);
        await Assert.ThrowsAsync<StoreException>(() => store.Store.OpenAsync(TemporaryStore.Now, Cancel));
        store.Close();

        using var restored = new TemporaryStore(folder.Folder.Path);
        await restored.Restore.RestoreAsync(restored.Backups.List()[0].Path, evenIfNewer: true, Cancel);

        Assert.Equal(before, StoreDump.Of(folder.Folder.Database));
        await restored.Store.OpenAsync(TemporaryStore.Now, Cancel);
        Assert.Equal("Otherwise.", (await restored.Publisher.OpenLatestAsync(Cancel)).FindAnswer("rolling", "what")?.Text?.ToString());
    }

    [Fact]
    public async Task What_people_wrote_in_the_first_release_is_still_theirs()
    {
        using var store = await FirstReleaseStoreAsync();

        await using var db = store.Context();
        var history = await db.Changes.Include(change => change.ChangeSet).Where(change => change.Path == "treatments/rolling/answers/what")
            .OrderBy(change => change.Id).ToListAsync(Cancel);
        Assert.Equal([(1, "Clinic Portal"), (2, "Example Editor")], history.Select(change => (change.Version, change.ChangeSet.By)));
        var person = await db.Users.SingleAsync(one => one.Name == "Example Editor", Cancel);
        var draft = await store.Drafts.FindAsync(person.Id, "treatments/rolling/answers/pain", Cancel);
        Assert.Equal(("Example Editor", """{"Form.Text":"Hardly any."}"""), (person.Name, draft?.Fields));
    }

    [Fact]
    public async Task What_the_first_release_published_is_not_published_again_unchanged()
    {
        using var store = await FirstReleaseStoreAsync();

        Assert.IsType<PublishOutcome.NothingChanged>(
            await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel));
    }

    [Fact]
    public async Task What_a_clinic_did_not_state_then_it_can_state_now()
    {
        using var store = await FirstReleaseStoreAsync();
        var content = await store.ExportAsync();

        await store.ImportAsync(content with
        {
            Clinic = content.Clinic with { Funding = LocalText.English("The clinic paid.") },
            Treatments = [
                .. content.Treatments.Select(treatment =>
                    treatment with { Offered = treatment.Slug == "rolling", Author = content.Clinicians[0].Slug })],
        });
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);

        var (then, now) = ((await store.Publisher.OpenAsync(2, Cancel))!, await store.Publisher.OpenLatestAsync(Cancel));
        Assert.Equal((3, "The clinic paid."), (now.Number, now.Clinic.Funding?.ToString()));
        Assert.All(
            now.Treatments,
            treatment => Assert.Equal((treatment.Slug == "rolling", content.Clinicians[0].Slug), (treatment.Offered, treatment.Author)));
        Assert.All(then.Treatments, treatment => Assert.Equal((null, null), (treatment.Offered, treatment.Author)));
        Assert.Null(then.Clinic.Funding);
    }

    private static async Task<TemporaryStore> FirstReleaseStoreAsync()
    {
        var store = new TemporaryStore();
        await store.RunAsync(await File.ReadAllTextAsync(Dump, Cancel));
        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);
        return store;
    }
}
