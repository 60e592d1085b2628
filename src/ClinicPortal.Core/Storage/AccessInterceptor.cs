using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// Writes an <see cref="AccessChange"/> with every save that changes an account or its passkeys, so that no page and no command can forget
/// it.
/// </summary>
internal sealed class AccessInterceptor(TimeProvider clock, IActor? actor) : SaveChangesInterceptor
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

    private void Record(ClinicDbContext db)
    {
        var people = db.ChangeTracker.Entries<StaffUser>().ToList();
        var passkeys = db.ChangeTracker.Entries<IdentityUserPasskey<int>>()
            .Where(one => one.State is EntityState.Added or EntityState.Deleted)
            .Select(one => (one.Entity.UserId, What: one.State == EntityState.Added ? "A passkey was added." : "A passkey was removed."));
        List<(StaffUser Person, string What)> changes =
        [
            .. from tracked in people from what in Said(tracked) select (tracked.Entity, what),
            .. from passkey in passkeys
               join tracked in people on passkey.UserId equals tracked.Entity.Id
               select (tracked.Entity, passkey.What),
        ];
        db.AccessChanges.AddRange(changes.Select(change => AccessChange.Of(actor, change.Person, clock.GetUtcNow(), change.What)));
    }

    private static IEnumerable<string> Said(EntityEntry<StaffUser> tracked)
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
