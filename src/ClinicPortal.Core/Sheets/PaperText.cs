namespace ClinicPortal.Core.Sheets;

/// <summary>
/// How much paper a text takes. No page is laid out here, so it guesses on the wide side: with the widest of the common system fonts,
/// words kept whole. Lengths are points.
/// </summary>
internal static class PaperText
{
    private const double CharacterWidth = 0.56;
    private const double LineHeight = 1.35;

    /// <summary>Says that the text goes on elsewhere: nothing is left out in silence.</summary>
    private const string More = " … more on the page";

    public static double Height(string text, double width, double size) => Lines(text, width, size) * size * LineHeight;

    /// <summary>The text, or its beginning in whole words and a note that it goes on.</summary>
    public static string Cut(string text, int lines, double width, double size)
    {
        if (Lines(text, width, size) <= lines)
            return text;
        var end = text.Length;
        while (end > 0 && Lines(text[..end] + More, width, size) > lines)
            end = text.LastIndexOf(' ', end - 1);
        return end > 0 ? text[..end].TrimEnd(',', ';', ':', '.') + More : More.Trim();
    }

    private static int Lines(string text, double width, double size)
    {
        var room = Math.Max(1, (int)(width / (size * CharacterWidth)));
        var (lines, column) = (1, 0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > room)
                (lines, column) = (lines + 1, 0);
            column += (column > 0 ? 1 : 0) + word.Length;
            // A word longer than the line is broken.
            lines += (column - 1) / room;
            column = ((column - 1) % room) + 1;
        }
        return lines;
    }
}
