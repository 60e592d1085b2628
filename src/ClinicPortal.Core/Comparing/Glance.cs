namespace ClinicPortal.Core.Comparing;

/// <summary>One line for each column of a row that matters.</summary>
public sealed record GlanceRow(ComparisonRow Row, IReadOnlyList<string> Briefs);

/// <summary>
/// Chooses the rows of "at a glance". The criterion of the first priority (the evidence) and the first one that is always shown (the risks)
/// are always among them. The other places, up to six in all, go first to rows that differ, then to rows that overlap, are partly unknown
/// or cannot be compared, each time by the criterion's priority; rows that are the same only fill up to four. The chosen rows stand in the order of
/// priority. Criteria without a priority are never chosen.
/// </summary>
internal static class Glance
{
    private const int FewestRows = 4;
    private const int MostRows = 6;

    public static IReadOnlyList<GlanceRow> Of(Comparison comparison)
    {
        var candidates = comparison.Rows.Where(row => row.Criterion.Priority is not null).OrderBy(row => row.Criterion.Priority).ToList();
        var always = candidates.Take(1).Union(candidates.Where(row => row.Criterion.AlwaysShown).Take(1)).ToList();
        var others = candidates.Except(always).Where(row => row.Agreement != Agreement.Same).OrderBy(row => row.Agreement == Agreement.Differs ? 0 : 1);
        var chosen = always.Concat(others).Distinct().Take(MostRows).ToList();
        chosen.AddRange(candidates.Except(chosen).Take(Math.Max(0, FewestRows - chosen.Count)).ToList());
        return [.. chosen.OrderBy(row => row.Criterion.Priority).Select(Line)];
    }

    private static GlanceRow Line(ComparisonRow row) => new(row, [.. row.Cells.Select(cell => BriefWords.Of(row.Criterion, cell.Answer))]);
}
