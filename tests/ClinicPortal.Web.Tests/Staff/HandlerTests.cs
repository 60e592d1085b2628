using System.Net;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>Every button that a staff page can have, pressed by everybody with a good token: the list comes from the portal.</summary>
public sealed class HandlerTests
{
    [Fact]
    public async Task Only_administrators_look_after_people_and_publish_and_everybody_may_do_everything_else()
    {
        await using var portal = new PortalFactory();
        var handlers = await HandlersOf(portal);
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var buttons = new Buttons(await StaffBrowser.SignedInAsync(portal, $"Some {role}", role), $"Some {role}");
            foreach (var (route, handler) in handlers)
            {
                var answer = await buttons.PressAsync($"{AccessTests.Example(route)}?handler={handler}");

                var isAdministrators =
                    route is "/staff/people" or "/staff/system" or "/staff/review/links" or "/staff/scheduled"
                        || (route, handler) is ("/staff/publish", "" or "Later") or ("/staff/editions", "Repeat")
                            or ("/staff/holds", "Withdraw");
                if ((answer.StatusCode == HttpStatusCode.Forbidden) != (isAdministrators && role != StaffRole.Administrator)
                    || (int)answer.StatusCode >= 500)
                    wrong.Add($"{route} {handler} answers a person in the role {role} {(int)answer.StatusCode}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains(("/staff/people", "Invite"), handlers);
        Assert.Contains(("/staff/publish", ""), handlers);
        Assert.Contains(("/staff/publish", "Later"), handlers);
        Assert.Contains(("/staff/scheduled", "Cancel"), handlers);
        Assert.Contains(("/staff/editions", "Repeat"), handlers);
        Assert.Contains(("/staff/treatments/{treatment}/answers/{criterion}", "SaveDraft"), handlers);
    }

    [Fact]
    public async Task A_stranger_presses_no_button_but_those_of_signing_in()
    {
        await using var portal = new PortalFactory();
        foreach (var (route, handler) in await HandlersOf(portal))
        {
            var stranger = new StaffBrowser(portal);
            var answer = await stranger.PostAsync($"{AccessTests.Example(route)}?handler={handler}", [new("Name", "Stranger")]);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/staff/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_names_no_handler_of_its_page_is_refused_and_no_error_of_ours()
    {
        await using var portal = new PortalFactory();
        var buttons = new Buttons(await StaffBrowser.SignedInAsync(portal, "Ada Admin", StaffRole.Administrator), "Ada Admin");
        var wrong = new List<string>();
        var handlers = await StaffHandler.AllOfAsync(portal);
        var routes = handlers.Select(handler => handler.Route).Distinct().ToList();
        var nameless = handlers.Where(handler => handler.Name == "").Select(handler => handler.Route).ToList();

        foreach (var route in routes)
            foreach (var handler in new[] { null, "Nobody" })
            {
                var before = await ChangesOf(portal);
                var address = AccessTests.Example(route) + (handler is null ? "" : $"?handler={handler}");
                var answer = await buttons.PressAsync(address, new KeyValuePair<string, string>("Form.Name", "Words"));

                var isRefused = answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Gone && before == await ChangesOf(portal);
                if ((int)answer.StatusCode >= 500 || !isRefused && (handler is not null || !nameless.Contains(route)))
                    wrong.Add($"{route} {handler}: {(int)answer.StatusCode}");
            }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains("/staff/account/second-factor", routes);
        Assert.DoesNotContain("/staff/account/second-factor", nameless);
        Assert.Contains("/staff/sign-in/code", routes);
    }

    private static async Task<int> ChangesOf(PortalFactory portal)
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        return db.Changes.Count() + db.Users.Count() + db.Editions.Count();
    }

    private static async Task<List<(string Route, string Handler)>> HandlersOf(PortalFactory portal)
    {
        _ = portal.Reader;
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var handlers = new List<(string, string)>();
        var actions = portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items;
        foreach (var page in actions.OfType<PageActionDescriptor>())
        {
            if (!page.ViewEnginePath.StartsWith("/Staff/", StringComparison.Ordinal))
                continue;
            var loaded = await loader.LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty);
            foreach (var handler in loaded.HandlerMethods.Where(handler => handler.HttpMethod == "Post"))
                handlers.Add(("/" + page.AttributeRouteInfo!.Template, handler.Name ?? ""));
        }
        // The doors that are open to strangers count how often they are tried, and have tests of their own.
        return [.. handlers.Distinct().Where(button => !AccessTests.IsOpen(button.Item1))];
    }

    /// <summary>Presses with a good token, and signs in again first where an answer has signed out its sender.</summary>
    private sealed class Buttons(StaffBrowser browser, string name)
    {
        private string? _token;

        public async Task<HttpResponseMessage> PressAsync(string address, params KeyValuePair<string, string>[] fields)
        {
            var answer = await PostAsync(address, fields);
            if (answer.Headers.Location?.OriginalString.StartsWith("/staff/sign-in", StringComparison.Ordinal) != true)
                return answer;
            await browser.SignInAsync(name);
            _token = null;
            return await PostAsync(address, fields);
        }

        private async Task<HttpResponseMessage> PostAsync(string address, KeyValuePair<string, string>[] fields)
        {
            _token ??= StaffForm.Value((await browser.PageAsync("/staff/account")).Body!, "__RequestVerificationToken")!;
            return await browser.PostAsync(address, [new("__RequestVerificationToken", _token), .. fields]);
        }
    }
}
