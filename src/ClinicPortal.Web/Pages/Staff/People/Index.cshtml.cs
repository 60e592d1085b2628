using System.Globalization;
using ClinicPortal.Core.Staff;
using ClinicPortal.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

[Authorize(Policies.Administrator)]
public sealed class PeopleModel(People people, UserManager<StaffUser> users, StaffSessions sessions, PublicOrigin origin) : StaffPage
{
    public override string Title => "People";

    public IReadOnlyList<StaffUser> Everybody { get; private set; } = [];

    public string? Link { get; private set; }

    public string? LinkFor { get; private set; }

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

    public async Task<IActionResult> OnPostInviteAsync()
    {
        var (person, result) = await people.InviteAsync(Email.Trim(), Name.Trim(), Role, Registration);
        return result.Succeeded ? await ShowLinkAsync(person) : await Refuse(result);
    }

    public Task<IActionResult> OnPostLinkAsync() => WithPerson(ShowLinkAsync);

    public Task<IActionResult> OnPostRoleAsync() => WithPerson(person => ChangeAsync(person, Role, person.Left, $"{person.Name} is now {Role}."));

    public Task<IActionResult> OnPostLeaveAsync() => WithPerson(person => ChangeAsync(person, person.Role, true, $"{person.Name} can no longer sign in."));

    public Task<IActionResult> OnPostReturnAsync() => WithPerson(person => ChangeAsync(person, person.Role, false, $"{person.Name} can sign in again."));

    public Task<IActionResult> OnPostSignOutAsync() => WithPerson(async person =>
    {
        await sessions.EndAllOf(person.Id);
        return Then("/staff/people", $"{person.Name} is signed out everywhere.");
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
        (Link, LinkFor) = (origin.Of(await people.LinkAsync(person)), person.Name);
        return await ShowAsync();
    }
}
