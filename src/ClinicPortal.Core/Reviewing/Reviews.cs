using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Reviewing;

/// <summary>A unit as somebody has read it.</summary>
/// <param name="Path">Of its row.</param>
/// <param name="Hash">See <see cref="ReviewUnit.Hash"/>.</param>
public sealed record SeenUnit(string Path, string Hash);

/// <summary>Why one unit could not be signed.</summary>
public enum SignRefusal
{
    /// <summary>It, its question or a source of it is not what was read.</summary>
    Changed,

    /// <summary>Whoever would sign is a <see cref="UnitWriter"/> of it.</summary>
    OwnWork,

    /// <summary>It is archived, empty or gone.</summary>
    Gone,
}

/// <summary>Why somebody may not sign at all.</summary>
public enum NoSigner
{
    /// <summary>Neither a reviewer nor an administrator, or somebody who has left.</summary>
    Role,
    Registration,

    /// <summary>No clinician of the catalogue has the registration, so patients would not know who it is.</summary>
    Clinician,

    /// <summary>A link that has ended meanwhile.</summary>
    Link,
}

/// <summary>What came of signing: all of it or nothing.</summary>
public abstract record SignOutcome
{
    private SignOutcome() { }

    public sealed record Done(int Count) : SignOutcome;

    public sealed record Refused(IReadOnlyList<(string Path, SignRefusal Why)> Units) : SignOutcome;

    public sealed record NotAllowed(NoSigner Why) : SignOutcome;
}

/// <summary>Clinicians sign what patients are to read.</summary>
public sealed class Reviews(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <param name="seen">What is signed, as it was read.</param>
    /// <param name="by">Whose account, and when.</param>
    /// <param name="today">The clinic's day.</param>
    /// <param name="nextDue">When all of it is due again; none follows what criterion, treatment and clinic say.</param>
    /// <param name="cancel">Stops before anything is signed.</param>
    public Task<SignOutcome> SignAsync(
        IReadOnlyCollection<SeenUnit> seen, Signature by, DateOnly today, DateOnly? nextDue, CancellationToken cancel = default) =>
        contexts.SignedAsync<SignOutcome>(by with { Signs = true }, async db =>
        {
            // Read in the transaction: a role that has just been taken away signs nothing any more.
            var person = await db.Users.SingleAsync(user => user.Id == by.ById, cancel);
            var clinicians = await db.Clinicians.AsNoTracking().Where(one => !one.Archived).ToListAsync(cancel);
            if (SignerOf(person, await db.RoleAtAsync(person, by.At, cancel), clinicians, out var why) is not { } clinician)
                return new SignOutcome.NotAllowed(why);
            return await SignAsync(db, seen, clinician, writer => writer.Is(person), by.At, today, nextDue, cancel);
        }, cancel);

    /// <summary>Within a transaction of the caller, who has seen to it that it is this clinician.</summary>
    internal static async Task<SignOutcome> SignAsync(
        ClinicDbContext db, IReadOnlyCollection<SeenUnit> seen, Clinician clinician, Func<UnitWriter, bool> isOwn, DateTimeOffset at,
        DateOnly today, DateOnly? nextDue, CancellationToken cancel)
    {
        var (catalogue, paths) = (await db.ReadCatalogueAsync(cancel), await CurrentPaths.ReadAsync(db, cancel));
        var content = catalogue.ToContent();
        var units = new ReviewUnits(content);
        var writers = await db.WritersAsync(
            [.. seen.Select(one => units.Find(paths.Of(one.Path))).OfType<ReviewUnit>()], units, cancel);
        var refused = seen.Select(one => (one.Path, Why: RefusalOf(units.Find(paths.Of(one.Path)), one, writers, isOwn)))
            .Where(one => one.Why is not null).Select(one => (one.Path, one.Why!.Value)).ToList();
        if (refused.Count > 0)
            return new SignOutcome.Refused(refused);
        var rows = new EarlierRows(catalogue, paths);
        foreach (var unit in seen.Select(one => units.Find(paths.Of(one.Path))!).Distinct())
        {
            var review = new ReviewEntry
            {
                Clinician = clinician.Name,
                Role = clinician.Role,
                Registration = clinician.Registration!,
                At = at,
                NextDue = nextDue ?? today.AddMonths(ReviewSchedule.MonthsFor(content, unit.Path)),
                Hash = unit.Hash,
                Writers = [.. (unit.Review?.Writers ?? []).Union(
                    writers[unit.Path].Where(one => one is { IsSomebody: true, OfWords: true }).Select(one => one.By))],
            };
            // A form that is sent twice says nothing new.
            if (unit.Review is { } last && Json(last with { At = at }) == Json(review))
                continue;
            var signed = unit.Entry.Under(review);
            rows.Say(unit.Path, Json(signed));
        }
        await db.SaveChangesAsync(cancel);
        await db.CloseRequestsAsync(new(catalogue.ToContent()), paths, at, cancel);
        return new SignOutcome.Done(seen.Count);
    }

    /// <summary>The clinician as whom a person signs; none, where they may not, and why.</summary>
    /// <param name="person">Who would sign.</param>
    /// <param name="role">That they have at the moment, see <see cref="SecondFactorGrace"/>.</param>
    /// <param name="clinicians">Of the catalogue.</param>
    /// <param name="why">They may not.</param>
    public static Clinician? SignerOf(StaffUser person, StaffRole role, IEnumerable<Clinician> clinicians, out NoSigner why)
    {
        why = person.Left || role is not (StaffRole.Reviewer or StaffRole.Administrator) ? NoSigner.Role
            : string.IsNullOrWhiteSpace(person.Registration) ? NoSigner.Registration
            : NoSigner.Clinician;
        return why != NoSigner.Clinician ? null : clinicians.FirstOrDefault(one => IsSame(one.Registration, person.Registration));
    }

    /// <summary>One registration, however it was typed; none is nobody's.</summary>
    internal static bool IsSame(string? one, string? other) => !string.IsNullOrWhiteSpace(other)
        && string.Equals(one?.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Json(object one) => JsonSerializer.Serialize(one, one.GetType(), ContentJson.Options);

    private static SignRefusal? RefusalOf(
        ReviewUnit? unit, SeenUnit seen, ILookup<string, UnitWriter> writers, Func<UnitWriter, bool> isOwn) =>
        unit is null ? SignRefusal.Gone
        : unit.Hash != seen.Hash ? SignRefusal.Changed
        : writers[unit.Path].Any(isOwn) ? SignRefusal.OwnWork
        : null;
}
