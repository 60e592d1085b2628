using System.Net;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What is done in the browser stands in the audit log, and administrators read and download it.</summary>
public sealed class AuditTests
{
    private const string Audit = "/staff/audit", Eve = "Eve Editor", EvesAccount = "Eve Editor (eve.editor@clinic.example)";
    private const string Nobody = AuditRecord.Stranger, Clinic = "192.0.2.77", ClinicNetwork = "192.0.2.0/24";

    private static readonly Dictionary<string, Func<AddressedPortal, Task>> Actions = new()
    {
        ["password"] = async portal => await portal.At(Clinic).SignInAsync(Eve),
        ["code"] = async portal =>
        {
            var (_, recovery) = await Authenticator.SetUpAsync(await SignedInAsync(portal), TimeProvider.System.GetUtcNow());
            var browser = portal.At(Clinic);
            await browser.SignInAsync(Eve);
            await browser.SendAsync("/staff/sign-in/code", new() { ["Code"] = recovery[0] });
        },
        ["password link"] = async portal => await UseLinkAsync(portal.At(Clinic), await StaffBrowser.LinkAsync(portal, Eve)),
        ["new password set"] = async portal => await UseLinkAsync(portal.At(Clinic), await StaffBrowser.LinkAsync(portal, Eve)),
        ["sign-out"] = async portal => await (await SignedInAsync(portal)).SendAsync("/staff", [], ".masthead__person button"),
        ["sign-out everywhere"] = async portal =>
            await (await SignedInAsync(portal)).SendAsync("/staff/account", [], "form[action*=Everywhere] button"),
        ["recovery codes"] = async portal =>
        {
            var eve = await SignedInAsync(portal);
            await Authenticator.SetUpAsync(eve, TimeProvider.System.GetUtcNow());
            await eve.SendAsync("/staff/account/second-factor", [], "button[formaction*=NewCodes], form[action*=NewCodes] button");
        },
        ["wrong password"] = async portal => await portal.At(Clinic).SignInAsync(Eve, "guessed"),
        ["unknown address"] = async portal => await portal.At(Clinic).SignInAsync("Una Unknown", "guessed"),
        ["wrong code"] = async portal =>
        {
            await Authenticator.SetUpAsync(await SignedInAsync(portal), TimeProvider.System.GetUtcNow());
            var browser = portal.At(Clinic);
            await browser.SignInAsync(Eve);
            await browser.SendAsync("/staff/sign-in/code", new() { ["Code"] = "wrong" });
        },
        ["lockout"] = async portal =>
        {
            for (var tries = 0; tries <= SignInTries.Most; tries++)
                await portal.At(Clinic).SignInAsync(Eve, "guessed");
        },
        ["bad passkey"] = async portal =>
        {
            var browser = portal.At(Clinic);
            await browser.PostAsync(
                "/staff/sign-in?handler=Passkey", [await TokenAsync(browser, "/staff/sign-in"), new("Credential", "{}")]);
        },
        ["bad link"] = async portal => await portal.At(Clinic).GetAsync("/staff/invitation?person=1&token=guessed"),
        ["page of administrators"] = async portal => await (await SignedInAsync(portal)).GetAsync("/staff/people"),
        ["forged form"] = async portal => await (await SignedInAsync(portal)).PostAsync("/staff/treatments/prp", []),
        ["too many sign-ins"] = async portal =>
        {
            for (var tries = 0; tries <= 120; tries++)
                await portal.At(Clinic).PostAsync("/staff/sign-in", []);
        },
        ["answer from another site"] = async portal => await portal.At(Clinic).PostAsync("/was-this-clear", [new("yes", "onset")]),
        ["publication"] = async portal =>
        {
            var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
            await ada.SendAsync("/staff/treatments/prp", new() { ["Form.Summary"] = "Told anew." });
            await ada.SendAsync("/staff/publish", new() { ["Note"] = "A reason" }, "#publish button:not([formaction])");
        },
        ["content file"] = async portal => await (await SignedInAsync(portal)).GetAsync("/staff/content?handler=File"),
        ["answers"] = async portal => await (await SignedInAsync(portal)).GetAsync("/staff/content/table?handler=Csv"),
        ["audit log"] = async portal => await (await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator))
            .GetAsync($"{Audit}?handler=Csv"),
    };

    [Theory]
    [InlineData("password", AuditKind.SignIn, Eve, "", "Signed in with a password.")]
    [InlineData("code", AuditKind.SignIn, Eve, "", "Signed in with a password and a code.")]
    [InlineData("password link", AuditKind.SignIn, Eve, "", "Signed in with a password link.")]
    [InlineData("sign-out", AuditKind.SignIn, Eve, "", "Signed out.")]
    [InlineData("sign-out everywhere", AuditKind.SignIn, Eve, "", "Signed out everywhere.")]
    [InlineData("new password set", AuditKind.Access, Eve, EvesAccount, "A new password was set.")]
    [InlineData("recovery codes", AuditKind.Access, Eve, EvesAccount, "New recovery codes were made.")]
    [InlineData("wrong password", AuditKind.Refusal, Nobody, EvesAccount, "Wrong password.")]
    [InlineData("unknown address", AuditKind.Refusal, Nobody, "An address that nobody signs in with", "Wrong password.")]
    [InlineData("wrong code", AuditKind.Refusal, Nobody, EvesAccount, "Wrong code of a second factor.")]
    [InlineData("lockout", AuditKind.Refusal, Nobody, EvesAccount, "Had to wait after too many wrong tries.")]
    [InlineData("bad passkey", AuditKind.Refusal, Nobody, "", "Showed a passkey that does not open the staff pages.")]
    [InlineData("bad link", AuditKind.Refusal, Nobody, "", "Opened a password link that does not work, or no longer.")]
    [InlineData("page of administrators", AuditKind.Refusal, Eve, "/staff/people", "Asked for a page that only administrators may open.")]
    [InlineData(
        "forged form", AuditKind.Refusal, Eve, "/staff/treatments/prp", "Sent a form that was forged, or had been open for too long.")]
    [InlineData("too many sign-ins", AuditKind.Refusal, Nobody, "", "Tried to sign in more often than the portal allows in a minute.")]
    [InlineData(
        "answer from another site", AuditKind.Refusal, Nobody, "/was-this-clear",
        "Sent an answer to \"Was this clear?\" from another site.")]
    [InlineData("publication", AuditKind.Publication, "Ada Admin", "Edition 2", "Published. Note: A reason")]
    [InlineData("content file", AuditKind.Export, Eve, "content.yaml", "Downloaded.")]
    [InlineData("answers", AuditKind.Export, Eve, "answers.csv", "Downloaded.")]
    [InlineData("audit log", AuditKind.Export, "Ada Admin", "audit-log.csv", "Downloaded.")]
    public async Task What_is_done_stands_in_the_log(string action, AuditKind kind, string by, string subject, string what)
    {
        await using var portal = new AddressedPortal();
        await StaffBrowser.InvitedAsync(portal, Eve, StaffRole.Editor);

        await Actions[action](portal);

        var record = Assert.Single(
            await RecordsAsync(portal), one => (one.Kind, one.By, one.Subject, one.What) == (kind, by, subject, what));
        await using var db = await StaffBrowser.StoreOf(portal);
        var account = db.Users.SingleOrDefault(person => person.Name == by)?.Id;
        Assert.Equal(account, record.ById);
        if (by == Nobody || action is "password" or "code" or "password link")
            Assert.Equal(ClinicNetwork, record.Network);
    }

    [Fact]
    public async Task Nothing_that_a_stranger_types_is_kept()
    {
        await using var portal = new AddressedPortal();

        await portal.At(Clinic).SignInAsync("Secret Words", "other secret words");
        await portal.At(Clinic).GetAsync("/staff/invitation?person=1&token=secret");

        await RecordsAsync(portal);
        await using var db = await StaffBrowser.StoreOf(portal);
        Assert.DoesNotContain(
            "secret",
            string.Join('\n', db.AuditRecords.AsEnumerable().Select(one => $"{one.By} {one.Subject} {one.What}")),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_refusal_is_one_record_that_says_how_often()
    {
        await using var portal = new AddressedPortal();
        var eve = await StaffBrowser.SignedInAsync(portal, Eve);

        for (var time = 0; time < 3; time++)
            await eve.GetAsync("/staff/people");

        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var row = Assert.Single((await ada.PageAsync($"{Audit}?kind=Refusal")).QuerySelectorAll("main tbody tr"));
        Assert.Contains("/staff/people: Asked for a page that only administrators may open. 3 times within a minute", row.Words());
    }

    [Fact]
    public async Task Only_administrators_read_the_log_and_whoever_else_tries_stands_in_it()
    {
        await using var portal = new AddressedPortal();
        var rae = await StaffBrowser.SignedInAsync(portal, "Rae Reviewer", StaffRole.Reviewer);

        Assert.Equal(HttpStatusCode.Forbidden, (await rae.GetAsync(Audit)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rae.GetAsync($"{Audit}?handler=Csv")).StatusCode);

        var refusal = Assert.Single(await RecordsAsync(portal), one => one.Kind == AuditKind.Refusal);
        Assert.Equal(("Rae Reviewer", Audit, 2), (refusal.By, refusal.Subject, refusal.Count));
        Assert.DoesNotContain(Audit, (await rae.PageAsync("/staff")).QuerySelector("nav")!.InnerHtml);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_kind_person_and_day_and_leads_on_to_what_is_older()
    {
        await using var portal = new AddressedPortal();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await AddAsync(portal, Enumerable.Range(1, 120).Select(number => new AuditRecord
        {
            At = new(2026, 3, 1, 0, number % 60, 0, TimeSpan.Zero),
            Kind = AuditKind.Export,
            By = "Old Hand",
            What = $"File {number}.",
        }));

        var read = new List<string>();
        for (var address = $"{Audit}?kind=Export&person=Old+Hand&from=2026-03-01&to=2026-03-01"; address is not null;)
        {
            var page = await ada.PageAsync(address);
            read.AddRange(page.QuerySelectorAll("main tbody tr td:nth-of-type(1)").Select(cell => cell.FirstChild!.TextContent.Trim()));
            address = page.QuerySelectorAll("main a").SingleOrDefault(link => link.TextContent == "Show what is older")
                ?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(number => $"File {number}."), read);
        foreach (var elsewhere in new[] { "kind=Hold", "person=Nobody", "from=2026-03-02&person=Old+Hand", "to=2026-02-28" })
            Assert.Contains("Nothing in the log matches", (await ada.PageAsync($"{Audit}?{elsewhere}")).QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("kind=nothing", "The log has no kind \"nothing\".")]
    [InlineData("from=yesterday", "\"yesterday\" in \"From\" is not a date.")]
    [InlineData("handler=Csv&to=0001-13-99", "\"0001-13-99\" in \"To\" is not a date.")]
    public async Task What_the_list_cannot_be_narrowed_to_is_told(string asked, string told)
    {
        await using var portal = new AddressedPortal();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var answer = await ada.GetAsync($"{Audit}?{asked}");

        Assert.Contains(told, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(StaffBrowser.Cancel)));
    }

    [Theory]
    [InlineData("", ',')]
    [InlineData("&semicolons=true", ';')]
    public async Task The_file_holds_what_the_filters_let_through_and_no_formula(string option, char separator)
    {
        await using var portal = new AddressedPortal();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await AddAsync(portal, Enumerable.Range(1, 1200).Select(number => new AuditRecord
        {
            At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            Kind = AuditKind.Hold,
            By = "=cmd|'/c calc'!A1",
            ById = number,
            Subject = "+SUM(1,2)",
            What = "@evil;\"quoted\"",
            Count = 2,
            Network = "192.0.2.0/24",
        }));

        var answer = await ada.GetAsync($"{Audit}?handler=Csv&kind=Hold{option}");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("audit-log.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync(StaffBrowser.Cancel);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Equal(1, text.Count(sign => sign == '\uFEFF'));
        // Read as a spreadsheet would: the apostrophe is in the cell.
        using var file = CsvHelper.CsvReader.FromText(text.TrimStart('\uFEFF'), new() { HasHeader = false, Separator = separator });
        var rows = new List<string[]>();
        while (file.Read())
            rows.Add([.. Enumerable.Range(0, file.FieldCount).Select(file.GetString)]);
        Assert.Equal(1201, rows.Count);
        Assert.Equal("Account", rows[0][4]);
        Assert.Equal(
            ["2026-03-01T00:00:00Z", "Safety holds", "'=cmd|'/c calc'!A1", "1200", "'+SUM(1,2)", "'@evil;\"quoted\"", "2", "192.0.2.0/24"],
            rows[1][1..]);
        Assert.All(rows.SelectMany(row => row), cell => Assert.DoesNotMatch("^[=+@-]", cell));
    }

    [Fact]
    public async Task The_people_page_leads_to_what_was_changed_about_access()
    {
        await using var portal = new AddressedPortal();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);

        var link = (await ada.PageAsync("/staff/people")).QuerySelector("main a[href^='/staff/audit']")!.GetAttribute("href")!;

        var rows = (await ada.PageAsync(link)).QuerySelectorAll("main tbody tr").Select(row => row.Words()).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("Ada Admin (ada.admin@clinic.example):", row));
    }

    private static async Task<StaffBrowser> SignedInAsync(AddressedPortal portal)
    {
        var browser = portal.At(Clinic);
        await browser.SignInAsync(Eve);
        return browser;
    }

    private static async Task UseLinkAsync(StaffBrowser browser, string link) =>
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync(link, new() { ["Password"] = "copper ladder yawning teacups" })).StatusCode);

    private static async Task<KeyValuePair<string, string>> TokenAsync(StaffBrowser browser, string address) =>
        StaffBrowser.FieldsOf(await browser.PageAsync(address), "main form[method=post] button").Fields
            .First(field => field.Key == "__RequestVerificationToken");

    private static async Task AddAsync(PortalFactory portal, IEnumerable<AuditRecord> records)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        db.AuditRecords.AddRange(records);
        await db.SaveChangesAsync(StaffBrowser.Cancel);
    }

    private static async Task<List<AuditRecord>> RecordsAsync(PortalFactory portal)
    {
        _ = portal.Reader;
        await portal.Services.GetRequiredService<RefusalLog>().WriteAsync();
        await using var db = await StaffBrowser.StoreOf(portal);
        return await db.AuditRecords.AsNoTracking().ToListAsync(StaffBrowser.Cancel);
    }

    /// <summary>A portal whose browsers stand at addresses.</summary>
    private sealed class AddressedPortal : PortalFactory
    {
        public StaffBrowser At(string address)
        {
            var cookies = new CookieContainer();
            var client = CreateDefaultClient(new CookieContainerHandler(cookies));
            client.DefaultRequestHeaders.Add(ClientAddresses.Header, address);
            return new(client, cookies);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new ClientAddresses()));
        }
    }
}
