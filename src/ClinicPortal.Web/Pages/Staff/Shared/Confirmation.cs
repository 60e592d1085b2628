using System.Globalization;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// "Confirm that it is you": stands in for the answer to a form, holds everything that was typed into it, and sends it on to the same
/// address together with what the account is opened with: a password, a password and a code, or a passkey.
/// </summary>
public sealed record Confirmation : IStaffView
{
    public const string Heading = "Confirm that it is you";
    public const string Password = "Confirm.Password";
    public const string Code = "Confirm.Code";
    public const string Credential = "Confirm.Credential";

    private const string WrongPassword = "This is not your password. Try again; what you typed before is kept.";

    public string Title => Heading;

    public required string Address { get; init; }

    /// <summary>As it stands after "You want to".</summary>
    public required string Deed { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    public required SecondStep Step { get; init; }

    /// <summary>A passkey stands for itself; whoever has nothing else is asked for no password.</summary>
    public bool TakesPassword => Step.TakesCode || !Step.IsAsked;

    /// <summary>A field that shows who somebody is, and is not kept with what was typed.</summary>
    public static bool IsOfSignIn(string field) => field is "__RequestVerificationToken" or Password or Code or Credential;

    /// <summary>None, if the person has shown it, just now or a short while ago.</summary>
    public static async Task<IActionResult?> AskAsync(StaffPageModel page, string deed, StaffSignIn signIn, CancellationToken cancel)
    {
        var (form, person) = (await page.Request.ReadFormAsync(cancel), await signIn.UserManager.GetUserAsync(page.User));
        if (signIn.IsFresh || person is null)
            return null;
        var step = await signIn.SecondStepOfAsync(person);
        if (await ProblemAsync(signIn, person, step, form) is { } problem)
        {
            if (problem.Length > 0)
                page.ModelState.AddModelError("", problem);
            return Show(page, string.Format(CultureInfo.InvariantCulture, deed, await page.SubjectAsync()), step, form);
        }
        await signIn.ConfirmAsync(
            person,
            !string.IsNullOrEmpty(form[Credential]) ? "Confirmed with a passkey."
            : step.IsAsked ? "Confirmed with the password and a code."
            : "Confirmed with the password.");
        return null;
    }

    /// <summary>Empty, if nothing has been shown yet; none, if all is well.</summary>
    private static async Task<string?> ProblemAsync(StaffSignIn signIn, StaffUser person, SecondStep step, IFormCollection form)
    {
        if (!string.IsNullOrEmpty(form[Credential]))
            return (await signIn.FindByPasskeyAsync(form[Credential]))?.Id == person.Id
                ? null
                : "This passkey is not yours, or it took too long. Try again.";
        if (string.IsNullOrEmpty(form[Password]))
            return "";
        var (result, wrong) = (await signIn.ConfirmPasswordAsync(person, form[Password]!), WrongPassword);
        if (result.Succeeded && step.IsAsked)
            (result, wrong) = (await signIn.JudgeCodeAsync(person, form[Code].ToString()), step.WrongCode);
        return result.Succeeded ? null
            : result.IsLockedOut ? StaffSignIn.TooManyTries
            : wrong;
    }

    private static ViewResult Show(StaffPageModel page, string deed, SecondStep step, IFormCollection form)
    {
        page.ModelState.SetModelValue(Password, null, null);
        page.ModelState.SetModelValue(Code, null, null);
        return new()
        {
            ViewName = "/Pages/Staff/Shared/_Confirmation.cshtml",
            StatusCode = StatusCodes.Status401Unauthorized,
            TempData = page.TempData,
            ViewData = new ViewDataDictionary<Confirmation>(page.ViewData, new Confirmation
            {
                Address = page.Request.Path + page.Request.QueryString,
                Deed = deed,
                Fields =
                [
                    .. from field in form
                       where !IsOfSignIn(field.Key)
                       from value in field.Value
                       select KeyValuePair.Create(field.Key, value ?? ""),
                ],
                Step = step,
            }),
        };
    }
}
