namespace ClinicPortal.Core.Wording;

/// <summary>A text as patterns are written: small letters, plain quotes, each char in the place of its own.</summary>
internal static class FoldedText
{
    // A line without an end is cut, so that reading a text takes time in proportion to its length, whatever is in it.
    private const int LongestPart = 1_000;

    public static string Of(string text, string language) =>
        string.Create(text.Length, (text, dotless: language == "tr"), static (folded, source) =>
        {
            for (var at = 0; at < folded.Length; at++)
                folded[at] = Fold(source.text[at], source.dotless);
        });

    /// <summary>The lines of a text, long ones in parts: places in it, in chars.</summary>
    public static IEnumerable<Range> Parts(string text)
    {
        for (int start = 0, end; start < text.Length; start = end)
        {
            var newline = text.IndexOf('\n', start, Math.Min(LongestPart, text.Length - start));
            end = newline >= 0 ? newline + 1 : text.Length - start <= LongestPart ? text.Length : LastGap(text, start) + 1;
            yield return start..end;
        }
    }

    /// <summary>The sentence round a place of a part, in chars of the part.</summary>
    public static Range SentenceAt(string part, int start, int end)
    {
        var from = start;
        while (from > 0 && !IsSentenceEnd(part, from - 1))
            from--;
        var to = Math.Max(end - 1, start);
        while (to < part.Length && !IsSentenceEnd(part, to))
            to++;
        return from..Math.Min(part.Length, to + 1);
    }

    // Turkish has four letters that others write as two; people and phones mix them up, and one letter stands for all.
    private static char Fold(char letter, bool dotless) => letter switch
    {
        '’' or '‘' => '\'',
        '“' or '”' or '„' => '"',
        '\u00a0' or '\u202f' => ' ',
        '‑' => '-',
        'İ' or 'ı' when dotless => 'i',
        _ => char.ToLowerInvariant(letter),
    };

    private static int LastGap(string text, int start)
    {
        var gap = text.LastIndexOf(' ', start + LongestPart - 1, LongestPart);
        return gap > start ? gap : start + LongestPart - 1;
    }

    private static bool IsSentenceEnd(string text, int at) =>
        text[at] is '!' or '?' or '…' || (text[at] == '.' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])));
}
