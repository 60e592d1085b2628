using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using ClinicPortal.Web.Pages.Patients;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace ClinicPortal.Benchmarks;

/// <summary>
/// How long the server takes for every staff page of a clinic of 200 treatments and 40 criteria, of its first edit and after 20,000: signed
/// in, on a real SQLite file, over HTTP from Kestrel in this process. It prints a table of medians, and of what the processor was busy with
/// client and server together, which other work on the machine disturbs less. BenchmarkDotNet would take an hour for as many pages.
/// </summary>
internal static partial class StaffPages
{
    private const int WarmUps = 10;
    private const int Times = 60;
    private const string Password = "violet tram under eleven pears";

    /// <param name="only">Addresses that hold one of these; every one, where none is given.</param>
    public static async Task MeasureAsync(string[] only)
    {
        foreach (var changes in new[] { 0, 20_000 })
        {
            var folder = Directory.CreateTempSubdirectory("staff-pages-").FullName;
            await using var app = await ServeAsync(folder, changes);
            using var client = await SignedInAsync(app);
            var edits = changes.ToString("#,0", CultureInfo.InvariantCulture);
            Console.WriteLine($"| page, after {edits} edits | median ms | 95 % ms | processor ms | KB | gzip KB |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
            foreach (var address in Addresses.Where(one => only.Length == 0 || only.Any(one.Contains)))
                await MeasureAsync(client, address);
            await app.StopAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Addresses =>
    [
        "/staff", "/staff/treatments/treatment-0007", "/staff/treatments/new", "/staff/treatments/treatment-0007/answers/criterion-0",
        "/staff/treatments/treatment-0007/answers/criterion-1",
        "/staff/matrix", "/staff/matrix?group=group-2&state=no-source", "/staff/criteria/criterion-1/all-answers/1",
        "/staff/treatments/treatment-0007/all-answers/1",
        "/staff/treatments/treatment-0007/concerns/concern-1", "/staff/sources", "/staff/sources/r7", "/staff/sources/new",
        "/staff/history", "/staff/history?place=treatments/treatment-0007",
        "/staff/history?criterion=criterion-1", "/staff/history?word=nowhere-to-be-found", "/staff/content", "/staff/content/table",
        "/staff/content/replace", "/staff/numbers", "/staff/numbers/new?treatment=treatment-0007&criterion=criterion-1",
        "/staff/comparisons",
        "/staff/clinic", "/staff/lists", "/staff/lists/treatments", "/staff/lists/glossary/new",
        "/staff/lists/treatments/treatment-0007/archive", "/staff/lists/criteria/criterion-1/archive", "/staff/lists/sources/r7/archive",
        "/staff/comparisons/treatment-0007-vs-treatment-0008",
        "/staff/criteria", "/staff/criteria/criterion-1", "/staff/concerns", "/staff/concerns/concern-1", "/staff/people", "/staff/audit",
        "/staff/account", "/staff/account/passkeys", "/staff/account/second-factor",
        "POST /staff/treatments/treatment-0007/answers/criterion-0",
        "POST /staff/treatments/treatment-0007/answers/criterion-0?handler=SaveDraft",
        "POST /staff/criteria/criterion-4/all-answers/1", "POST /staff/treatments/treatment-0009/all-answers/1",
    ];

    private static async Task<WebApplication> ServeAsync(string folder, int changes)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = typeof(PortalOptions).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var options = new PortalOptions { DataDirectory = folder };
        builder.Services.AddSingleton(options).AddSingleton(TimeProvider.System)
            .AddSingleton(SampleClinic.Pictures)
            .AddSingleton(new TreatmentPictures(new PhysicalFileProvider(Path.Combine(SampleClinic.RepositoryRoot(), "wwwroot"))));
        builder.Services.AddStore(options);
        builder.Services.AddBackups();
        builder.Services.AddPatientPages();
        builder.Services.AddClarityForm();
        builder.Services.AddStaffAuthentication();
        builder.Services.AddStaffForms();
        builder.Services.AddStaffPages();
        var app = builder.Build();
        app.UseStaffArea();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapRazorPages();

        await app.Services.GetRequiredService<PortalStore>().OpenAsync(DateTimeOffset.UtcNow);
        if (await app.Services.GetRequiredService<ContentImporter>()
            .ImportAsync(SyntheticClinic.Edition(200, 40).Content) is ImportOutcome.Refused refused)
            throw new InvalidOperationException(string.Join('\n', refused.Problems.Take(5)));
        var publisher = app.Services.GetRequiredService<Publisher>();
        await publisher.PublishAsync("Ada", null, DateTimeOffset.UtcNow);
        app.Services.GetRequiredService<CurrentEdition>().Replace(await publisher.OpenLatestAsync());
        await EditAsync(app, changes);
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        var (person, _) = await people.InviteAsync("ada@clinic.example", "Ada", StaffRole.Administrator, null);
        await people.SetPasswordAsync(person, Password);
        await app.StartAsync();
        return app;
    }

    /// <summary>Edits spread over all cells, a hundred at a time, as long as real ones.</summary>
    private static async Task EditAsync(WebApplication app, int changes)
    {
        var contexts = app.Services.GetRequiredService<IDbContextFactory<ClinicDbContext>>();
        await using var db = await contexts.CreateDbContextAsync();
        var cells = await db.Changes.AsNoTracking().Where(change => change.Criterion != null).OrderBy(change => change.Id).ToListAsync();
        foreach (var chunk in Enumerable.Range(0, changes).Chunk(20))
        {
            db.ChangeTracker.Clear();
            var set = new ChangeSet { By = "Nora", At = DateTimeOffset.UtcNow, Why = "Measured" };
            foreach (var number in chunk)
            {
                var cell = cells[number % cells.Count];
                set.Changes.Add(
                    new()
                    {
                        Path = cell.Path,
                        Version = 2 + number / cells.Count,
                        Before = cell.After,
                        After = cell.After!.Replace(".\"", $" {number}.\"", StringComparison.Ordinal),
                    });
            }
            db.Add(set);
            await db.SaveChangesAsync();
        }
    }

    private static async Task<HttpClient> SignedInAsync(WebApplication app)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
        await client.PostAsync(
            "/staff/sign-in",
            new FormUrlEncodedContent(
                [new(
                    "Email", "ada@clinic.example"), new("Password", Password), new("__RequestVerificationToken",
                    await TokenAsync(client, "/staff/sign-in"))]));
        return client;
    }

    private static async Task<string> TokenAsync(HttpClient client, string address)
    {
        const string before = "__RequestVerificationToken\" type=\"hidden\" value=\"";
        var page = await client.GetStringAsync(address);
        var start = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return page[start..page.IndexOf('"', start)];
    }

    private static async Task MeasureAsync(HttpClient client, string address)
    {
        var isPost = address.StartsWith("POST ", StringComparison.Ordinal);
        var path = isPost ? address[5..] : address;
        var token = isPost ? await TokenAsync(client, "/staff/account") : "";
        var many = isPost ? AnswersOf(await client.GetStringAsync(path.Split('?')[0])) : [];
        var (times, body, busy) = (new List<double>(), Array.Empty<byte>(), TimeSpan.Zero);
        for (var time = -WarmUps; time < Times; time++)
        {
            if (time == 0)
            {
                times.Clear();
                busy = Environment.CpuUsage.TotalTime;
            }
            var clock = Stopwatch.StartNew();
            using var answer = isPost
                ? await client.PostAsync(path, new FormUrlEncodedContent(Typed(token, time, many)))
                : await client.GetAsync(path);
            body = await answer.Content.ReadAsByteArrayAsync();
            times.Add(clock.Elapsed.TotalMilliseconds);
            if ((int)answer.StatusCode is StatusCodes.Status404NotFound or >= 500
                || !isPost && (int)answer.StatusCode != StatusCodes.Status200OK)
                throw new InvalidOperationException($"{address} answered {answer.StatusCode}.");
        }
        var processor = (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / Times;
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| `{address}` | {times[Times / 2]:0.0} | {times[Times * 95 / 100]:0.0} | {processor:0.0} | {body.Length / 1024} "
                + $"| {Compressed(body) / 1024} |"));
    }

    /// <summary>As the portal compresses staff pages.</summary>
    private static long Compressed(byte[] page)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(page);
        return compressed.Length;
    }

    /// <summary>Every text anew; each save before was of the version before.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Typed(string token, int time, List<(string Key, int Version)> many)
    {
        yield return new("__RequestVerificationToken", token);
        yield return new("Form.Version", (time + WarmUps + 1).ToString(CultureInfo.InvariantCulture));
        yield return new("Form.Text", $"Measured {time}.");
        foreach (var (index, (key, version)) in many.Index())
        {
            yield return new($"Form.Answers[{index}].Key", key);
            yield return new($"Form.Answers[{index}].Answer.Version", (version + time + WarmUps).ToString(CultureInfo.InvariantCulture));
            yield return new($"Form.Answers[{index}].Answer.Text", $"Measured {time}.");
        }
    }

    /// <summary>The answers of a form of many, with their versions.</summary>
    private static List<(string Key, int Version)> AnswersOf(string page) =>
        [.. ManyAnswers().Matches(page).Select(match =>
            (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))];

    [GeneratedRegex("""\.Key" value="([^"]+)">\s*<input type="hidden" name="[^"]+\.Version" value="(\d+)">""")]
    private static partial Regex ManyAnswers();
}
