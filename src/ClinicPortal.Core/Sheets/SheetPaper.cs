using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Sheets;

/// <summary>
/// What is left of the one page while it is being filled, in points. The sizes are those of print.css; a browser test prints the widest
/// comparisons on both papers and counts the pages.
/// </summary>
internal sealed class SheetPaper
{
    // The lower height is letter's, the lesser width A4's, both within the margins of print.css.
    private const double Height = 735;
    private const double Width = 527;

    private const double HeadAndFoot = 175;
    private const double QuestionColumn = 100;
    private const double CellPadding = 8;
    private const double RowPadding = 6;
    private const double WritingLine = 19;
    private const double SourceWidth = 100;
    private const double SmallLine = 9.5;
    private const int LongestCell = 11;
    private const double TextSize = 9;
    private const double FootSize = 7.5;

    private readonly double _column;
    private readonly double _cellSize;
    private readonly HashSet<string> _sources = [];
    private double _left;

    /// <param name="address">What the reader has chosen makes the printed one longer.</param>
    public SheetPaper(int columns, string decision, ComparisonAddress address)
    {
        var chosen = $"{address.Concern?.Slug}{address.Marked}";
        _cellSize = columns > 3 ? 7.75 : 8.5;
        _column = ((Width - QuestionColumn) / columns) - CellPadding;
        _left = Height - HeadAndFoot - PaperText.Height(decision, Width - QuestionColumn, TextSize)
            - (chosen.Length == 0 ? 0 : PaperText.Height(chosen, Width, FootSize));
    }

    public BriefRow Shortened(BriefRow row) =>
        row with
        {
            Cells = [.. row.Cells.Select(cell => cell with { Words = PaperText.Cut(cell.Words, LongestCell, _column, _cellSize) })],
        };

    public bool TryTake(BriefRow row)
    {
        var sources = row.Cells.SelectMany(cell => cell.Sources).Where(source => !_sources.Contains(source)).ToHashSet();
        var tallest = row.Briefs.Max(brief => PaperText.Height(brief + Notes(row), _column, _cellSize));
        var head = PaperText.Height(row.Row.Criterion.Question.ToString(), QuestionColumn - CellPadding, _cellSize) + SmallLine;
        var fits = TryTake(Math.Max(tallest, head) + RowPadding + (sources.Count * SourceWidth / Width * SmallLine));
        if (fits)
            _sources.UnionWith(sources);
        return fits;
    }

    public bool TryTake(OutcomeNumberEntry number) =>
        TryTake(PaperText.Height(NumberOnPaper.Of(number), Width, _cellSize) + (number.Sources.Count * SmallLine));

    public bool TryTake(string question) => TryTake(HeightOf(question));

    public void Take(string question) => _left -= HeightOf(question);

    // They stand in two columns.
    private static double HeightOf(string question) => (PaperText.Height(question, (Width / 2) - 20, TextSize) + WritingLine) / 2;

    // The numbers of the notes in their brackets, four characters for each.
    private static string Notes(BriefRow row) => " " + new string('0', 4 * row.Cells.Max(cell => cell.Sources.Count));

    private bool TryTake(double height)
    {
        if (height > _left)
            return false;
        _left -= height;
        return true;
    }
}
