using System.ComponentModel.DataAnnotations;
using System.Globalization;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

[Authorize(Policies.Administrator)]
public sealed class PeopleModel(
    StaffAccounts people, UserManager<StaffUser> users, StaffSessions sessions, SecondFactors factors, PasswordLinks links,
    AuditLog audit) : StaffPageModel
{
    public override string Title => "People";

    public IReadOnlyList<StaffUser> Everybody { get; private set; } = [];

    /// <summary>By their keys.</summary>
    public IReadOnlySet<int> WithPasskey { get; private set; } = new HashSet<int>();

    public PasswordLink? Link { get; private set; }

    [BindProperty]
    [Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Display(Name = "Name")]
    public string Name { get; set; } = "";

    [BindProperty]
    public StaffRole Role { get; set; }

    [BindProperty]
    public string? Registration { get; set; }

    /// <summary>Whose line a button stands in, or whom an invitation may change: that was asked, and comes back with the answer.</summary>
    [BindProperty]
    public int Person { get; set; }

    /// <summary>Somebody known already whom an invitation would change.</summary>
    public StaffUser? Known { get; private set; }

    /// <summary>Whoever is about to be shut out.</summary>
    public StaffUser? Leaving { get; private set; }

    /// <summary>Whoever is about to lose the authenticator app and the passkeys.</summary>
    public StaffUser? LosingFactors { get; private set; }

    /// <summary>What cannot be undone at once was asked and answered.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public override async Task<string> SubjectAsync() => (await FindAsync())?.Name ?? "somebody";

    [RequiresConfirmation("make an invitation link")]
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(Email.Trim()) is { } known && known.Id != Person)
        {
            Known = known;
            return await RefuseAsync(
                $"{known.Name} already has an account with this e-mail address. Nothing has changed yet. "
                    + "Read below what would change, then decide.",
                cancel);
        }
        var (person, result) = await people.InviteAsync(Email, Name, Role, Registration);
        if (!result.Succeeded)
            return await RefuseAsync(result, cancel);
        // Somebody who is known already may have another role from now on.
        await sessions.EndAllOf(person.Id);
        // The next invitation is to somebody else.
        (Email, Name, Registration, Role) = ("", "", null, default);
        ModelState.Clear();
        return await ShowLinkAsync(person, cancel);
    }

    [RequiresConfirmation("make a password link for {0}")]
    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancel) => WithPerson(person => ShowLinkAsync(person, cancel), cancel);

    [RequiresConfirmation("change the role of {0}")]
    public Task<IActionResult> OnPostRoleAsync(CancellationToken cancel) =>
        ChangeAsync(person => (Role, person.Left), person => $"{person.Name} is now {Role}.", cancel);

    [RequiresConfirmation("remove access for {0}")]
    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel) => Sure
        ? ChangeAsync(person => (person.Role, true), person => $"{person.Name} can no longer sign in.", cancel)
        : WithPerson(async person =>
        {
            Leaving = person;
            return await ShowAsync(cancel);
        }, cancel);

    [RequiresConfirmation("give {0} access again")]
    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancel) =>
        ChangeAsync(person => (person.Role, false), person => $"{person.Name} can sign in again.", cancel);

    public Task<IActionResult> OnPostSignOutAsync(CancellationToken cancel) => WithPerson(async person =>
    {
        await sessions.EndAllOf(person.Id);
        await audit.RecordAsync(AuditKind.Access, AuditRecord.SubjectOf(person), "Signed out everywhere.", CancellationToken.None);
        return Done($"{person.Name} is signed out everywhere.");
    }, cancel);

    /// <summary>For a lost phone, which may hold passkeys beside the authenticator.</summary>
    [RequiresConfirmation("remove the authenticator app and passkeys of {0}")]
    public Task<IActionResult> OnPostTakeAwayAsync(CancellationToken cancel) => WithPerson(async person =>
    {
        if (!Sure)
        {
            LosingFactors = person;
            return await ShowAsync(cancel);
        }
        await factors.TakeAwayAsync(person);
        await sessions.EndAllOf(person.Id);
        return Done(
            $"{person.Name} no longer has an authenticator app or passkeys. They are signed out everywhere, and can sign in with their "
                + "password only.");
    }, cancel);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        (Everybody, WithPasskey) = (await people.AllAsync(cancel), await people.WithPasskeyAsync(cancel));
        return Page();
    }

    private IActionResult Done(string message) => RedirectTo(StaffMap.People.Path, message);

    private async Task<IActionResult> WithPerson(Func<StaffUser, Task<IActionResult>> act, CancellationToken cancel) =>
        await FindAsync() is { } person
            ? await act(person)
            : await RefuseAsync("This person no longer has an account. Choose someone from the list.", cancel);

    private Task<StaffUser?> FindAsync() => users.FindByIdAsync(Person.ToString(CultureInfo.InvariantCulture));

    // Role and leaving count from the next request on: the sessions that say otherwise end.
    private Task<IActionResult> ChangeAsync(
        Func<StaffUser, (StaffRole Role, bool Left)> change, Func<StaffUser, string> done, CancellationToken cancel) =>
        WithPerson(async person =>
        {
            var (role, left) = change(person);
            var result = await people.ChangeAsync(person, role, left);
            if (!result.Succeeded)
                return await RefuseAsync(result, cancel);
            await sessions.EndAllOf(person.Id);
            return Done(done(person));
        }, cancel);

    private async Task<IActionResult> ShowLinkAsync(StaffUser person, CancellationToken cancel)
    {
        Link = await links.MakeAsync(person, cancel);
        return await ShowAsync(cancel);
    }
}
