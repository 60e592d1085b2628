namespace ClinicPortal.Core.Searching;

/// <summary>The part of a text that shows why it was found.</summary>
internal static class Snippet
{
    private const int Before = 60;
    private const int Longest = 160;

    /// <summary>Around the first place in the text with the word, or with two that make it ("hair loss" for "hairloss").</summary>
    public static (string Text, int Start, int Length) Around(string word, string text)
    {
        var (start, length) = Find(word, text);
        if (text.Length <= Longest)
            return (text, start, length);

        var from = start <= Before ? 0 : WordStart(text, start - Before, start);
        var to = from + Longest >= text.Length ? text.Length : WordEnd(text, from + Longest, start + length);
        var lead = from > 0 ? "… " : "";
        return (lead + text[from..to].Trim() + (to < text.Length ? " …" : ""), start - from + lead.Length, length);
    }

    /// <summary>What a text says first.</summary>
    public static string Beginning(string text) => Around("", text).Text;

    /// <summary>The whole name; of more than two words that were typed as one everything matches.</summary>
    public static (string Text, int Start, int Length) OfName(string word, string name) =>
        Find(word, name) is (var start, > 0 and var length) ? (name, start, length) : (name, 0, name.Length);

    private static (int Start, int Length) Find(string word, string text)
    {
        var before = default(SearchWord);
        foreach (var here in SearchText.Words(text))
        {
            if (here.Word == word)
                return (here.Start, here.Length);
            if (before.Word is { } first && first.Length + here.Word.Length == word.Length && first + here.Word == word)
                return (before.Start, here.Start + here.Length - before.Start);
            before = here;
        }
        return (0, 0);
    }

    private static int WordStart(string text, int near, int latest) =>
        text.IndexOf(' ', near, latest - near) is >= 0 and var blank ? blank + 1 : near;

    private static int WordEnd(string text, int near, int earliest) =>
        near <= earliest ? earliest : text.LastIndexOf(' ', near, near - earliest) is > 0 and var blank ? blank : near;
}
