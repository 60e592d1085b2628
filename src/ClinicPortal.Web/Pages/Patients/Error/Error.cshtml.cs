using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>Stands in for an answer that has no page of its own; the address in the browser stays as it was typed.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken] // It answers refused posts too, and changes nothing.
public sealed class ErrorModel : PageModel, IPatientPage
{
    public string Title => Say().Title;

    public string Advice => Say().Advice;

    public PageMeta Meta => new() { Title = Title, Description = Advice, NoIndex = true };

    [FromRoute]
    public int Status { get; init; }

    public void OnGet() => Response.StatusCode = Status is >= 400 and < 600 ? Status : StatusCodes.Status404NotFound;

    private (string Title, string Advice) Say() => Status switch
    {
        400 => ("We could not read that address", "Part of it is written in a way that no page of ours is. Start from one of these."),
        405 => ("This page can only be read", "Nothing was changed and nothing was sent. Start from one of these."),
        410 => ("This page is gone", "The clinic has taken it out. Start from one of these."),
        429 => ("That was too often in a short time", "Wait a minute and try again. The pages of today can be read at any time."),
        414 or 431 => ("That address is too long", "Start from one of these."),
        >= 500 => ("Something went wrong on our side", "It is not your fault, and it has been noted. Try again in a minute, or call us."),
        _ => ("There is no such page here", "The address may be old or mistyped. Start from one of these."),
    };
}
