using System.Data.Common;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>
/// A store that cannot be written: patients read on, staff keep every word and hear the reason, and it heals by itself.
/// </summary>
public sealed class StoreFailureTests(StoreFailureTests.AilingPortal portal) : IClassFixture<StoreFailureTests.AilingPortal>
{
    private const string Onset = "/staff/treatments/prp/answers/onset";
    private const string Invite = "section[aria-labelledby=invite] button";
    private const string Keep = "button[formaction*=SaveDraft]", Publish = "#publish button";

    // So long that it does not fit into what is still free in the file.
    private static readonly string Words = string.Join(' ', Enumerable.Range(1, 800));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PRAGMA query_only = ON", "the database is read-only", false)]
    [InlineData("PRAGMA max_page_count = 1", "the disk is full", true)]
    public async Task Whoever_saves_gets_the_form_again_with_every_word_and_the_reason(string ailment, string reason, bool hasRoomForLittle)
    {
        var ada = await portal.AdministratorAsync();
        await using (var db = await StaffBrowser.StoreOf(portal))
            await db.Database.ExecuteSqlRawAsync("VACUUM", Cancel);
        var (page, people) = (await ada.PageAsync(Onset), await ada.PageAsync("/staff/people"));
        portal.Ailment = ailment;

        var form = await RefusedAsync(await ada.SendAsync(Onset, page, new() { ["Form.Text"] = Words, ["Why"] = "A study" }), reason);
        Assert.Equal(Words, form.QuerySelector("#text")!.TextContent);
        Assert.Equal("A study", form.QuerySelector("#why")!.GetAttribute("value"));
        form = await RefusedAsync(await ada.SendAsync(Onset, page, new() { ["Form.Text"] = Words }, Keep), reason);
        Assert.Equal(Words, form.QuerySelector("#text")!.TextContent);

        // The script that saves drafts is told the same.
        var fields = StaffBrowser.FieldsOf(page, Keep).Fields.Where(field => field.Key != "Form.Text").Append(new("Form.Text", Words));
        var told = await ada.PostBodyAsync(
            $"{Onset}?handler=SaveDraft", await new FormUrlEncodedContent(fields).ReadAsStringAsync(Cancel),
            ("X-Requested-With", "XMLHttpRequest"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
        Assert.Contains(reason, await told.Content.ReadAsStringAsync(Cancel));

        // Forms that are no row's.
        if (!hasRoomForLittle)
        {
            form = await RefusedAsync(
                await ada.SendAsync("/staff/people", people, new() { ["Email"] = "new@clinic.example", ["Name"] = "New" }, Invite), reason);
            Assert.Equal(
                ("new@clinic.example", "New"),
                (form.QuerySelector("#email")!.GetAttribute("value"), form.QuerySelector("#name")!.GetAttribute("value")));
        }

        // Readers, readiness, and staff who only look.
        Assert.Equal(HttpStatusCode.OK, (await portal.Get("/treatments/prp")).StatusCode);
        var clear = await ada.PostAsync("/was-this-clear", [new("yes", "onset")], ourOwn: true);
        Assert.Equal(hasRoomForLittle ? HttpStatusCode.SeeOther : HttpStatusCode.ServiceUnavailable, clear.StatusCode);
        Assert.Contains(reason, (await ada.PageAsync("/staff")).QuerySelector("#store-trouble")!.TextContent);
        Assert.Equal(("Degraded", $"Nothing can be saved because {reason}."), await ReadinessAsync(HttpStatusCode.OK));

        portal.Ailment = AilingPortal.Healthy;
        await portal.Services.GetRequiredService<PortalStore>().ProbeAsync(Cancel);
        Assert.Equal(("Healthy", "The database can be read and written."), await ReadinessAsync(HttpStatusCode.OK));
        Assert.Null((await ada.PageAsync("/staff")).QuerySelector("#store-trouble"));
        Assert.Equal(HttpStatusCode.Redirect, (await ada.SendAsync(Onset, page, new() { ["Form.Text"] = Words }, Keep)).StatusCode);
        await ada.SendAsync(Onset, [], "button[formaction*=DiscardDraft]");
    }

    [Fact]
    public async Task A_save_waits_for_another_program_for_a_while_and_no_longer()
    {
        var ada = await portal.AdministratorAsync();
        var page = await ada.PageAsync(Onset);
        await using var other = new SqliteConnection(portal.Services.GetRequiredService<DataFolder>().Connection);
        await other.OpenAsync(Cancel);

        await RunAsync(other, "BEGIN IMMEDIATE");
        var transactions = portal.NextTransaction();
        var saving = ada.SendAsync(Onset, page, new() { ["Form.Text"] = "Waited for." });
        await transactions;
        Assert.False(saving.IsCompleted);
        await RunAsync(other, "COMMIT");
        Assert.Equal(HttpStatusCode.Redirect, (await saving).StatusCode);

        await RunAsync(other, "BEGIN IMMEDIATE");
        var form = await RefusedAsync(
            await ada.SendAsync(Onset, new() { ["Form.Text"] = "Not waited for." }), "another program has locked the database");
        Assert.Equal("Not waited for.", form.QuerySelector("#text")!.TextContent);
        await RunAsync(other, "COMMIT");
        await portal.Services.GetRequiredService<PortalStore>().ProbeAsync(Cancel);
        Assert.Equal("Healthy", (await ReadinessAsync(HttpStatusCode.OK)).Status);
    }

    [Fact]
    public async Task Damage_turns_readiness_off_and_stops_publishing_while_patients_read_on()
    {
        await using var damaged = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(damaged, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Onset, new() { ["Form.Text"] = "At once.", ["Form.Parts[0].Min"] = "0", ["Form.Parts[0].Max"] = "0" });
        var home = await ada.PageAsync("/staff/publish");
        var folder = damaged.Services.GetRequiredService<DataFolder>();
        // Publishing reads it, and the form that comes back does not.
        var whole = await DamageAsync(damaged, folder, "ConcernEvidence");

        var form = await StaffBrowser.ReadAsync(
            await ada.SendAsync("/staff/publish", home, new() { ["Note"] = "My note" }, Publish), HttpStatusCode.ServiceUnavailable);

        Assert.Contains("the database is damaged", form.QuerySelector("#problems")!.TextContent);
        Assert.Equal("My note", form.QuerySelector("#note")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await damaged.Get("/treatments/prp")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await damaged.Get("/health/ready")).StatusCode);

        // Whole again to all appearances: what was damaged once is not trusted before somebody has looked at it.
        SqliteConnection.ClearPool(new(folder.Connection));
        await File.WriteAllBytesAsync(folder.Database, whole, Cancel);
        await damaged.Services.GetRequiredService<PortalStore>().ProbeAsync(Cancel);
        await StaffBrowser.ReadAsync(await ada.SendAsync("/staff/publish", home, [], Publish), HttpStatusCode.ServiceUnavailable);
        Assert.Equal(1, damaged.Services.GetRequiredService<Core.Publishing.CurrentEdition>().Edition.Number);
    }

    [Fact]
    public async Task Where_not_even_a_session_can_be_read_the_words_wait_on_the_page_for_signing_in()
    {
        await using var damaged = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(damaged, "Nora Nurse");
        var page = await nora.PageAsync(Onset);
        await DamageAsync(damaged, damaged.Services.GetRequiredService<DataFolder>(), "StaffSession");
        var (action, fields) = StaffBrowser.FieldsOf(page, "main form[method=post] button");

        var answer = await nora.PostAsync(
            action ?? Onset, [.. fields.Where(field => field.Key != "Form.Text"), new("Form.Text", "All my words.")], ourOwn: true);

        var signIn = await StaffBrowser.ReadAsync(answer, HttpStatusCode.Unauthorized);
        Assert.Contains("All my words.", signIn.QuerySelector("[name=Words]")!.GetAttribute("value"));
        Assert.Contains("The database is damaged", signIn.QuerySelector("#store-trouble")!.TextContent);
    }

    [Fact]
    public async Task A_start_under_a_foreign_lock_says_so_and_waits()
    {
        var data = Directory.CreateTempSubdirectory("portal-").FullName;
        var folder = new DataFolder(data);
        await File.WriteAllBytesAsync(folder.Database, await SampleClinic.Database.Value, Cancel);
        await using var other = new SqliteConnection($"Data Source={folder.Database};Pooling=false");
        await other.OpenAsync(Cancel);
        await RunAsync(other, "PRAGMA locking_mode = EXCLUSIVE; UPDATE __EFMigrationsHistory SET ProductVersion = ProductVersion");
        await using var locked = new LoggedPortal { Data = data };

        var starting = Task.Run(() => locked.Get("/"), Cancel);
        await locked.Log.WaitForAsync("Another program has locked the database. The portal waits");
        Assert.False(starting.IsCompleted);
        await other.CloseAsync();

        Assert.Equal(HttpStatusCode.OK, (await starting).StatusCode);
    }

    [Fact]
    public async Task The_log_tells_when_it_begins_and_when_it_is_over()
    {
        var (clock, log) = (new StartedClock("2026-11-23T09:00Z"), new SignallingLog<StoreWatcher>());
        using var store = await TemporaryStore.OpenAsync(clock);
        using var watcher = new StoreWatcher(store.Store, store.Condition, clock, log);
        await watcher.StartAsync(Cancel);
        await clock.HasTimer;

        store.Condition.Note(new SqliteException("full", 13));
        clock.Advance(TimeSpan.FromSeconds(5));

        await log.WaitForAsync("Nothing can be saved because the disk is full.");
        await log.WaitForAsync("The database can be written again.");
        store.Condition.Note(new SqliteException("damaged", 11));
        clock.Advance(TimeSpan.FromSeconds(5));
        await log.WaitForAsync("The database is damaged.");
        Assert.True(store.Condition.Trouble!.IsDamage);
        await watcher.StopAsync(Cancel);
    }

    private static async Task<IDocument> RefusedAsync(HttpResponseMessage answer, string reason)
    {
        var page = await StaffBrowser.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Contains($"because {reason}", page.QuerySelector("#problems")!.TextContent);
        Assert.NotNull(answer.Headers.RetryAfter);
        return page;
    }

    private async Task<(string Status, string Details)> ReadinessAsync(HttpStatusCode status)
    {
        var answer = await portal.Get("/health/ready");
        Assert.Equal(status, answer.StatusCode);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        var store = report.RootElement.GetProperty("checks").GetProperty("store");
        return (store.GetProperty("status").GetString()!, store.GetProperty("details").GetString()!);
    }

    /// <summary>Writes over the page on which that table begins.</summary>
    /// <returns>The file as it was.</returns>
    private static async Task<byte[]> DamageAsync(PortalFactory portal, DataFolder folder, string table)
    {
        int first;
        await using (var db = await StaffBrowser.StoreOf(portal))
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel);
            first = await db.Database.SqlQuery<int>($"SELECT rootpage AS Value FROM sqlite_master WHERE name = {table}")
                .SingleAsync(Cancel);
        }
        SqliteConnection.ClearPool(new(folder.Connection));
        var whole = await File.ReadAllBytesAsync(folder.Database, Cancel);
        var damaged = whole.ToArray();
        damaged.AsSpan((first - 1) * 4096, 4096).Fill(0xA5);
        await File.WriteAllBytesAsync(folder.Database, damaged, Cancel);
        return whole;
    }

    private static async Task RunAsync(SqliteConnection connection, string statements)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private sealed class LoggedPortal : PortalFactory
    {
        public SignallingLog<LoggedPortal> Log { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<ILogEventSink>(Log));
        }
    }

    /// <summary>A portal whose connections to the store ail as a test wants it.</summary>
    public sealed class AilingPortal : PortalFactory
    {
        public const string Healthy = "PRAGMA query_only = OFF; PRAGMA max_page_count = 1000000";

        private StaffBrowser? _administrator;
        private TaskCompletionSource _transaction = new();

        public string Ailment { get; set; } = Healthy;

        public async Task<StaffBrowser> AdministratorAsync() =>
            _administrator ??= await StaffBrowser.SignedInAsync(this, "Ada Admin", StaffRole.Administrator);

        public Task NextTransaction() => (_transaction = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                // It would find room for its little after five seconds; these tests probe when they want to.
                services.Remove(services.Single(service => service.ImplementationType == typeof(StoreWatcher)));
                services.ConfigureDbContext<ClinicDbContext>(options => options.AddInterceptors(new Ailing(this), new Transactions(this)));
            });
        }

        private sealed class Ailing(AilingPortal portal) : DbConnectionInterceptor
        {
            public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
            {
                using var command = connection.CreateCommand();
                command.CommandText = portal.Ailment;
                command.ExecuteNonQuery();
            }

            public override Task ConnectionOpenedAsync(
                DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
            {
                ConnectionOpened(connection, eventData);
                return Task.CompletedTask;
            }
        }

        private sealed class Transactions(AilingPortal portal) : DbTransactionInterceptor
        {
            public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
                DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
                CancellationToken cancellationToken = default)
            {
                portal._transaction.TrySetResult();
                return new(result);
            }
        }
    }
}
