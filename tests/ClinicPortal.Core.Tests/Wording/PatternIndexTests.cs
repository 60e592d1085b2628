using System.Text.RegularExpressions;
using ClinicPortal.Core.Wording;
using CsCheck;

namespace ClinicPortal.Core.Tests.Wording;

public class PatternIndexTests
{
    // Of what the files of rules are written in, over an alphabet so small that most patterns find something.
    private static readonly Gen<string> Simple = Gen.OneOf<string>(
        "a", "b", "n", "o", "5", " ", "-", "é", "a", "b", @"\w", @"\d", @"\S", ".", "[ab]", "[a-c]", "[^ ]", @"\.", @"[\d.]");

    private static readonly Gen<string> Times = Gen.OneOf<string>("", "", "", "?", "{0,2}", "{1,2}", "{2}");

    private static readonly Gen<string> Looking = Gen.OneOf<string>("", "", "", @"\b", "(?!b)", "(?=a)", "(?<=a)", "(?<!b)");

    private static readonly Gen<string> Group =
        Gen.Select(Alternation(Gen.Select(Simple, Times, Looking, (one, times, looks) => looks + one + times)), inside => $"(?:{inside})");

    private static readonly Gen<string> Pattern =
        Alternation(Gen.Select(Gen.Frequency((3, Simple), (1, Group)), Times, Looking, (one, times, looks) => looks + one + times));

    private static readonly Gen<string> Text =
        Gen.Select(Gen.OneOf<string>("a", "b", "ab", "no", "5", "7", "٣", " ", " ", "-", ".", "é", "x").Array[0, 20], string.Concat);

    [Fact]
    public void What_is_found_is_what_each_pattern_alone_finds_from_the_left() =>
        Gen.Select(Gen.Select(Pattern, Gen.Bool).Array[1, 3], Text).Sample((patterns, text) =>
        {
            var alone =
                from one in patterns.Index()
                from match in Alone(one.Item.Item1, one.Item.Item2).Matches(text)
                where match.Length > 0
                orderby match.Index, one.Index
                select (one.Index, match.Index, match.Index + match.Length);

            Assert.Equal(alone, new PatternIndex([.. patterns]).Matches(text));
        }, iter: 1_000);

    private static Regex Alone(string pattern, bool isWord) =>
        new(isWord ? $@"\b(?:{pattern})\b" : $"(?:{pattern})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static Gen<string> Alternation(Gen<string> item) =>
        Gen.Select(Gen.Select(item.Array[1, 4], string.Concat).Array[1, 3], all => string.Join('|', all));
}
