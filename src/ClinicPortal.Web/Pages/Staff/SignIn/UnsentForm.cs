using System.Text.Json;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// A form that met the end of its session and is no row's, so that it cannot become a draft: the sign-in page carries it, and whoever has
/// signed in is led back to its page with all that stood in it. It is not carried out: that may be somebody else, who has not read it.
/// </summary>
/// <param name="Address">Of its page.</param>
/// <param name="Fields">What was typed.</param>
/// <param name="HadFile">A file was chosen too. No page can hold it, and it has to be chosen again.</param>
public sealed record UnsentForm(string Address, Dictionary<string, string?[]> Fields, bool HadFile = false) : IStaffView
{
    /// <summary>A field of whoever has signed in since, and wants to see the form before it is sent.</summary>
    public const string Shown = "Shown";

    /// <summary>Its value where a file was chosen too.</summary>
    public const string ShownWithoutFile = "without file";

    // On its way every sign may become three.
    private const int Longest = RequestLimits.StaffForm / 4;

    string IStaffView.Title => "You are signed in";

    /// <summary>The form without its files, as one text; none, if nothing stands in it, or a secret.</summary>
    public static string? Of(HttpRequest request, IFormCollection form)
    {
        var fields = form.Where(field => !Confirmation.IsOfSignIn(field.Key))
            .ToDictionary(field => field.Key, field => field.Value.ToArray());
        var hadFile = form.Files.Count > 0;
        if (request.Path.StartsWithSegments(StaffMap.Account.Path)
            || (!hadFile && fields.Values.All(values => values.All(string.IsNullOrEmpty))))
            return null;
        var words = JsonSerializer.Serialize(new UnsentForm(request.Path + request.QueryString, fields, hadFile));
        return words.Length <= Longest ? words : null;
    }

    /// <summary>None, if the text is not what <see cref="Of"/> writes.</summary>
    public static UnsentForm? Read(string words)
    {
        try
        {
            return JsonSerializer.Deserialize<UnsentForm>(words) is { Address: not null, Fields: not null } form
                && form.Fields.Values.All(values => values is not null) ? form : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IActionResult Show(StaffPageModel page) => new ViewResult
    {
        ViewName = "/Pages/Staff/SignIn/_UnsentForm.cshtml",
        TempData = page.TempData,
        ViewData = new ViewDataDictionary<UnsentForm>(page.ViewData, this),
    };
}
