using System.Net;
using System.Reflection;
using System.Threading.RateLimiting;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests;

/// <summary>The whole portal in this process, with the sample clinic in a data folder of its own.</summary>
public class PortalFactory : WebApplicationFactory<Program>
{
    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // What the framework finds out about the models of all pages, the dearest part of a start, is the same for every portal.
    private static DefaultModelMetadataProvider? _models;

    private readonly string _own = Directory.CreateTempSubdirectory("portal-").FullName;
    private RequestDelegate? _pipeline;

    /// <summary>A folder that outlives the portal; without one it has a folder of its own.</summary>
    public string? Data { get; init; }

    /// <summary>Settings beyond those of <c>appsettings.json</c>; to be written before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>A client that follows no redirect, because a redirect is an answer that tests look at.</summary>
    public HttpClient Reader => field ??= CreateClient(new() { AllowAutoRedirect = false });

    public Task<HttpResponseMessage> Get(string address) => Reader.GetAsync(address, TestContext.Current.CancellationToken);

    /// <summary>The page behind the address, which must answer with <paramref name="status"/>.</summary>
    public async Task<IDocument> GetPage(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await Get(address);
        Assert.Equal(status, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production").UseSolutionRelativeContentRoot("").UseSetting("Portal:DataDirectory", Data ?? _own)
            .UseSetting("Portal:Backup:At", "never")
            // Nobody changes the settings of a running portal here, and to watch them is to watch every folder of the repository.
            .UseSetting("hostBuilder:reloadConfigOnChange", "false");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        if (Data is null && !Settings.ContainsKey("Portal:SampleContent"))
            File.WriteAllBytes(new DataFolder(_own).Database, Task.Run(() => SampleClinic.Database.Value).Result);
        builder.ConfigureTestServices(services => services
            // No test is about how long a stolen password withstands.
            .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000)
            .AddSingleton<IModelMetadataProvider>(provider =>
                _models ??= ActivatorUtilities.CreateInstance<DefaultModelMetadataProvider>(provider))
            .AddSingleton<IStartupFilter>(new Outermost(this)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        StopTimers();
        Delete(_own);
    }

    /// <summary>
    /// Deletes a data folder. A portal in this process is disposed of by the program's own thread too, and whoever comes second does not
    /// wait for the first: the log may still write its last lines while we are here. It is deleted once nobody writes into it any more.
    /// </summary>
    public static void Delete(string folder)
    {
        var giveUp = Environment.TickCount64 + 60_000;
        while (Directory.Exists(folder))
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (Environment.TickCount64 < giveUp)
            {
                Thread.Yield();
            }
    }

    /// <summary>
    /// Two timers outlive a portal and hold it in memory for ever: that of its connections, and that of the limiter which the framework
    /// makes for its middleware and never disposes of. Of hundreds of portals that is gigabytes, searched through again and again.
    /// </summary>
    private void StopTimers()
    {
        using var connection = new SqliteConnection(new DataFolder(Data ?? _own).Connection);
        SqliteConnection.ClearPool(connection);
        if (_pipeline is null)
            return;
        var limiters = HeldBy(_pipeline, []).ToList();
        Assert.NotEmpty(limiters);
        limiters.ForEach(limiter => limiter.Dispose());
    }

    private static IEnumerable<PartitionedRateLimiter<HttpContext>> HeldBy(RequestDelegate middleware, HashSet<object> seen)
    {
        if (middleware.Target is not { } target || !seen.Add(target))
            yield break;
        for (var type = target.GetType(); type is not null; type = type.BaseType)
            foreach (var field in type.GetFields(Fields))
                if (field.GetValue(target) is PartitionedRateLimiter<HttpContext> limiter)
                    yield return limiter;
                else if (field.GetValue(target) is RequestDelegate next)
                    foreach (var further in HeldBy(next, seen))
                        yield return further;
    }

    private sealed class Outermost(PortalFactory portal) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(inner => portal._pipeline = inner);
            next(app);
        };
    }
}
