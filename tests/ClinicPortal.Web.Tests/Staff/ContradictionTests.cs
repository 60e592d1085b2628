using System.Net;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>
/// An answer whose text, value and one line contradict each other: whoever writes it is told, and so is whoever publishes it.
/// </summary>
public sealed class ContradictionTests
{
    private const string Treatment = "/staff/treatments/microneedling";
    private const string Sessions = $"{Treatment}/answers/sessions";
    private const string Warning =
        "“Sessions” of microneedling: the measured value says “about 3 to 6”, but the text does not say 6. Change the value, or say it in "
            + "the text.";

    // What the reference says, but for its upper figure.
    private static readonly Dictionary<string, string> Narrower = new()
    {
        ["Form.Text"] = "Often 3 to 5. In studies the usual number was 3.",
    };

    [Fact]
    public async Task It_is_saved_and_the_next_page_and_the_form_say_what_contradicts_what()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var saved = await nora.SendAsync(Sessions, Narrower);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var next = await nora.PageAsync(Treatment);
        var form = await nora.PageAsync(Sessions);

        Assert.Contains("version 2", next.QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Warning, next.QuerySelector("#saved-warnings li")!.TextContent);
        Assert.Equal(Sessions, next.QuerySelector("#saved-warnings a")!.GetAttribute("href"));
        Assert.Equal([Warning], WarningsOn(form));
        Assert.Null((await nora.PageAsync(Treatment)).QuerySelector("#saved-warnings"));
    }

    [Fact]
    public async Task The_preview_says_so_before_anything_is_saved()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        Assert.Empty(WarningsOn(await nora.PageAsync(Sessions)));
        var shown = await StaffBrowser.ReadAsync(await nora.SendAsync(Sessions, Narrower, "button[formaction*=Preview]"));

        Assert.Equal([Warning], WarningsOn(shown));
        var rita = await StaffBrowser.SignedInAsync(portal, "Rita Reception");
        Assert.Empty(WarningsOn(await rita.PageAsync(Sessions)));
    }

    [Theory]
    [InlineData("TakeFigure", "Often 4 to 5. In studies the usual number was 3.", "4", "5")]
    [InlineData("TakeValue", "Often 3 to 6. In studies the usual number was 3.", "3", "6")]
    public async Task Either_takes_the_others_figure_and_nothing_is_saved_by_that(string handler, string text, string from, string to)
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var typed = new Dictionary<string, string>
        {
            ["Form.Text"] = "Often 4 to 5. In studies the usual number was 3.",
            ["Form.Brief"] = "",
        };
        var shown = await StaffBrowser.ReadAsync(await nora.SendAsync(Sessions, typed, "button[formaction*=Preview]"));

        var taken = await StaffBrowser.ReadAsync(await nora.SendAsync(Sessions, shown, [], $"button[formaction*={handler}]"));

        var form = taken.QuerySelector("form[data-row]")!;
        Assert.Equal(
            (text, from, to),
            (StaffForm.Value(form, "Form.Text"), StaffForm.Value(form, "Form.Parts[0].Min"), StaffForm.Value(form, "Form.Parts[0].Max")));
        Assert.Empty(WarningsOn(taken));
        Assert.Empty(taken.QuerySelectorAll("button[formaction*=Take]"));
        Assert.Contains("3 to 6", (await nora.PageAsync(Sessions)).QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await nora.SendAsync(Sessions, taken, [])).StatusCode);
        Assert.Null((await nora.PageAsync(Treatment)).QuerySelector("#saved-warnings"));
    }

    [Fact]
    public async Task The_one_line_that_names_another_treatment_is_told_by_its_name()
    {
        await using var portal = new PortalFactory();
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");

        var shown = await StaffBrowser.ReadAsync(
            await nora.SendAsync(Sessions, new() { ["Form.Brief"] = "More than a medium peel" }, "button[formaction*=Preview]"));

        Assert.Contains("names “Medium peel”", Assert.Single(WarningsOn(shown)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_lists_it_with_the_page_where_it_is_put_right_and_goes_on_with_a_reason()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Sessions, Narrower);

        var listed = await StaffBrowser.ReadAsync(
            await ada.SendAsync("/staff/publish", new() { ["Note"] = "Fewer" }),
            HttpStatusCode.BadRequest);

        var item = Assert.Single(
            listed.QuerySelectorAll("#publish li"),
            item => item.TextContent.Contains(Warning, StringComparison.Ordinal));
        Assert.Equal(Sessions, item.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("Often 3 to 5.", await ReadAsync(portal), StringComparison.Ordinal);

        await ada.SendAsync("/staff/publish", new() { ["Reason"] = "It is right as it is." });

        Assert.Contains("Often 3 to 5.", await ReadAsync(portal), StringComparison.Ordinal);
        var standard = (await portal.GetPage("/about/decision-aid-standard")).QuerySelector("#unsigned + p + ul")!;
        Assert.EndsWith(
            "with 1 answer not signed by a clinician and gaps or contradictions. Reason: It is right as it is.",
            standard.Children[0].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_lists_it_beside_what_must_be_put_right_first()
    {
        await using var portal = new PortalFactory();
        var ada = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        await ada.SendAsync(Sessions, Narrower);
        await ada.SendAsync($"{Treatment}/answers/onset", new() { ["Form.Parts[0].Min"] = "30", ["Form.Parts[0].Max"] = "2" });

        var listed = await StaffBrowser.ReadAsync(await ada.SendAsync("/staff/publish", []), HttpStatusCode.BadRequest);

        var lists = listed.QuerySelector("#publish")!.TextContent;
        Assert.Contains("\"From\" is higher than \"To\".", lists, StringComparison.Ordinal);
        Assert.Contains(Warning, lists, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(PortalFactory portal) =>
        (await portal.GetPage("/treatments/microneedling")).Body!.TextContent;

    private static IReadOnlyList<string> WarningsOn(IDocument form) =>
        [.. form.QuerySelectorAll("ul[aria-labelledby=worth-a-look] li").Select(item => item.TextContent)];
}
