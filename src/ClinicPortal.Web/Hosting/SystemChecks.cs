using System.Globalization;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Storage.Backups;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// What an operator must know to be true: of the settings, the data folder and what lies in it. It changes no data, beside a
/// portal that runs or without one. What only requests tell (<see cref="ProxySightings"/>) and the mail server are asked elsewhere.
/// </summary>
public sealed class SystemChecks(
    PortalOptions options, DataFolder folder, PortalStore store, StoreCondition condition, Publisher publisher, BackupStore backups,
    BackupMonitor monitor, ClinicCalendar calendar, TimeProvider clock, IServiceProvider services)
{
    private const long Gigabyte = 1_000_000_000;
    private const string Restore = "Stop the portal and restore a backup.";

    /// <summary>The database grows, and a backup and its verification each need its size again, now and for the next release.</summary>
    private const int RoomForDatabase = 10;

    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public async Task<IReadOnlyList<SystemCheck>> RunAsync(CancellationToken cancel) =>
    [
        Address(), Encryption(), TimeZone(), Market(),
        .. Directory.Exists(folder.Path)
            ?
            [
                await GuardedAsync("Permissions", subject => Task.FromResult(Permissions(subject))),
                await GuardedAsync("Disk", subject => Task.FromResult(Disk(subject))),
                await GuardedAsync("Database", subject => DatabaseAsync(subject, cancel)),
                await GuardedAsync("Keys", subject => Task.FromResult(Keys(subject))),
                await GuardedAsync("Backups", subject => BackupsAsync(subject, cancel)),
                await GuardedAsync("Second copy", subject => Task.FromResult(SecondFolder(subject))),
            ]
            : new[] { NoFolder() },
    ];

    private SystemCheck Address() => options.PublicOrigin is { } origin
        ? SystemCheck.Right("Address", $"Patients reach the portal at {origin.GetLeftPart(UriPartial.Authority)}{options.PathBase}/")
        : SystemCheck.Wrong(
            "Address",
            "Portal:PublicOrigin is not set. Emails, printed codes and the sitemap use the address that the server listens on, "
                + "which may not work on other machines.",
            "Set Portal:PublicOrigin to the address that patients use, for example https://portal.clinic.example.");

    private SystemCheck Encryption()
    {
        const string Subject = "Encryption and cookies";
        return options.IsHttps
            ? SystemCheck.Right(
                Subject,
                $"Browsers are told to use https only, for a year{(options.HstsIncludeSubDomains ? ", on all subdomains too" : "")}. "
                    + $"Cookies are sent over https only{(options.PathBase == "" ? ", and to this host alone" : "")}.")
            : SystemCheck.Wrong(
                Subject,
                "Portal:PublicOrigin is not an https address, so pages, passwords and cookies may be sent unencrypted.",
                "Put a proxy with TLS in front of the portal, and set Portal:PublicOrigin to the https address. See docs/operations.md.");
    }

    private SystemCheck TimeZone()
    {
        var finding = $"The clinic's clock shows {calendar.FormatMoment(clock.GetUtcNow())}.";
        return options.TimeZone.Id != TimeZoneInfo.Utc.Id
            ? SystemCheck.Right("Time", finding)
            : SystemCheck.Unsure(
                "Time",
                finding,
                "If the clock on the clinic's wall shows another time, or changes in summer, set Portal:TimeZone to the clinic's time "
                    + "zone, for example Europe/London.");
    }

    private SystemCheck Market() => options.Market.Name is { } country
        ? SystemCheck.Right("Advertising rules", $"The rules that hold in {country} are applied.")
        : SystemCheck.Unsure(
            "Advertising rules",
            "No country's advertising rules are applied.",
            $"If the clinic is in one of these countries, set Portal:Market to it: {string.Join(", ", KnownMarkets.All.Select(market =>
                $"{market.Slug} ({market.Name})"))}. If not, there is nothing to do.");

    private SystemCheck NoFolder() => SystemCheck.Unsure(
        "Data folder",
        $"There is no folder {folder.Path}.",
        "If this is a new clinic, start the portal: it makes one. If not, correct Portal:DataDirectory, or restore a backup.");

    private SystemCheck Permissions(string subject)
    {
        if (OperatingSystem.IsWindows())
            return SystemCheck.Unsure(
                subject, "The portal does not check permissions on Windows.", $"Let only the portal's account open {folder.Path}.");
        return (File.GetUnixFileMode(folder.Path) & OfOthers) == 0
            ? SystemCheck.Right(subject, "Only the portal's own account can open the data folder.")
            : SystemCheck.Wrong(
                subject,
                "Other accounts on this machine can open the data folder, which holds password hashes and keys.",
                $"On the server, run: chmod go-rwx \"{folder.Path}\"");
    }

    private SystemCheck Disk(string subject)
    {
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        var database = new FileInfo(folder.Database) is { Exists: true } file ? file.Length : 0;
        var finding = $"{SizeOf(free)} free. The database takes up {SizeOf(database)}.";
        return free >= Math.Max(Gigabyte, RoomForDatabase * database)
            ? SystemCheck.Right(subject, finding)
            : SystemCheck.Wrong(
                subject,
                finding,
                "Free some disk space. Backups and upgrades need at least 1 GB, "
                    + $"or {RoomForDatabase} times the size of the database if that is more.");
    }

    private async Task<SystemCheck> DatabaseAsync(string subject, CancellationToken cancel)
    {
        if (!store.Exists && store.HasBegun)
            return SystemCheck.Wrong(
                subject,
                $"The database is missing from {folder.Path}, where a portal has already run.",
                "Check that Portal:DataDirectory is the right folder. If it is, restore a backup.");
        if (!store.Exists)
            return SystemCheck.Unsure(
                subject,
                $"There is no database in {folder.Path}.",
                "If this is a new clinic, start the portal: it makes one. If not, correct Portal:DataDirectory, or restore a backup.");
        try
        {
            if (await store.FindDamageAsync(cancel) is { } damage)
                return SystemCheck.Wrong(
                    subject, $"The database is damaged: {damage.TrimEnd('.')}.", Restore);
            var release = await store.ReleaseAsync(cancel);
            if (release is StoreRelease.This or StoreRelease.Earlier)
                await store.ProbeAsync(cancel);
            return (release, condition.Trouble) switch
            {
                (StoreRelease.None, _) => SystemCheck.Wrong(
                    subject, "The database is empty.", "Restore a backup, or move the folder away and start a new clinic."),
                (StoreRelease.Later, _) => SystemCheck.Wrong(
                    subject,
                    "The database was written by a newer version of the portal.",
                    "Start that version, or restore a backup made before it."),
                (StoreRelease.Trial, _) => SystemCheck.Wrong(
                    subject,
                    "The database comes from a trial version of the portal.",
                    "To keep its content, export it with that version. Then move the folder away, start again and import the file."),
                (_, { } trouble) => SystemCheck.Wrong(subject, $"Nothing can be saved because {trouble.Reason}.", FixFor(trouble)),
                (StoreRelease.Earlier, _) => SystemCheck.Unsure(
                    subject,
                    "The database was written by an earlier version of the portal.",
                    "It will be backed up and upgraded at the next start."),
                _ => SystemCheck.Right(subject, $"The database is undamaged. {await NewestEditionAsync(cancel)}"),
            };
        }
        catch (Exception failure) when (StoreTrouble.Of(failure) is { } trouble)
        {
            return SystemCheck.Wrong(subject, $"The database cannot be read because {trouble.Reason}.", FixFor(trouble));
        }
    }

    private static string FixFor(StoreTrouble trouble) => trouble.IsDamage
        ? Restore
        : "Fix the cause. The portal then carries on without a restart. See docs/operations.md.";

    private async Task<string> NewestEditionAsync(CancellationToken cancel) =>
        await publisher.LatestNumberAsync(cancel) is > 0 and var number
            ? $"Its newest edition is {number}."
            : "Nothing has been published yet.";

    private SystemCheck Keys(string subject)
    {
        var now = clock.GetUtcNow();
        // Whoever asks for the keys makes their folder, with the rights of whoever asks.
        IEnumerable<IKey> keys = Directory.Exists(folder.Keys) ? services.GetRequiredService<IKeyManager>().GetAllKeys() : [];
        var valid = keys.Where(key => !key.IsRevoked && key.ExpirationDate > now).ToList();
        return valid.Count > 0
            ? SystemCheck.Right(
                subject,
                $"The key that protects sign-ins is valid until {calendar.FormatDay(valid.Max(key => key.ExpirationDate))}. "
                    + "The portal renews it.")
            : SystemCheck.Unsure(
                subject,
                $"There is no valid key in {folder.Keys}.",
                "The portal makes one when it starts. If there was one before, stop the portal first and copy the folder \"keys\" out of a "
                    + "backup: without it everyone is signed out, and authenticator apps must be set up again.");
    }

    private async Task<SystemCheck> BackupsAsync(string subject, CancellationToken cancel)
    {
        var report = await monitor.ReportAsync(cancel);
        var finding = string.Join(' ', [report.Newest, report.Drill, .. report.Problems]).Trim();
        return (report, options.Backup.At) switch
        {
            ({ Problems.Count: > 0 }, _) => SystemCheck.Wrong(
                subject,
                finding,
                "Fix the cause, then run \"backup create\" and \"backup drill\" on the server. The portal shows a failure "
                    + "until it makes its own next backup."),
            (_, null) => SystemCheck.Wrong(
                subject, $"The portal makes no backups by itself. {finding}", "Set Portal:Backup:At to a time, for example 03:00."),
            ({ HasAny: false }, { } at) => SystemCheck.Unsure(
                subject,
                finding,
                $"The portal makes one every day at {at:HH:mm}. If that time has passed since it was first started, look in its log for "
                    + "the reason. To make one now, run \"backup create\" on the server."),
            _ => SystemCheck.Right(subject, finding),
        };
    }

    private SystemCheck SecondFolder(string subject)
    {
        return (options.Backup.SecondFolder, backups.Newest()) switch
        {
            (null, _) => SystemCheck.Wrong(
                subject,
                "Backups are in the data folder, beside the database, and would be lost with it.",
                "Set Portal:Backup:SecondFolder to a folder on another disk or machine."),
            ({ } second, _) when !Directory.Exists(second) => SystemCheck.Wrong(
                subject, $"The portal cannot find or open the folder {second}.",
                "Connect its disk, let the portal's account open the folder, or correct Portal:Backup:SecondFolder."),
            ({ } second, { } newest) when !File.Exists(Path.Combine(second, newest.Name)) => SystemCheck.Wrong(
                subject,
                $"The newest backup, {newest.Name}, is not in {second}.",
                "Check that its disk is connected and that the portal's account can write there, then run \"backup create\" on the "
                    + "server."),
            ({ } second, null) => SystemCheck.Unsure(
                subject, $"Backups will be copied to {second}.", "Check again when there is a backup."),
            var (second, _) => SystemCheck.Right(subject, $"The newest backup is in {second} too."),
        };
    }

    /// <summary>What cannot be looked at is wrong, and no reason to keep silent about the rest.</summary>
    private static async Task<SystemCheck> GuardedAsync(string subject, Func<string, Task<SystemCheck>> check)
    {
        try
        {
            return await check(subject);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return SystemCheck.Wrong(
                subject,
                $"This could not be checked: {failure.Message.TrimEnd('.')}.",
                "Check that the portal's account can read and write the data folder. If it can, send this message to whoever maintains "
                    + "the portal.");
        }
    }

    private static string SizeOf(long bytes) => bytes >= Gigabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Gigabyte:#,0.0} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
