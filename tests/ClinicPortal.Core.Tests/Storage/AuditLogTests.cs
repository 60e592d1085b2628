using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Storage;

public sealed class AuditLogTests
{
    private const string PutBack = "The locks of the audit log were missing and have been put back.";

    // As a migration does it that SQLite cannot do in place.
    private const string Rebuild =
        """
        CREATE TABLE Other (Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, At INTEGER NOT NULL, Kind TEXT NOT NULL, "By" TEXT NOT NULL,
            ById INTEGER, Network TEXT, Subject TEXT NOT NULL, What TEXT NOT NULL, Count INTEGER NOT NULL);
        INSERT INTO Other (Id, At, Kind, "By", ById, Network, Subject, What, Count)
            SELECT Id, At, Kind, "By", ById, Network, Subject, What, Count FROM AuditRecord;
        DROP TABLE AuditRecord;
        ALTER TABLE Other RENAME TO AuditRecord;
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE AuditRecord SET What = 'Nothing.'")]
    [InlineData("UPDATE OR REPLACE AuditRecord SET Id = 2 WHERE Id = 1")]
    [InlineData("DELETE FROM AuditRecord")]
    [InlineData("REPLACE INTO AuditRecord (Id, At, Kind, \"By\", Subject, What, Count) VALUES (1, 0, 'Export', 'Nobody', '', '', 1)")]
    [InlineData("INSERT OR REPLACE INTO AuditRecord SELECT * FROM AuditRecord WHERE Id = 1")]
    [InlineData("INSERT INTO AuditRecord SELECT * FROM AuditRecord WHERE true ON CONFLICT (Id) DO UPDATE SET What = 'Nothing.'")]
    public async Task The_database_neither_changes_nor_deletes_a_record(string statement)
    {
        using var store = await TemporaryStore.OpenAsync();
        await RecordAsync(store, AuditKind.Export, "content.yaml", "Downloaded.");
        await RecordAsync(store, AuditKind.Export, "answers.csv", "Downloaded.");
        var before = await AllAsync(store);

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => store.RunAsync(statement));

        Assert.Contains("The audit log is never", refusal.Message);
        Assert.Equal(before, await AllAsync(store));
    }

    [Theory]
    [InlineData(Rebuild)]
    [InlineData("DROP TRIGGER AuditRecord_remains")]
    [InlineData("DROP TRIGGER AuditRecord_stays; CREATE TRIGGER AuditRecord_stays BEFORE UPDATE ON AuditRecord BEGIN SELECT 1; END")]
    public async Task A_start_puts_back_locks_that_are_missing_and_says_so(string loss)
    {
        using var store = new TemporaryStore();
        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);
        await RecordAsync(store, AuditKind.Export, "content.yaml", "Downloaded.");
        await store.RunAsync(loss);

        await store.Store.OpenAsync(TemporaryStore.Now, Cancel);

        Assert.Equal([$"Log Clinic Portal: {PutBack}", "Export Clinic Portal: content.yaml: Downloaded."], await AllAsync(store));
        foreach (var statement in new[] { "UPDATE AuditRecord SET What = ''", "DELETE FROM AuditRecord" })
            await Assert.ThrowsAsync<SqliteException>(() => store.RunAsync(statement));
    }

    [Fact]
    public async Task A_start_that_finds_the_locks_writes_nothing_and_a_new_store_neither()
    {
        using var store = new TemporaryStore();

        for (var start = 0; start < 2; start++)
        {
            await store.Store.OpenAsync(TemporaryStore.Now, Cancel);
            Assert.Empty(await AllAsync(store));
        }
    }

    [Fact]
    public async Task Each_edition_stands_in_the_log_and_what_was_not_published_does_not()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var changed = Content with { Clinic = Content.Clinic with { Name = En("Another Clinic") } };
        var warnings = ContentRules.WarningsBeforePublishing(Content, published: null, new HashSet<string>());

        await store.Publisher.PublishAsync("Nora", "The beginning", TemporaryStore.Now, Cancel);
        Assert.IsType<PublishOutcome.NothingChanged>(await store.Publisher.PublishAsync("Nora", "Again", TemporaryStore.Now, Cancel));
        await store.ImportAsync(changed);
        await store.Publisher.PublishAsync("Nora", null, TemporaryStore.Now, Cancel);
        await store.Publisher.RepeatAsync(1, 2, "Nora", null, TemporaryStore.Now, Cancel);

        Assert.Equal(
            [
                "Publication Nora: Edition 3: Published: edition 1 again.", "Publication Nora: Edition 2: Published.",
                $"Override Nora: Edition 1: Not signed by a clinician: {new ReviewUnits(Content).All.Count}. "
                    + $"Warnings: {warnings.Count}. "
                    + $"Reason: {PublishingInTests.Reason}",
                "Publication Nora: Edition 1: Published. Note: The beginning",
            ],
            await AllAsync(store));
    }

    [Fact]
    public async Task Each_step_of_a_safety_hold_stands_in_the_log()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var (nora, ada) = (new AccountSignature(1, "Nora", TemporaryStore.Now), new AccountSignature(2, "Ada", TemporaryStore.Now));

        await store.Holds.PlaceAsync("treatments/rolling", "Rolling", "A recall", null, nora, Cancel);
        var hold = Assert.Single(await store.Holds.AllAsync(Cancel)).Key;
        await store.Holds.ConfirmAsync(hold, ada, Cancel);
        await store.Holds.LiftAsync(hold, "Checked", ada, Cancel);

        Assert.Equal(
            [
                "Hold Ada: Rolling: Shown to patients again: Checked", "Hold Ada: Rolling: Confirmed that it is hidden.",
                "Hold Nora: Rolling: Hidden from patients: A recall",
            ],
            await AllAsync(store));
    }

    [Fact]
    public async Task What_a_failed_save_would_have_done_is_not_told_with_a_later_one()
    {
        using var store = await TemporaryStore.OpenAsync();
        await using var db = store.Context();
        db.Users.Add(new() { UserName = "eve@clinic.example", Email = "eve@clinic.example", Name = "Eve Editor" });
        // A reference that leads nowhere.
        var session = db.Sessions.Add(new()
        {
            KeyHash = "none",
            UserId = 77,
            Ticket = [],
            Begun = TemporaryStore.Now,
            Seen = TemporaryStore.Now,
            Ends = TemporaryStore.Now,
            Browser = "",
        });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
        session.State = EntityState.Detached;

        await db.SaveChangesAsync(Cancel);

        Assert.Equal(["Access Clinic Portal: Eve Editor (eve@clinic.example): Invited. Role: Editor."], await AllAsync(store));
    }

    [Fact]
    public async Task The_log_is_narrowed_by_kind_person_and_moment()
    {
        using var store = await TemporaryStore.OpenAsync();
        var log = store.Audit;
        var noon = TemporaryStore.Now;
        AuditRecord Of(int minute, AuditKind kind, string by, string subject) =>
            new() { At = noon.AddMinutes(minute), Kind = kind, By = by, Subject = subject, What = $"Record {minute}." };
        foreach (var record in new[]
        {
            Of(0, AuditKind.SignIn, "Eve Editor", ""), Of(1, AuditKind.Access, "Ada Admin", "Eve Editor (eve@clinic.example)"),
            Of(2, AuditKind.Access, "Ada Admin", "Eve Editorial (other@clinic.example)"), Of(3, AuditKind.Refusal, "Eve Editor", "/staff"),
        })
            await log.RecordAsync(record, TestContext.Current.CancellationToken);

        Assert.Equal([3, 2, 1, 0], await FoundAsync(new()));
        Assert.Equal([2, 1], await FoundAsync(new(Kind: AuditKind.Access)));
        Assert.Equal([3, 1, 0], await FoundAsync(new(Person: "Eve Editor")));
        Assert.Equal([2, 1], await FoundAsync(new(From: noon.AddMinutes(1), To: noon.AddMinutes(3))));
        Assert.Equal(["Ada Admin", "Eve Editor"], await log.NamesAsync(Cancel));

        async Task<List<int>> FoundAsync(AuditFilter filter) =>
            [.. (await log.FindAsync(filter, 0, 10, Cancel)).Select(record => (record.At - noon).Minutes)];
    }

    [Fact]
    public async Task The_whole_log_is_read_once_and_in_order_however_long_it_is()
    {
        using var store = await TemporaryStore.OpenAsync();
        await using (var db = store.Context())
        {
            db.AuditRecords.AddRange(
                Enumerable.Range(1, 2500).Select(number => new AuditRecord { Kind = AuditKind.Export, What = $"{number}" }));
            await db.SaveChangesAsync(Cancel);
        }

        var read = new List<int>();
        await foreach (var record in store.Audit.AllAsync(new(), Cancel))
            read.Add(record.Id);

        Assert.Equal(Enumerable.Range(1, 2500).Reverse(), read);
    }

    private static async Task RecordAsync(TemporaryStore store, AuditKind kind, string subject, string what)
    {
        await using var db = store.Context();
        db.Record(kind, subject, what);
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<List<string>> AllAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return [.. (await db.AuditRecords.AsNoTracking().OrderByDescending(record => record.Id).ToListAsync(Cancel)).Select(record =>
            $"{record.Kind} {record.By}: {(record.Subject == "" ? "" : $"{record.Subject}: ")}{record.What}")];
    }
}
