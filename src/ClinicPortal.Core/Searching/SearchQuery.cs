namespace ClinicPortal.Core.Searching;

/// <summary>What somebody typed, as words.</summary>
/// <param name="Typed">All of them, cut to what anybody types.</param>
/// <param name="Asked">Those that tell what is looked for, without a date to be ready for; all, where none does.</param>
internal sealed record SearchQuery(IReadOnlyList<string> Typed, IReadOnlyList<string> Asked)
{
    public const int MaxLength = 200;
    public const int MaxWords = 10;

    public static SearchQuery Of(string? text)
    {
        string[] typed = [.. SearchText.Words(Cut(text ?? "")).Take(MaxWords).Select(word => word.Word)];
        var dates = DateInMind.WordsIn(typed).ToHashSet();
        return new(typed, Telling([.. typed.Where((_, at) => !dates.Contains(at))]) is { Length: > 0 } asked ? asked : typed);
    }

    public static string Cut(string text) => text.Length > MaxLength ? text[..MaxLength] : text;

    /// <summary>The words without those that stand in every sentence.</summary>
    public static string[] Telling(string[] words) =>
        words.Where(word => !CommonWords.Stop.Contains(word)).ToArray() is { Length: > 0 } telling ? telling : words;
}
