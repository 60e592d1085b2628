using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Storage.Backups;
using MailKit.Security;
using MimeKit;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Reads <see cref="PortalOptions"/> and says everything that is wrong with them at once, a sentence for each mistake. The framework's own
/// binder does neither: it throws at the first value of a wrong type, and what it does not know it leaves out.
/// </summary>
public static class PortalOptionsReader
{
    private const string Smtp = nameof(PortalOptions.Smtp) + ":";
    private const string Backup = nameof(PortalOptions.Backup) + ":";
    private const string Never = "never";
    private const int MostKept = 1000;
    private const int MinutesOfADay = 24 * 60;
    private const int MostPerMinute = 1_000_000;
    private const int HighestPort = 65_535;

    /// <param name="configuration">All settings.</param>
    /// <param name="contentRoot">The folder under which a relative data folder stands.</param>
    /// <param name="problems">What must be put right; with any of these the options are not to be used.</param>
    public static PortalOptions Read(IConfiguration configuration, string contentRoot, out IReadOnlyList<string> problems)
    {
        var (settings, standard) = (new SettingsReader(configuration, PortalOptions.Section), new PortalOptions());
        var options = new PortalOptions
        {
            DataDirectory = Path.GetFullPath(
                settings.Read(nameof(PortalOptions.DataDirectory), standard.DataDirectory, TryPath, "Set it to the path of a folder."),
                contentRoot),
            SampleContent = settings.Read(
                nameof(PortalOptions.SampleContent), standard.SampleContent, bool.TryParse, "Set it to true or false."),
            Market = settings.Read(nameof(PortalOptions.Market), standard.Market, TryMarket,
                $"The portal knows no such market. Set it to one of: {string.Join(", ", KnownMarkets.All.Select(market => market.Slug))}."),
            TimeZone = settings.Read(nameof(PortalOptions.TimeZone), standard.TimeZone, TryTimeZone, ZoneNear),
            PublicOrigin = settings.Read(nameof(PortalOptions.PublicOrigin), standard.PublicOrigin, TryOrigin,
                "Set it to scheme and host and nothing more, for example https://portal.clinic.example."),
            PathBase = settings.Read(nameof(PortalOptions.PathBase), standard.PathBase, TryPathBase,
                "Set it to the path below which the portal stands, for example /portal: a slash before each name, none at the end, "
                + "and in the names only letters without accents, digits and . _ ~ -."),
            HstsIncludeSubDomains = settings.Read(
                nameof(PortalOptions.HstsIncludeSubDomains), standard.HstsIncludeSubDomains, bool.TryParse, "Set it to true or false."),
            TrustedProxies = settings.Read(nameof(PortalOptions.TrustedProxies), standard.TrustedProxies, TryNetworks,
                "Set it to addresses or networks with commas between them, for example 127.0.0.1, 10.0.0.0/8."),
            ConfirmAfterMinutes = settings.ReadNumber(
                nameof(PortalOptions.ConfirmAfterMinutes), standard.ConfirmAfterMinutes, 0, MinutesOfADay),
            PastEditionsPerMinute = settings.ReadNumber(
                nameof(PortalOptions.PastEditionsPerMinute), standard.PastEditionsPerMinute, 1, MostPerMinute),
            PageCacheBytes = settings.ReadNumber(nameof(PortalOptions.PageCacheBytes), standard.PageCacheBytes, 0, long.MaxValue),
            Smtp = new()
            {
                Host = settings.Read(Smtp + nameof(SmtpOptions.Host), standard.Smtp.Host, TryHost, "Set it to the name of a mail server."),
                Port = settings.ReadNumber(Smtp + nameof(SmtpOptions.Port), standard.Smtp.Port, 1, HighestPort),
                Tls = settings.Read(Smtp + nameof(SmtpOptions.Tls), standard.Smtp.Tls, TryTls, "Set it to StartTls, SslOnConnect or None."),
                User = settings.Text(Smtp + nameof(SmtpOptions.User)),
                Password = settings.Text(Smtp + nameof(SmtpOptions.Password)),
                From = settings.Text(Smtp + nameof(SmtpOptions.From)),
            },
            Backup = new()
            {
                At = settings.Read(Backup + nameof(BackupOptions.At), standard.Backup.At, TryTime,
                    $"Set it to a time of day at the clinic in hours and minutes, for example 03:00, or to {Never}."),
                KeepDaily = settings.ReadNumber(Backup + nameof(BackupOptions.KeepDaily), standard.Backup.KeepDaily, 1, MostKept),
                KeepWeekly = settings.ReadNumber(Backup + nameof(BackupOptions.KeepWeekly), standard.Backup.KeepWeekly, 0, MostKept),
                KeepMonthly = settings.ReadNumber(Backup + nameof(BackupOptions.KeepMonthly), standard.Backup.KeepMonthly, 0, MostKept),
                SecondFolder = settings.Read(
                    Backup + nameof(BackupOptions.SecondFolder), standard.Backup.SecondFolder, TryFullPath,
                    "Set it to the full path of a folder on another disk, for example /mnt/backups."),
            },
        };
        problems =
        [
            .. settings.Problems, .. ProblemsOf(options), .. ProblemsOf(options.Smtp), .. ProblemsOf(options.Backup, options.DataDirectory),
            .. settings.UnknownKeys(),
        ];
        return options;
    }

    private static IEnumerable<string> ProblemsOf(PortalOptions options)
    {
        if (options is { HstsIncludeSubDomains: true, IsHttps: false })
            yield return "Portal:HstsIncludeSubDomains is true, and Portal:PublicOrigin is not an https address. "
                + "Set Portal:PublicOrigin to the https address that patients use.";
    }

    private static IEnumerable<string> ProblemsOf(SmtpOptions smtp)
    {
        if (smtp.Host is not null && !IsSender(smtp.From))
            yield return "Portal:Smtp:Host is set, and Portal:Smtp:From is no mail address. "
                + "Set it to the address that mails of the portal come from.";
        if (smtp is { Password: not null, User: null })
            yield return "Portal:Smtp:Password is set, and Portal:Smtp:User is not. Set the name that goes with the password.";
    }

    private static IEnumerable<string> ProblemsOf(BackupOptions backup, string data)
    {
        if (backup.SecondFolder is { } second && Path.GetRelativePath(data, second) is var within
            && !within.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(within))
            yield return $"Portal:Backup:SecondFolder is \"{second}\", which is inside the data folder {data} and would be lost with it. "
                + "Set it to a folder on another disk.";
    }

    private static bool IsSender(string? address) =>
        MailboxAddress.TryParse(address, out var sender) && sender.Address.Contains('@', StringComparison.Ordinal);

    private static bool TryPath(string text, out string path) => !(path = text).Contains('\0', StringComparison.Ordinal);

    private static bool TryFullPath(string text, out string? path) =>
        Path.IsPathFullyQualified(path = text) && TryPath(text, out _);

    private static bool TryTime(string text, out TimeOnly? time)
    {
        time = TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
        return time is not null || text.Equals(Never, StringComparison.OrdinalIgnoreCase);
    }

    private static bool TryMarket(string text, [NotNullWhen(true)] out Market? market) => (market = KnownMarkets.Find(text)) is not null;

    private static bool TryTimeZone(string text, [NotNullWhen(true)] out TimeZoneInfo? zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone) && zone.HasIanaId;

    private static string ZoneNear(string text) =>
        "Set it to the name of a time zone, for example Europe/London."
        + (NearestName.To(text, TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)) is { } near ? $" Did you mean {near}?" : "");

    private static bool TryOrigin(string text, [NotNullWhen(true)] out Uri? origin) =>
        Uri.TryCreate(text, UriKind.Absolute, out origin) && (origin.Scheme == Uri.UriSchemeHttp || origin.Scheme == Uri.UriSchemeHttps)
        && origin is { PathAndQuery: "/", Fragment: "", UserInfo: "" };

    private static bool TryPathBase(string text, out string path) => SubPath.IsPrefix(path = text);

    private static bool TryNetworks(string text, out IReadOnlyList<IPNetwork> networks)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        networks = [.. parts.Select(NetworkIn).OfType<IPNetwork>()];
        return networks.Count == parts.Length && parts.Length > 0;
    }

    // An address alone is a network of one.
    private static IPNetwork? NetworkIn(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) && text.AsSpan().ContainsAny('.', ':')
            ? new(address, 8 * address.GetAddressBytes().Length)
        : null;

    private static bool TryHost(string text, out string host) => Uri.CheckHostName(host = text) is not UriHostNameType.Unknown;

    // A number, or several names, would be taken for a member that nobody can look up.
    private static bool TryTls(string text, out SecureSocketOptions tls) =>
        Enum.TryParse(text, ignoreCase: true, out tls) && text.All(char.IsAsciiLetter);
}
