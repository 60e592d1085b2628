using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Commands;

/// <summary>What the backup commands do, and what they say about it.</summary>
public sealed class BackupWork(IServiceProvider services, TextWriter output, TextWriter error)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    private BackupStore Backups => services.GetRequiredService<BackupStore>();

    private DataFolder Folder => services.GetRequiredService<DataFolder>();

    private ClinicCalendar Calendar => services.GetRequiredService<ClinicCalendar>();

    public Task<int> CreateAsync(CancellationToken cancel) => GuardedAsync(async () =>
    {
        var made = await Backups.CreateAsync(BackupReason.ByHand, cancel);
        await output.WriteLineAsync($"Made and verified {made.File.Path}.");
        await services.GetRequiredService<AuditLog>()
            .RecordAsync(AuditKind.Export, made.File.Name, "Backup made by hand.", CancellationToken.None);
        return made.SecondProblem is { } problem ? await FailAsync(problem) : 0;
    });

    public Task<int> ListAsync(CancellationToken cancel) => GuardedAsync(async () =>
    {
        var all = Backups.List();
        foreach (var file in all)
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{file.Name}  {Calendar.FormatMoment(file.MadeAt)}  {(new FileInfo(file.Path).Length + 1023) / 1024:#,0} KB"));
        if (all.Count == 0)
            await output.WriteLineAsync($"There is no backup in {Folder.Backups}.");
        return 0;
    });

    public Task<int> VerifyAsync(string? name, CancellationToken cancel) => GuardedAsync(async () =>
    {
        IReadOnlyList<string> paths = name is null ? [.. Backups.List().Select(file => file.Path)] : [PathOf(name)];
        if (paths.Count == 0)
            return await FailAsync($"There is no backup in {Folder.Backups} to verify. Make one first with \"backup create\".");
        var damaged = 0;
        foreach (var path in paths)
            try
            {
                using var backup = await Backups.UnpackAsync(path, cancel);
                await output.WriteLineAsync($"{Path.GetFileName(path)} is complete and undamaged: {Contents(backup.Manifest)}.");
            }
            catch (StoreException damage)
            {
                damaged++;
                await error.WriteLineAsync(damage.Message);
            }
        return damaged == 0 ? 0 : 1;
    });

    public Task<int> RestoreAsync(string name, bool yes, CancellationToken cancel) => GuardedAsync(async () =>
    {
        switch (await services.GetRequiredService<StoreRestore>().RestoreAsync(PathOf(name), yes, cancel))
        {
            case RestoreOutcome.Warned warned:
                await error.WriteLineAsync(Newer(warned.Newer));
                await WriteHoldsAsync(error, warned.Holds, "These safety holds came after the backup. They would be applied again:");
                return await FailAsync(
                    "Nothing was restored. To restore the backup anyway, add --yes: the present data is kept as a backup first.");
            case RestoreOutcome.Restored restored:
                await output.WriteLineAsync(
                    $"Restored the backup from {Calendar.FormatMoment(restored.Backup.MadeAt)}: {Contents(restored.Backup)}.");
                if (restored.Newer is { IsAny: true } newer)
                    await output.WriteLineAsync(Newer(newer));
                await WriteHoldsAsync(output, restored.Holds, "These safety holds came after the backup, and have been applied again:");
                if (restored.Stopped > 0)
                    await output.WriteLineAsync(
                        $"Scheduled publications in the backup: {restored.Stopped}. They are stopped until someone checks them in the "
                        + "staff area, under Publish.");
                if (restored.KeptAt is { } kept)
                    await output.WriteLineAsync($"What was there before is kept in {kept}.");
                await output.WriteLineAsync("You can start the portal now.");
                return 0;
            default:
                throw new InvalidOperationException("An outcome that this command does not know.");
        }
    });

    public Task<int> DrillAsync(CancellationToken cancel) => GuardedAsync(async () =>
    {
        var result = await services.GetRequiredService<RestoreDrill>().RunAsync(cancel);
        if (result.Problem is { } problem)
            return await FailAsync($"Do not rely on {result.Backup}: {problem} Make a new backup with \"backup create\".");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{result.Backup} can be restored: edition {result.Edition} opens, "
            + $"{result.Treatments} treatments and all {result.Rows:#,0} rows are there."));
        return 0;
    });

    private async Task WriteHoldsAsync(TextWriter writer, CarriedHolds? holds, string heading)
    {
        if (holds is null)
            await writer.WriteLineAsync("The safety holds of the data that is replaced cannot be read. Once the portal runs, look under "
                + "\"Safety holds\", and hide again what patients must not see.");
        if (holds is not { IsAny: true })
            return;
        await writer.WriteLineAsync(heading);
        foreach (var step in holds.Holds)
            await writer.WriteLineAsync(
                $"  {step.Name}, since {Calendar.FormatMoment(step.At)}, by {step.By}{(step.Why is null ? "" : $": {step.Why}")}");
        foreach (var step in holds.Lifted)
            await writer.WriteLineAsync(
                $"  {step.Name}: {step.By} showed it to patients again on {Calendar.FormatMoment(step.At)}, after this backup. Check what "
                + "it says now, then show it again.");
    }

    private string PathOf(string name) =>
        Backups.List().FirstOrDefault(file => file.Name == name) is { } known ? known.Path : Path.GetFullPath(name);

    private static string Contents(BackupManifest backup) =>
        $"edition {backup.Store.Edition}, {RunningText.Count(backup.Store.AllRows, "row")}, "
            + RunningText.Count(backup.Files.Count - 1, "other file");

    private static string Newer(NewerThanBackup newer)
    {
        string[] parts =
        [
            .. newer.Editions.Count == 0 ? [] : new[]
            {
                newer.Editions.Count == 1 ? $"edition {newer.Editions[0]}" : $"editions {newer.Editions[0]} to {newer.Editions[^1]}",
            },
            .. newer.Changes == 0 ? [] : new[] { RunningText.Count(newer.Changes, "saved change") },
            .. newer.Rows <= 0 ? [] : new[] { $"{RunningText.Count(newer.Rows, "row")} more in all tables together" },
        ];
        var age = newer.Days == 0 ? "less than a day" : RunningText.Count(newer.Days, "day");
        return $"The backup is {age} old. It does not contain what came after it: {string.Join(", ", parts)}.";
    }

    private async Task<int> FailAsync(string reason)
    {
        await error.WriteLineAsync(reason);
        return 1;
    }

    private Task<int> GuardedAsync(Func<Task<int>> work) =>
        ErrorReporting.RunAsync(() => ErrorReporting.NamingStoreAsync(Folder.Path, work), error);
}
