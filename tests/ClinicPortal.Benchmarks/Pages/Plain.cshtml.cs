using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Benchmarks.Pages;

/// <summary>What Razor itself costs: a table of as many cells and as many bytes as the comparison, and nothing to think about.</summary>
public sealed class PlainModel : PageModel
{
    public static string[][] Cells { get; set; } = [];

    public IReadOnlyList<string[]> Rows => Cells;
}
