using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ClinicPortal.Benchmarks;

/// <summary>
/// How much the published portal answers, beside what the framework alone makes of the same bytes: each server on the first core, wrk with
/// one thread and 32 connections on the second, so that both always have the same machine. What is compared is measured by turns, and the
/// table holds medians.
/// </summary>
internal sealed partial class LoadTable(string portal, int seconds)
{
    private const int Rounds = 3;
    private const string Comparison = "compare/mesotherapy-vs-prp", Small = "privacy", Search = "search?q=hair";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    public async Task PrintAsync()
    {
        var data = Directory.CreateTempSubdirectory("load-").FullName;
        using var logging = await StartPortalAsync(data);
        using var quiet = await StartPortalAsync(data, ("Serilog__MinimumLevel__Default", "Warning"));
        using var uncached = await StartPortalAsync(
            data, ("Serilog__MinimumLevel__Default", "Warning"), ("Portal__PageCacheBytes", "0"));
        using var limits = await StartLimitsAsync($"{quiet.Address}/{Comparison}", $"{quiet.Address}/{Small}");

        Console.WriteLine("| requests a second | portal | framework | of it |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var (page, number) in new[] { (Comparison, 0), (Small, 1) })
            foreach (var (server, log) in new[] { (logging, "with its log"), (quiet, "without a log") })
                await PrintAsync(
                    $"/{page}, kept, {log}; output cache", $"{server.Address}/{page}", $"{limits.Address}/output-cache/{number}");
        await PrintAsync($"/{Comparison}, kept; bytes alone", $"{quiet.Address}/{Comparison}", $"{limits.Address}/bytes/0");
        await PrintAsync($"/{Comparison}, made each time; plain page", $"{uncached.Address}/{Comparison}", $"{limits.Address}/plain");
        await PrintAsync($"/{Search}; plain page", $"{quiet.Address}/{Search}", $"{limits.Address}/plain");
        Console.WriteLine();
        Console.WriteLine($"Memory after this: portal with its log {logging.Megabytes} MB, without {quiet.Megabytes} MB, "
            + $"without a cache {uncached.Megabytes} MB; framework {limits.Megabytes} MB.");
        Console.WriteLine(await StartsAsync(data));
        Directory.Delete(data, recursive: true);
    }

    private async Task PrintAsync(string what, string portalPage, string frameworkPage)
    {
        // A server that has just started compiles what it repeats; that round does not count.
        await RequestsPerSecondAsync(portalPage);
        await RequestsPerSecondAsync(frameworkPage);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await RequestsPerSecondAsync(portalPage));
            theirs.Add(await RequestsPerSecondAsync(frameworkPage));
        }
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {Median(ours):#,0} | {Median(theirs):#,0} | {Median(ours) / Median(theirs):0.00} |"));
    }

    private async Task<string> StartsAsync(string data)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            using (var server = await StartPortalAsync(data))
                ours.Add(server.Started.TotalSeconds);
            using (var server = await StartLimitsAsync())
                theirs.Add(server.Started.TotalSeconds);
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"From start to the first answer: portal {Median(ours):0.00} s, framework {Median(theirs):0.00} s, "
            + $"{Median(ours) / Median(theirs):0.0} times.");
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(Rounds / 2);

    private async Task<double> RequestsPerSecondAsync(string address)
    {
        var wrk = new ProcessStartInfo("taskset") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-c", "1", "wrk", "-t1", "-c32", $"-d{seconds}s", "-H", "Accept-Encoding: gzip", address })
            wrk.ArgumentList.Add(argument);
        using var process = Process.Start(wrk)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        return !told.Contains("Non-2xx", StringComparison.Ordinal) && PerSecond().Match(told) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"wrk could not load {address}:\n{told}");
    }

    private Task<Server> StartPortalAsync(string data, params IEnumerable<(string, string)> settings) =>
        StartAsync([Path.GetFullPath(portal)], [("Portal__DataDirectory", data), .. settings], Path.GetDirectoryName(portal)!);

    private static Task<Server> StartLimitsAsync(params IEnumerable<string> pages) =>
        StartAsync([typeof(LoadTable).Assembly.Location, "limits", .. pages], [], "");

    private static async Task<Server> StartAsync(
        IEnumerable<string> program, IEnumerable<(string Name, string Value)> settings, string folder)
    {
        var server = new ProcessStartInfo("taskset") { RedirectStandardOutput = true, WorkingDirectory = folder };
        var address = $"http://127.0.0.1:{FreePort()}";
        foreach (var argument in new[] { "-c", "0", "dotnet" }.Concat(program).Append("--urls").Append(address))
            server.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            server.Environment[name] = value;
        var begin = Stopwatch.GetTimestamp();
        var process = Process.Start(server)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        while (true)
            try
            {
                using var answer = await client.GetAsync($"{address}/");
                return new(process, address, Stopwatch.GetElapsedTime(begin));
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(begin) < LongestStart)
            {
                await Task.Delay(10);
            }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Server(Process Process, string Address, TimeSpan Started) : IDisposable
    {
        public long Megabytes
        {
            get
            {
                Process.Refresh();
                return Process.WorkingSet64 / 1_000_000;
            }
        }

        public void Dispose()
        {
            Process.Kill(entireProcessTree: true);
            Process.WaitForExit();
            Process.Dispose();
        }
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
