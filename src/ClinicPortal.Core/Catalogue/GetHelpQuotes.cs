namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// The sentences of an answer that tell when to get help, as <see cref="AnswerEntry.GetHelp"/> holds them: one quotation on a line, each of
/// one whole sentence or several that follow each other, because half a sentence can say the opposite.
/// </summary>
public static class GetHelpQuotes
{
    public static IEnumerable<string> Of(string? lines) =>
        (lines ?? "").Split('\n').Select(line => string.Join(' ', Sentences(line))).Where(line => line.Length > 0);

    /// <summary>The quotations that do not stand in the text word for word.</summary>
    public static IEnumerable<string> Missing(string? lines, string? text)
    {
        List<string> sentences = [.. Sentences(text ?? "")];
        return Of(lines).Where(quote => !Enumerable.Range(0, sentences.Count).Any(first => StandsAt(first, quote, sentences)));
    }

    // Two spaces read as one.
    private static IEnumerable<string> Sentences(string text) =>
        PlainText.Sentences(text)
            .Select(sentence => string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static bool StandsAt(int first, string quote, List<string> sentences)
    {
        var said = sentences[first];
        for (var next = first + 1; next < sentences.Count && said.Length < quote.Length; next++)
            said += $" {sentences[next]}";
        return said == quote;
    }
}
