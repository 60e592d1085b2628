using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// The triggers with which the database refuses to change or delete a record of the audit log. A table that is built anew loses them, in a
/// migration or by hand, so every start looks for them.
/// </summary>
internal static class AuditLocks
{
    private static readonly (string Name, string Sql)[] Triggers =
    [
        ("AuditRecord_stays",
            """
            CREATE TRIGGER AuditRecord_stays BEFORE UPDATE ON AuditRecord
            BEGIN SELECT RAISE(ABORT, 'The audit log is never changed.'); END
            """),
        ("AuditRecord_remains",
            """
            CREATE TRIGGER AuditRecord_remains BEFORE DELETE ON AuditRecord
            BEGIN SELECT RAISE(ABORT, 'The audit log is never deleted.'); END
            """),
        // REPLACE deletes without asking the trigger above.
        ("AuditRecord_is_not_replaced",
            """
            CREATE TRIGGER AuditRecord_is_not_replaced BEFORE INSERT ON AuditRecord
            WHEN EXISTS (SELECT 1 FROM AuditRecord WHERE Id = NEW.Id)
            BEGIN SELECT RAISE(ABORT, 'The audit log is never changed.'); END
            """),
    ];

    /// <summary>Makes those that are missing, and those that go by the name and say something else.</summary>
    /// <param name="db">The store.</param>
    /// <param name="told">Stands in the log in the same transaction, if there were any; none in a store that is new.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    public static async Task PutBackAsync(ClinicDbContext db, AuditRecord? told, CancellationToken cancel)
    {
        var present = await db.Database
            .SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditRecord'")
            .ToListAsync(cancel);
        var missing = Triggers.Where(trigger => !present.Contains(trigger.Sql)).ToList();
        if (missing.Count == 0)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var statements = string.Join('\n', missing.Select(trigger => $"DROP TRIGGER IF EXISTS {trigger.Name}; {trigger.Sql};"));
        await db.Database.ExecuteSqlRawAsync(statements, cancel);
        if (told is not null)
            db.AuditRecords.Add(told);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
