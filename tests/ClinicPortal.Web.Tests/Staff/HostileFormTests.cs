using System.Net;
using System.Text;
using AngleSharp.Dom;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using ClinicPortal.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>Bad input in every field of every form there is.</summary>
public sealed class HostileFormTests
{
    private const string HalfCharacter = "\ud800";

    /// <summary>With it the whole form cannot be read, so that its words stay in the browser only, and the page says so.</summary>
    private const string Unreadable = "a\0b";

    private static readonly Dictionary<string, string> Inputs = new()
    {
        ["overlong"] = string.Concat(Enumerable.Repeat("words ", 1000)).Trim(),
        ["a megabyte"] = new('w', 1 << 20),
        ["control characters"] = "a\ab\u001bc",
        ["a sign that no form can hold"] = Unreadable,
        ["script"] = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
        ["half a character"] = $"a{HalfCharacter}b",
        ["thousands"] = "1.000,5",
        ["a comma"] = "1,5",
        ["negative"] = "-1",
        ["no number"] = "NaN",
        ["huge"] = new string('9', 40),
        ["infinite"] = "1e400",
        ["least"] = "-2147483648",
        ["unknown"] = "Bogus",
        ["spaces"] = "   ",
        ["nothing"] = "",
    };

    private static readonly Func<List<KeyValuePair<string, string>>, string, IEnumerable<KeyValuePair<string, string>>>[] Changes =
    [
        (sent, field) => sent.Where(one => one.Key != field),
        (sent, field) => sent.Append(new(field, "1")).Append(new(field, "1")),
        (sent, field) =>
            sent.Append(new(field + "[999].Min", "1"))
                .Append(new("Form.Parts[999].Min", "1"))
                .Append(new("Form.Sources", "no-such-source")),
        (sent, field) => sent.Concat(Enumerable.Repeat(KeyValuePair.Create(field, "1"), 1100)),
        (sent, _) => sent.Concat(Enumerable.Range(0, 1100).Select(number => KeyValuePair.Create($"Form.Parts[{number}].Min", "1"))),
    ];

    [Fact]
    public async Task What_cannot_be_saved_comes_back_with_a_reason_and_every_word_and_nothing_is_half_saved()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var forms = await StaffForm.AllAsync();
        var (wrong, turn) = (new List<string>(), 0);

        foreach (var form in forms)
        {
            var open = new Open(portal, browser, form);
            foreach (var field in form.Fields)
                foreach (var (name, input) in Trials.Share(Inputs, turn++))
                    if (await open.WrongWithAsync(field, input) is { } problem)
                        wrong.Add($"{form.Address} {field} {name}: {problem}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains(forms, form => form.Fields.Contains("Form.Parts[0].Min"));
        Assert.Contains(forms, form => form.Fields.Contains("Form.Doi"));
        Assert.Contains(forms, form => form.Fields.Contains("Form.Certainty"));
        Assert.Contains(forms, form => form.Fields.Contains("Registration"));
        Assert.Contains(forms, form => form.Fields.Contains("Old"));
    }

    [Fact]
    public async Task A_field_that_is_missing_or_twice_there_and_a_page_of_a_thousand_fields_are_no_error_of_ours()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var (wrong, turn) = (new List<string>(), 0);

        foreach (var form in await StaffForm.AllAsync())
        {
            IDocument? page = null;
            foreach (var field in form.Fields)
                foreach (var change in Trials.Share(Changes, turn++))
                {
                    page ??= await form.OpenAsync(browser);
                    var answer = await browser.PostBodyAsync(form.Target(page), Body(change(form.Sent(page), field)));
                    if ((int)answer.StatusCode >= 500)
                        wrong.Add($"{form.Address} {field}: {(int)answer.StatusCode}");
                    page = IsRefused(answer) ? page : null;
                }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_button_of_every_form_takes_bad_input_without_an_error_of_ours()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator);
        var (wrong, turn) = (new List<string>(), 0);

        foreach (var form in await StaffForm.AllAsync())
        {
            IDocument? page = null;
            foreach (var target in form.Targets(await form.OpenAsync(browser)))
                foreach (var input in Trials.Share(Inputs.Values, turn++))
                {
                    page ??= await form.OpenAsync(browser);
                    var fields = form.Sent(page);
                    // A longer form is turned away before any page sees it.
                    var words = input[..Math.Min(input.Length, RequestLimits.StaffForm / 2 / fields.Count)];
                    var sent = fields.Select(field => field.Key == "__RequestVerificationToken" ? field : new(field.Key, words));
                    var answer = await browser.PostBodyAsync(target, Body(sent));
                    if ((int)answer.StatusCode >= 500)
                        wrong.Add($"{target} {input[..Math.Min(10, input.Length)]}: {(int)answer.StatusCode}");
                    page = IsRefused(answer) ? page : null;
                }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Email=&Password=")]
    [InlineData("Email=x&Password=%00")]
    [InlineData("Email=%ED%A0%80%40x&Password=a&Words=%7B&return=%2Fstaff%2F..%2F..%2F")]
    public async Task Signing_in_with_nonsense_is_refused_and_no_error_of_ours(string fields)
    {
        await using var portal = new PortalFactory();
        var browser = new StaffBrowser(portal);
        var page = await browser.PageAsync("/staff/sign-in");

        var answer = await browser.PostBodyAsync(
            "/staff/sign-in", $"{fields}&__RequestVerificationToken={StaffForm.Value(page.Body!, "__RequestVerificationToken")}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>Then nothing has changed, and the form can be sent again as it stands.</summary>
    private static bool IsRefused(HttpResponseMessage answer) => (int)answer.StatusCode >= 400;

    private static async Task<string> StateOf(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return $"{await db.Changes.CountAsync(StaffBrowser.Cancel)} {await db.Users.CountAsync(StaffBrowser.Cancel)} "
            + $"{await db.Editions.CountAsync(StaffBrowser.Cancel)} {await db.Drafts.CountAsync(StaffBrowser.Cancel)}";
    }

    /// <summary>A form that stays open as long as it is refused.</summary>
    private sealed class Open(PortalFactory portal, StaffBrowser browser, StaffForm form)
    {
        private (IDocument Page, string State)? _before;

        public async Task<string?> WrongWithAsync(string field, string input)
        {
            var (page, before) = _before ??= (await form.OpenAsync(browser), await StateOf(portal));
            var fields = form.Sent(page).Where(one => one.Key != field).Append(new(field, input));

            var answer = await browser.PostBodyAsync(form.Target(page), Body(fields));

            var status = (int)answer.StatusCode;
            var after = await StateOf(portal);
            if (!IsRefused(answer) || before != after)
                _before = null;
            var stays = status == 200 ? await StaffBrowser.ReadAsync(answer) : null;
            // What is only tried out shows what would happen, even if that is nothing.
            if (stays?.QuerySelector("#outcome") is not null)
                return before == after ? null : "is tried out and has saved something";
            // Where one page is one form, something is done, and what else is typed is kept.
            if (stays?.QuerySelector(".done") is not null)
                return StaffForm.Value(stays.Body!, field) is not null ? null : "is done and has lost the rest";
            if (status is 200 or >= 500 && !(status == 200 && form.Address == "/staff/people"))
                return $"answers {status}";
            if (status is < 400)
                return null;
            if (_before is null)
                return $"answers {status} and has saved something";
            var shown = await StaffBrowser.ReadAsync(answer, answer.StatusCode);
            if (shown.QuerySelector(".alert li, .conflict") is null)
                return $"answers {status} without a reason";
            var kept = shown.QuerySelectorAll("main form")
                .Select(again => StaffForm.Value(again, field))
                .FirstOrDefault(value => value is not null);
            return form.IsTyped(page, field)
                && input != Unreadable
                && !input.Contains(HalfCharacter, StringComparison.Ordinal)
                && !string.IsNullOrWhiteSpace(input)
                && kept != input
                ? $"answers {status} and shows \"{kept?[..Math.Min(40, kept.Length)]}\""
                : null;
        }
    }

    /// <summary>As a browser writes it, but for half characters, which no browser sends.</summary>
    private static string Body(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in fields)
            body.Append(body.Length == 0 ? "" : "&")
                .Append(Uri.EscapeDataString(name))
                .Append('=')
                .AppendJoin("%ED%A0%80", value.Split(HalfCharacter).Select(Uri.EscapeDataString));
        return body.ToString();
    }
}
