using System.Data.Common;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Storage;

/// <summary>Nothing is saved without standing in the history, however it is saved.</summary>
public class HistoryTests
{
    private const string Cell = "treatments/rolling/answers/what";

    private static readonly Signature Nurse = new("Nora Nurse", TemporaryStore.Now.AddHours(1), "Asked by a reader");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_that_nobody_awaits_stands_in_the_history_too()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var db = store.Context();
        db.Sign(Nurse);
        await WriteAsync(db, "Otherwise.");

#pragma warning disable CA1849, xUnit1051 // The other door is what this is about.
        db.SaveChanges();
#pragma warning restore CA1849, xUnit1051

        var change = await LastAsync(store, Cell);
        Assert.Equal((2, "Nora Nurse", "Asked by a reader"), (change.Version, change.ChangeSet.By, change.ChangeSet.Why));
        Assert.Contains("A roller rolls.", change.Before);
        Assert.Contains("Otherwise.", change.After);
    }

    [Fact]
    public async Task What_nobody_signs_is_the_programs_own_at_the_moment_that_the_clock_tells()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var change = await LastAsync(store, Cell);

        Assert.Equal(("Clinic Portal", TemporaryStore.Now), (change.ChangeSet.By, change.ChangeSet.At));
    }

    [Fact]
    public async Task All_that_is_saved_under_one_signature_is_one_change_set()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var db = store.Context();
        db.Sign(Nurse);
        await WriteAsync(db, "The first save.");
        await db.SaveChangesAsync(Cancel);
        db.ChangeTracker.Clear();
        await WriteAsync(db, "The second save.", "onset");
        await db.SaveChangesAsync(Cancel);
        db.Sign(Nurse with { Why = "Another reason" });
        await WriteAsync(db, "The third save.");
        await db.SaveChangesAsync(Cancel);

        await using var after = store.Context();
        var sets = await after.ChangeSets.Include(set => set.Changes).Where(set => set.By == "Nora Nurse")
            .OrderBy(set => set.Id).ToListAsync(Cancel);
        Assert.Equal(["Asked by a reader", "Another reason"], sets.Select(set => set.Why));
        var first = sets[0].Changes.OrderBy(change => change.Id);
        Assert.Equal([Cell, "treatments/rolling/answers/onset"], first.Select(change => change.Path));
        Assert.Equal((Cell, 3), (Assert.Single(sets[1].Changes).Path, sets[1].Changes[0].Version));
    }

    [Theory]
    [InlineData("treatments/rolling/answers/onset", "onset")]
    [InlineData("treatments/rolling/concerns/dullness", null)]
    [InlineData("treatments/answers", null)]
    [InlineData("criteria/onset", null)]
    public void A_change_of_an_answer_knows_its_criterion(string path, string? criterion) =>
        Assert.Equal(criterion, new FieldChange { Path = path, Version = 1 }.Criterion);

    [Fact]
    public async Task The_history_of_one_criterion_is_found_by_its_index_however_long_all_others_are()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var plans = new QueryPlans();
        await using var db = new ClinicDbContext(store.Options().AddInterceptors(plans).Options);

        var changes = await db.ChangesAsync(null, "onset", Cancel);
        var sets = await db.SavedTogetherAsync(new(Criterion: "onset"), before: 0, sets: 20, each: 4, Cancel);

        Assert.Equal(["treatments/soaking/answers/onset", "treatments/rolling/answers/onset"], changes.Select(change => change.Path));
        Assert.Equal(changes.Select(change => change.Id).Order(), Assert.Single(sets.Found).Changes.Select(change => change.Id));
        // One list, and of the sets: which, how many changes each, and the first of them.
        const string byIndex = "INDEX IX_FieldChange_Criterion_ChangeSetId (Criterion=?";
        Assert.Equal(4, plans.Steps.Count(step => step.Contains(byIndex, StringComparison.Ordinal)));
        Assert.DoesNotContain(plans.Steps, step => step.StartsWith("SCAN f", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_that_has_read_too_much_stops_and_goes_on_from_there()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        for (var time = 1; time <= 5; time++)
            await store.Editor.SaveAnswerAsync(
                "rolling", "what", null, answer => answer with { Text = LocalText.English($"Fizz {time}.") }, Nurse, Cancel);
        await using var db = store.Context();
        var (all, pages) = (new List<int>(), new List<int>());
        for (int? before = 0; before is not null;)
        {
            (var found, before) = await db.SavedTogetherAsync(new() { Word = "fizz", MostRead = 2 }, before.Value, 20, 4, Cancel);
            all.AddRange(found.Select(set => set.Id));
            pages.Add(found.Count);
        }

        Assert.Equal([2, 2, 1], pages);
        Assert.Equal(await db.ChangeSets.Select(set => set.Id).OrderDescending().Take(5).ToListAsync(Cancel), all);
    }

    private static async Task WriteAsync(ClinicDbContext db, string text, string criterion = "what")
    {
        var catalogue = await db.ReadCatalogueAsync(Cancel);
        var cell = catalogue.Treatment("rolling").Answers.Single(answer => answer.Criterion.Slug == criterion);
        cell.Apply(cell.ToEntry() with { Text = LocalText.English(text) }, catalogue);
    }

    private static async Task<FieldChange> LastAsync(TemporaryStore store, string path)
    {
        await using var db = store.Context();
        return await db.Changes.AsNoTracking().Include(change => change.ChangeSet).Where(change => change.Path == path)
            .OrderByDescending(change => change.Id).FirstAsync(Cancel);
    }

    /// <summary>How SQLite would answer every query that it is asked.</summary>
    private sealed class QueryPlans : DbCommandInterceptor
    {
        public List<string> Steps { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            await using var explained = command.Connection!.CreateCommand();
            explained.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
            foreach (SqliteParameter parameter in command.Parameters)
                explained.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
            await using var steps = await explained.ExecuteReaderAsync(cancellationToken);
            while (await steps.ReadAsync(cancellationToken))
                Steps.Add(steps.GetString(3));
            return result;
        }
    }
}
