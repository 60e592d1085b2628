using System.Globalization;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

[Authorize(Policies.Administrator)]
public sealed class PeopleModel(StaffAccounts people, UserManager<StaffUser> users, StaffSessions sessions, SecondFactors factors, PublicOrigin origin, MailSender post) : StaffPage
{
    public override string Title => "People";

    public IReadOnlyList<StaffUser> Everybody { get; private set; } = [];

    public string? Link { get; private set; }

    public string? LinkFor { get; private set; }

    /// <summary>What became of the mail with the link; none, where the portal sends none.</summary>
    public string? Mailed { get; private set; }

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public StaffRole Role { get; set; }

    [BindProperty]
    public string? Registration { get; set; }

    [BindProperty]
    public int Person { get; set; }

    [AsksAgain]
    public async Task<IActionResult> OnPostInviteAsync()
    {
        var (person, result) = await people.InviteAsync(Email.Trim(), Name.Trim(), Role, Registration);
        return result.Succeeded ? await ShowLinkAsync(person) : await Refuse(result);
    }

    [AsksAgain]
    public Task<IActionResult> OnPostLinkAsync() => WithPerson(ShowLinkAsync);

    [AsksAgain]
    public Task<IActionResult> OnPostRoleAsync() => WithPerson(person => ChangeAsync(person, Role, person.Left, $"{person.Name} is now {Role}."));

    [AsksAgain]
    public Task<IActionResult> OnPostLeaveAsync() => WithPerson(person => ChangeAsync(person, person.Role, true, $"{person.Name} can no longer sign in."));

    [AsksAgain]
    public Task<IActionResult> OnPostReturnAsync() => WithPerson(person => ChangeAsync(person, person.Role, false, $"{person.Name} can sign in again."));

    public Task<IActionResult> OnPostSignOutAsync() => WithPerson(async person =>
    {
        await sessions.EndAllOf(person.Id);
        return Then("/staff/people", $"{person.Name} is signed out everywhere.");
    });

    /// <summary>For a lost phone, which may hold passkeys beside the authenticator.</summary>
    [AsksAgain]
    public Task<IActionResult> OnPostTakeAwayAsync() => WithPerson(async person =>
    {
        await factors.TakeAwayAsync(person);
        await sessions.EndAllOf(person.Id);
        return Then("/staff/people", $"{person.Name} has no second factor and no passkey any more, is signed out everywhere and signs in with the password.");
    });

    protected override async Task<IActionResult> ShowAsync()
    {
        Everybody = await people.AllAsync();
        return Page();
    }

    private async Task<IActionResult> WithPerson(Func<StaffUser, Task<IActionResult>> act) =>
        await users.FindByIdAsync(Person.ToString(CultureInfo.InvariantCulture)) is { } person ? await act(person) : await Refuse("There is no such person any more.");

    // Role and leaving count from the next request on: the sessions that say otherwise end.
    private async Task<IActionResult> ChangeAsync(StaffUser person, StaffRole role, bool left, string done)
    {
        var result = await people.ChangeAsync(person, role, left);
        if (!result.Succeeded)
            return await Refuse(result);
        await sessions.EndAllOf(person.Id);
        return Then("/staff/people", done);
    }

    private async Task<IActionResult> ShowLinkAsync(StaffUser person)
    {
        var path = await people.LinkAsync(person);
        (Link, LinkFor) = (origin.Of(path), person.Name);
        if (post.IsOpen)
            Mailed = await post.SendLinkAsync(person, path, HttpContext.RequestAborted) is { } problem ? $"The mail to {person.Email} was not sent ({problem}): hand the link over yourself." : $"It was also sent to {person.Email}.";
        return await ShowAsync();
    }
}
