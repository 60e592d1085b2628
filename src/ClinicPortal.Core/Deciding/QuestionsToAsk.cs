using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Deciding;

/// <summary>Questions for the visit, made from what brings the reader here and the rows that they have marked: each asks what the page
/// could not tell.</summary>
public static class QuestionsToAsk
{
    /// <summary>What brings the reader here comes first, then one for each marked row, in their order.</summary>
    public static IEnumerable<string> Of(Comparison comparison) =>
    [
        .. comparison.Concern is { } concern
            ?
            [
                concern.NeedsMedicalCare
                    ? "What care do I need from a doctor or nurse first?"
                    : $"What result could I expect for {RunningText.NameOf(concern)}, and when would we stop if I see none?",
            ]
            : Array.Empty<string>(),
        .. comparison.Rows.Where(row => comparison.Marked.Contains(row.Criterion)).Select(Of),
    ];

    /// <summary>
    /// "“How long might it last?” This is not known for PRP. What is your experience?" A gap comes before a difference, and a difference
    /// before what is still to be confirmed. No treatment is nothing that a clinic could be asked to give.
    /// </summary>
    public static string Of(ComparisonRow row)
    {
        var cells = row.Cells.Where(cell => !cell.Treatment.Baseline).ToList();
        return $"“{row.Criterion.Question}” "
            + $"{Open(cells) ?? Differing(row, cells) ?? Unconfirmed(cells) ?? "I would like to talk about this."}";
    }

    private static string? Open(List<ComparisonCell> cells)
    {
        var gaps = new[]
        {
            Naming(cells, cell => cell.Answer is { IsWithheld: true }, "this is withheld for"),
            Naming(cells, cell => Gap(cell) == Absence.NotKnown, "this is not known for"),
            Naming(cells, cell => Gap(cell) == Absence.NotYetReviewed, "this is not yet written for"),
        }.OfType<string>().ToList();
        return gaps.Count == 0 ? null : $"{RunningText.StartUpperCase(RunningText.List(gaps, "and"))}. What is your experience?";
    }

    // A text beside "not known" tells what there is to tell, and still no figure.
    private static Absence? Gap(ComparisonCell cell) => cell.EmptyBecause ?? cell.Answer?.Absence;

    private static string? Differing(ComparisonRow row, List<ComparisonCell> cells) => row.Agreement == Agreement.Differs && cells.Count > 1
        ? $"{Naming(cells, _ => true, "The answers differ between")}. What does that mean for me?"
        : null;

    private static string? Unconfirmed(List<ComparisonCell> cells) =>
        Naming(cells, cell => cell.Answer is { ToBeConfirmed: true }, "What should I expect with") is { } said
            ? $"{said}?"
            : null;

    private static string? Naming(List<ComparisonCell> cells, Func<ComparisonCell, bool> which, string said) =>
        RunningText.List([.. cells.Where(which).Select(cell => RunningText.NameOf(cell.Treatment))], "and") is { Length: > 0 } names
            ? $"{said} {names}"
            : null;
}
