using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

public class PublisherTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edition_says_what_the_working_tables_said_when_it_was_published()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var outcome = await store.Publisher.PublishAsync("Example Editor", "First", TemporaryStore.Now, Cancel);

        Assert.Equal(new PublishOutcome.Published(1), outcome);
        await store.ImportAsync(WithAnswer("what", answer => answer with { Text = En("Otherwise.") }));
        var edition = await store.Publisher.OpenLatestAsync(Cancel);
        Assert.Equal(TemporaryStore.Text(Content), TemporaryStore.Text(edition.Content));
        Assert.Equal((1, TemporaryStore.Now), (edition.Number, edition.PublishedAt));
    }

    [Fact]
    public async Task The_record_says_who_published_and_why()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Example Editor", "First", TemporaryStore.Now, Cancel);

        await using var db = store.Context();
        var record = await db.Editions.SingleAsync(Cancel);

        Assert.Equal(("Example Editor", "First"), (record.PublishedBy, record.Note));
    }

    [Fact]
    public async Task An_edition_shares_every_entry_that_has_not_changed()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);
        await using var db = store.Context();
        var before = await db.StoredEntries.Select(entry => entry.Hash).ToListAsync(Cancel);

        await store.ImportAsync(WithAnswer("what", answer => answer with { Text = En("Otherwise.") }));
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);

        var added = await db.StoredEntries.Where(entry => !before.Contains(entry.Hash)).ToListAsync(Cancel);
        Assert.Equal("treatment", Assert.Single(added).Kind);
        Assert.Contains("Otherwise.", added[0].Json);
        Assert.Equal("A roller rolls.", (await store.Publisher.OpenAsync(1, Cancel))?.FindAnswer("rolling", "what")?.Text?.ToString());
        Assert.Equal("Otherwise.", (await store.Publisher.OpenAsync(2, Cancel))?.FindAnswer("rolling", "what")?.Text?.ToString());
    }

    [Fact]
    public async Task Publishing_twice_makes_one_edition()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);

        Assert.Equal(
            new PublishOutcome.NothingChanged(1), await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel));
    }

    [Fact]
    public async Task A_new_order_is_a_new_edition()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);

        await store.ImportAsync(Content with { Treatments = [.. Content.Treatments.Reverse()] });

        Assert.Equal(
            new PublishOutcome.Published(2), await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel));
    }

    [Fact]
    public async Task Editors_who_publish_at_once_get_editions_of_their_own_or_none()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 6)
                .Select(editor =>
                    Task.Run(() => store.Publisher.PublishAsync($"Editor {editor}", null, TemporaryStore.Now, Cancel), Cancel)));

        Assert.Single(outcomes.OfType<PublishOutcome.Published>());
        Assert.Equal(5, outcomes.OfType<PublishOutcome.NothingChanged>().Count());
    }

    [Fact]
    public async Task A_store_that_breaks_a_rule_is_not_published()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync("UPDATE Source SET Doi = 'nonsense' WHERE Slug = 'first'", Cancel);

        var refused =
            Assert.IsType<PublishOutcome.Refused>(await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel));

        Assert.Equal("sources[0].doi", Assert.Single(refused.Reasons).Path);
        Assert.Equal(0, await store.Publisher.LatestNumberAsync(Cancel));
    }

    [Fact]
    public async Task A_store_without_content_is_not_published()
    {
        using var store = await TemporaryStore.OpenAsync();

        Assert.IsType<PublishOutcome.Refused>(await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel));
        Assert.Same(Edition.Empty, await store.Publisher.OpenLatestAsync(Cancel));
        Assert.Null(await store.Publisher.OpenAsync(7, Cancel));
    }

    [Fact]
    public async Task An_edition_of_a_newer_release_is_refused_with_what_to_do()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Publisher.PublishAsync("Example Editor", null, TemporaryStore.Now, Cancel);
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync("UPDATE EditionEntry SET Format = 99 WHERE Kind = 'treatment'", Cancel);

        var refusal = await Assert.ThrowsAsync<EditionFormatException>(() => store.Publisher.OpenLatestAsync(Cancel));

        Assert.Contains("a treatment in format 99", refusal.Message);
        Assert.Contains("Install the version that published it", refusal.Message);
    }
}
