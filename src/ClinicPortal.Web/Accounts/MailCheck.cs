using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Accounts;

/// <summary>Whether links can be sent by mail.</summary>
public static class MailCheck
{
    private const string Subject = "Mail";

    /// <summary>As the settings say, without asking the server.</summary>
    public static SystemCheck Of(SmtpOptions server) => server.Host is { } host
        ? SystemCheck.Unsure(
            Subject,
            $"Invitations and password links are sent through {host}, port {server.Port}. This has not been tested yet.",
            "Press \"Try the mail server\" below.")
        : SystemCheck.Right(
            Subject,
            "No mail server is set, so staff must pass on links themselves. To send them by email, set Portal:Smtp:Host and "
                + "Portal:Smtp:From.");

    /// <summary>Connects to the server, if one is set, signs in where it wants that, and sends nothing.</summary>
    public static async Task<SystemCheck> TryAsync(SmtpOptions server, CancellationToken cancel)
    {
        if (server.Host is not { } host)
            return Of(server);
        return await MailSender.TryAsync(server, cancel) is { } problem
            ? SystemCheck.Wrong(
                Subject, $"{host}, port {server.Port}, cannot be used: {problem.TrimEnd('.')}.",
                "Correct the Portal:Smtp settings, or ask whoever runs the mail server.")
            : SystemCheck.Right(
                Subject, $"The portal can reach {host}, port {server.Port}{(server.User is null ? "" : ", and sign in there")}.");
    }
}
