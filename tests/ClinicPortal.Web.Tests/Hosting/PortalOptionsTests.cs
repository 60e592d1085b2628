using System.Reflection;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Storage.Backups;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class PortalOptionsTests
{
    private const string Root = "/srv/portal";
    private const string Networks = "Set it to addresses or networks with commas between them, for example 127.0.0.1, 10.0.0.0/8.";
    private const string Origin = "Set it to scheme and host and nothing more, for example https://portal.clinic.example.";
    private const string Below = "Set it to the path below which the portal stands, for example /portal: a slash before each name, none at "
        + "the end, and in the names only letters without accents, digits and . _ ~ -.";
    private const string Time = "Set it to a time of day at the clinic in hours and minutes, for example 03:00, or to never.";
    private const string Zone = "Set it to the name of a time zone, for example Europe/London.";

    [Theory]
    [InlineData("PageCacheBytes", "many", "Set it to a whole number from 0 on.")]
    [InlineData("PageCacheBytes", "-1", "Set it to a whole number from 0 on.")]
    [InlineData("PageCacheBytes", "64 MB", "Set it to a whole number from 0 on.")]
    [InlineData("PastEditionsPerMinute", "0", "Set it to a whole number from 1 to 1000000.")]
    [InlineData("PastEditionsPerMinute", "1.5", "Set it to a whole number from 1 to 1000000.")]
    [InlineData("ConfirmAfterMinutes", "ten", "Set it to a whole number from 0 to 1440.")]
    [InlineData("ConfirmAfterMinutes", "99999999999", "Set it to a whole number from 0 to 1440.")]
    [InlineData("SampleContent", "yes", "Set it to true or false.")]
    [InlineData("Market", "atlantis", "The portal knows no such market. Set it to one of: uk, ie, de, tr, none.")]
    [InlineData("PublicOrigin", "/portal", Origin)]
    [InlineData("PublicOrigin", "portal.clinic.example", Origin)]
    [InlineData("PublicOrigin", "localhost:5080", Origin)]
    [InlineData("PublicOrigin", "ftp://clinic.example", Origin)]
    [InlineData("PublicOrigin", "https://clinic.example/portal", Origin)]
    [InlineData("PublicOrigin", "https://clinic.example/?a=b", Origin)]
    [InlineData("PublicOrigin", "https://somebody@clinic.example", Origin)]
    [InlineData("PathBase", "portal", Below)]
    [InlineData("PathBase", "/", Below)]
    [InlineData("PathBase", "/portal/", Below)]
    [InlineData("PathBase", "//portal", Below)]
    [InlineData("PathBase", "/our portal", Below)]
    [InlineData("PathBase", "/portal?a", Below)]
    [InlineData("PathBase", "/../portal", Below)]
    [InlineData("PathBase", "/kliník", Below)]
    [InlineData("PathBase", "https://clinic.example/portal", Below)]
    [InlineData("HstsIncludeSubDomains", "always", "Set it to true or false.")]
    [InlineData("TimeZone", "Mars/Olympus", Zone)]
    [InlineData("TimeZone", "GMT Standard Time", Zone)]
    [InlineData("TimeZone", "../../etc/passwd", Zone)]
    [InlineData("TimeZone", "Europe/Istambul", $"{Zone} Did you mean Europe/Istanbul?")]
    [InlineData("DataDirectory", "da\0ta", "Set it to the path of a folder.")]
    [InlineData("Smtp:Port", "0", "Set it to a whole number from 1 to 65535.")]
    [InlineData("Smtp:Port", "smtp", "Set it to a whole number from 1 to 65535.")]
    [InlineData("Smtp:Tls", "Yes", "Set it to StartTls, SslOnConnect or None.")]
    [InlineData("Smtp:Tls", "2", "Set it to StartTls, SslOnConnect or None.")]
    [InlineData("Smtp:Tls", "-1", "Set it to StartTls, SslOnConnect or None.")]
    [InlineData("Smtp:Tls", "None, StartTls", "Set it to StartTls, SslOnConnect or None.")]
    [InlineData("Smtp:Host", "smtp://mail", "Set it to the name of a mail server.")]
    [InlineData("TrustedProxies", "proxy", Networks)]
    [InlineData("TrustedProxies", "10", Networks)]
    [InlineData("TrustedProxies", "10.0.0.0/40", Networks)]
    [InlineData("TrustedProxies", "127.0.0.1; ::1", Networks)]
    [InlineData("TrustedProxies", ",", Networks)]
    [InlineData("Backup:At", "3", Time)]
    [InlineData("Backup:At", "24:00", Time)]
    [InlineData("Backup:At", "3 am", Time)]
    [InlineData("Backup:KeepDaily", "0", "Set it to a whole number from 1 to 1000.")]
    [InlineData("Backup:KeepWeekly", "-1", "Set it to a whole number from 0 to 1000.")]
    [InlineData("Backup:KeepMonthly", "all", "Set it to a whole number from 0 to 1000.")]
    [InlineData("Backup:SecondFolder", "backups", "Set it to the full path of a folder on another disk, for example /mnt/backups.")]
    public void A_value_that_cannot_be_used_is_told_with_what_to_set(string key, string value, string advice) =>
        Assert.Equal([$"Portal:{key} is \"{value}\". {advice}"], ProblemsIn(($"Portal:{key}", value)));

    [Theory]
    [InlineData("Marcket", "uk", "Market")]
    [InlineData("Makret", "uk", "Market")]
    [InlineData("Smpt:Host", "mail", "Smtp:Host")]
    [InlineData("Market:0", "uk", "Market")]
    [InlineData("TimeZones", "", "TimeZone")]
    public void A_key_that_is_none_is_told_with_the_nearest_that_is(string key, string value, string nearest) =>
        Assert.Equal([$"Portal:{key} is no setting of the portal. Did you mean Portal:{nearest}?"], ProblemsIn(($"Portal:{key}", value)));

    [Fact]
    public void A_key_that_resembles_none_is_told_with_all_there_are()
    {
        var problem = Assert.Single(ProblemsIn(("Portal:Password", "hunter2")));

        Assert.StartsWith("Portal:Password is no setting of the portal. There are: Portal:Backup:At, ", problem);
        Assert.DoesNotContain("hunter2", problem);
    }

    [Fact]
    public void A_section_named_beside_its_keys_is_no_mistake() =>
        Assert.Empty(ProblemsIn(("Portal:Smtp", ""), ("Portal:Smtp:Port", "25")));

    [Fact]
    public void A_password_of_nobody_is_told() =>
        Assert.Equal(
            ["Portal:Smtp:Password is set, and Portal:Smtp:User is not. Set the name that goes with the password."],
            ProblemsIn(("Portal:Smtp:Password", "hunter2")));

    [Theory]
    [InlineData(null)]
    [InlineData("http://clinic.example")]
    public void Keeping_the_hosts_below_to_https_without_https_is_told(string? origin) =>
        Assert.Equal(
            ["Portal:HstsIncludeSubDomains is true, and Portal:PublicOrigin is not an https address. "
                + "Set Portal:PublicOrigin to the https address that patients use."],
            ProblemsIn(("Portal:HstsIncludeSubDomains", "true"), ("Portal:PublicOrigin", origin)));

    [Theory]
    [InlineData("/srv/portal/data")]
    [InlineData("/srv/portal/data/second")]
    [InlineData("/srv/portal/elsewhere/../data/second")]
    public void A_second_folder_that_would_be_lost_with_the_first_is_told(string folder) =>
        Assert.Equal(
            [$"Portal:Backup:SecondFolder is \"{folder}\", which is inside the data folder /srv/portal/data and would be lost with it. "
                + "Set it to a folder on another disk."],
            ProblemsIn(("Portal:Backup:SecondFolder", folder)));

    [Theory]
    [InlineData(null)]
    [InlineData("portal")]
    [InlineData("no address")]
    [InlineData("a@b@c")]
    public void A_mail_server_without_a_sender_is_told(string? from) =>
        Assert.Equal(
            ["Portal:Smtp:Host is set, and Portal:Smtp:From is no mail address. Set it to the address that mails of the portal come from."],
            ProblemsIn(("Portal:Smtp:Host", "mail"), ("Portal:Smtp:From", from)));

    [Fact]
    public void All_mistakes_are_told_at_once() =>
        Assert.Equal(4, ProblemsIn(
            ("Portal:Market", "atlantis"), ("Portal:Marcket", "uk"), ("Portal:TimeZone", "Mars"), ("Portal:Smtp:Host", "mail")).Count);

    [Fact]
    public void A_key_left_out_or_empty_has_its_default()
    {
        var keys = KeysOf(typeof(PortalOptions));

        Assert.Equal(Read(), Read([.. keys.Select(key => (key, (string?)""))]));
        Assert.Equal(new PortalOptions { DataDirectory = Path.Combine(Root, "data") }, Read());
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var expected = new PortalOptions
        {
            DataDirectory = Path.Combine(Root, "elsewhere"),
            SampleContent = false,
            Market = KnownMarkets.Find("uk")!,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul"),
            PublicOrigin = new("https://portal.clinic.example"),
            PathBase = "/our/portal",
            HstsIncludeSubDomains = true,
            ConfirmAfterMinutes = 0,
            PastEditionsPerMinute = 2,
            PageCacheBytes = 5_000_000_000,
            Smtp = new()
            {
                Host = "mail.clinic.example",
                Port = 465,
                Tls = SecureSocketOptions.SslOnConnect,
                User = "ada",
                Password = "secret",
                From = "Clinic <portal@clinic.example>",
            },
            Backup = new() { At = new(23, 30), KeepDaily = 1, KeepWeekly = 0, KeepMonthly = 24, SecondFolder = "/srv/portal/data-too" },
        };

        Assert.Equal(expected, Read(
            ("Portal:DataDirectory", "elsewhere"), ("Portal:SampleContent", "False"), ("portal:market", "UK"),
            ("Portal:TimeZone", "Europe/Istanbul"), ("Portal:PublicOrigin", "https://portal.clinic.example/"),
            ("Portal:PathBase", "/our/portal"), ("Portal:HstsIncludeSubDomains", "true"),
            ("Portal:ConfirmAfterMinutes", "0"), ("Portal:PastEditionsPerMinute", "2"), ("Portal:PageCacheBytes", "5000000000"),
            ("Portal:Smtp:Host", "mail.clinic.example"), ("Portal:Smtp:Port", "465"), ("Portal:Smtp:Tls", "sslonconnect"),
            ("Portal:Smtp:User", "ada"), ("Portal:Smtp:Password", "secret"), ("Portal:Smtp:From", "Clinic <portal@clinic.example>"),
            ("Portal:Backup:At", "23:30"), ("Portal:Backup:KeepDaily", "1"), ("Portal:Backup:KeepWeekly", "0"),
            ("Portal:Backup:KeepMonthly", "24"), ("Portal:Backup:SecondFolder", "/srv/portal/data-too")));
        Assert.Null(Read(("Portal:Backup:At", "Never")).Backup.At);
    }

    [Fact]
    public void The_guide_for_operators_explains_every_setting_and_no_other()
    {
        var guide = File.ReadAllText(Path.Combine(SampleClinic.RepositoryRoot(), "docs", "operations.md"));
        var firstCells = string.Concat(Regex.Matches(guide, "^\\|.*?\\|", RegexOptions.Multiline));
        var explained = Regex.Matches(firstCells, "`(Portal:[A-Za-z:]+)`").Select(key => key.Groups[1].Value);

        Assert.Equal(KeysOf(typeof(PortalOptions)).Order(), explained.Order());
    }

    [Fact]
    public void The_settings_that_come_with_the_portal_hold_no_mistake()
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Path.Combine(SampleClinic.RepositoryRoot(), "appsettings.json")).Build();

        PortalOptionsReader.Read(settings, Root, out var problems);

        Assert.Empty(problems);
        Assert.NotEmpty(settings.GetSection(PortalOptions.Section).GetChildren());
    }

    private static IEnumerable<string> KeysOf(Type type, string section = PortalOptions.Section) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
            property.PropertyType == typeof(SmtpOptions) || property.PropertyType == typeof(BackupOptions)
                ? KeysOf(property.PropertyType, $"{section}:{property.Name}")
                : [$"{section}:{property.Name}"]);

    private static PortalOptions Read(params (string Key, string? Value)[] settings)
    {
        var options = PortalOptionsReader.Read(ConfigurationOf(settings), Root, out var problems);
        Assert.Empty(problems);
        return options;
    }

    private static IReadOnlyList<string> ProblemsIn(params (string Key, string? Value)[] settings)
    {
        PortalOptionsReader.Read(ConfigurationOf(settings), Root, out var problems);
        return problems;
    }

    private static IConfiguration ConfigurationOf((string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
}
