using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Core.Tests.Editing.RowPlan;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

public class CatalogueEditorTests
{
    private const string Cell = "treatments/rolling/answers/onset";

    private static readonly Signature Nurse = new("Nora Nurse", TemporaryStore.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Gen<(int Row, RowPlan Plan)[]> Series { get; } = Gen.Select(Gen.Int[0, 3], Any).Array[4, 12];

    [Fact]
    public async Task Any_version_of_any_row_can_be_brought_back_and_so_can_what_stood_there_before_that() =>
        await Gen.Select(Series, Gen.Int[0, 1000]).SampleAsync(
            async (series, chosen) =>
            {
                using var store = await TemporaryStore.HoldingAsync(Content);
                foreach (var (row, plan) in series)
                    await SaveAsync(store, row, plan);
                var history = await HistoryAsync(store);
                var then = history.Where(change => change.After is not null && IsEdited(change.Path)).OrderBy(change => change.Id).ToList();
                var change = then[chosen % then.Count];
                var before = await SaysAsync(store, change.Path);

                var changed = await store.Editor.RestoreAsync(change, Nurse, Cancel);

                Assert.Equal(change.After, await SaysAsync(store, change.Path));
                Assert.Equal(before != change.After, changed);
                if (!changed)
                    return;
                var last = (await HistoryAsync(store)).First(one => one.Path == change.Path && one.Id <= history[0].Id);
                Assert.True(await store.Editor.RestoreAsync(last, Nurse, Cancel));
                Assert.Equal(before, await SaysAsync(store, change.Path));
                AssertGapless(await HistoryAsync(store));
            },
            iter: Trials.Of(25), threads: 1);

    [Fact]
    public async Task A_save_is_laid_over_what_its_form_began_with_whatever_version_that_was() =>
        await Gen.Select(Any.Array[2, 6], Any).SampleAsync(
            async (series, typed) =>
            {
                using var store = await TemporaryStore.HoldingAsync(Content);
                foreach (var plan in series)
                    await SaveAsync(store, 0, plan);
                var said = (await HistoryAsync(store))
                    .Where(change => change.Path == Cell)
                    .ToDictionary(change => change.Version, change => change.After);
                var now = JsonNode.Parse((await SaysAsync(store, Cell))!)!.AsObject();

                foreach (var version in said.Keys)
                {
                    AnswerEntry? began = null;
                    var outcome =
                        await store.Editor.SaveAnswerAsync(
                            "rolling", "onset", version, before => Typed(began = before, typed), Nurse, Cancel);

                    Assert.Equal(said[version], Said(began));
                    var merged = ThreeWayMerge.Of(JsonNode.Parse(said[version]!)!.AsObject(), now, Row(Typed(began!, typed)));
                    Assert.Equal(merged.Conflicts, outcome is SaveOutcome<AnswerEntry>.Conflict conflict ? conflict.Fields : []);
                    if (merged.Conflicts.Count == 0)
                        Assert.True(
                            JsonNode.DeepEquals(merged.Row, JsonNode.Parse((await SaysAsync(store, Cell))!)), merged.Row.ToJsonString());
                    else
                        Assert.True(JsonNode.DeepEquals(now, JsonNode.Parse((await SaysAsync(store, Cell))!)));
                    now = JsonNode.Parse((await SaysAsync(store, Cell))!)!.AsObject();
                }
            },
            iter: Trials.Of(20), threads: 1);

    [Fact]
    public async Task Saving_what_is_there_already_makes_no_version_and_no_history()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await SaveAsync(store, 2, new(1, 1, 1, 1, 1, 1, false, 1));
        var before = (await HistoryAsync(store)).Count;

        Assert.IsType<SaveOutcome<AnswerEntry>.Unchanged>(
            await store.Editor.SaveAnswerAsync("rolling", "onset", 1, answer => answer, Nurse, Cancel));
        Assert.IsType<SaveOutcome<AnswerEntry>.Unchanged>(
            await store.Editor.SaveAnswerAsync(
                "rolling", "what", 1, answer => answer with { Sources = [.. answer.Sources.Reverse()] }, Nurse, Cancel));
        Assert.IsType<SaveOutcome<ConcernEvidenceEntry>.Unchanged>(
            await store.Editor.SaveEvidenceAsync("rolling", "dullness", 1, evidence => evidence, Nurse, Cancel));
        Assert.IsType<SaveOutcome<TreatmentEntry>.Unchanged>(
            await store.Editor.SaveTreatmentAsync("soaking", 1, treatment => treatment, Nurse, Cancel));
        Assert.IsType<SaveOutcome<SourceEntry>.Unchanged>(await store.Editor.SaveSourceAsync("second", 1, source => source, Nurse, Cancel));

        Assert.Equal(before, (await HistoryAsync(store)).Count);
    }

    [Fact]
    public async Task What_is_only_kept_for_later_stands_in_no_history()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var before = (await HistoryAsync(store)).Count;
        await using var db = store.Context();
        db.Users.Add(new() { UserName = "nora", Name = "Nora Nurse" });
        await db.SaveChangesAsync(Cancel);

        Assert.True(
            await store.Drafts.SaveAsync(
                new() { UserId = 1, Path = Cell, BaseVersion = 1, Fields = "{}", SavedAt = TemporaryStore.Now }, null, Cancel));
        await store.Drafts.DiscardAsync(1, Cell, TemporaryStore.Now, Cancel);
        await store.Drafts.RestoreAsync(1, Cell, TemporaryStore.Now, Cancel);

        Assert.Equal(before, (await HistoryAsync(store)).Count);
    }

    [Fact]
    public async Task A_whole_treatment_goes_back_to_how_it_stood_and_nothing_else_does()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var then = (await HistoryAsync(store))[0].Id;
        var before = await store.ExportTextAsync();
        foreach (var row in new[] { 0, 1, 2 })
            await SaveAsync(store, row, new(1, 2, 1, 1, 2, 1, true, 3));
        Assert.NotEqual(before, await store.ExportTextAsync());

        Assert.Equal(new RestoreOutcome.Restored(3), await RestoreAllAsync(store, "treatments/rolling", null, then));

        Assert.Equal(before, await store.ExportTextAsync());
    }

    [Fact]
    public async Task One_question_goes_back_across_treatments_and_their_other_answers_stay()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        foreach (var treatment in new[] { "rolling", "soaking", "rinsing" })
            await store.Editor.SaveAnswerAsync(
                treatment, "onset", treatment == "rinsing" ? 0 : 1, answer => answer with { Text = En("Early words.") }, Nurse, Cancel);
        var then = (await HistoryAsync(store))[0].Id;
        foreach (var treatment in new[] { "rolling", "soaking", "rinsing" })
            await store.Editor.SaveAnswerAsync(
                treatment, "onset", treatment == "rinsing" ? 1 : 2, answer => answer with { Text = En("Late words.") }, Nurse, Cancel);
        await store.Editor.SaveAnswerAsync("rolling", "what", 1, answer => answer with { Text = En("Other words.") }, Nurse, Cancel);

        Assert.Equal(new RestoreOutcome.Restored(3), await RestoreAllAsync(store, null, "onset", then));

        var answers = (await store.ExportAsync()).Treatments.SelectMany(treatment => treatment.Answers).ToList();
        Assert.All(answers.Where(answer => answer.Criterion == "onset"), answer => Assert.Equal("Early words.", answer.Text!.ToString()));
        Assert.Contains(answers, answer => answer.Text?.ToString() == "Other words.");
    }

    [Fact]
    public async Task A_form_that_was_opened_before_its_cell_was_taken_out_and_written_anew_overwrites_nothing()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.ImportAsync(
            WithRolling(rolling => rolling with { Answers = [.. rolling.Answers.Where(answer => answer.Criterion != "onset")] }));
        await store.Editor.SaveAnswerAsync("rolling", "onset", 0, answer => answer with { Text = En("Written anew.") }, Nurse, Cancel);

        var outcome = await store.Editor.SaveAnswerAsync(
            "rolling", "onset", 1, answer => answer with { Text = En("From the old form.") }, Nurse, Cancel);

        Assert.IsType<SaveOutcome<AnswerEntry>.Conflict>(outcome);
        Assert.Contains("Written anew.", await SaysAsync(store, Cell), StringComparison.Ordinal);
        AssertGapless(await HistoryAsync(store));
    }

    [Fact]
    public async Task An_import_that_writes_a_cell_anew_counts_on_from_the_old_one()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await store.ImportAsync(WithRolling(rolling => rolling with { Answers = [] }));
        await store.ImportAsync(Content);

        AssertGapless(await HistoryAsync(store));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public async Task A_version_that_never_was_overwrites_nothing(int version)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var before = await store.ExportTextAsync();

        var outcome = await store.Editor.SaveAnswerAsync(
            "rolling", "onset", version, _ => new() { Criterion = "onset", Text = En("Out of nowhere.") }, Nurse, Cancel);

        Assert.IsType<SaveOutcome<AnswerEntry>.Conflict>(outcome);
        Assert.Equal(before, await store.ExportTextAsync());
    }

    [Fact]
    public async Task What_a_treatment_said_under_its_former_name_comes_back_under_the_new_one()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var said = (await HistoryAsync(store))
            .Where(change => IsEdited(change.Path) && change.Path.StartsWith("treatments/rolling", StringComparison.Ordinal))
            .ToList();
        await store.ImportAsync(Renamed());
        foreach (var row in new[] { 0, 1 })
            await SaveAsync(store, row, new(1, 2, 1, 1, 2, 1, true, 3), "reeling");

        foreach (var change in said)
            await store.Editor.RestoreAsync(change, Nurse, Cancel);

        Assert.Equal(TemporaryStore.Text(Renamed()), await store.ExportTextAsync());

        static ClinicContent Renamed() =>
            WithRolling(rolling => rolling with { Slug = "reeling", FormerSlugs = [.. rolling.FormerSlugs, "rolling"] }) with
            {
                Clinic = Content.Clinic with { CommonComparisons = [] },
                Contrasts = [],
                Numbers = [],
            };
    }

    [Fact]
    public async Task What_goes_back_together_is_one_change_set_of_the_person_who_restores()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var then = (await HistoryAsync(store))[0].Id;
        foreach (var row in new[] { 0, 1, 2 })
            await SaveAsync(store, row, new(1, 2, 1, 1, 2, 1, true, 3));

        await RestoreAllAsync(store, "treatments/rolling", null, then);

        await using var db = store.Context();
        var set = await db.ChangeSets.Include(one => one.Changes).OrderByDescending(one => one.Id).FirstAsync(Cancel);
        Assert.Equal(("Nora Nurse", 3), (set.By, set.Changes.Count));
        AssertGapless(await HistoryAsync(store));
    }

    [Fact]
    public async Task Where_one_row_cannot_go_back_none_does()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var then = (await HistoryAsync(store))[0].Id;
        // What changed last goes back first: the two that can go back before the one that cannot, because the source it cited is gone.
        foreach (var row in new[] { 2, 0, 1 })
            await SaveAsync(store, row, new(1, 2, 1, 1, 2, 1, true, 3));
        await using (var db = store.Context())
            await db.Database.ExecuteSqlRawAsync("UPDATE Source SET Slug = 'elsewhere' WHERE Slug = 'first'", Cancel);
        var (before, history) = (await store.ExportTextAsync(), await HistoryAsync(store));

        await Assert.ThrowsAsync<MissingEntryException>(() => RestoreAllAsync(store, "treatments/rolling", null, then));

        Assert.Equal(before, await store.ExportTextAsync());
        Assert.Equal(history.Count, (await HistoryAsync(store)).Count);
    }

    [Fact]
    public async Task What_others_have_changed_meanwhile_is_named_all_of_it_and_nothing_goes_back()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var then = (await HistoryAsync(store))[0].Id;
        await SaveAsync(store, 1, new(1, 2, 1, 1, 2, 1, true, 3));
        var seen = (await HistoryAsync(store))[0].Id;
        foreach (var row in new[] { 0, 2, 3 })
            await SaveAsync(store, row, new(1, 2, 1, 1, 2, 1, true, 3));
        var before = await store.ExportTextAsync();

        var outcome = await store.Editor.RestoreAllAsync("treatments/rolling", null, then, seen, Nurse, Cancel);

        var conflict = Assert.IsType<RestoreOutcome.Conflict>(outcome);
        Assert.Equal([Cell, "treatments/rolling/concerns/dullness"], conflict.Paths.Order(StringComparer.Ordinal));
        Assert.Equal(before, await store.ExportTextAsync());
    }

    [Fact]
    public async Task A_cell_that_was_empty_then_and_never_written_since_is_not_begun_by_what_goes_back_beside_it()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var then = (await HistoryAsync(store))[0].Id;
        await store.Editor.SaveAnswerAsync("soaking", "what", 0, answer => answer with { Text = En("New words.") }, Nurse, Cancel);
        await store.ImportAsync(Content);
        await store.Editor.SaveAnswerAsync("soaking", "onset", 1, answer => answer with { Text = En("Late words.") }, Nurse, Cancel);

        Assert.Equal(new RestoreOutcome.Restored(1), await RestoreAllAsync(store, "treatments/soaking", null, then));

        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
    }

    [Fact]
    public async Task A_question_goes_back_to_what_a_treatment_said_last_whichever_name_it_had()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await SaveOnsetAsync(store, "rolling", 1, "Under the first name.");
        var written = await store.ExportAsync();
        await store.ImportAsync(written with
        {
            Clinic = written.Clinic with { CommonComparisons = [] },
            Contrasts = [],
            Numbers = [],
            Treatments = [.. written.Treatments.Select(
                treatment => treatment.Slug == "rolling" ? treatment with { Slug = "reeling", FormerSlugs = ["rolling"] } : treatment)],
        });
        await SaveOnsetAsync(store, "reeling", 2, "Under the second name.");
        var then = (await HistoryAsync(store))[0].Id;
        await SaveOnsetAsync(store, "reeling", 3, "Later.");

        Assert.Equal(new RestoreOutcome.Restored(1), await RestoreAllAsync(store, null, "onset", then));

        var reeling = (await store.ExportAsync()).Treatments.Single(treatment => treatment.Slug == "reeling");
        Assert.Equal("Under the second name.", reeling.Answers.Single(answer => answer.Criterion == "onset").Text!.ToString());
    }

    [Fact]
    public async Task What_a_concern_and_its_evidence_said_under_its_former_name_comes_back_under_the_new_one()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var then = (await HistoryAsync(store))
            .Where(change => change.Path is "concerns/dullness" or "treatments/rolling/concerns/dullness").ToList();
        await store.ImportAsync(Renamed());
        await store.Editor.SaveConcernAsync("greyness", null, concern => concern with { Name = En("Greyness of days") }, Nurse, Cancel);
        await store.Editor.SaveEvidenceAsync("rolling", "greyness", null, now => now with { Certainty = Certainty.High }, Nurse, Cancel);

        foreach (var change in then)
            Assert.True(await store.Editor.RestoreAsync(change, Nurse, Cancel));

        Assert.Equal(TemporaryStore.Text(Renamed()), await store.ExportTextAsync());

        static ClinicContent Renamed() => Content with
        {
            Concerns = [.. Content.Concerns.Select(concern => concern.Slug == "dullness"
                ? concern with { Slug = "greyness", FormerSlugs = [.. concern.FormerSlugs, "dullness"] }
                : concern with { ReplacedBy = concern.ReplacedBy is null ? null : "greyness" })],
            Treatments = [.. Content.Treatments.Select(treatment => treatment with
            {
                Concerns = [.. treatment.Concerns.Select(
                    evidence => evidence.Concern == "dullness" ? evidence with { Concern = "greyness" } : evidence)],
            })],
            Numbers = [.. Content.Numbers.Select(number => number.Concern is null ? number : number with { Concern = "greyness" })],
        };
    }

    private static async Task<RestoreOutcome> RestoreAllAsync(TemporaryStore store, string? place, string? criterion, int then) =>
        await store.Editor.RestoreAllAsync(place, criterion, then, (await HistoryAsync(store))[0].Id, Nurse, Cancel);

    private static Task<SaveOutcome<AnswerEntry>> SaveOnsetAsync(TemporaryStore store, string treatment, int version, string text) =>
        store.Editor.SaveAnswerAsync(treatment, "onset", version, answer => answer with { Text = En(text) }, Nurse, Cancel);

    private static AnswerEntry Typed(AnswerEntry before, RowPlan plan) =>
        before with
        {
            Text = LocalText.Rewritten(before.Text, plan.Answer().Text?.ToString()),
            Value = plan.Answer().Value,
            Sources = plan.Answer().Sources,
        };

    private static async Task SaveAsync(TemporaryStore store, int row, RowPlan plan, string treatment = "rolling")
    {
        var history = await HistoryAsync(store);
        int Version(string path) => history.FirstOrDefault(change => change.Path == path)?.Version ?? 0;
        _ = row switch
        {
            0 =>
                (object)await store.Editor.SaveAnswerAsync(
                    treatment, "onset", Version($"treatments/{treatment}/answers/onset"), _ => plan.Answer(), Nurse, Cancel),
            1 => await store.Editor.SaveTreatmentAsync(treatment, Version($"treatments/{treatment}"), plan.Treatment, Nurse, Cancel),
            2 =>
                await store.Editor.SaveEvidenceAsync(
                    treatment, "dullness", Version($"treatments/{treatment}/concerns/dullness"), _ => plan.Evidence(), Nurse, Cancel),
            _ => await store.Editor.SaveSourceAsync("second", Version("sources/second"), _ => plan.Source("second"), Nurse, Cancel),
        };
    }

    private static bool IsEdited(string path) =>
        path is Cell or "treatments/rolling" or "treatments/rolling/concerns/dullness" or "sources/second";

    /// <summary>The newest first.</summary>
    private static async Task<List<FieldChange>> HistoryAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        return await db.ChangesAsync(null, null, Cancel);
    }

    private static async Task<string?> SaysAsync(TemporaryStore store, string path)
    {
        var content = await store.ExportAsync();
        var rolling = content.Treatments.Single(treatment => treatment.Slug == "rolling");
        return path.Split('/') switch
        {
            [_, _, "answers", var criterion] =>
                rolling.Answers.Where(answer => answer.Criterion == criterion).Select(Said).SingleOrDefault(),
            [_, _, "concerns", var concern] =>
                rolling.Concerns.Where(evidence => evidence.Concern == concern).Select(Said).SingleOrDefault(),
            ["sources", var key] => Said(content.Sources.Single(source => source.Key == key)),
            _ => Said(rolling with { Answers = [], Concerns = [] }),
        };
    }

    /// <summary>Each change of a row begins with what the one before it left, one version on.</summary>
    internal static void AssertGapless(IEnumerable<FieldChange> changes)
    {
        foreach (var row in changes.GroupBy(change => change.Path))
        {
            FieldChange? last = null;
            foreach (var change in row.OrderBy(change => change.Id))
            {
                Assert.Equal((row.Key, (last?.Version ?? 0) + 1, last?.After), (change.Path, change.Version, change.Before));
                last = change;
            }
        }
    }
}
