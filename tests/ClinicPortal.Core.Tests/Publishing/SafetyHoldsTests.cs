using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

public class SafetyHoldsTests
{
    private const string Cell = "treatments/rolling/answers/what";

    private static readonly AccountSignature Ada = new(1, "Ada", TemporaryStore.Now);
    private static readonly AccountSignature Ben = new(2, "Ben", TemporaryStore.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_placed_is_in_force_at_once_and_waits_for_a_second_person()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        Assert.Equal(HoldOutcome.Done, await store.Holds.PlaceAsync(Cell, "Rolling: What", "Wrong.", "Call us.", Ada, Cancel));

        var hold = Assert.Single(await store.Holds.AllAsync(Cancel));
        Assert.True(hold is { IsInForce: true, IsWaiting: true, Placed: { By: "Ada", ById: 1, Why: "Wrong." } });
        var inForce = await store.Holds.InForceAsync(Cancel);
        Assert.Equal(("Call us.", false), (Assert.Single(inForce.Holds).Words, inForce.Holds[0].ForGood));
        // Past editions may hold it by a name that it had before.
        Assert.Equal([Cell, "treatments/turning/answers/what", "treatments/spinning/answers/what"], inForce.Holds[0].Paths);
        Assert.Equal(HoldOutcome.Already, await store.Holds.PlaceAsync(Cell, "Rolling: What", "Again.", null, Ben, Cancel));
    }

    [Theory]
    [InlineData("treatments/unheard-of")]
    [InlineData("treatments/rolling/answers/unheard-of")]
    [InlineData("treatments/rolling/concerns/unheard-of")]
    [InlineData("criteria/what")]
    [InlineData("clinic")]
    [InlineData("")]
    [InlineData("treatments/rolling/answers/what/more")]
    public async Task What_is_no_treatment_answer_or_evidence_cannot_be_hidden(string path)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        Assert.Equal(HoldOutcome.NotFound, await store.Holds.PlaceAsync(path, "Something", "Wrong.", null, Ada, Cancel));
        Assert.Equal(0, (await store.Holds.StateAsync(Cancel)).Hold);
    }

    [Fact]
    public async Task Who_placed_a_hold_neither_confirms_nor_lifts_nor_withdraws_it_whatever_they_are_called_by_then()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var hold = await PlacedAsync(store, Cell);
        var renamed = Ada with { Name = "Ben" };

        Assert.Equal(HoldOutcome.NeedsAnother, await store.Holds.ConfirmAsync(hold, renamed, Cancel));
        Assert.Equal(HoldOutcome.NeedsAnother, await store.Holds.LiftAsync(hold, "Fine.", renamed, Cancel));
        Assert.Equal(HoldOutcome.NeedsAnother, await store.Holds.WithdrawAsync(hold, "Unsafe.", renamed, Cancel));
        Assert.Single(await StepsAsync(store));

        // Of the same name, and another person.
        Assert.Equal(HoldOutcome.Done, await store.Holds.ConfirmAsync(hold, Ben with { Name = "Ada" }, Cancel));
        Assert.Equal(HoldOutcome.NeedsAnother, await store.Holds.LiftAsync(hold, "Fine.", renamed, Cancel));
        // Two people stand behind it now.
        Assert.Equal(HoldOutcome.Done, await store.Holds.WithdrawAsync(hold, "Unsafe.", renamed, Cancel));
    }

    [Fact]
    public async Task What_is_lifted_is_shown_again_and_can_be_hidden_anew()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var hold = await PlacedAsync(store, Cell);

        Assert.Equal(HoldOutcome.Done, await store.Holds.LiftAsync(hold, "Checked.", Ben, Cancel));

        Assert.Empty((await store.Holds.InForceAsync(Cancel)).Holds);
        Assert.Equal(HoldOutcome.Already, await store.Holds.LiftAsync(hold, "Checked.", Ben, Cancel));
        Assert.Equal(HoldOutcome.Already, await store.Holds.ConfirmAsync(hold, Ben, Cancel));
        Assert.Equal(HoldOutcome.Already, await store.Holds.WithdrawAsync(hold, "Unsafe.", Ben, Cancel));
        Assert.NotEqual(hold, await PlacedAsync(store, Cell));
    }

    [Fact]
    public async Task What_is_withdrawn_is_never_lifted_and_tells_patients_why()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var hold = await PlacedAsync(store, "treatments/rolling");
        await store.Holds.WithdrawAsync(hold, "The device was recalled.", Ben, Cancel);

        Assert.Equal(HoldOutcome.ForGood, await store.Holds.LiftAsync(hold, "Fine.", Ben, Cancel));

        var inForce = Assert.Single((await store.Holds.InForceAsync(Cancel)).Holds);
        Assert.Equal(("The device was recalled.", true), (inForce.Words, inForce.ForGood));
    }

    [Fact]
    public async Task Every_step_makes_the_number_larger_and_what_is_refused_does_not()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var numbers = new List<int> { (await store.Holds.StateAsync(Cancel)).Hold };
        var hold = await PlacedAsync(store, Cell);
        numbers.Add((await store.Holds.StateAsync(Cancel)).Hold);
        await store.Holds.ConfirmAsync(hold, Ben, Cancel);
        numbers.Add((await store.Holds.StateAsync(Cancel)).Hold);
        await store.Holds.LiftAsync(hold, "Checked.", Ben, Cancel);
        numbers.Add((await store.Holds.StateAsync(Cancel)).Hold);

        Assert.Equal([0, 1, 2, 3], numbers);
        await store.Holds.LiftAsync(hold, "Checked.", Ben, Cancel);
        Assert.Equal(3, (await store.Holds.InForceAsync(Cancel)).Number);
    }

    [Fact]
    public async Task Of_two_who_lift_at_the_same_time_one_does()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var hold = await PlacedAsync(store, Cell);

        var outcomes = await Task.WhenAll(Enumerable.Range(2, 6).Select(person =>
            store.Holds.LiftAsync(hold, "Checked.", new(person, $"Person {person}", TemporaryStore.Now), Cancel)));

        Assert.Single(outcomes, HoldOutcome.Done);
        Assert.Equal(2, (await StepsAsync(store)).Count);
    }

    [Theory]
    [InlineData("UPDATE HoldStep SET Act = 'Lifted'")]
    [InlineData("DELETE FROM HoldStep")]
    public async Task The_database_itself_refuses_to_change_or_delete_a_step(string statement)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await PlacedAsync(store, Cell);

        await Assert.ThrowsAsync<SqliteException>(() => store.RunAsync(statement));

        Assert.Single((await store.Holds.InForceAsync(Cancel)).Holds);
    }

    [Fact]
    public async Task A_hold_acts_on_every_edition_and_survives_publishing_and_undoing()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await PublishAsync(store);
        await store.ImportAsync(WithWhat("Said otherwise."));
        await PublishAsync(store);
        var current = new CurrentEdition(KnownMarkets.None);
        using var past = new PastEditions(store.Publisher, current);
        await current.CatchUpAsync(store.Publisher, 2, Cancel);
        Assert.False((await past.OpenAsync(1, Cancel))!.FindAnswer("rolling", "what")!.IsWithheld);

        await PlacedAsync(store, Cell);
        await current.CatchUpAsync(store.Holds, Cancel);

        Assert.True(current.Edition.FindAnswer("rolling", "what")!.IsWithheld);
        Assert.True((await past.OpenAsync(1, Cancel))!.FindAnswer("rolling", "what")!.IsWithheld);
        var undone = await store.Publisher.RepeatAsync(1, 2, "Ben", null, TemporaryStore.Now, Cancel);
        await current.CatchUpAsync(store.Publisher, Assert.IsType<PublishOutcome.Published>(undone).Number, Cancel);
        Assert.Equal((3, true), (current.Edition.Number, current.Edition.FindAnswer("rolling", "what")!.IsWithheld));
        await store.ImportAsync(WithWhat("Said a third time."));
        await PublishAsync(store);
        await current.CatchUpAsync(store.Publisher, 4, Cancel);
        Assert.True(current.Edition.FindAnswer("rolling", "what")!.IsWithheld);

        // What is stored is as it was: lifted, each edition says what it said.
        await store.Holds.LiftAsync((await store.Holds.AllAsync(Cancel))[0].Key, "Checked.", Ben, Cancel);
        await current.CatchUpAsync(store.Holds, Cancel);
        Assert.Equal("Said a third time.", current.Edition.FindAnswer("rolling", "what")!.Text!.ToString());
        Assert.Equal("Said otherwise.", (await past.OpenAsync(2, Cancel))!.FindAnswer("rolling", "what")!.Text!.ToString());
    }

    [Fact]
    public async Task A_new_name_in_addresses_lifts_no_hold_neither_one_placed_before_nor_one_placed_after()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await PublishAsync(store);
        await PlacedAsync(store, Cell);
        await store.Structure.RenameAsync(CatalogueKinds.Treatment, "rolling", "wheeling", new("Ada", TemporaryStore.Now), Cancel);
        await PlacedAsync(store, "treatments/wheeling/answers/sessions");
        await PlacedAsync(store, "treatments/rolling/concerns/dullness");
        await PublishAsync(store);
        var current = new CurrentEdition(KnownMarkets.None);
        using var past = new PastEditions(store.Publisher, current);

        await current.CatchUpAsync(store.Holds, Cancel);
        await current.CatchUpAsync(store.Publisher, 2, Cancel);

        foreach (var (edition, slug) in new[] { (current.Edition, "wheeling"), ((await past.OpenAsync(1, Cancel))!, "rolling") })
        {
            Assert.True(edition.FindAnswer(slug, "what")!.IsWithheld);
            Assert.True(edition.FindAnswer(slug, "sessions")!.IsWithheld);
            Assert.True(edition.FindEvidence(slug, "dullness")!.IsWithheld);
        }
        Assert.Equal(3, (await store.Holds.OnAsync("treatments/wheeling", Cancel)).Count);
        Assert.Equal(Cell, Assert.Single(await store.Holds.OnAsync("treatments/wheeling/answers/what", Cancel)).Placed.Path);
        Assert.Empty(await store.Holds.OnAsync("treatments/soaking", Cancel));
    }

    [Fact]
    public async Task Holds_that_are_older_than_those_that_stand_are_not_taken()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await PublishAsync(store);
        var current = new CurrentEdition(KnownMarkets.None);
        current.Replace(await store.Publisher.OpenLatestAsync(Cancel));
        var before = await store.Holds.InForceAsync(Cancel);
        await PlacedAsync(store, Cell);
        await current.CatchUpAsync(store.Holds, Cancel);

        current.Replace(before);

        Assert.True(current.Edition.FindAnswer("rolling", "what")!.IsWithheld);
    }

    private static async Task<Guid> PlacedAsync(TemporaryStore store, string path)
    {
        Assert.Equal(HoldOutcome.Done, await store.Holds.PlaceAsync(path, path, "Wrong.", null, Ada, Cancel));
        return (await store.Holds.AllAsync(Cancel))[0].Key;
    }

    private static async Task PublishAsync(TemporaryStore store) =>
        Assert.IsType<PublishOutcome.Published>(await store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, Cancel));

    private static ClinicContent WithWhat(string text) => WithAnswer("what", answer => answer with { Text = En(text) });

    private static async Task<List<HoldStep>> StepsAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return await db.HoldSteps.ToListAsync(Cancel);
    }
}
