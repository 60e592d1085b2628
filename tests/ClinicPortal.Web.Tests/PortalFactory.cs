using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests;

/// <summary>The whole portal in this process, with the sample clinic in a data folder of its own.</summary>
public class PortalFactory : WebApplicationFactory<Program>
{
    private readonly string _own = Directory.CreateTempSubdirectory("portal-").FullName;

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
            .UseSetting("Portal:Backup:At", "never");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        if (Data is null && !Settings.ContainsKey("Portal:SampleContent"))
            File.WriteAllBytes(new DataFolder(_own).Database, Task.Run(() => SampleClinic.Database.Value).Result);
        // No test is about how long a stolen password withstands.
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_own))
            Directory.Delete(_own, recursive: true);
    }
}
