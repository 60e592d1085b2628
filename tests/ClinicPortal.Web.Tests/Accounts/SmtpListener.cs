using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using ClinicPortal.Web.Tests.Staff;

namespace ClinicPortal.Web.Tests.Accounts;

/// <summary>A mail server that takes every mail, or none.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> _mails = Channel.CreateUnbounded<string>();
    private readonly string _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpListener(bool takes = true)
    {
        _answer = takes ? "250 taken" : "550 no such mailbox";
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many have come that nobody has read.</summary>
    public int Unread => _mails.Reader.Count;

    public async Task<string> NextAsync() => await _mails.Reader.ReadAsync(StaffBrowser.Cancel);

    public async ValueTask DisposeAsync()
    {
        // A listener that is stopped between two clients fails in another way than one that waits for a client.
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                using (var client = await _listener.AcceptTcpClientAsync(_stop.Token))
                    await TalkAsync(client.GetStream());
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "QUIT")
                break;
            if (line != "DATA")
            {
                await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? _answer : "250 well");
                continue;
            }
            await writer.WriteLineAsync("354 go on");
            var mail = new List<string>();
            while (await reader.ReadLineAsync() is { } text && text != ".")
                mail.Add(text);
            await writer.WriteLineAsync("250 taken");
            _mails.Writer.TryWrite(string.Join('\n', mail));
        }
        await writer.WriteLineAsync("221 bye");
    }
}
