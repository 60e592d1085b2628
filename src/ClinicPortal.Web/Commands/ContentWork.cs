using System.Text;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Pages;

namespace ClinicPortal.Web.Commands;

/// <summary>What the content commands do, and what they say about it.</summary>
public sealed class ContentWork(IServiceProvider services, TimeProvider clock, TextWriter output, TextWriter error)
{
    public const string Self = "Command line";

    public TextWriter Output => output;

    public TextWriter Error => error;

    private string DataFolder => services.GetRequiredService<DataFolder>().Path;

    public Task<int> ImportAsync(
        string file, bool dryRun, bool publish, string? reason, CancellationToken cancel) => GuardedAsync(async () =>
    {
        var content = ContentFile.Read(file);
        var isNew = !services.GetRequiredService<PortalStore>().Exists;
        await OpenAsync(cancel);
        if (!isNew && !dryRun)
            await BackUpAsync(cancel);
        switch (await services.GetRequiredService<ContentImporter>().ImportAsync(content, dryRun, cancel))
        {
            case ImportOutcome.Imported imported:
                Say(imported.Changes.Select(change => change.ToString()));
                Say([Summary(imported.Changes.Count, dryRun)]);
                if (publish)
                    return await PublishNowAsync(Self, $"Imported from {Path.GetFileName(file)}", reason, cancel);
                Warn(imported.Warnings);
                return 0;
            case ImportOutcome.Refused refused:
                return Refuse(refused.Problems);
            default:
                throw new InvalidOperationException("An outcome that this command does not know.");
        }
    });

    public Task<int> ExportAsync(string file, CancellationToken cancel) => GuardedAsync(async () =>
    {
        await OpenExistingAsync(cancel);
        var content = await services.GetRequiredService<ContentExporter>().ExportAsync(cancel);
        using var text = new StringWriter();
        ContentFile.Write(content, text);
        if (await WriteAsync(file, [".yaml", ".yml"], text.ToString(), cancel) is not 0 and var failed)
            return failed;
        await services.GetRequiredService<AuditLog>()
            .RecordAsync(AuditKind.Export, Path.GetFileName(file), "Content exported.", CancellationToken.None);
        return 0;
    });

    public Task<int> PublishAsync(string by, string? note, string? reason, CancellationToken cancel) => GuardedAsync(async () =>
    {
        await OpenExistingAsync(cancel);
        return await PublishNowAsync(by, note, reason, cancel);
    });

    public Task<int> SchemaAsync(string file, CancellationToken cancel) =>
        GuardedAsync(() => WriteAsync(file, [".json"], ContentSchema.Text(), cancel));

    private async Task<int> PublishNowAsync(string by, string? note, string? reason, CancellationToken cancel)
    {
        var publisher = services.GetRequiredService<Publisher>();
        Warn((await publisher.DraftAsync(chosen: null, clock.GetUtcNow(), cancel)).Warnings);
        switch (await publisher.PublishAsync(by, note, clock.GetUtcNow(), choice: null, reason, cancel))
        {
            case PublishOutcome.Published published:
                Say([$"Published edition {published.Number}."]);
                return 0;
            case PublishOutcome.NothingChanged unchanged:
                Say([$"Nothing has changed since edition {unchanged.Number}; nothing was published."]);
                return 0;
            case PublishOutcome.NeedsReason { Unreviewed.Count: var unsigned, Warnings.Count: var warnings }:
                await error.WriteLineAsync(
                    $"Nothing was published, because there are {Grammar.Unfinished(unsigned, warnings)}. Put this right in the staff area, "
                    + "or add --reason with the reason for publishing anyway. Patients can read the reason.");
                return 1;
            case PublishOutcome.Refused refused:
                return Refuse(refused.Reasons);
            default:
                throw new InvalidOperationException("An outcome that this command does not know.");
        }
    }

    private async Task BackUpAsync(CancellationToken cancel)
    {
        var made = await services.GetRequiredService<BackupStore>().CreateAsync(BackupReason.BeforeImport, cancel);
        Say([$"Made the backup {made.File.Name} first."]);
        if (made.SecondProblem is { } problem)
            await error.WriteLineAsync($"Warning: {problem}");
    }

    private Task OpenAsync(CancellationToken cancel) =>
        services.GetRequiredService<PortalStore>().OpenAsync(clock.GetUtcNow(), cancel);

    private Task OpenExistingAsync(CancellationToken cancel) => services.GetRequiredService<PortalStore>().Exists
        ? OpenAsync(cancel)
        : throw new StoreException(
            $"There is no store in {DataFolder}. Set Portal:DataDirectory to the portal's data folder, or import a content file first.");

    // The name is typed by hand, and the portal's own files lie near: only an older one of the same kind is written over.
    private async Task<int> WriteAsync(string file, string[] kinds, string text, CancellationToken cancel)
    {
        if (File.Exists(file) && !kinds.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
        {
            await error.WriteLineAsync($"{file} is there already, and its name does not end with {string.Join(" or ", kinds)}. "
                + "It was not written over. Choose another name.");
            return 1;
        }
        await File.WriteAllTextAsync(file, text, new UTF8Encoding(false), cancel);
        Say([$"Wrote {file}."]);
        return 0;
    }

    private static string Summary(int changes, bool dryRun) => (changes, dryRun) switch
    {
        (0, _) => "The store says so already; nothing changes.",
        (_, true) => $"{changes} to change; nothing was changed, because this was a dry run.",
        _ => $"{changes} changed.",
    };

    private void Warn(IEnumerable<ContentProblem> warnings)
    {
        foreach (var warning in warnings)
            error.WriteLine($"Warning: {warning.Path}: {warning.Message}");
    }

    private int Refuse(IEnumerable<ContentProblem> problems)
    {
        foreach (var problem in problems)
            error.WriteLine($"{problem.Path}: {problem.Message}");
        return 1;
    }

    private void Say(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            output.WriteLine(line);
    }

    private Task<int> GuardedAsync(Func<Task<int>> work) =>
        ErrorReporting.RunAsync(() => ErrorReporting.NamingStoreAsync(DataFolder, work), error);
}
