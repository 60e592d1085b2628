using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Takes a change set back. What it added is archived, or goes where it hangs on another row; what it archived is in use again. A row that
/// says something else by now than after the set is left as it is.
/// </summary>
internal sealed class ChangeSetUndo
{
    private readonly EarlierRows _rows;
    private readonly List<Step> _steps;

    /// <param name="catalogue">Whole.</param>
    /// <param name="paths">Of today.</param>
    /// <param name="changes">Of the set, in their order.</param>
    public ChangeSetUndo(WorkingCatalogue catalogue, CurrentPaths paths, IReadOnlyList<FieldChange> changes)
    {
        _rows = new(catalogue, paths);
        _steps =
        [
            .. from change in changes
               group change by paths.Of(change.Path) into row
               select new Step(row.Key, row.First().Before, row.Last().After),
        ];
        ChangedSince = [.. _steps.Where(step => !_rows.Says(step.Path, step.After)).Select(step => step.Path)];
    }

    /// <summary>Rows that somebody has changed since.</summary>
    public IReadOnlyList<string> ChangedSince { get; }

    public void Apply()
    {
        foreach (var step in _steps.Where(step => !ChangedSince.Contains(step.Path)))
            _rows.Say(step.Path, step.Before);
    }

    /// <param name="Path">Of today.</param>
    /// <param name="Before">What the row said before the set.</param>
    /// <param name="After">What it said after it.</param>
    private sealed record Step(string Path, string? Before, string? After);
}
