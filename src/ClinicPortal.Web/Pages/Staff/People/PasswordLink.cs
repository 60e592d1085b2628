using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A link on which somebody sets a password, as it is shown to the administrator who made it.</summary>
/// <param name="Address">With the portal's own name.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Mailed">What became of the mail with it; none, where the portal sends none.</param>
public sealed record PasswordLink(string Address, string Person, string? Mailed);

/// <summary>Makes such links, and sends them where the portal sends mail.</summary>
public sealed class PasswordLinks(StaffAccounts people, PublicOrigin origin, MailSender mail)
{
    public async Task<PasswordLink> MakeAsync(StaffUser person, CancellationToken cancel)
    {
        var path = await people.LinkAsync(person);
        return new(origin.Of(path), person.Name, mail.IsOpen ? await SendAsync(person, path, cancel) : null);
    }

    private async Task<string> SendAsync(StaffUser person, string path, CancellationToken cancel) =>
        await mail.SendLinkAsync(person, path, cancel) is { } problem
            ? $"The mail to {person.Email} was not sent ({problem}): hand the link over yourself."
            : $"It was also sent to {person.Email}.";
}
