using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

/// <summary>Several answers saved together.</summary>
public class SeveralAnswersTests
{
    private static readonly Signature Nurse = new("Nora Nurse", TemporaryStore.Now, "A new leaflet");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_is_saved_is_one_change_set_and_what_is_unchanged_is_in_no_history()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var outcomes = await store.Editor.SaveAnswersAsync(
            [Edit("rolling", "what", 1, "New."), new("rolling", "onset", 1, answer => answer), Edit("soaking", "what", 0, "Soaks.")],
            Nurse, Cancel);

        Assert.Equal(["Saved", "Unchanged", "Saved"], outcomes.Select(outcome => outcome.GetType().Name));
        await using var db = store.Context();
        var set = await db.ChangeSets.Include(one => one.Changes).OrderByDescending(one => one.Id).FirstAsync(Cancel);
        Assert.Equal(
            [("treatments/rolling/answers/what", 2), ("treatments/soaking/answers/what", 1)],
            set.Changes.Select(change => (change.Path, change.Version)).Order());
        Assert.Equal(("Nora Nurse", "A new leaflet"), (set.By, set.Why));
        Assert.Equal("Soaks.", (await TextAsync(store, "soaking", "what"))?.ToString());
    }

    [Fact]
    public async Task A_conflict_in_one_stands_in_no_other_way()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Editor.SaveAnswersAsync([Edit("rolling", "what", 1, "Theirs.")], Nurse, Cancel);

        var outcomes = await store.Editor.SaveAnswersAsync(
            [Edit("rolling", "what", 1, "Mine."), Edit("rolling", "onset", 1, "3 weeks.")], Nurse, Cancel);

        var conflict = Assert.IsType<SaveOutcome<AnswerEntry>.Conflict>(outcomes[0]);
        Assert.Equal(("Theirs.", "Mine.", 2), ($"{conflict.Theirs.Text}", $"{conflict.Together.Text}", conflict.TheirVersion));
        Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(outcomes[1]);
        Assert.Equal(
            ("Theirs.", "3 weeks."), ($"{await TextAsync(store, "rolling", "what")}", $"{await TextAsync(store, "rolling", "onset")}"));
    }

    [Fact]
    public async Task Two_people_in_two_fields_of_one_answer_are_brought_together()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.Editor.SaveAnswersAsync([Edit("rolling", "what", 1, "Theirs.")], Nurse, Cancel);

        var outcome = Assert.Single(await store.Editor.SaveAnswersAsync(
            [new("rolling", "what", 1, answer => answer with { Brief = LocalText.English("Mine") })], Nurse, Cancel));

        Assert.Equal(["text"], Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(outcome).Theirs);
    }

    [Fact]
    public async Task An_answer_that_is_left_blank_is_not_brought_along_by_the_next()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var db = store.Context();
        var before = await AnswersAsync(db);

        await store.Editor.SaveAnswersAsync(
            [new("soaking", "what", 0, answer => answer), new("soaking", "pain", 0, answer => answer), Edit("rolling", "what", 1, "New.")],
            Nurse, Cancel);

        Assert.Equal(before, await AnswersAsync(db));
    }

    private static AnswerEdit Edit(string treatment, string criterion, int version, string text) =>
        new(treatment, criterion, version, answer => answer with { Text = LocalText.English(text) });

    private static async Task<LocalText?> TextAsync(TemporaryStore store, string treatment, string criterion)
    {
        await using var db = store.Context();
        return await db.Treatments.Where(one => one.Slug == treatment).SelectMany(one => one.Answers)
            .Where(one => one.Criterion.Slug == criterion).Select(one => one.Text).SingleAsync(Cancel);
    }

    private static Task<int> AnswersAsync(ClinicDbContext db) => db.Treatments.SelectMany(one => one.Answers).CountAsync(Cancel);
}
