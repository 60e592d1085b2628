using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace ClinicPortal.Core.Exchange;

/// <summary>
/// A table as text: read from the clipboard, as spreadsheets and word processors put it there, or from CSV; and written as CSV that opens
/// rightly in Excel, can run nothing there and comes back unchanged.
/// </summary>
public static partial class TableText
{
    /// <summary>In a cell: what it stands for is to be emptied. An empty cell leaves it as it is.</summary>
    public const string Emptied = "(empty)";

    /// <param name="text">With tabs, semicolons or commas between its cells.</param>
    /// <param name="isName">Whether a row can begin with it; a line that begins with something else may go on in the cell before.</param>
    /// <param name="separator">Between the cells; none finds it out, and asks where the table can be read in two ways.</param>
    /// <returns>The rows that are not blank, cell by cell; or why it is no table.</returns>
    public static (IReadOnlyList<TableRow> Rows, string? Problem) Read(
        string text, Func<string, bool> isName, char? separator = null)
    {
        text = text.TrimStart('\uFEFF');
        var isHinted = separator is null && Hint().IsMatch(text);
        // Whoever has chosen knows better, and the line is no row.
        if (separator is not null)
            text = Hint().Replace(text, "");
        if (!isHinted && (separator ??= SeparatorOf(text)) is null)
            return ([],
                "The cells could be separated by commas or by semicolons. Choose one under \"What separates the cells?\", then try again.");
        if (separator == '\t')
            return (ClipboardTable.Read(text, isName).ConvertAll(Unshielded).FindAll(row => !row.IsBlank), null);
        return Csv(text, isHinted ? null : separator);
    }

    private static (IReadOnlyList<TableRow> Rows, string? Problem) Csv(string text, char? separator)
    {
        var (rows, number) = (new List<TableRow>(), 0);
        string? problem = null;
        using var reader = CsvReader.FromText(text, new()
        {
            HasHeader = false,
            Separator = separator,
            DetectSeparatorHint = true,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            OnMalformedRecord = record => problem ??= record.Reason == CsvMalformedReason.UnterminatedQuote
                ? $"Near line {record.LineNumber}, a cell starts with a quotation mark (\") but does not end with one. Add the second "
                    + "mark, or delete the first."
                : null,
        });
        while (problem is null && reader.Read())
            if (Unshielded(new(++number, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)])) is { IsBlank: false } row)
                rows.Add(row);
        return problem is null ? (rows, null) : ([], problem);
    }

    /// <summary>UTF-8 with its mark, which Excel needs to see that it is.</summary>
    /// <param name="rows">All of one length.</param>
    /// <param name="separator">A comma; a semicolon where the spreadsheet writes decimal commas.</param>
    /// <param name="withMark">Where it is the beginning of a file.</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows, char separator = ',', bool withMark = true)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new() { Separator = separator, WriteByteOrderMark = withMark }, leaveOpen: true))
            foreach (var row in rows)
                writer.WriteRecord([.. row.Select(Shielded)]);
        return stream.ToArray();
    }

    /// <summary>The same for a table that need not fit into memory.</summary>
    /// <param name="stream">Is written to piece by piece, and stays open.</param>
    /// <param name="head">The first row.</param>
    /// <param name="rows">The others.</param>
    /// <param name="separator">As there.</param>
    /// <param name="cancel">Stops between two pieces.</param>
    public static async Task WriteAsync(
        Stream stream, IReadOnlyList<string> head, IAsyncEnumerable<IReadOnlyList<string>> rows, char separator,
        CancellationToken cancel)
    {
        const int Piece = 500;
        await stream.WriteAsync(Write([head], separator), cancel);
        await foreach (var piece in rows.Chunk(Piece).WithCancellation(cancel))
            await stream.WriteAsync(Write(piece, separator, withMark: false), cancel);
    }

    /// <summary>A spreadsheet takes what begins so for a formula; with an apostrophe before it, for text.</summary>
    internal static string Shielded(string cell) => Formula().IsMatch(cell) ? "'" + cell : cell;

    private static TableRow Unshielded(TableRow row) =>
        row with { Cells = [.. row.Cells.Select(cell => cell.StartsWith('\'') && Formula().IsMatch(cell) ? cell[1..] : cell)] };

    /// <summary>
    /// What stands between the cells of the first row; of two signs there, the one that makes all rows equally long. A row without any is
    /// the one cell of its row.
    /// </summary>
    private static char? SeparatorOf(string text)
    {
        var first = FirstRecord(text);
        if (first.Contains('\t') || first.IndexOfAny([',', ';']) < 0)
            return '\t';
        var fitting = ",;".Where(first.Contains).ToList();
        if (fitting.Count > 1)
            fitting.RemoveAll(sign =>
                Csv(text, sign) is not (var rows, null) || rows.Select(row => row.Cells.Count).Distinct().Count() > 1);
        return fitting is [var only] ? only : null;
    }

    // What stands in quotes separates nothing.
    private static string FirstRecord(string text)
    {
        var (record, quoted) = (new StringBuilder(), false);
        foreach (var sign in text)
        {
            if (sign == '"')
                quoted = !quoted;
            else if (quoted || (sign is '\r' or '\n' && record.Length == 0))
                continue;
            else if (sign is '\r' or '\n')
                break;
            else
                record.Append(sign);
        }
        return record.ToString();
    }

    [GeneratedRegex(@"^'*(?:[=+\-@\t\r\n＝＋－＠]|\(empty\)\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^""?sep=.""?\r?\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hint();
}

/// <summary>One row of a table.</summary>
/// <param name="Number">Counted from 1, blank rows too, as a spreadsheet counts.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// A table from the clipboard. Spreadsheets put a cell with a line break or a tab into quotes and double those in it, and leave every other
/// quotation mark as it is. Word puts each paragraph of a cell on a line of its own and marks nothing: a line that begins with no name goes
/// on in the cell before.
/// </summary>
internal static class ClipboardTable
{
    public static List<TableRow> Read(string text, Func<string, bool> isName)
    {
        var lines = Lines(text);
        // Of each cell, its paragraphs.
        var rows = new List<(int Number, List<List<string>> Cells)>();
        var width = lines.Find(cells => !IsBlank(cells))?.Count ?? 0;
        var number = 0;
        foreach (var cells in lines)
        {
            if (rows.Count > 0 && IsContinued(rows[^1].Cells, cells))
            {
                rows[^1].Cells[^1].Add(cells[0]);
                rows[^1].Cells.AddRange(cells.Skip(1).Select(cell => new List<string> { cell }));
                continue;
            }
            number++;
            if (!IsBlank(cells))
                rows.Add((number, cells.ConvertAll(cell => new List<string> { cell })));
        }
        return rows.ConvertAll(row => new TableRow(row.Number, row.Cells.ConvertAll(paragraphs => string.Join('\n', paragraphs))));

        static bool IsBlank(List<string> cells) => cells.TrueForAll(string.IsNullOrWhiteSpace);

        bool IsContinued(List<List<string>> row, List<string> cells) =>
            !isName(cells[0]) && (row.Count < width ? row.Count + cells.Count - 1 <= width : cells.Count == 1 && width > 1);
    }

    private static List<List<string>> Lines(string text)
    {
        var (lines, cells) = (new List<List<string>>(), new List<string>());
        for (var at = 0; at <= text.Length;)
        {
            var (cell, end) = Quoted(text, at) ?? Plain(text, at);
            cells.Add(cell);
            if (end < text.Length && text[end] == '\t')
            {
                at = end + 1;
                continue;
            }
            lines.Add(cells);
            cells = [];
            at = end + (string.CompareOrdinal(text, end, "\r\n", 0, 2) == 0 ? 2 : 1);
            if (at == text.Length)
                break;
        }
        return lines;
    }

    private static (string Cell, int End) Plain(string text, int at) =>
        text.IndexOfAny(['\t', '\r', '\n'], at) is >= 0 and var end ? (text[at..end], end) : (text[at..], text.Length);

    /// <summary>None, where the quotation mark is one of the cell's own words.</summary>
    private static (string Cell, int End)? Quoted(string text, int at)
    {
        if (at >= text.Length || text[at] != '"')
            return null;
        var cell = new StringBuilder();
        for (var next = at + 1; next < text.Length; next++)
        {
            if (text[next] != '"')
                cell.Append(text[next]);
            else if (next + 1 < text.Length && text[next + 1] == '"')
                cell.Append(text[next++]);
            else
                return (next + 1 == text.Length || text[next + 1] is '\t' or '\r' or '\n') && cell.ToString() is var words
                    && words.AsSpan().IndexOfAny("\t\r\n\"") >= 0
                    ? (words, next + 1)
                    : null;
        }
        return null;
    }
}
