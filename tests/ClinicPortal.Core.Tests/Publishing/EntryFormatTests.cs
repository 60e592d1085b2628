using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Publishing;

/// <summary>An edition is never rewritten: what an entry holds changes only together with the number of its format.</summary>
public class EntryFormatTests
{
    private const string Pins = "tests/ClinicPortal.Core.Tests/Publishing/entry-formats.txt";

    private const string HowToPin =
        $"\"dotnet run --project tests/ClinicPortal.Benchmarks -- entry-formats {Pins}\" adds a section for each format that has none.";

    /// <summary>As if a question had been called its words, then its text, and had then been given room for a hint.</summary>
    private static readonly FormatSteps ThreeFormats =
        Steps(typeof(QuestionEntry), entry => Rename(entry, "words", "text"), FormatSteps.OnlyAdds);

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Pinned =
        EntryProperties.Sections(File.ReadAllText(Path.Combine(SampleClinic.RepositoryRoot(), Pins)));

    public static TheoryData<string> Types => [.. EntryProperties.Types.Select(type => type.Name)];

    [Theory, MemberData(nameof(Types))]
    public void What_an_entry_holds_is_what_is_pinned_for_the_number_of_its_format(string name)
    {
        var type = EntryProperties.Types.Single(one => one.Name == name);
        var format = FormatSteps.OfThisRelease.Current(type);

        Assert.True(
            Pinned.TryGetValue(EntryProperties.SectionOf(type, format), out var pinned),
            $"Format {format} of {name} is not pinned yet. {HowToPin}");

        var holds = EntryProperties.Of(type).ToList();
        Assert.True(holds.SequenceEqual(pinned), HowToGoOn(name, format, holds, pinned!));
    }

    [Fact]
    public void Every_format_is_pinned_and_nothing_else()
    {
        var formats = EntryProperties.Types.SelectMany(type =>
            Enumerable.Range(1, FormatSteps.OfThisRelease.Current(type)).Select(format => EntryProperties.SectionOf(type, format)));

        Assert.Equal(formats.Order(StringComparer.Ordinal), Pinned.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Records_within_an_entry_and_the_words_that_a_property_takes_are_pinned_with_it() => Assert.Equal(
        [
            "between[]: text, required",
            "passages[]: record",
            "passages[].heading: text by language, required",
            "passages[].text: text by language, required",
            "passages[].criteria[]: record, required",
            "passages[].criteria[].criterion: text, required",
            "passages[].criteria[].verdict: same or overlaps or differs",
            "passages[].sources[]: text",
            "clinics-say: text by language",
            "clinics-say-sources[]: text",
            "review: record",
            "review.clinician: text, required",
            "review.role: text by language, required",
            "review.registration: text, required",
            "review.at: moment, required",
            "review.next-due: day, required",
            "review.hash: text, required",
            "review.writers[]: text",
        ],
        EntryProperties.Of(typeof(ContrastEntry)));

    [Fact]
    public void A_format_that_is_pinned_already_is_not_pinned_again()
    {
        const string text = "[QuestionEntry, format 1]\nsomething: else\n";

        var sections = EntryProperties.Sections(EntryProperties.WithWhatIsMissing(text));

        Assert.Equal(["something: else"], sections["[QuestionEntry, format 1]"]);
        Assert.Equal(EntryProperties.Of(typeof(ContrastEntry)), sections["[ContrastEntry, format 1]"]);
    }

    [Theory]
    [InlineData(1, """{"key":"q1","words":{"en":"What happens if I wait?"}}""")]
    [InlineData(2, """{"key":"q1","text":{"en":"What happens if I wait?"}}""")]
    [InlineData(3, """{"key":"q1","text":{"en":"What happens if I wait?"}}""")]
    public void An_older_entry_is_brought_up_step_by_step(int format, string json) =>
        Assert.Equal(
            Content.Questions[0],
            ThreeFormats.Read(new() { Hash = "", Kind = "question", Format = format, Json = json }, typeof(QuestionEntry)));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void An_entry_in_a_format_that_this_release_does_not_know_is_refused(int format)
    {
        var stored = new StoredEntry { Hash = "", Kind = "question", Format = format, Json = """{"key":"q1","text":{"en":"What?"}}""" };

        var refusal = Assert.Throws<EditionFormatException>(() => ThreeFormats.Read(stored, typeof(QuestionEntry)));

        Assert.Contains($"a question in format {format}", refusal.Message);
        Assert.Contains("reads formats up to 3", refusal.Message);
    }

    [Fact]
    public void An_edition_with_a_kind_of_entry_that_this_release_does_not_know_is_refused()
    {
        StoredEntry[] edition = [.. EntryFormat.Write(Content), new() { Hash = "", Kind = "song", Format = 1, Json = "{}" }];

        Assert.Contains("a song", Assert.Throws<EditionFormatException>(() => EntryFormat.Read(edition)).Message);
    }

    [Fact]
    public void A_new_format_alone_makes_no_entry_new()
    {
        var before = EntryFormat.Write(Content);

        var after = EntryFormat.Write(Content, before, Steps(typeof(TreatmentEntry), FormatSteps.OnlyAdds));

        Assert.Equal(before.Select(entry => entry.Hash), after.Select(entry => entry.Hash));
    }

    [Fact]
    public void What_says_something_new_is_written_in_the_new_format_and_opens_with_the_rest()
    {
        var formats = Steps(typeof(TreatmentEntry), FormatSteps.OnlyAdds);
        var before = EntryFormat.Write(Content);
        var changed = WithRolling(rolling => rolling with { Summary = En("Something else rolls.") });

        var after = EntryFormat.Write(changed, before, formats);

        var added = Assert.Single(after.ExceptBy(before.Select(entry => entry.Hash), entry => entry.Hash));
        Assert.Equal(("treatment", 2), (added.Kind, added.Format));
        Assert.Equal(TemporaryStore.Text(changed), TemporaryStore.Text(EntryFormat.Read(after, formats)));
    }

    private static FormatSteps Steps(Type type, params Action<JsonObject>[] steps) =>
        new(new Dictionary<Type, IReadOnlyList<Action<JsonObject>>> { [type] = steps });

    private static void Rename(JsonObject entry, string before, string now)
    {
        if (entry.Remove(before, out var value))
            entry[now] = value;
    }

    private static string HowToGoOn(string name, int format, IReadOnlyList<string> holds, IReadOnlyList<string> pinned)
    {
        string[] changes = [.. holds.Except(pinned).Select(line => $"  + {line}"), .. pinned.Except(holds).Select(line => $"  - {line}")];
        return
            $"""
            {name} no longer holds what format {format} is pinned to{(changes.Length == 0 ? "; only its order has changed." : ":")}
            {string.Join('\n', changes)}
            Editions have been published in format {format} and are never rewritten, so this is format {format + 1}: add a step for
            {name} to FormatSteps.OfThisRelease (OnlyAdds, if entries of format {format} can be read as they are). {HowToPin}
            Leave the section of format {format} as it is.
            """;
    }
}
