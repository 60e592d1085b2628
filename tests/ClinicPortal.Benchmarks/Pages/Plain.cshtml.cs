using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Benchmarks.Pages;

/// <summary>What Razor itself costs: a table of as many cells and as many bytes as the comparison, and nothing to think about.</summary>
public sealed class PlainModel : PageModel
{
    private const int RowCount = 28;
    private const int ColumnCount = 6;

    private static string[][] _cells = [];

    public IReadOnlyList<string[]> Rows => _cells;

    /// <param name="bytes">As long as the comparison, about.</param>
    public static void Fill(int bytes)
    {
        var cell = new string('x', bytes / (RowCount * ColumnCount));
        _cells = [.. Enumerable.Repeat(Enumerable.Repeat(cell, ColumnCount).ToArray(), RowCount)];
    }
}
