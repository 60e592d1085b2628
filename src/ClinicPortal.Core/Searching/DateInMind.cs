using static ClinicPortal.Core.Searching.CommonWords;

namespace ClinicPortal.Core.Searching;

/// <summary>Whether somebody who searches has a date to be ready for: "wedding", "by June", "before summer", "in 10 weeks".</summary>
public static class DateInMind
{
    /// <summary>What people get ready for.</summary>
    private static readonly HashSet<string> Occasions = Set(
        """
        anniversary birthday bridal bride bridesmaid ceremony christening christmas cruise deadline easter engagement graduation groom
        holiday holidays honeymoon interview newyear party photoshoot prom reunion trip vacation wedding weddings xmas
        """);

    private static readonly HashSet<string> Months =
        Set("january february april june july august september october november december");

    /// <summary>Other words too, or times that people name without planning for them.</summary>
    private static readonly HashSet<string> TimesAfterAnotherWord = Set("march may spring summer autumn fall winter");

    private static readonly HashSet<string> BeforeATime = Set("before by early for in late mid next of till until");

    private static readonly HashSet<string> BeforeANumber = Set("before by in until within");

    private static readonly HashSet<string> Units = Set("day days week weeks month months");

    public static bool IsIn(string? query) => WordsIn(SearchQuery.Of(query).Typed).Any();

    /// <summary>The words that tell of the date, by where they stand; they tell nothing of what else is looked for.</summary>
    internal static IEnumerable<int> WordsIn(IReadOnlyList<string> words)
    {
        return Enumerable.Range(0, words.Count).Where(at => IsDate(words[at], WordAt(at - 1), WordAt(at - 2)));

        string WordAt(int at) => at < 0 ? "" : words[at];
    }

    private static bool IsDate(string word, string before, string beforeThat) =>
        Months.Contains(word)
        || Occasions.Contains(word)
        || Occasions.Contains(before + word)
        || (TimesAfterAnotherWord.Contains(word) && BeforeATime.Contains(before))
        || (Units.Contains(word) && before.Any(char.IsAsciiDigit) && BeforeANumber.Contains(beforeThat));
}
