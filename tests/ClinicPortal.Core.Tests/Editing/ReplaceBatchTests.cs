using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

public class ReplaceBatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("roll", "spin")]
    [InlineData("example", "model")]
    [InlineData("e", "é")]
    [InlineData("1", "one")]
    public async Task Every_word_in_use_is_replaced_and_no_name_address_key_or_code_is(string find, string with)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var replacement = new Replacement(find, with);
        var before = Texts(await store.ExportAsync());

        await BatchTests.SaveAsync(store, new ReplaceBatch(replacement, ReplaceBatch.Lists, _ => true));

        Assert.Equal(
            before.Select(text =>
                (text.Path, text.Field.IsWords && !IsArchived(text.Path) ? Said(text, replacement.In) : Said(text))),
            Texts(await store.ExportAsync()).Select(text => (text.Path, Said(text))));
        Assert.Contains(before, text => text.Field.IsWords && Said(text) != Said(text, replacement.In));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("former-slugs")]
    [InlineData("first")]
    [InlineData("spinning")]
    [InlineData("10.1000")]
    [InlineData("https")]
    [InlineData("7946")]
    public async Task The_name_of_a_field_a_key_an_address_and_a_number_are_no_words(string find)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        Assert.Empty((await store.Batches.TryAsync(new ReplaceBatch(new(find, "x"), ReplaceBatch.Lists, _ => true), Cancel)).Changes);
    }

    [Theory]
    [InlineData("roll", "spin", "Roll a roller, unroll.", "Spin a spiner, unspin.")]
    [InlineData("Roll", "spin", "Roll a roller.", "spin a spiner.")]
    [InlineData("i", "j", "I, i, İ", "J, j, İ")]
    [InlineData("a.b", "$1", "a.b axb", "$1 axb")]
    [InlineData(" vs ", " versus ", "Rolling vs soaking", "Rolling versus soaking")]
    [InlineData("\u00A0vs\u00AD ", "\u00A0versus\u200B ", "Rolling vs soaking", "Rolling versus soaking")]
    [InlineData(" / ", " · ", "Rolling / soaking", "Rolling · soaking")]
    [InlineData(" - ", ", ", "Rolling - soaking", "Rolling, soaking")]
    public void Words_are_taken_letter_by_letter_and_what_stood_with_a_capital_gets_one(
        string find, string with, string text, string after) =>
        Assert.Equal(after, new Replacement(find, with).In(text));

    [Theory]
    [InlineData("Roll a roller, re-roll; unroll.", "Spin a roller, re-spin; unroll.")]
    [InlineData("roll2 rollé roll_", "roll2 rollé spin_")]
    public void Whole_words_are_not_found_inside_of_longer_ones(string text, string after) =>
        Assert.Equal(after, new Replacement("roll", "spin") { WholeWords = true }.In(text));

    [Fact]
    public void With_its_case_only_the_very_letters_are_found() =>
        Assert.Equal("Roll spin", new Replacement("roll", "spin") { MatchCase = true }.In("Roll roll"));

    [Fact]
    public async Task It_looks_only_in_the_lists_that_are_asked_for()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var preview = await store.Batches.TryAsync(new ReplaceBatch(new("roller", "drum"), ["glossary"], _ => true), Cancel);

        Assert.Equal(["glossary/roller"], preview.Changes.Select(change => change.Path));
    }

    [Fact]
    public async Task A_text_that_would_be_too_long_or_empty_is_named_and_nothing_is_saved()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        var before = await store.ExportTextAsync();
        foreach (var replacement in new Replacement[]
        {
            new("roller", new('o', 190)), new("Roller", "") { MatchCase = true, WholeWords = true },
        })
        {
            var batch = new ReplaceBatch(replacement, ["glossary"], _ => true);
            var preview = await store.Batches.TryAsync(batch, Cancel);

            Assert.Contains(preview.Problems, problem => problem.Place == "glossary/roller");
            Assert.Null((await store.Batches.SaveAsync(batch, preview.Seen, null, new("Nora Nurse", TemporaryStore.Now), Cancel)).Set);
        }
        Assert.Equal(before, await store.ExportTextAsync());
    }

    [Fact]
    public async Task What_would_stand_against_publishing_is_told_and_what_stood_there_before_is_not()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var changed = await store.Batches.TryAsync(new ReplaceBatch(new("2 to 4", "5 to 6"), ReplaceBatch.Lists, _ => true), Cancel);
        var same = await store.Batches.TryAsync(new ReplaceBatch(new("roller", "drum"), ["glossary"], _ => true), Cancel);

        Assert.Contains(changed.Warnings, warning => warning.Path == "treatments/rolling/answers/onset");
        Assert.Empty(same.Warnings);
    }

    private static bool IsArchived(string path) =>
        ContentWalkPath(path) is var (list, index) && list switch
        {
            "treatments" => Content.Treatments[index].Archived,
            "concerns" => Content.Concerns[index].Archived,
            "conditions" => Content.Conditions[index].Archived,
            _ => false,
        };

    private static (string List, int Index)? ContentWalkPath(string path) =>
        path.Split('[', ']') is [var list, var index, ..] && int.TryParse(index, out var number) ? (list, number) : null;

    private static List<ContentText> Texts(ClinicContent content) => [.. ContentWalk.Of(content)];

    private static string Said(ContentText text, Func<string, string>? write = null) => text.Text is LocalText words
        ? string.Join('|', words.Texts.Select(one => $"{one.Key}: {(write ?? (same => same))(one.Value)}"))
        : (write ?? (same => same))((string)text.Text);
}
