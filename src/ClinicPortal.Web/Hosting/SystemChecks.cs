using System.Globalization;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// What an operator must know to be true: of the settings, the data folder and what lies in it. It looks and changes nothing, beside a
/// portal that runs or without one. What only requests tell (<see cref="ProxySightings"/>) and the mail server are asked elsewhere.
/// </summary>
public sealed class SystemChecks(
    PortalOptions options, IConfiguration configuration, DataFolder folder, PortalStore store, StoreCondition condition, Publisher publisher,
    BackupMonitor backups, ClinicCalendar calendar, TimeProvider clock, IServiceProvider services)
{
    private const long Gigabyte = 1_000_000_000;

    /// <summary>The database grows, and a backup and its verification each need its size again, now and for the next release.</summary>
    private const int RoomForDatabase = 10;

    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public async Task<IReadOnlyList<SystemCheck>> RunAsync(CancellationToken cancel) =>
    [
        Address(), Encryption(), Cookies(), TimeZone(), Market(), Rights(), Disk(), await DatabaseAsync(cancel), Keys(),
        await BackupsAsync(cancel), SecondFolder(),
    ];

    private SystemCheck Address() => options.PublicOrigin is { } origin
        ? SystemCheck.Right("Address", $"Patients use {origin.GetLeftPart(UriPartial.Authority)}{options.PathBase}.")
        : SystemCheck.Wrong(
            "Address",
            "Portal:PublicOrigin is not set. Mails, codes on paper and the sitemap say "
                + $"{ServerUrls.FirstReachable(configuration)}{options.PathBase}, which other machines may not reach.",
            "Set Portal:PublicOrigin to the address that patients use, for example https://portal.clinic.example.");

    private SystemCheck Encryption() => options.IsHttps
        ? SystemCheck.Right(
            "Encryption",
            $"Browsers are told to use https only, for a year{(options.HstsIncludeSubDomains ? ", on all subdomains too" : "")}.")
        : SystemCheck.Wrong(
            "Encryption",
            "Pages and passwords travel unencrypted.",
            "Put a proxy with TLS in front of the portal and set Portal:PublicOrigin to the https address. See docs/operations.md.");

    private SystemCheck Cookies() => options switch
    {
        { IsHttps: false } => SystemCheck.Wrong(
            "Cookies",
            "Cookies travel unencrypted: somebody on the same network could take over a session.",
            "They are protected as soon as Portal:PublicOrigin is an https address."),
        { PathBase: "" } => SystemCheck.Right("Cookies", "Cookies are sent over https only and belong to this host alone (__Host-)."),
        _ => SystemCheck.Right("Cookies", "Cookies are sent over https only (__Secure-)."),
    };

    private SystemCheck TimeZone()
    {
        var finding = $"The clinic's clock shows {calendar.FormatMoment(clock.GetUtcNow())}.";
        return options.TimeZone.Id != TimeZoneInfo.Utc.Id
            ? SystemCheck.Right("Time", finding)
            : SystemCheck.Unsure(
                "Time", finding, "If this is not the clinic's time, set Portal:TimeZone to where it is, for example Europe/London.");
    }

    private SystemCheck Market() => options.Market.Name is { } country
        ? SystemCheck.Right("Advertising rules", $"The clinic publishes by the rules for advertising in {country}.")
        : SystemCheck.Unsure(
            "Advertising rules",
            "No country's advertising rules are applied.",
            "If the clinic is in a country whose rules the portal knows, set Portal:Market. docs/operations.md lists them.");

    private SystemCheck Rights()
    {
        const string Subject = "Rights";
        if (OperatingSystem.IsWindows())
            return SystemCheck.Unsure(
                Subject, "The portal does not check rights on Windows.", $"Let only the portal's account open {folder.Path}.");
        return (File.GetUnixFileMode(folder.Path) & OfOthers) == 0
            ? SystemCheck.Right(Subject, "Only the portal's own account can open the data folder.")
            : SystemCheck.Wrong(
                Subject,
                "Other accounts on this machine can open the data folder, which holds passwords (as hashes) and keys.",
                $"Run: chmod go-rwx {folder.Path}");
    }

    private SystemCheck Disk()
    {
        const string Subject = "Disk";
        var free = new DriveInfo(folder.Path).AvailableFreeSpace;
        var database = new FileInfo(folder.Database) is { Exists: true } file ? file.Length : 0;
        var finding = $"{SizeOf(free)} are free; the database has {SizeOf(database)}.";
        return free >= Math.Max(Gigabyte, RoomForDatabase * database)
            ? SystemCheck.Right(Subject, finding)
            : SystemCheck.Wrong(
                Subject,
                finding,
                $"Free some space: keep at least 1 GB and {RoomForDatabase} times the database, because backups and upgrades need it.");
    }

    private async Task<SystemCheck> DatabaseAsync(CancellationToken cancel)
    {
        const string Subject = "Database";
        if (!store.Exists)
            return SystemCheck.Unsure(
                Subject,
                $"There is no database in {folder.Path}.",
                "A new clinic gets one at its first start. For any other, check Portal:DataDirectory, or restore a backup.");
        try
        {
            if (await store.FindDamageAsync(cancel) is { } damage)
                return SystemCheck.Wrong(
                    Subject, $"The database is damaged: {damage.TrimEnd('.')}.", "Stop the portal and restore a backup.");
            return condition.Trouble is { } trouble
                ? SystemCheck.Wrong(Subject, $"Nothing can be saved because {trouble.Reason}.", "Remove the cause. No restart is needed.")
                : SystemCheck.Right(
                    Subject, $"The database is undamaged; its newest edition is {await publisher.LatestNumberAsync(cancel)}.");
        }
        catch (Exception failure) when (StoreTrouble.Of(failure) is { } trouble)
        {
            return SystemCheck.Wrong(Subject, $"The database cannot be read because {trouble.Reason}.", "Remove the cause.");
        }
    }

    private SystemCheck Keys()
    {
        const string Subject = "Keys";
        var now = clock.GetUtcNow();
        // Whoever asks for the keys makes their folder, with the rights of whoever asks.
        IEnumerable<IKey> keys = Directory.Exists(folder.Keys) ? services.GetRequiredService<IKeyManager>().GetAllKeys() : [];
        var valid = keys.Where(key => !key.IsRevoked && key.ExpirationDate > now).ToList();
        return valid.Count > 0
            ? SystemCheck.Right(
                Subject,
                $"Sign-ins are protected by a key that is valid until {calendar.FormatDay(valid.Max(key => key.ExpirationDate))}. "
                    + "The portal makes the next one.")
            : SystemCheck.Unsure(
                Subject,
                $"There is no valid key in {folder.Keys}.",
                "The portal makes one when somebody signs in. If there was one, restore it from a backup: without it every sign-in ends.");
    }

    private async Task<SystemCheck> BackupsAsync(CancellationToken cancel)
    {
        const string Subject = "Backups";
        var report = await backups.ReportAsync(cancel);
        var finding = $"{report.Newest} {report.Drill}".Trim();
        return (report, options.Backup.At) switch
        {
            ({ Problems.Count: > 0 }, _) => SystemCheck.Wrong(Subject, finding, string.Join(' ', report.Problems)),
            (_, null) => SystemCheck.Wrong(
                Subject, $"The portal makes no backups by itself. {finding}", "Set Portal:Backup:At to a time of day, for example 03:00."),
            ({ HasAny: false }, { } at) => SystemCheck.Unsure(
                Subject, finding, $"The portal makes one at {at:HH:mm}. To have one now, run: backup create"),
            _ => SystemCheck.Right(Subject, finding),
        };
    }

    private SystemCheck SecondFolder()
    {
        const string Subject = "Second copy";
        return options.Backup.SecondFolder switch
        {
            null => SystemCheck.Wrong(
                Subject,
                "Backups are on the same disk as the database, and would be lost with it.",
                "Set Portal:Backup:SecondFolder to a folder on another disk or machine."),
            var second when !Directory.Exists(second) => SystemCheck.Wrong(
                Subject, $"The folder {second} is not there.", "Connect its disk, or correct Portal:Backup:SecondFolder."),
            var second => SystemCheck.Right(Subject, $"Each backup is copied to {second}."),
        };
    }

    private static string SizeOf(long bytes) => bytes >= Gigabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Gigabyte:#,0.0} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
