using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>One person's browser without script: keeps cookies, and sends forms as they stand on the page.</summary>
public sealed class StaffBrowser(HttpClient client, CookieContainer cookies)
{
    public StaffBrowser(PortalFactory portal) : this(portal, new()) { }

    public StaffBrowser(PortalFactory portal, CookieContainer cookies) : this(
        portal.CreateDefaultClient(new CookieContainerHandler(cookies)), cookies)
    { }

    public const string Password = "violet tram under eleven pears";

    public CookieContainer Cookies => cookies;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Somebody with a password, who has not signed in yet.</summary>
    public static async Task<StaffUser> InvitedAsync(PortalFactory portal, string name, StaffRole role)
    {
        _ = portal.Reader;
        await using var scope = portal.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        // A registration is one person's.
        var reviewers = (await people.AllAsync(Cancel)).Count(other => other.Registration is not null);
        var (person, result) = await people.InviteAsync(
            AddressOf(name), name, role, role == StaffRole.Reviewer ? $"GMC {1234567 + reviewers}" : null);
        Assert.True(result.Succeeded, result.ToString());
        Assert.True((await people.SetPasswordAsync(person, Password)).Succeeded);
        return person;
    }

    public static async Task<StaffBrowser> SignedInAsync(PortalFactory portal, string name, StaffRole role = StaffRole.Editor)
    {
        await InvitedAsync(portal, name, role);
        var browser = new StaffBrowser(portal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(name)).StatusCode);
        return browser;
    }

    /// <summary>A link on which the person sets a password, as an administrator makes it.</summary>
    public static async Task<string> LinkAsync(PortalFactory portal, string name)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>().FindByEmailAsync(AddressOf(name));
        return await scope.ServiceProvider.GetRequiredService<StaffAccounts>().LinkAsync(person!);
    }

    public static string AddressOf(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@clinic.example";

    public Task<HttpResponseMessage> SignInAsync(string name, string password = Password) =>
        SendAsync("/staff/sign-in", new() { ["Email"] = AddressOf(name), ["Password"] = password });

    /// <summary>On the page that a form met whose session had ended.</summary>
    public async Task<HttpResponseMessage> SignInAgainAsync(string name, HttpResponseMessage refused) =>
        await SendAsync(
            "/staff/sign-in", await ReadAsync(refused, HttpStatusCode.Unauthorized),
            new() { ["Email"] = AddressOf(name), ["Password"] = Password });

    /// <summary>Follows where a renamed row leads; any other redirect is an answer that tests look at.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address) =>
        await client.GetAsync(address, Cancel) is var answer
        && answer is { StatusCode: HttpStatusCode.TemporaryRedirect, Headers.Location: { } renamed }
            ? await client.GetAsync(renamed, Cancel)
            : answer;

    public async Task<IDocument> PageAsync(string address, HttpStatusCode status = HttpStatusCode.OK) =>
        await ReadAsync(await GetAsync(address), status);

    public static async Task<IDocument> ReadAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.Equal(status, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }

    /// <summary>Fills in the form of a page, as far as named, and sends it.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string address, Dictionary<string, string> typed, string button = "main form[method=post] button") =>
        await SendAsync(address, FieldsOf(await PageAsync(address), button), typed, button);

    /// <summary>Sends a form of a page that was opened before.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string address, IDocument page, Dictionary<string, string> typed, string button = "main form[method=post] button") =>
        await SendAsync(address, FieldsOf(page, button), typed, button);

    /// <param name="ourOwn">As a browser says of a form that stands on the portal's own page.</param>
    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, bool ourOwn = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        if (ourOwn)
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return client.SendAsync(request, Cancel);
    }

    /// <summary>Chooses a file in the form of a page and sends it with that button.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string address, string button, string name, byte[] file)
    {
        var (action, fields) = FieldsOf(await PageAsync(address), button);
        return await UploadAsync(action ?? address, fields, name, file);
    }

    /// <summary>As a browser says of a form that stands on the portal's own page.</summary>
    public async Task<HttpResponseMessage> UploadAsync(
        string address, IReadOnlyList<KeyValuePair<string, string>> fields, string name, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Where(field => field.Key != "Upload"))
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(file), "Upload", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await client.SendAsync(request, Cancel);
    }

    /// <summary>Sends what no browser would.</summary>
    public async Task<HttpResponseMessage> PostBodyAsync(string address, string body, params (string Name, string Value)[] headers)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new StringContent(body, null, "application/x-www-form-urlencoded"),
            };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request, Cancel);
    }

    /// <summary>What a browser would send with that button.</summary>
    public static (string? Action, List<KeyValuePair<string, string>> Fields) FieldsOf(IDocument page, string button)
    {
        var pressed = page.QuerySelector(button) as IHtmlButtonElement;
        Assert.True(pressed is not null, $"The page has no {button}.");
        var form = pressed.Form!;
        var fields = new List<KeyValuePair<string, string>>();
        // A field may belong to a form that it does not stand in.
        foreach (var field in form.QuerySelectorAll("[name]").Concat(page.QuerySelectorAll($"[form='{form.Id}'][name]")))
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when box.IsChecked: fields.Add(new(box.Name!, box.Value)); break;
                case IHtmlInputElement { Type: not ("checkbox" or "radio") } input: fields.Add(new(input.Name!, input.Value)); break;
                case IHtmlTextAreaElement text: fields.Add(new(text.Name!, text.Value)); break;
                case IHtmlSelectElement choice: fields.Add(new(choice.Name!, choice.Value!)); break;
            }
        if (!string.IsNullOrEmpty(pressed.Name))
            fields.Add(new(pressed.Name, pressed.Value));
        return (pressed.GetAttribute("formaction") ?? form.GetAttribute("action"), fields);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string address, (string? Action, List<KeyValuePair<string, string>> Fields) form, Dictionary<string, string> typed, string button)
    {
        foreach (var name in typed.Keys)
            Assert.True(form.Fields.Exists(field => field.Key == name), $"The form of {button} has no field {name}.");
        return await PostAsync(form.Action ?? address, [.. form.Fields.Where(field => !typed.ContainsKey(field.Key)), .. typed]);
    }

    /// <summary>Of everybody, without their knowing.</summary>
    public static async Task EndSessionsAsync(PortalFactory portal)
    {
        await using var db = await StoreOf(portal);
        await db.Sessions.ExecuteDeleteAsync(Cancel);
    }

    public static async Task<ClinicDbContext> StoreOf(PortalFactory portal) =>
        await portal.Services.GetRequiredService<IDbContextFactory<ClinicDbContext>>().CreateDbContextAsync(Cancel);
}
