using BenchmarkDotNet.Attributes;
using ClinicPortal.Benchmarks.Pages;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClinicPortal.Benchmarks;

/// <summary>
/// A comparison of four treatments without the page cache, beside a plain Razor page of the same number of bytes; both over HTTP from the
/// same Kestrel, so the ratio is the portal's own cost.
/// </summary>
public class RenderingBenchmarks
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private string _comparison = null!;

    /// <summary>0 is the sample clinic.</summary>
    [Params(0, 10, 100, 1000)]
    public int Treatments { get; set; }

    [GlobalSetup]
    public async Task Serve()
    {
        var edition = Treatments == 0 ? SampleClinic.Edition : SyntheticClinic.Edition(Treatments);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = typeof(PortalOptions).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new PortalOptions()).AddSingleton(TimeProvider.System);
        builder.Services.AddPatientPages();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(RenderingBenchmarks).Assembly);
        _app = builder.Build();
        _app.MapRazorPages();
        _app.Services.GetRequiredService<CurrentEdition>().Replace(edition);
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new(_app.Urls.First()) };

        _comparison = ComparisonAddress.Of(edition, edition.Treatments.Where(treatment => !treatment.Baseline).Take(4)).Path;
        var bytes = (await _client.GetByteArrayAsync(_comparison)).Length;
        PlainModel.Fill(bytes);
        Console.WriteLine($"// {bytes} bytes beside {(await _client.GetByteArrayAsync("/plain")).Length}");
    }

    [Benchmark(Baseline = true)]
    public Task<byte[]> Plain_page() => _client.GetByteArrayAsync("/plain");

    [Benchmark]
    public Task<byte[]> Comparison_of_four() => _client.GetByteArrayAsync(_comparison);

    [GlobalCleanup]
    public async Task Stop()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
