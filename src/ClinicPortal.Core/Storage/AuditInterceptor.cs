using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using ClinicPortal.Core.Editions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// Writes an <see cref="AuditRecord"/> with every save that changes an account or its passkeys, adds an edition, takes a step of a safety
/// hold, or makes or withdraws a statement, so that no page and no command can forget it; signs each record with who is at work and when;
/// and tells the server's log what has been saved.
/// </summary>
internal sealed partial class AuditInterceptor(TimeProvider clock, IActor? actor, ILogger logger)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record((ClinicDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record((ClinicDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        TellUnlessOpen((ClinicDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        TellUnlessOpen((ClinicDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Forget(eventData.Context!);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context!);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => Forget(eventData.Context!);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context!);
        return Task.CompletedTask;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Tell((ClinicDbContext)eventData.Context!);

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell((ClinicDbContext)eventData.Context!);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        ((ClinicDbContext)eventData.Context!).Recording.Clear();

    public Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ((ClinicDbContext)eventData.Context!).Recording.Clear();
        return Task.CompletedTask;
    }

    private void Record(ClinicDbContext db)
    {
        // Once, and not with each question below: an import has thousands of rows.
        var (tracker, detects) = (db.ChangeTracker, db.ChangeTracker.AutoDetectChangesEnabled);
        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            db.AuditRecords.AddRange([.. Access(db), .. Publications(db), .. Holds(db), .. Statements(db)]);
            foreach (var added in tracker.Entries<AuditRecord>().Where(one => one.State == EntityState.Added))
            {
                Sign(added);
                db.Recording.Add(added.Entity);
            }
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    // What stands in an open transaction may yet come to nothing.
    private void TellUnlessOpen(ClinicDbContext db)
    {
        if (db.Database.CurrentTransaction is null)
            Tell(db);
    }

    private void Tell(ClinicDbContext db)
    {
        foreach (var record in db.Recording)
            LogRecord(record.Kind, record.By, record.Subject, record.Count, record.What);
        db.Recording.Clear();
    }

    // The network stays in the store: what is kept of people, and for how long, is to be said of one place.
    [LoggerMessage(1030, LogLevel.Information, "{Kind} by {By:l} [{Subject:l}] x{Count}: {What:l}", EventName = "Audit")]
    private partial void LogRecord(AuditKind kind, string by, string subject, int count, string what);

    /// <summary>What was not saved has not happened, and must not be told with a later save.</summary>
    private static void Forget(DbContext db)
    {
        ((ClinicDbContext)db).Recording.Clear();
        foreach (var added in db.ChangeTracker.Entries<AuditRecord>().Where(one =>
            one is
            {
                State: EntityState.Added,
                Entity.Kind: AuditKind.Access or AuditKind.Publication or AuditKind.Override or AuditKind.Hold or AuditKind.Statement,
            }).ToList())
            added.State = EntityState.Detached;
    }

    private void Sign(EntityEntry<AuditRecord> added)
    {
        var record = added.Entity;
        if (record.At == default)
            added.Property(one => one.At).CurrentValue = clock.GetUtcNow();
        if (record.Kind is AuditKind.SignIn or AuditKind.Refusal && record.Network is null)
            added.Property(one => one.Network).CurrentValue = actor?.Network;
        if (record.By.Length > 0)
            return;
        added.Property(one => one.By).CurrentValue = actor is null ? AuditRecord.Portal : actor.Name ?? AuditRecord.Stranger;
        added.Property(one => one.ById).CurrentValue = actor?.Id;
    }

    // Whoever publishes may do so in somebody's name: a command, or the portal at a time that was set.
    private IEnumerable<AuditRecord> Publications(ClinicDbContext db) =>
        from edition in Added<EditionRecord>(db)
        let name = actor?.Name ?? edition.PublishedBy
        from record in new[] { Published(edition, name), Overridden(edition) }
        where record.What != ""
        select new AuditRecord
        {
            Kind = record.Kind,
            By = name,
            ById = actor?.Id,
            Subject = string.Create(CultureInfo.InvariantCulture, $"Edition {edition.Number}"),
            What = record.What,
        };

    private static (AuditKind Kind, string What) Published(EditionRecord edition, string name) => (
        AuditKind.Publication,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{HowOf(edition)}"
            + $"{(name == edition.PublishedBy ? "" : $", in the name of {edition.PublishedBy}")}."
            + $"{(edition.Note is { } note ? $" Note: {note}" : "")}"));

    private static string HowOf(EditionRecord edition) => edition switch
    {
        { Repeats: { } earlier } => string.Create(CultureInfo.InvariantCulture, $"Published: edition {earlier} again"),
        { ScheduledFor: { } time } => $"Published {(edition.IsLate ? "late" : "on schedule")}, due {WallClock.Format(time)}",
        _ => "Published",
    };

    private static (AuditKind Kind, string What) Overridden(EditionRecord edition) => (
        AuditKind.Override,
        edition.Override is not { } reason ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"Not signed by a clinician: {edition.Unreviewed}. Warnings: {edition.Warnings}. Reason: {reason}"));

    private static IEnumerable<AuditRecord> Holds(ClinicDbContext db) =>
        from step in Added<HoldStep>(db)
        select new AuditRecord
        {
            Kind = AuditKind.Hold,
            At = step.At,
            By = step.By,
            ById = step.ById,
            Subject = step.Name,
            What = step.Act switch
            {
                HoldAct.Placed => $"Hidden from patients: {step.Why}",
                HoldAct.Confirmed => "Confirmed that it is hidden.",
                HoldAct.Lifted => $"Shown to patients again: {step.Why}",
                HoldAct.Withdrawn => $"Withdrawn for good: {step.ForPatients}",
                _ => throw new InvalidOperationException($"No words for {step.Act}."),
            },
        };

    private static IEnumerable<AuditRecord> Statements(ClinicDbContext db) =>
    [
        .. from made in Added<Statement>(db)
           select About(made, $"Confirmed by a person, {made.Term}. How they know: {made.Basis}"),
        .. from withdrawn in Added<StatementWithdrawal>(db)
           join tracked in db.ChangeTracker.Entries<Statement>() on withdrawn.StatementId equals tracked.Entity.Id
           select About(tracked.Entity, $"Withdrawn: {withdrawn.Why}"),
    ];

    private static AuditRecord About(Statement statement, string what) => new()
    {
        Kind = AuditKind.Statement,
        Subject = $"{statement.Item}, {statement.Comparison ?? "every comparison"}",
        What = what,
    };

    private static IEnumerable<TRow> Added<TRow>(ClinicDbContext db) where TRow : class =>
        db.ChangeTracker.Entries<TRow>().Where(one => one.State == EntityState.Added).Select(one => one.Entity);

    private List<AuditRecord> Access(ClinicDbContext db)
    {
        var people = db.ChangeTracker.Entries<StaffUser>().ToList();
        var passkeys = db.ChangeTracker.Entries<IdentityUserPasskey<int>>()
            .Where(one => one.State is EntityState.Added or EntityState.Deleted)
            .Select(one => (one.Entity.UserId, What: one.State == EntityState.Added ? "A passkey was added." : "A passkey was removed."));
        return
        [
            .. from tracked in people from what in Changes(tracked) select Of(tracked.Entity, what),
            .. from passkey in passkeys
               join tracked in people on passkey.UserId equals tracked.Entity.Id
               select Of(tracked.Entity, passkey.What),
        ];
    }

    // Where nobody has signed in, it is the person's own doing.
    private AuditRecord Of(StaffUser person, string what)
    {
        var isOwn = actor is { Name: null };
        return new()
        {
            Kind = AuditKind.Access,
            By = isOwn ? person.Name : "",
            ById = isOwn ? person.Id : null,
            Subject = AuditRecord.SubjectOf(person),
            What = what,
        };
    }

    private static IEnumerable<string> Changes(EntityEntry<StaffUser> tracked)
    {
        var now = tracked.Entity;
        if (tracked.State == EntityState.Added)
            yield return $"Invited. Role: {now.Role}.";
        if (tracked.State == EntityState.Deleted)
            yield return "The account was deleted.";
        if (tracked.State != EntityState.Modified)
            yield break;
        if (Was(user => user.Role) is var role && role != now.Role)
            yield return $"Role changed from {role} to {now.Role}.";
        if (Was(user => user.Left) != now.Left)
            yield return now.Left ? "Access removed." : "Access given again.";
        if (Was(user => user.Name) is var name && name != now.Name)
            yield return $"Name changed from {name} to {now.Name}.";
        if (Was(user => user.Email) is var address && address != now.Email)
            yield return $"E-mail address changed from {address} to {now.Email}.";
        if (Was(user => user.Registration) is var registration && registration != now.Registration)
            yield return $"Registration changed from {registration ?? "none"} to {now.Registration ?? "none"}.";
        // A password that is only hashed anew keeps the stamp.
        if (Was(user => user.PasswordHash) != now.PasswordHash && Was(user => user.SecurityStamp) != now.SecurityStamp)
            yield return "A new password was set.";
        if (Was(user => user.TwoFactorEnabled) != now.TwoFactorEnabled)
            yield return now.TwoFactorEnabled ? "The second factor was turned on." : "The second factor was turned off.";

        TValue Was<TValue>(Expression<Func<StaffUser, TValue>> field) => tracked.Property(field).OriginalValue;
    }
}
