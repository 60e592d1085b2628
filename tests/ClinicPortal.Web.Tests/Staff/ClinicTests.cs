using System.Net;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;
using Microsoft.Extensions.DependencyInjection;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>What the clinic says of itself, edited by people whose browsers run no script.</summary>
public sealed class ClinicTests(ClinicTests.Portal portal) : IClassFixture<ClinicTests.Portal>
{
    private const string Page = "/staff/clinic";

    [Fact]
    public async Task Every_field_of_the_clinic_can_be_changed_and_restored()
    {
        var before = await ClinicOf(portal.Factory);
        var expected = new ClinicEntry
        {
            Name = En("Wrist Clinic"),
            Sample = !before.Sample,
            Telephone = "020 7946 0111",
            Email = "wrist@clinic.example",
            Address = [En("2 Example Street"), En("Leeds")],
            Hours = [new() { Days = En("Weekdays"), Hours = En("8 am to 6 pm") }],
            About = En("We look after wrists."),
            Funding = En("The clinic paid."),
            ClosingLine = En("Take your time."),
            MedicalCareNotice = En("See your doctor first."),
            CommonComparisons = [["prp", "hair-transplant", "mesotherapy"]],
        };
        var page = await portal.Nora.PageAsync(Page);
        var fields = page.QuerySelectorAll("form[data-row] [name^='Form.Hours'], form[data-row] [name^='Form.CommonComparisons']")
            .ToDictionary(field => field.GetAttribute("name")!, _ => "");

        var saved = await portal.Nora.PostAsync(Page,
            [
                .. new Dictionary<string, string>(fields)
                {
                    ["Form.Version"] = page.QuerySelector("[name='Form.Version']")!.GetAttribute("value")!,
                    ["__RequestVerificationToken"] = StaffForm.Value(page.Body!, "__RequestVerificationToken")!,
                    ["Form.Name"] = "Wrist Clinic",
                    ["Form.Sample"] = before.Sample ? "false" : "true",
                    ["Form.Telephone"] = " 020 7946 0111",
                    ["Form.Email"] = "wrist@clinic.example",
                    ["Form.Address"] = "2 Example Street\r\nLeeds",
                    ["Form.Hours[0].Days"] = "Weekdays",
                    ["Form.Hours[0].Hours"] = "8 am to 6 pm",
                    ["Form.About"] = "We look after wrists.",
                    ["Form.Funding"] = "The clinic paid.",
                    ["Form.ClosingLine"] = "Take your time.",
                    ["Form.MedicalCareNotice"] = "See your doctor first.",
                    ["Form.CommonComparisons[0].Treatments[0]"] = "prp",
                    ["Form.CommonComparisons[0].Treatments[1]"] = "hair-transplant",
                    ["Form.CommonComparisons[0].Treatments[2]"] = "mesotherapy",
                    ["Why"] = "We moved",
                },
            ]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(Text(expected), Text(await ClinicOf(portal.Factory)));
        var history = await portal.Nora.PageAsync("/staff/history?place=clinic");
        Assert.Contains("We moved", history.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await portal.Nora.SendAsync("/staff/history?place=clinic", [], "button[formaction*=TakeBack]");
        Assert.Equal(Text(before), Text(await ClinicOf(portal.Factory)));
    }

    [Theory]
    [InlineData("Form.Telephone", " ", "The telephone number is empty. Fill it in.")]
    [InlineData("Form.Email", "hello at clinic", "\"hello at clinic\" is not an e-mail address")]
    [InlineData("Form.Hours[0].Days", "", "Opening hours need the days and the hours.")]
    [InlineData("Form.CommonComparisons[0].Treatments[0]", "", "needs two, three or four different treatments")]
    [InlineData("Form.CommonComparisons[0].Treatments[0]", "gone", "There is no treatment \"gone\" any more.")]
    public async Task What_cannot_be_saved_is_said_and_stays_in_the_form(string field, string typed, string reason)
    {
        var before = await ClinicOf(portal.Factory);

        var answer = await StaffBrowser.ReadAsync(
            await portal.Nora.SendAsync(
                Page, new() { [field] = typed, ["Form.CommonComparisons[0].Treatments[2]"] = "", ["Form.Name"] = "Another name" }),
            HttpStatusCode.BadRequest);

        Assert.Contains(reason, answer.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Another name", answer.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(Text(before), Text(await ClinicOf(portal.Factory)));
    }

    [Fact]
    public async Task What_the_operator_has_set_is_shown_and_is_no_field()
    {
        var aside = (await portal.Nora.PageAsync(Page)).QuerySelector("main aside")!;

        Assert.Contains("Set on the server", aside.TextContent, StringComparison.Ordinal);
        Assert.Contains("Europe/Istanbul", aside.TextContent, StringComparison.Ordinal);
        Assert.Empty(aside.QuerySelectorAll("input, select"));
    }

    private static async Task<ClinicEntry> ClinicOf(PortalFactory portal) =>
        (await portal.Services.GetRequiredService<ContentExporter>().ExportAsync(StaffBrowser.Cancel)).Clinic;

    private static string Text(ClinicEntry clinic) => TemporaryStore.Text(Content with { Clinic = clinic });

    public sealed class Portal : IAsyncLifetime
    {
        public PortalFactory Factory { get; } = new() { Settings = { ["Portal:TimeZone"] = "Europe/Istanbul" } };

        public StaffBrowser Nora { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Nora = await StaffBrowser.SignedInAsync(Factory, "Nora Nurse");

        public ValueTask DisposeAsync() => Factory.DisposeAsync();
    }
}
