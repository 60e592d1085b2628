using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Stands on a handler that is carried out only for somebody who has shown a short while ago who it is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AsksAgainAttribute : Attribute;

/// <summary>
/// "Confirm that it is you": stands in for the answer to a form, holds everything that was typed into it, and sends it on to the same address
/// together with a password or a passkey.
/// </summary>
public sealed class Confirmation : StaffPage
{
    public const string Heading = "Confirm that it is you";
    public const string Password = "Confirm.Password";
    public const string Credential = "Confirm.Credential";

    public override string Title => Heading;

    public required string Address { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    public required bool HasPasskey { get; init; }

    /// <summary>None, if the person has shown it, just now or a short while ago.</summary>
    public static async Task<IActionResult?> AskAsync(StaffPage page)
    {
        var signIn = page.HttpContext.RequestServices.GetRequiredService<StaffSignIn>();
        var (form, person) = (await page.Request.ReadFormAsync(), await signIn.UserManager.GetUserAsync(page.User));
        if (signIn.IsFresh || person is null)
            return null;
        if (await ProblemAsync(signIn, person, form) is { } problem)
        {
            if (problem.Length > 0)
                page.ModelState.AddModelError("", problem);
            return await ShowAsync(page, signIn.UserManager, person, form);
        }
        await signIn.RefreshSignInAsync(person);
        return null;
    }

    protected override Task<IActionResult> ShowAsync() => throw new InvalidOperationException("This page stands in for others and has no address.");

    /// <summary>Empty, if nothing has been shown yet; none, if all is well.</summary>
    private static async Task<string?> ProblemAsync(StaffSignIn signIn, StaffUser person, IFormCollection form)
    {
        if (!string.IsNullOrEmpty(form[Credential]))
            return (await signIn.FindByPasskeyAsync(form[Credential]))?.Id == person.Id ? null : "This passkey is not yours, or it took too long. Try again, or use your password.";
        if (string.IsNullOrEmpty(form[Password]))
            return "";
        var result = await signIn.CheckPasswordSignInAsync(person, form[Password]!, lockoutOnFailure: true);
        return result.Succeeded ? null : result.IsLockedOut ? SignInModel.LockedOut : "This is not your password. Try again; what you typed before is kept.";
    }

    private static async Task<IActionResult> ShowAsync(StaffPage page, UserManager<StaffUser> users, StaffUser person, IFormCollection form)
    {
        page.ModelState.SetModelValue(Password, null, null);
        return new ViewResult
        {
            ViewName = "/Pages/Staff/Shared/_Confirmation.cshtml",
            StatusCode = StatusCodes.Status401Unauthorized,
            TempData = page.TempData,
            ViewData = new ViewDataDictionary<Confirmation>(page.ViewData, new Confirmation
            {
                Address = page.Request.Path + page.Request.QueryString,
                Fields = [.. form.Where(field => field.Key is not ("__RequestVerificationToken" or Password or Credential)).SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))],
                HasPasskey = (await users.GetPasskeysAsync(person)).Count > 0,
            }),
        };
    }
}
