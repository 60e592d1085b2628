using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Wording;

/// <summary>
/// The syllables of English words, as readability is measured by them: groups of vowels, without those that are silent, and with those that
/// are two. What the patterns get wrong stands in a list; a word that is in neither may be one off.
/// </summary>
public static partial class Syllables
{
    private static readonly FrozenDictionary<string, int> Irregular = new (int Syllables, string Words)[]
    {
        (1, "breathe clothes"),
        (2, "acne argue being doing evening every fluid homemade lifetime neon ninety people poem react ruin safety science something"),
        (2, "sometimes therefore"),
        (3, "aftercare area biopsy genuine idea ideal museum nausea reaction recipe"),
        (4, "diabetes"),
    }.SelectMany(line => line.Words.Split(' ').Select(word => KeyValuePair.Create(word, line.Syllables))).ToFrozenDictionary();

    // A text says most of its words more than once.
    private const int MostCounted = 20_000;

    private const int LongestCounted = 30;

    private static readonly ConcurrentDictionary<string, int> Counted = new();

    /// <summary>At least 1. A word of figures only counts as one, whatever it is read as.</summary>
    public static int In(string word)
    {
        if (word.Length > LongestCounted)
            return Count(word);
        if (Counted.TryGetValue(word, out var syllables))
            return syllables;
        if (Counted.Count >= MostCounted)
            Counted.Clear();
        return Counted[word] = Count(word);
    }

    private static int Count(string word)
    {
        var letters = NotLetters().Replace(word.ToLowerInvariant(), "");
        if (Irregular.TryGetValue(letters, out var known))
            return known;
        var spoken = letters.Length > 3 ? SilentEnd().Replace(letters, "") : letters;
        return Math.Max(1, Vowels().Count(spoken) - TooMany().Count(letters) + TooFew().Count(letters));
    }

    [GeneratedRegex("['’]s$|[^a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex NotLetters();

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant)]
    private static partial Regex Vowels();

    // "Cause", "helped", "times", "tongue"; but "needed", "places".
    [GeneratedRegex(
        "(?<=[gq])ues?$|(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcg])(?<!ch)(?<!sh)es$", RegexOptions.CultureInvariant)]
    private static partial Regex SilentEnd();

    // "Social", "controversial", "action", "cautious", "patient", "likely".
    [GeneratedRegex(
        "[ct]ia(?=[ln])|sial|[cgst]io(?=[nu])|[cst]ie(?=n)|[^aeiouy]e(?=(ly|ful|less|ness|ment|let)(s|ly)?$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex TooMany();

    // "Radiant", "quiet", "needle", "prism", "rhythm", "usual", "continuous", "video", "worrying", "diarrhoea", "royal", "autoimmune",
    // "reality", "created".
    [GeneratedRegex(
        "i(?=[aou])|ie(?=[nrtw])|[^aeiouyl]le(?=(s|d|ment)?$)|(s|th)m$|(?<=[^gq]u)a(?=[^aeiou])|uo(?=u)|eo(?![nu])|ying|hoe(?=a)"
            + "|(?<=[aeoh])y(?=a|er)|^(auto|contra)(?=[aeiou])|eal(?=it)|creat(?!ure)",
        RegexOptions.CultureInvariant)]
    private static partial Regex TooFew();
}
