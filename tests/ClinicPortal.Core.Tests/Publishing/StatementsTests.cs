using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

public class StatementsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly StatementDraft Tried = new("L16", "rolling-vs-soaking", "Eight people tried it.", 1, Today.AddYears(1));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StaffRole.Editor, null, false, null)]
    // An editor has no word of a clinician, whatever stands in the account.
    [InlineData(StaffRole.Editor, "EX 1", false, null)]
    [InlineData(StaffRole.Reviewer, null, false, null)]
    [InlineData(StaffRole.Reviewer, "EX 9", false, null)]
    [InlineData(StaffRole.Reviewer, "ex 1", false, "Confirmed by Example Clinician, Reviewer (EX 1), 23 November 2026")]
    [InlineData(StaffRole.Reviewer, "EX 1", true, null)]
    [InlineData(StaffRole.Administrator, null, false, "Confirmed by Pat Person, administrator, 23 November 2026")]
    [InlineData(StaffRole.Administrator, "EX 1", false, "Confirmed by Example Clinician, Reviewer (EX 1), 23 November 2026")]
    [InlineData(StaffRole.Administrator, null, true, null)]
    public async Task It_takes_a_registered_clinician_or_an_administrator(
        StaffRole role, string? registration, bool left, string? signature)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var pat = await PersonAsync(store, "Pat Person", role, registration, left);

        var outcome = await store.Statements.MakeAsync(Tried, pat, Today, Cancel);

        Assert.Equal(signature is null ? StatementOutcome.NotAllowed : StatementOutcome.Done, outcome);
        Assert.Equal(signature is null ? [] : new[] { signature }, (await store.Statements.AllAsync(Cancel)).Select(one => one.Signature));
        Assert.Equal(signature is not null, await store.Statements.SignerAsync(pat.UserId, pat.At, Cancel) is not null);
    }

    [Theory]
    [InlineData("Q1")]
    [InlineData("L21")]
    [InlineData("DA-01")]
    [InlineData("")]
    public async Task Nobody_states_what_the_software_checks(string item)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var ada = await PersonAsync(store, "Ada Admin", StaffRole.Administrator);

        Assert.Equal(StatementOutcome.NotFound, await store.Statements.MakeAsync(Tried with { Item = item }, ada, Today, Cancel));
        Assert.Empty(await store.Statements.AllAsync(Cancel));
    }

    [Fact]
    public async Task It_is_withdrawn_once_by_whoever_made_it_or_an_administrator_and_stays_to_be_read()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var rae = await PersonAsync(store, "Rae Reviewer", StaffRole.Reviewer, "EX 1");
        var eva = await PersonAsync(store, "Eva Editor", StaffRole.Editor);
        var ada = await PersonAsync(store, "Ada Admin", StaffRole.Administrator);
        await store.Statements.MakeAsync(Tried, rae, Today, Cancel);
        await store.Statements.MakeAsync(Tried with { Item = "L12", Comparison = null }, rae, Today, Cancel);
        var made = await store.Statements.AllAsync(Cancel);

        Assert.Equal(StatementOutcome.NotAllowed, await store.Statements.WithdrawAsync(made[0].Id, "Not so.", eva, Cancel));
        Assert.Equal(StatementOutcome.Done, await store.Statements.WithdrawAsync(made[0].Id, "Not so.", rae, Cancel));
        Assert.Equal(StatementOutcome.Already, await store.Statements.WithdrawAsync(made[0].Id, "Again.", ada, Cancel));
        Assert.Equal(StatementOutcome.Done, await store.Statements.WithdrawAsync(made[1].Id, "Old.", ada, Cancel));
        Assert.Equal(StatementOutcome.NotFound, await store.Statements.WithdrawAsync(made[0].Id + 9, "Not so.", ada, Cancel));

        Assert.Equal(["Not so.", "Old."], (await store.Statements.AllAsync(Cancel)).Select(one => one.Withdrawal!.Why));
        Assert.Empty((await store.Statements.InForceAsync(Cancel)).All);
        Assert.Equal(
            [
                "L16, rolling-vs-soaking: Withdrawn: Old.", "L12, every comparison: Withdrawn: Not so.",
                "L12, every comparison: Confirmed by a person, until 23 November 2027. How they know: Eight people tried it.",
                "L16, rolling-vs-soaking: Confirmed by a person, until 23 November 2027. How they know: Eight people tried it.",
            ],
            (await store.Audit.FindAsync(new(AuditKind.Statement), 0, 9, Cancel)).Select(one => $"{one.Subject}: {one.What}"));
    }

    [Theory]
    [InlineData(6, false, true)]
    [InlineData(8, false, false)]
    [InlineData(8, true, true)]
    public async Task An_administrator_who_is_late_with_a_second_factor_neither_states_nor_withdraws(int days, bool factor, bool may)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var rae = await PersonAsync(store, "Rae Reviewer", StaffRole.Reviewer, "EX 1");
        var ada = await PersonAsync(store, "Ada Admin", StaffRole.Administrator);
        await using (var db = store.Context())
        {
            var person = await db.Users.FindAsync([ada.UserId], Cancel);
            (person!.AdministratorSince, person.TwoFactorEnabled) = (TemporaryStore.Now.AddDays(-days), factor);
            await db.SaveChangesAsync(Cancel);
        }
        await store.Statements.MakeAsync(Tried, rae, Today, Cancel);
        var made = (await store.Statements.AllAsync(Cancel))[0];

        var outcome = may ? StatementOutcome.Done : StatementOutcome.NotAllowed;
        Assert.Equal(outcome, await store.Statements.MakeAsync(Tried, ada, Today, Cancel));
        Assert.Equal(outcome, await store.Statements.WithdrawAsync(made.Id, "Not so.", ada, Cancel));
        Assert.Equal(may, await store.Statements.SignerAsync(ada.UserId, ada.At, Cancel) is not null);
    }

    [Fact]
    public async Task What_patients_read_follows_each_and_every_change_has_a_number_of_its_own()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var ada = await PersonAsync(store, "Ada Admin", StaffRole.Administrator);
        await store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel);
        var current = new CurrentEdition(KnownMarkets.None);
        current.Replace(await store.Publisher.OpenLatestAsync(Cancel));
        using var past = new PastEditions(store.Publisher, current);
        var keys = new List<string> { current.OverlayKey };
        Assert.Empty((await past.OpenAsync(1, Cancel))!.Statements);

        await store.Statements.MakeAsync(Tried, ada, Today, Cancel);
        await current.CatchUpAsync(store.Statements, Cancel);
        keys.Add(current.OverlayKey);
        Assert.Single(current.Edition.Statements);
        Assert.Single((await past.OpenAsync(1, Cancel))!.Statements);

        await store.Statements.WithdrawAsync((await store.Statements.AllAsync(Cancel))[0].Id, "Not so.", ada, Cancel);
        var state = await store.Holds.StateAsync(Cancel);
        Assert.True(state.Statement > current.Statements.Number);
        await current.CatchUpAsync(store.Statements, Cancel);
        keys.Add(current.OverlayKey);
        Assert.Equal(state.Statement, current.Statements.Number);
        Assert.Empty(current.Edition.Statements);
        Assert.Empty((await past.OpenAsync(1, Cancel))!.Statements);
        Assert.Equal(3, keys.Distinct().Count());

        // What is known already is not put back by somebody who looked earlier.
        current.Replace(new Core.Editions.StatementsInForce(1, [.. await store.Statements.AllAsync(Cancel)]));
        Assert.Empty(current.Edition.Statements);
    }

    private static async Task<AccountSignature> PersonAsync(
        TemporaryStore store, string name, StaffRole role, string? registration = null, bool left = false)
    {
        await using var db = store.Context();
        var person = new StaffUser { Name = name, UserName = name, Role = role, Registration = registration, Left = left };
        db.Add(person);
        await db.SaveChangesAsync(Cancel);
        return new(person.Id, name, TemporaryStore.Now);
    }
}
