using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>What somebody wants to state; see <see cref="Statement"/>.</summary>
/// <param name="Item">Of the standard.</param>
/// <param name="Comparison">By its treatments; none for every comparison.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Edition">That they have read.</param>
/// <param name="Until">None for that edition alone.</param>
public sealed record StatementDraft(string Item, string? Comparison, string Basis, int Edition, DateOnly? Until);

/// <summary>As whom somebody states something.</summary>
public sealed record StatementSigner(string Name, string Role, string? Registration);

public enum StatementOutcome
{
    Done,

    /// <summary>There is no such item that a person states, or no such statement.</summary>
    NotFound,

    /// <summary>Somebody has withdrawn it before.</summary>
    Already,

    /// <summary>It takes a registered clinician or an administrator; to withdraw, whoever made it or an administrator.</summary>
    NotAllowed,
}

/// <summary>
/// What people of the clinic state where software cannot tell. It acts at once, on every page that is made: see docs/adr/0017.
/// </summary>
public sealed class Statements(IDbContextFactory<ClinicDbContext> contexts)
{
    public async Task<StatementsInForce> InForceAsync(CancellationToken cancel = default)
    {
        var all = await AllAsync(cancel);
        return new(
            all.Count + all.Count(one => one.Withdrawal is not null), [.. all.Reverse().Where(one => one.Withdrawal is null)]);
    }

    /// <summary>All there ever were, the newest first.</summary>
    public async Task<IReadOnlyList<Statement>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Statements.AsNoTracking().Include(one => one.Withdrawal).OrderByDescending(one => one.Id).ToListAsync(cancel);
    }

    /// <summary>As whom the person would state something; none, where they may not.</summary>
    public async Task<StatementSigner?> SignerAsync(int person, DateTimeOffset now, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await SignerAsync(db, person, now, cancel);
    }

    /// <param name="draft">What is stated.</param>
    /// <param name="by">Whose account, and when.</param>
    /// <param name="today">The clinic's day.</param>
    /// <param name="cancel">Stops before anything is stated.</param>
    public Task<StatementOutcome> MakeAsync(
        StatementDraft draft, AccountSignature by, DateOnly today, CancellationToken cancel = default) =>
        WritingAsync(async db =>
        {
            if (Ipdas.FindByPerson(draft.Item) is null)
                return StatementOutcome.NotFound;
            if (await SignerAsync(db, by.UserId, by.At, cancel) is not { } signer)
                return StatementOutcome.NotAllowed;
            db.Add(new Statement
            {
                Item = draft.Item,
                Comparison = draft.Comparison,
                Basis = draft.Basis,
                Edition = draft.Edition,
                Until = draft.Until,
                By = signer.Name,
                ById = by.UserId,
                Role = signer.Role,
                Registration = signer.Registration,
                Day = today,
                At = by.At,
            });
            return StatementOutcome.Done;
        }, cancel);

    public Task<StatementOutcome> WithdrawAsync(int statement, string why, AccountSignature by, CancellationToken cancel = default) =>
        WritingAsync(async db =>
        {
            if (await db.Statements.Include(one => one.Withdrawal).SingleOrDefaultAsync(one => one.Id == statement, cancel) is not { } made)
                return StatementOutcome.NotFound;
            if (made.Withdrawal is not null)
                return StatementOutcome.Already;
            var person = await db.Users.SingleAsync(user => user.Id == by.UserId, cancel);
            if (person.Left || person.Id != made.ById && await db.RoleAtAsync(person, by.At, cancel) != StaffRole.Administrator)
                return StatementOutcome.NotAllowed;
            db.Add(new StatementWithdrawal { StatementId = statement, Why = why, By = by.Name, ById = by.UserId, At = by.At });
            return StatementOutcome.Done;
        }, cancel);

    // Read in the transaction: a role that has just been taken away states nothing any more.
    private Task<StatementOutcome> WritingAsync(Func<ClinicDbContext, Task<StatementOutcome>> write, CancellationToken cancel) =>
        contexts.WritingAsync(
            async db =>
            {
                var outcome = await write(db);
                await db.SaveChangesAsync(cancel);
                return outcome;
            },
            cancel);

    private static async Task<StatementSigner?> SignerAsync(
        ClinicDbContext db, int person, DateTimeOffset now, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(one => one.Id == person, cancel);
        var clinicians = await db.Clinicians.AsNoTracking().Where(one => !one.Archived).ToListAsync(cancel);
        var role = await db.RoleAtAsync(user, now, cancel);
        return Reviews.SignerOf(user, role, clinicians, out _) is { } clinician
            ? new(clinician.Name, clinician.Role.ToString(), clinician.Registration)
            : !user.Left && role == StaffRole.Administrator ? new(user.Name, "administrator", null) : null;
    }
}
