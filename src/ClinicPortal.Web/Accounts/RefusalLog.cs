using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Keeps refusals for the audit log and writes them once a minute: those that are the same as one record that says how many. So a flood
/// cannot fill the disk, a sign-in takes as long for an address that is known as for any other, and a refusal is one too while the store
/// cannot be written. A process that is killed loses those of its last minute.
/// </summary>
public sealed partial class RefusalLog(
    IDbContextFactory<ClinicDbContext> contexts, IActor actor, TimeProvider clock, ILogger<RefusalLog> logger) : BackgroundService
{
    /// <summary>As many different ones in a minute are told apart; what is beyond them is counted together.</summary>
    public const int MostApart = 100;

    private const int LongestPage = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Refusal, (DateTimeOffset First, int Count)> _waiting = [];
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>A page as the subject of a refusal: its address, without what a query or a form holds.</summary>
    public static string PageOf(HttpRequest request) => RunningText.Beginning(request.Path.Value ?? "", LongestPage);

    /// <param name="what">A sentence; one of few.</param>
    /// <param name="subject">Whose account or which page; nothing that a stranger has typed.</param>
    public void Add(string what, string subject = "") =>
        Add(new(actor.Name ?? AuditRecord.Stranger, actor.Id, actor.Network, subject, what), clock.GetUtcNow(), 1);

    /// <summary>Writes those that wait; where the store cannot take them, they wait on.</summary>
    public async Task WriteAsync()
    {
        await _writing.WaitAsync();
        var taken = Take();
        try
        {
            if (taken.Count == 0)
                return;
            await using var db = await contexts.CreateDbContextAsync();
            db.AuditRecords.AddRange(
                from one in taken orderby one.Value.First select one.Key.ToRecord(one.Value.First, one.Value.Count));
            await db.SaveChangesAsync();
        }
        catch (Exception failure)
        {
            LogNotWritten(failure);
            foreach (var (refusal, (first, count)) in taken)
                Add(refusal, first, count);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await WriteAsync();
    }

    private void Add(Refusal refusal, DateTimeOffset first, int count)
    {
        lock (_lock)
        {
            if (!_waiting.ContainsKey(refusal) && _waiting.Count >= MostApart)
                refusal = new("Several", null, null, "", refusal.What);
            if (_waiting.TryGetValue(refusal, out var known))
                (first, count) = (known.First < first ? known.First : first, known.Count + count);
            _waiting[refusal] = (first, count);
        }
    }

    private Dictionary<Refusal, (DateTimeOffset First, int Count)> Take()
    {
        lock (_lock)
        {
            var taken = _waiting.ToDictionary();
            _waiting.Clear();
            return taken;
        }
    }

    [LoggerMessage(1014, LogLevel.Warning, "The audit log could not be written. What was refused is written later.")]
    private partial void LogNotWritten(Exception failure);

    private sealed record Refusal(string By, int? ById, string? Network, string Subject, string What)
    {
        public AuditRecord ToRecord(DateTimeOffset first, int count) => new()
        {
            At = first,
            Kind = AuditKind.Refusal,
            By = By,
            ById = ById,
            Network = Network,
            Subject = Subject,
            What = What,
            Count = count,
        };
    }
}
