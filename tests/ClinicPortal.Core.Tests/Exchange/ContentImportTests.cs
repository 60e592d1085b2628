using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Exchange;

public class ContentImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_says_byte_for_byte_what_was_imported()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
    }

    [Fact]
    public async Task An_export_imported_into_an_empty_store_is_exported_as_the_same_bytes()
    {
        using var first = await TemporaryStore.HoldingAsync(Content);
        await first.ImportAsync(
            Content with
            {
                Treatments = [.. Content.Treatments.Skip(2)],
                Contrasts = [],
                Questions = [],
                Numbers = [],
                Clinic = Content.Clinic with { CommonComparisons = [] },
            });
        var export = await first.ExportTextAsync();

        using var second = await TemporaryStore.HoldingAsync(ContentFile.Read(new StringReader(export)));

        Assert.Equal(export, await second.ExportTextAsync());
    }

    [Fact]
    public async Task A_store_without_content_can_be_exported_and_imported_too()
    {
        using var empty = await TemporaryStore.OpenAsync();
        var export = await empty.ExportTextAsync();

        using var other = await TemporaryStore.HoldingAsync(ContentFile.Read(new StringReader(export)));

        Assert.Equal(export, await other.ExportTextAsync());
    }

    [Fact]
    public async Task The_first_import_adds_everything()
    {
        using var store = await TemporaryStore.OpenAsync();

        var changes = await store.ImportAsync(Content);

        Assert.All(changes, change => Assert.Equal(ImportAction.Add, change.Action));
        Assert.Contains("add treatment rolling", changes.Select(change => change.ToString()));
        Assert.Contains("add contrast rolling-vs-soaking", changes.Select(change => change.ToString()));
    }

    [Fact]
    public async Task A_second_import_of_the_same_file_changes_nothing()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        Assert.Empty(await store.ImportAsync(Content));
    }

    [Fact]
    public async Task A_change_is_listed_with_its_fields_and_its_cells()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var changes = await store.ImportAsync(WithRolling(rolling => rolling with
        {
            Name = En("Rolling about"),
            Answers =
                [.. rolling.Answers.Skip(1).Select(answer => answer.Criterion == "pain" ? answer with { Sources = ["second"] } : answer)],
        }));

        Assert.Equal(["change treatment rolling: name, answers.what, answers.pain"], changes.Select(change => change.ToString()));
    }

    [Fact]
    public async Task What_the_file_leaves_out_is_archived_and_never_deleted()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var changes = await store.ImportAsync(
            Content with
            {
                Questions = [],
                Contrasts = [],
                Clinicians = Content.Clinicians,
                Concerns = Content.Concerns,
                Sources = Content.Sources,
                Glossary = [],
            });

        Assert.Equal(
            ["archive contrast rolling-vs-soaking", "archive question q1", "archive term roller"],
            changes.Select(change => change.ToString()));
        await using var db = store.Context();
        Assert.True(Assert.Single(db.Questions).Archived);
        Assert.True(Assert.Single(db.Contrasts).Archived);
    }

    [Fact]
    public async Task An_archived_treatment_keeps_its_cells_and_comes_back_when_a_file_names_it_again()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var without = Content with
        {
            Clinic = Content.Clinic with { CommonComparisons = [] },
            Treatments = [.. Content.Treatments.Where(treatment => treatment.Slug is not "rolling")],
            Contrasts = [],
            Numbers = [],
        };

        var left = await store.ImportAsync(without);
        var archived = (await store.ExportAsync()).Treatments.Single(treatment => treatment.Slug == "rolling");
        var back = await store.ImportAsync(Content);

        Assert.Contains("archive treatment rolling", left.Select(change => change.ToString()));
        Assert.True(archived.Archived);
        Assert.Equal(6, archived.Answers.Count);
        Assert.Contains("restore treatment rolling", back.Select(change => change.ToString()));
        Assert.Contains("restore contrast rolling-vs-soaking", back.Select(change => change.ToString()));
        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
    }

    [Fact]
    public async Task What_is_left_over_gives_way_to_the_file()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var soakingIsGone = Content with
        {
            Clinic = Content.Clinic with { CommonComparisons = [] },
            Treatments = [new() { Slug = "turning", Name = En("Turning"), Summary = En("It turns.") }],
            Contrasts = [],
            Numbers = [],
        };

        await store.ImportAsync(soakingIsGone);

        var export = await store.ExportAsync();
        Assert.Null(export.Treatments.Single(treatment => treatment.Slug == "rinsing").ReplacedBy);
        Assert.Equal(["spinning"], export.Treatments.Single(treatment => treatment.Slug == "rolling").FormerSlugs);
        Assert.Empty(await store.ImportAsync(soakingIsGone));
    }

    [Fact]
    public async Task A_treatment_that_names_its_former_slug_is_renamed_and_keeps_its_row()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using var before = store.Context();
        var id = before.Treatments.Single(treatment => treatment.Slug == "soaking").Id;
        var renamed = Content with
        {
            Clinic = Content.Clinic with { CommonComparisons = [["rolling", "steeping"]] },
            Treatments = [.. Content.Treatments.Select(treatment => treatment.Slug switch
            {
                "soaking" => treatment with { Slug = "steeping", FormerSlugs = ["soaking"] },
                "rinsing" => treatment with { ReplacedBy = "steeping" },
                _ => treatment,
            })],
            Contrasts = [Content.Contrasts[0] with { Between = ["rolling", "steeping"] }],
        };

        var changes = await store.ImportAsync(renamed);

        await using var after = store.Context();
        Assert.Equal(id, after.Treatments.Single(treatment => treatment.Slug == "steeping").Id);
        Assert.Equal(
            ["change clinic: common-comparisons", "change treatment steeping: slug, former-slugs", "change treatment rinsing: replaced-by"],
            changes.Select(change => change.ToString()));
        Assert.Equal(TemporaryStore.Text(renamed), await store.ExportTextAsync());
    }

    [Fact]
    public async Task A_former_slug_that_an_archived_treatment_still_has_is_refused()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var clash = WithRolling(rolling => rolling with { FormerSlugs = ["rinsing"] }) with
        {
            Treatments = [.. WithRolling(rolling => rolling with { FormerSlugs = ["rinsing"] }).Treatments.SkipLast(1)],
        };

        var outcome = await store.Importer.ImportAsync(clash, cancel: Cancel);

        var problem = Assert.Single(Assert.IsType<ImportOutcome.Refused>(outcome).Problems);
        Assert.Contains("already a treatment \"rinsing\"", problem.Message);
        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
    }

    [Fact]
    public async Task A_new_order_is_one_line_of_the_list()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var turned = Content with { Treatments = [.. Content.Treatments.Reverse()] };

        var changes = await store.ImportAsync(turned);

        Assert.Equal(["reorder every treatment"], changes.Select(change => change.ToString()));
        Assert.Equal("rinsing", (await store.ExportAsync()).Treatments[0].Slug);
    }

    [Fact]
    public async Task A_dry_run_lists_the_same_changes_and_makes_none()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var changed = WithAnswer("what", answer => answer with { Text = En("Otherwise.") }) with
        {
            Questions = [],
            Glossary = [Content.Glossary[0] with { Slug = "new-term" }],
        };

        var listed = await store.ImportAsync(changed, dryRun: true);

        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
        Assert.Equal(listed.Select(change => change.ToString()), (await store.ImportAsync(changed)).Select(change => change.ToString()));
        Assert.Equal(4, listed.Count);
    }

    [Fact]
    public async Task Content_that_breaks_a_rule_changes_nothing()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var broken = WithAnswer("what", answer => answer with { Sources = ["nowhere"] }) with { Questions = [] };

        var outcome = await store.Importer.ImportAsync(broken, cancel: Cancel);

        Assert.Equal("treatments[1].answers[0].sources[0]", Assert.Single(Assert.IsType<ImportOutcome.Refused>(outcome).Problems).Path);
        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
    }

    [Fact]
    public async Task A_save_that_fails_half_way_leaves_the_store_as_it_was()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await using (var db = store.Context())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                db.Database, "CREATE TRIGGER full_disk BEFORE INSERT ON Question BEGIN SELECT RAISE(ABORT, 'full disk'); END", Cancel);
        var changed = WithAnswer("what", answer => answer with { Text = En("Otherwise.") }) with
        {
            Questions = [new QuestionEntry { Key = "q2", Text = En("Why?") }],
        };

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() =>
            store.Importer.ImportAsync(changed, cancel: Cancel));

        Assert.Equal(TemporaryStore.Text(Content), await store.ExportTextAsync());
    }
}
