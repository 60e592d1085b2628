using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// What people type or paste, without the invisible signs that come along from word processors and web pages. No letter, figure or mark
/// that can be seen is ever taken away; HTML tags stay as they were typed, because they are shown as text.
/// </summary>
public static partial class InputCleaner
{
    private const char NonBreakingHyphen = '\u001E', OptionalHyphen = '\u001F', SoftHyphen = '\u00AD';

    public static string Clean(string text) => Bullet().Replace(Visible(text), "- ").Trim();

    /// <summary>The same in one line.</summary>
    public static string Line(string text) => Clean(text).Replace('\n', ' ');

    /// <summary>A part of a line: the spaces at its ends are its own.</summary>
    public static string Part(string text) => Visible(text).Replace('\n', ' ');

    private static string Visible(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n"))
            if (Replaced(sign) is { } kept)
                clean.Append(kept);
        return Unjoined().Replace(clean.ToString(), "");
    }

    private static char? Replaced(char sign) => sign switch
    {
        '\n' => sign,
        '\t' => ' ',
        // A line break inside a paragraph of Word, and its page break.
        '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => '\n',
        NonBreakingHyphen => '-',
        OptionalHyphen or SoftHyphen or '\u200B' or '\u2060' or '\uFEFF' => null,
        // Signs that turn the direction of what follows them can make a text look like another.
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => null,
        _ => char.GetUnicodeCategory(sign) switch
        {
            UnicodeCategory.Control => null,
            UnicodeCategory.SpaceSeparator => ' ',
            _ => sign,
        },
    };

    // Joiners and direction marks mean something inside some scripts and between the parts of a pictogram, and nothing elsewhere.
    [GeneratedRegex(@"(?<![^\x00-\x7F\s])[\u200C-\u200F]+|[\u200C-\u200F]+(?![^\x00-\x7F\s])")]
    private static partial Regex Unjoined();

    // The last four are bullets of the Symbol and Wingdings fonts. Elsewhere such a sign may stand for a letter (a micro, a degree), and
    // stays.
    [GeneratedRegex(@"^ *[·•‣▪◦●○\uF0A7\uF0B7\uF0D8\uF0FC] +", RegexOptions.Multiline)]
    private static partial Regex Bullet();
}
