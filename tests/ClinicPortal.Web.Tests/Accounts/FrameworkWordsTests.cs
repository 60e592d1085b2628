using System.Net;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Tests.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ClinicPortal.Web.Tests.Accounts;

/// <summary>What the frameworks would say by themselves is said in the portal's words, all of it.</summary>
public sealed class FrameworkWordsTests
{
    private const string Changed = "seven quiet herons by a canal";

    public static TheoryData<string> Errors =>
        [.. typeof(IdentityErrorDescriber).GetMethods()
            .Where(method => method.ReturnType == typeof(IdentityError)).Select(method => method.Name)];

    public static TheoryData<string> Accessors =>
        [.. typeof(ModelBindingMessageProvider).GetProperties()
            .Where(property => property.PropertyType.IsAssignableTo(typeof(Delegate))).Select(property => property.Name)];

    [Theory, MemberData(nameof(Errors))]
    public void Every_error_of_an_account_has_words_of_our_own(string name)
    {
        var (framework, ours) = (Told(new IdentityErrorDescriber(), name), Told(new StaffErrorDescriber(), name));

        Assert.Equal(typeof(StaffErrorDescriber), typeof(StaffErrorDescriber).GetMethod(name)!.DeclaringType);
        Assert.NotEqual(framework.Description, ours.Description);
        Assert.Equal(framework.Code, ours.Code);
        Assert.Matches(@"^[A-Z""][^']+\.$", ours.Description);
    }

    [Theory, MemberData(nameof(Accessors))]
    public void Every_field_that_cannot_be_read_has_words_of_our_own(string name)
    {
        var mvc = new MvcOptions();
        var before = Message(mvc.ModelBindingMessageProvider, name);

        FormMessages.Apply(mvc);

        Assert.NotEqual(before, Message(mvc.ModelBindingMessageProvider, name));
    }

    [Fact]
    public async Task A_password_that_is_not_changed_is_told_why_without_the_names_of_fields()
    {
        await using var portal = new PortalFactory();
        var eve = await StaffBrowser.SignedInAsync(portal, "Eve Editor");

        Assert.Equal(["This is not your current password. Type it again."], await ChangeAsync(eve, "not the old one", Changed));
        Assert.Equal(
            ["Use at least 12 characters. Use three or four words that have nothing to do with each other or with you."],
            await ChangeAsync(eve, StaffBrowser.Password, "heron canal"));
        Assert.Equal(
            ["\"Current password\" is empty. Fill it in and send the form again."], await ChangeAsync(eve, "", Changed));
    }

    private static async Task<IEnumerable<string>> ChangeAsync(StaffBrowser browser, string old, string changed)
    {
        var answer = await browser.SendAsync("/staff/account", new() { ["Old"] = old, ["New"] = changed }, "form[action*=Password] button");
        var page = await StaffBrowser.ReadAsync(answer, HttpStatusCode.BadRequest);
        return page.QuerySelectorAll("#problems li").Select(problem => problem.TextContent.Trim());
    }

    private static IdentityError Told(IdentityErrorDescriber describer, string name)
    {
        var method = describer.GetType().GetMethod(name)!;
        var arguments = method.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? 12 : (object)"somebody");
        return (IdentityError)method.Invoke(describer, [.. arguments])!;
    }

    private static string Message(DefaultModelBindingMessageProvider provider, string name)
    {
        var message = (Delegate)typeof(ModelBindingMessageProvider).GetProperty(name)!.GetValue(provider)!;
        return (string)message.DynamicInvoke([.. message.GetType().GetMethod("Invoke")!.GetParameters().Select(_ => "something")])!;
    }
}
