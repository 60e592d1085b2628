using System.Text.RegularExpressions;

namespace ClinicPortal.Testing;

/// <summary>Words that only a clinic may bring along, because they fit its own field and not another's.</summary>
public static partial class FieldWords
{
    /// <summary>Each with the words around it, so that a failing test says where it stands.</summary>
    public static IEnumerable<string> In(string text) =>
        Word().Matches(text).Select(word => text[Math.Max(0, word.Index - 40)..Math.Min(text.Length, word.Index + word.Length + 40)]);

    [GeneratedRegex(
        @"\b(skin|hair|hairs|hairy|cosmetic\w*|visits?|visited|visiting|syringes?|settle\w*|settling|no treatment)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
