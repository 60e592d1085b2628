using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ClinicPortal.Core;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Testing;

/// <summary>The portal as its users start it: a process and a data folder of its own, on a port that it chooses itself.</summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    public const string Password = "violet tram under eleven pears";

    private Process? _process;

    // A port that is looked up beforehand may be taken by the time the portal listens on it: the portal asks for any, and says which.
    private int _port;

    /// <summary>The top of the repository, where wwwroot and the settings stand.</summary>
    public static string ContentRoot => Metadata("ContentRoot");

    // A name and not a number: passkeys belong to a name.
    public string Address => $"http://localhost:{_port}";

    public string Data { get; } = Directory.CreateTempSubdirectory("portal-process-").FullName;

    /// <param name="filled">Begins with the sample clinic in its store, as after a first start, which takes longer.</param>
    public static async Task<PortalProcess> StartAsync(bool filled = true)
    {
        var portal = filled ? await FilledAsync() : new();
        await portal.RunAsync();
        return portal;
    }

    /// <summary>The folder of a portal that is not running, with the sample clinic in its store.</summary>
    public static async Task<PortalProcess> FilledAsync()
    {
        var portal = new PortalProcess();
        await File.WriteAllBytesAsync(new DataFolder(portal.Data).Database, await SampleClinic.Database.Value);
        return portal;
    }

    /// <summary>Also after <see cref="PullThePlugAsync"/>, on the same address and the same data.</summary>
    public async Task RunAsync(params string[] settings)
    {
        var said = new ConcurrentQueue<string>();
        var listens = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Start(["--urls", $"http://127.0.0.1:{_port}", .. settings]);
        _process.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");
            if (line.Data is null)
                listens.TrySetException(new InvalidOperationException($"The portal ended:\n{string.Join('\n', said)}"));
            else if (Listening().Match(line.Data) is { Success: true } match)
                listens.TrySetResult(int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture));
        };
        _process.BeginOutputReadLine();
        _port = await listens.Task.WaitAsync(LongestStart);
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var limit = new CancellationTokenSource(LongestStart);
        while (!await IsReady(client))
            await Task.Delay(100, limit.Token);
    }

    /// <summary>Starts a portal that cannot start, and waits until it has given up.</summary>
    public static async Task<(int ExitCode, string Error, string Log)> FailAsync(params string[] settings)
    {
        await using var portal = await FilledAsync();
        return await portal.RunToTheEndAsync(settings);
    }

    /// <summary>Ends the process at once, without a word of warning to it.</summary>
    public async Task PullThePlugAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Lets a person in who signs in with <see cref="Password"/>, and is sooner here than by the command.</summary>
    public async Task InviteAsync(string name, StaffRole role)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(SampleClinic.Pictures)
            .AddClinicStore(Data);
        services.AddIdentityCore<StaffUser>().AddEntityFrameworkStores<ClinicDbContext>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var address = AddressOf(name);
        var person = new StaffUser { UserName = address, Email = address, Name = name, Role = role, Registration = "GMC 1234567" };
        person.PasswordHash = people.PasswordHasher.HashPassword(person, Password);
        var result = await people.CreateAsync(person);
        if (!result.Succeeded)
            throw new InvalidOperationException($"{name} could not be invited: {result}");
    }

    /// <summary>The command that an owner of the portal would type.</summary>
    public async Task InviteByCommandAsync(string name, StaffRole role, params string[] options)
    {
        using var command = Start(
            [
                "staff", "invite", AddressOf(name), "--name", name, "--role", role.ToString(), "--registration", $"GMC {name}",
                "--password-stdin", .. options]);
        await command.StandardInput.WriteLineAsync(Password);
        command.StandardInput.Close();
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        if (command.ExitCode != 0)
            throw new InvalidOperationException($"{name} could not be invited: {said}");
    }

    /// <summary>A command, or a start that is refused: how it ends, what it says on the error stream, and what it prints or logs.</summary>
    public async Task<(int ExitCode, string Error, string Log)> RunToTheEndAsync(params string[] arguments)
    {
        using var process = Start(arguments, errors: true);
        var said = (Output: process.StandardOutput.ReadToEndAsync(), Error: process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(LongestStart);
        await using (limit.Token.Register(() => process.Kill(entireProcessTree: true)))
            await process.WaitForExitAsync(CancellationToken.None);
        if (limit.IsCancellationRequested)
            throw new InvalidOperationException("The portal did not end.");
        return (process.ExitCode, await said.Error, await said.Output);
    }

    /// <summary>A command that is killed a while after it has begun to write in the data folder, unless it has ended by then.</summary>
    public Task KillAtWorkAsync(TimeSpan life, params string[] arguments) =>
        KillAfterAsync(".scratch-*", WatcherChangeTypes.Created, life, arguments);

    /// <summary>A command that is killed a while after it has first written into the database, unless it has ended by then.</summary>
    /// <returns>How long it lived from that write on.</returns>
    public Task<TimeSpan> KillAtWriteAsync(TimeSpan life, params string[] arguments) =>
        KillAfterAsync(Path.GetFileName(new DataFolder(Data).Database) + "-wal", WatcherChangeTypes.Changed, life, arguments);

    // The log of the database is there as soon as it is read, and grows when it is written.
    private async Task<TimeSpan> KillAfterAsync(string file, WatcherChangeTypes sign, TimeSpan life, string[] arguments)
    {
        var writes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Notice(object _, FileSystemEventArgs change)
        {
            if (change.ChangeType == sign)
                writes.TrySetResult();
        }
        using var watcher = new FileSystemWatcher(Data, file) { IncludeSubdirectories = true };
        watcher.NotifyFilter = NotifyFilters.DirectoryName | NotifyFilters.FileName | NotifyFilters.Size;
        watcher.Created += Notice;
        watcher.Changed += Notice;
        watcher.EnableRaisingEvents = true;
        using var process = Start(arguments, errors: true);
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAny(writes.Task, said);
        var written = Stopwatch.StartNew();
        await Task.WhenAny(Task.Delay(life), said);
        var lived = written.Elapsed;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await said;
        if (!writes.Task.IsCompleted)
            throw new InvalidOperationException($"The command wrote nothing: {string.Join(' ', await said)}");
        return lived;
    }

    public static string AddressOf(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@clinic.example";

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await PullThePlugAsync();
        Directory.Delete(Data, recursive: true);
    }

    private Process Start(string[] arguments, bool errors = false) => Process.Start(new ProcessStartInfo(
        "dotnet", [Metadata("Portal"), .. arguments])
    {
        WorkingDirectory = ContentRoot,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = errors,
        // As for the tests themselves: a portal of a few requests never earns back what counting costs.
        Environment = { ["Portal__DataDirectory"] = Data, ["Portal__Backup__At"] = "never", ["DOTNET_TieredPGO"] = "0" },
    })!;

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

    [GeneratedRegex(@"Now listening on: [\\""]*http://127\.0\.0\.1:(?<port>[0-9]+)")]
    private static partial Regex Listening();

    private static string Metadata(string key) =>
        typeof(PortalProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!;
}
