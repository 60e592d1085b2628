using System.Collections.Concurrent;
using System.Net.Sockets;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ClinicPortal.Web.Accounts;

/// <summary>Sends links by mail, where <c>Portal:Smtp</c> names a server; else there is no word of mail anywhere.</summary>
public sealed partial class MailSender(
    PortalOptions options, PublicOrigin origin, TimeProvider clock, AuditLog audit, ILogger<MailSender> logger)
{
    private static readonly TimeSpan BetweenAskedMails = TimeSpan.FromHours(1);

    private readonly SmtpOptions _smtp = options.Smtp;
    private readonly ConcurrentDictionary<int, DateTimeOffset> _asked = new();

    public bool IsOpen => _smtp.Host is not null;

    /// <summary>Why the mail was not taken; none, if the server has it.</summary>
    public async Task<string?> SendLinkAsync(StaffUser person, string path, CancellationToken cancel)
    {
        if (await ProblemOfAsync(_smtp, client => client.SendAsync(LetterTo(person, origin.Of(path)), cancel), cancel) is not { } problem)
            return null;
        LogNotSent(logger, problem);
        await audit.RecordAsync(
            AuditKind.Mail, AuditRecord.SubjectOf(person), $"A link was not sent by email: {problem}", CancellationToken.None);
        return problem;
    }

    /// <summary>Signs in at the mail server and sends nothing: why that does not work; none, if it does.</summary>
    public static Task<string?> TryAsync(SmtpOptions server, CancellationToken cancel) =>
        ProblemOfAsync(server, client => client.NoOpAsync(cancel), cancel);

    private static async Task<string?> ProblemOfAsync(SmtpOptions server, Func<SmtpClient, Task> work, CancellationToken cancel)
    {
        try
        {
            using var client = new SmtpClient { Timeout = 10_000 };
            await client.ConnectAsync(server.Host!, server.Port, server.Tls, cancel);
            if (server.User is not null)
                await client.AuthenticateAsync(server.User, server.Password ?? "", cancel);
            await work(client);
            await client.DisconnectAsync(true, cancel);
            return null;
        }
        catch (Exception problem) when (problem is SocketException or IOException or NotSupportedException or TimeoutException
            or ParseException or AuthenticationException or SslHandshakeException
            or MailKit.ServiceNotConnectedException or MailKit.CommandException or MailKit.ProtocolException)
        {
            return problem.Message;
        }
    }

    /// <summary>
    /// Sends what a stranger may have asked for: without making the asker wait, and once an hour, so that nobody is pestered.
    /// </summary>
    public void SendAskedLink(StaffUser person, string path)
    {
        var (now, last) = (clock.GetUtcNow(), _asked.GetOrAdd(person.Id, DateTimeOffset.MinValue));
        if (now - last >= BetweenAskedMails && _asked.TryUpdate(person.Id, now, last))
            // It goes on after the request that asked for it has been answered.
            _ = SendLinkAsync(person, path, CancellationToken.None);
    }

    private MimeMessage LetterTo(StaffUser person, string link)
    {
        var hours = $"{StaffAccounts.LinkLife.TotalHours:0} hours";
        var letter = new MimeMessage
        {
            Subject = "Your link to set a password",
            Body = new TextPart("plain")
            {
                Text =
            $"""
            {person.Name},

            with this link you set a password for the staff pages of the clinic. It works once, for {hours}:

            {link}

            If you have not asked for it and nobody has invited you, leave it: nothing changes.
            """
            }
        };
        letter.From.Add(MailboxAddress.Parse(_smtp.From!));
        letter.To.Add(new MailboxAddress(person.Name, person.Email!));
        return letter;
    }

    [LoggerMessage(1004, LogLevel.Warning, "A mail was not sent: {Problem}")]
    private static partial void LogNotSent(ILogger logger, string problem);
}
