using ClinicPortal.Testing;
using ClinicPortal.Web.Commands;
using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Web.Tests.Commands;

public sealed class BackupCommandTests : IAsyncLifetime
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private TemporaryStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TemporaryStore.HoldingAsync(Content);
        await _store.Publisher.PublishAsync("Nora", null, TemporaryStore.Now, Cancel);
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_backup_is_made_listed_verified_and_tried_out()
    {
        Assert.Equal(0, await RunAsync("list"));
        Assert.Equal($"There is no backup in {_store.Folder.Backups}.", Said());

        Assert.Equal(0, await RunAsync("create"));
        var made = _store.Backups.List()[0];
        Assert.Equal($"Made and verified {made.Path}.", Said());

        Assert.Equal(0, await RunAsync("list"));
        Assert.Matches($@"^{made.Name}  23 November 2026, 09:00 UTC  [0-9]+ KB$", Said());

        Assert.Equal(0, await RunAsync("verify"));
        Assert.Matches($@"^{made.Name} is complete and undamaged: edition 1, [0-9,]+ rows, 0 other files\.$", Said());

        Assert.Equal(0, await RunAsync("drill"));
        Assert.StartsWith($"{made.Name} can be restored: edition 1 opens, {Content.Treatments.Count} treatments and all ", Said());
    }

    [Fact]
    public async Task A_restore_tells_what_is_newer_and_wants_to_be_told_that_it_is_meant()
    {
        await RunAsync("create");
        var (made, before) = (_store.Backups.List()[0], await _store.ExportTextAsync());
        await _store.Editor.SaveAnswerAsync(
            "rolling", "what", 1, answer => answer with { Text = En("It rolls.") }, new("Nora", TemporaryStore.Now), Cancel);
        await _store.Publisher.PublishAsync("Nora", null, TemporaryStore.Now, Cancel);

        Assert.Equal(1, await RunAsync("restore", made.Name));
        Assert.Contains("It does not contain what came after it: edition 2, 1 saved change, ", _error.ToString());
        Assert.Contains("add --yes", _error.ToString());
        Assert.NotEqual(before, await _store.ExportTextAsync());

        _store.Forget();
        Said();
        Assert.Equal(0, await RunAsync("restore", made.Path, "--yes"));
        Assert.Matches(
            @"^Restored the backup from 23 November 2026, 09:00 UTC: edition 1, (.|\n)*"
                + @"What was there before is kept in .*-before-restore\.zip\.",
            Said());
        Assert.Equal(before, await _store.ExportTextAsync());
    }

    [Fact]
    public async Task A_restore_lists_what_was_hidden_since_and_what_was_shown_again()
    {
        await RunAsync("create");
        var made = _store.Backups.List()[0];
        await _store.Holds.PlaceAsync(
            "treatments/rolling/answers/what", "Rolling: What", "Wrong.", null, new(1, "Ada", TemporaryStore.Now), Cancel);
        await _store.Holds.PlaceAsync("treatments/soaking", "Soaking", "Recalled.", null, new(1, "Ada", TemporaryStore.Now), Cancel);
        await _store.Holds.LiftAsync(
            (await _store.Holds.AllAsync(Cancel))[0].Key, "Corrected.", new(2, "Ben", TemporaryStore.Now), Cancel);
        Said();

        Assert.Equal(1, await RunAsync("restore", made.Name));
        Assert.Contains("These safety holds came after the backup. They would be applied again:", _error.ToString());
        Assert.Contains("  Rolling: What, since 23 November 2026, 09:00 UTC, by Ada: Wrong.", _error.ToString());

        Assert.Equal(0, await RunAsync("restore", made.Name, "--yes"));
        var said = Said();
        Assert.Contains("These safety holds came after the backup, and have been applied again:", said);
        Assert.Contains("  Soaking, since 23 November 2026, 09:00 UTC, by Ada: Recalled.", said);
        Assert.Contains("  Soaking: Ben showed it to patients again on 23 November 2026, 09:00 UTC, after this backup.", said);
    }

    [Theory]
    [InlineData("There is no file", "restore", "missing.zip")]
    [InlineData("There is no file", "verify", "missing.zip")]
    [InlineData("Make one first with \"backup create\"", "verify")]
    [InlineData("Make one first with \"backup create\"", "drill")]
    [InlineData("FILE", "restore")]
    [InlineData("", "frobnicate")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        Assert.Equal(1, await RunAsync(arguments));

        Assert.Contains(sentence, _error.ToString());
        Assert.DoesNotContain("   at ", _error.ToString());
    }

    [Fact]
    public async Task A_backup_that_is_damaged_is_told_beside_those_that_are_whole()
    {
        await RunAsync("create");
        await RunAsync("create");
        await File.WriteAllTextAsync(_store.Backups.List()[0].Path, "no archive", Cancel);
        Said();

        Assert.Equal(1, await RunAsync("verify"));

        Assert.Contains("is damaged or is not a backup", _error.ToString());
        Assert.Contains("is complete and undamaged", Said());
    }

    [Fact]
    public async Task Under_a_portal_that_runs_nothing_is_restored()
    {
        await RunAsync("create");
        await _store.Store.OpenAsync(TemporaryStore.Now, Cancel);

        Assert.Equal(1, await RunAsync("restore", _store.Backups.List()[0].Path, "--yes"));

        Assert.Contains("Stop it, then restore the backup", _error.ToString());
    }

    private string Said()
    {
        var said = _output.ToString().Trim();
        _output.GetStringBuilder().Clear();
        return said;
    }

    private async Task<int> RunAsync(params string[] arguments)
    {
        var services = new ServiceCollection()
            .AddSingleton(_store.Backups).AddSingleton(_store.Restore).AddSingleton(_store.Drill).AddSingleton(_store.Folder)
            .AddSingleton(_store.Audit)
            .AddSingleton(new ClinicCalendar(TimeProvider.System, new()));
        await using var provider = services.BuildServiceProvider();
        return await BackupCommands.RunAsync([BackupCommands.Name, .. arguments], new(provider, _output, _error));
    }
}
