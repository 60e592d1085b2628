using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Serilog.Core;
using Serilog.Events;

namespace ClinicPortal.Web.Tests;

/// <summary>A log that a test waits for: a line is the sign that something has happened.</summary>
public sealed class SignallingLog<T> : ILogger<T>, ILogEventSink
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    /// <summary>Every line so far.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>The next line that holds these words; those before it are gone.</summary>
    public async Task<string> WaitForAsync(string words)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
            if (await _lines.Reader.ReadAsync(limit.Token) is var line && line.Contains(words, StringComparison.Ordinal))
                return line;
    }

    public void Emit(LogEvent logEvent) => Write(logEvent.RenderMessage(null));

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Write(formatter(state, exception));

    private void Write(string line)
    {
        Lines.Enqueue(line);
        _lines.Writer.TryWrite(line);
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
}
