using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// Writes records of what is not saved itself, and finds records. What is saved writes its record in the same save:
/// <see cref="ClinicDbContext.Record"/>.
/// </summary>
public sealed class AuditLog(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>
    /// Written by itself. What has happened is told even if nobody waits for the answer any more: callers hand in no end.
    /// </summary>
    public async Task RecordAsync(AuditRecord record, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.AuditRecords.Add(record);
        await db.SaveChangesAsync(cancel);
    }

    /// <inheritdoc cref="RecordAsync(AuditRecord, CancellationToken)"/>
    public Task RecordAsync(AuditKind kind, string subject, string what, CancellationToken cancel) =>
        RecordAsync(new() { Kind = kind, Subject = subject, What = what }, cancel);

    /// <summary>Everybody who stands in the log, and everybody who has an account.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.AuditRecords.Select(record => record.By).Union(db.Users.Select(user => user.Name)).Order().ToListAsync(cancel);
    }

    /// <summary>The newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only what is older than this record; 0 begins with the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<IReadOnlyList<AuditRecord>> FindAsync(
        AuditFilter filter, int before, int most, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await filter.Apply(db.AuditRecords.AsNoTracking()).Where(record => before == 0 || record.Id < before)
            .OrderByDescending(record => record.Id).Take(most).ToListAsync(cancel);
    }

    /// <summary>The same to the very first, read piece by piece so that nothing waits for whoever takes them slowly.</summary>
    public async IAsyncEnumerable<AuditRecord> AllAsync(
        AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        const int Piece = 1000;
        var before = 0;
        while (await FindAsync(filter, before, Piece, cancel) is { Count: > 0 } records)
        {
            foreach (var record in records)
                yield return record;
            before = records[^1].Id;
        }
    }
}

/// <summary>Which records of the audit log; those that leave out everything are all.</summary>
/// <param name="Kind">Only of this kind.</param>
/// <param name="Person">Only what was done by or to whoever had this name then.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Before this moment.</param>
public sealed record AuditFilter(AuditKind? Kind = null, string? Person = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    internal IQueryable<AuditRecord> Apply(IQueryable<AuditRecord> records)
    {
        if (Kind is { } kind)
            records = records.Where(record => record.Kind == kind);
        if (Person is { } person)
            records = records.Where(record => record.By == person || record.Subject.StartsWith(person + " ("));
        if (From is { } from)
            records = records.Where(record => record.At >= from);
        if (To is { } to)
            records = records.Where(record => record.At < to);
        return records;
    }
}
