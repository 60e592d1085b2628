using System.Net;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Storage.Backups;
using MailKit.Security;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Everything under <c>Portal:</c> in the settings, read once by <see cref="PortalOptionsReader"/> before anything starts and handed to
/// whoever needs it; nobody reads these keys from the configuration again. docs/operations.md explains each of them.
/// </summary>
public sealed record PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The one folder for everything that must be kept.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Whether a store that has never held anything gets the sample clinic.</summary>
    public bool SampleContent { get; init; } = true;

    /// <summary>By whose advertising rules the clinic publishes.</summary>
    public Market Market { get; init; } = KnownMarkets.None;

    /// <summary>Where the clinic is: the days that people read are days there.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Scheme and host that patients use; none, where they are those on which the server listens.</summary>
    public Uri? PublicOrigin { get; init; }

    /// <summary>
    /// The path on that host below which the portal stands, see <see cref="SubPath.IsPrefix"/>; empty, where it has the host to itself.
    /// </summary>
    public string PathBase { get; init; } = "";

    /// <summary>Whether browsers are told to ask for every host below that of <see cref="PublicOrigin"/> by https alone.</summary>
    public bool HstsIncludeSubDomains { get; init; }

    /// <summary>Whether <see cref="PublicOrigin"/> says that patients come by https.</summary>
    internal bool IsHttps => PublicOrigin?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whose word on their clients is taken, by address or network.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How long somebody who has signed in or confirmed counts as the one who did.</summary>
    public int ConfirmAfterMinutes { get; init; } = 10;

    /// <summary>How many pages of past editions one client may have made in a minute.</summary>
    public int PastEditionsPerMinute { get; init; } = 60;

    /// <summary>Bound of the page cache; 0 switches it off.</summary>
    public long PageCacheBytes { get; init; } = 64 * 1024 * 1024;

    public SmtpOptions Smtp { get; init; } = new();

    public BackupOptions Backup { get; init; } = new();
}

/// <summary>The mail server; without a host the portal sends no mail.</summary>
public sealed record SmtpOptions
{
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public SecureSocketOptions Tls { get; init; } = SecureSocketOptions.StartTls;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender of every mail.</summary>
    public string? From { get; init; }
}
