using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

/// <summary>What a page still calls by its old name when its form is sent, because somebody has renamed it since.</summary>
public sealed class RenamingTests
{
    private static readonly Signature Nurse = new("Nora Nurse", TemporaryStore.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_saved_under_the_old_name_is_saved_in_the_row_and_no_other_is_made()
    {
        using var store = await RenamedAsync();

        await store.Editor.SaveAnswerAsync("rolling", "onset", 1, answer => answer with { Text = En("One.") }, Nurse, Cancel);
        await store.Editor.SaveAnswersAsync(
            [new("rolling", "what", 1, answer => answer with { Text = En("Of many.") })], Nurse, Cancel);
        await store.Editor.SaveEvidenceAsync("rolling", "dullness", 1, evidence => evidence with { Note = En("Noted.") }, Nurse, Cancel);
        await store.Editor.SaveTreatmentAsync("rolling", 1, treatment => treatment with { Summary = En("Summed up.") }, Nurse, Cancel);
        await store.Editor.SaveConcernAsync("dullness", 1, concern => concern with { Summary = En("Dimly.") }, Nurse, Cancel);
        await store.Editor.SaveContrastAsync("rolling", "soaking", 1, pair => pair with { ClinicsSay = En("Both.") }, Nurse, Cancel);

        var content = await store.ExportAsync();
        Assert.Equal(Content.Treatments.Count, content.Treatments.Count);
        Assert.Equal(Content.Concerns.Count, content.Concerns.Count);
        Assert.Equal("Both.", Assert.Single(content.Contrasts).ClinicsSay!.ToString());
        var rolled = content.Treatments.Single(one => one.Slug == "tumbling");
        Assert.Equal("Summed up.", rolled.Summary.ToString());
        Assert.Equal("One.", BatchTests.AnswerOf(content, "tumbling", "onset").Text!.ToString());
        Assert.Equal("Of many.", BatchTests.AnswerOf(content, "tumbling", "what").Text!.ToString());
        Assert.Equal("Noted.", rolled.Concerns.Single(one => one.Concern == "greyness").Note!.ToString());
        Assert.Equal("Dimly.", content.Concerns.Single(one => one.Slug == "greyness").Summary!.ToString());
    }

    [Fact]
    public async Task A_button_pressed_under_the_old_name_moves_copies_and_archives_the_row()
    {
        using var store = await RenamedAsync();

        Assert.Equal(0, await store.Structure.MoveAsync(CatalogueKinds.Treatment, "rolling", _ => 0, Nurse, Cancel));
        Assert.IsType<SaveOutcome<object>.Saved>(await store.Editor.CopyAsync(CatalogueKinds.Treatment, "rolling", Nurse, Cancel));
        Assert.True(await store.Structure.ArchiveAsync(CatalogueKinds.Treatment, "rolling", "soaking", Nurse, Cancel));

        var content = await store.ExportAsync();
        Assert.Equal("tumbling", content.Treatments[0].Slug);
        Assert.True(content.Treatments[0].Archived);
        Assert.Equal(
            content.Treatments[0].Answers.Select(answer => answer.Text),
            content.Treatments.Single(one => one.Slug == "rolling-copy").Answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task A_second_name_for_what_somebody_has_just_renamed_is_refused()
    {
        using var store = await RenamedAsync();
        var before = await store.ExportTextAsync();

        Assert.Equal(
            RenameOutcome.RenamedMeanwhile,
            await store.Structure.RenameAsync(CatalogueKinds.Treatment, "rolling", "swinging", Nurse, Cancel));

        Assert.Equal(before, await store.ExportTextAsync());
    }

    /// <summary>The small clinic, once "rolling" is called tumbling and "dullness" greyness.</summary>
    private static async Task<TemporaryStore> RenamedAsync()
    {
        var store = await TemporaryStore.HoldingAsync(Content);
        Assert.Equal(
            RenameOutcome.Renamed, await store.Structure.RenameAsync(CatalogueKinds.Treatment, "rolling", "tumbling", Nurse, Cancel));
        Assert.Equal(
            RenameOutcome.Renamed, await store.Structure.RenameAsync(CatalogueKinds.Concern, "dullness", "greyness", Nurse, Cancel));
        return store;
    }
}
