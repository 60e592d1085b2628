using System.Net;
using ClinicPortal.Core;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>The plug is pulled while somebody writes in several windows: whatever the portal has answered to is true afterwards.</summary>
public sealed class DurabilityTests
{
    private static readonly int Rounds = Trials.Of(10);
    private const string Save = "main form[method=post] button", Keep = "button[formaction*=SaveDraft]";

    [Fact]
    public async Task What_was_called_saved_or_kept_before_the_plug_was_pulled_is_there_afterwards()
    {
        await using var portal = await PortalProcess.StartAsync();
        await portal.InviteAsync("Nora Nurse", StaffRole.Editor);
        using var windows = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(windows) { BaseAddress = new(portal.Address) };
        var nurse = new StaffBrowser(client, windows.CookieContainer);
        await nurse.SignInAsync("Nora Nurse");
        Window[] writing = [new("what", Save), new("process", Save), new("mechanism", Save), new("aftercare", Keep), new("evidence", Keep)];

        for (var round = 0; round < Rounds; round++)
        {
            await WriteUntilThePlugIsPulledAsync(portal, nurse, writing, new Random(round), round);

            await portal.RunAsync();
            await AssertStandsAsync(portal, nurse, writing);
        }
    }

    /// <summary>Pulls it after a number of answers; then every other window waits for one, at whatever point its words are.</summary>
    private static async Task WriteUntilThePlugIsPulledAsync(
        PortalProcess portal, StaffBrowser nurse, Window[] windows, Random random, int round)
    {
        var (left, enough) = (random.Next(10, 40), new TaskCompletionSource());
        var writing = Task.WhenAll(windows.Select(window => WriteAsync(nurse, window, round, () =>
        {
            if (Interlocked.Decrement(ref left) == 0)
                enough.SetResult();
        })));
        await Task.WhenAny(enough.Task, writing);
        await Task.Delay(random.Next(30), StaffBrowser.Cancel);
        await portal.PullThePlugAsync();
        await writing;
        Assert.True(enough.Task.IsCompleted, "The portal stopped answering before the plug was pulled.");
    }

    private static async Task WriteAsync(StaffBrowser nurse, Window window, int round, Action answered)
    {
        try
        {
            for (var time = 0; ; time++)
            {
                var page = await nurse.PageAsync(window.Address);
                window.Sent.Add($"Words {round}.{time} of {window.Criterion}.");
                var answer = await nurse.SendAsync(window.Address, page, new() { ["Form.Text"] = window.Sent[^1] }, window.Button);
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                window.Answered.Add(window.Sent[^1]);
                answered();
            }
        }
        catch (HttpRequestException)
        {
            // The plug.
        }
    }

    private static async Task AssertStandsAsync(PortalProcess portal, StaffBrowser nurse, Window[] windows)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddSingleton(SampleClinic.Pictures).AddClinicStore(portal.Data).BuildServiceProvider();
        await using var db =
            await services.GetRequiredService<IDbContextFactory<ClinicDbContext>>().CreateDbContextAsync(StaffBrowser.Cancel);
        foreach (var window in windows.Where(window => window.Answered.Count > 0))
        {
            var history =
                await db.Changes.Where(change => change.Path == window.Row).OrderBy(change => change.Id).ToListAsync(StaffBrowser.Cancel);
            Assert.All(
                window.Button == Save ? window.Answered : [],
                words => Assert.Single(history, change => change.After!.Contains(words, StringComparison.Ordinal)));
            Assert.Equal(Enumerable.Range(1, history.Count), history.Select(change => change.Version));
            Assert.Equal(history.Select(change => change.After).SkipLast(1), history.Select(change => change.Before).Skip(1));

            // Of words without an answer nobody was told anything: they may be there or not.
            var shown = (await nurse.PageAsync(window.Address)).QuerySelector("#text")!.TextContent;
            Assert.Contains(shown, window.Sent[window.Sent.IndexOf(window.Answered[^1])..]);
            Assert.Equal(window.Button == Save, history[^1].After!.Contains(shown, StringComparison.Ordinal));
        }
    }

    /// <param name="Criterion">Whose answer is written there.</param>
    /// <param name="Button">That is pressed after every change.</param>
    private sealed record Window(string Criterion, string Button)
    {
        public string Row => $"treatments/prp/answers/{Criterion}";

        public string Address => $"/staff/{Row}";

        public List<string> Sent { get; } = [];

        public List<string> Answered { get; } = [];
    }
}
