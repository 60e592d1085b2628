using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace ClinicPortal.Browser.Tests;

/// <summary>The portal as its users start it: a process of its own with an empty data folder, on a free port.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _data = Directory.CreateTempSubdirectory("portal-browser-").FullName;

    private PortalProcess(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("dotnet", [Metadata("Portal"), "--urls", Address])
        {
            WorkingDirectory = Metadata("ContentRoot"),
            RedirectStandardOutput = true,
            Environment = { ["Portal__DataDirectory"] = _data },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public string Address { get; }

    public static async Task<PortalProcess> StartAsync()
    {
        var portal = new PortalProcess(FreePort());
        using var client = new HttpClient { BaseAddress = new Uri(portal.Address) };
        var waited = Stopwatch.StartNew();
        while (!await IsReady(client))
        {
            if (portal._process.HasExited || waited.Elapsed > LongestStart)
                throw new InvalidOperationException("The portal did not become ready; start it by hand to see why.");
            await Task.Delay(100);
        }
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Metadata(string key) =>
        typeof(PortalProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
