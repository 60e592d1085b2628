using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// A page on which units are read, discussed and signed. All of it is one form: whatever is done with one unit, what is ticked and typed at
/// the others comes along and stands there again.
/// </summary>
public abstract class ReviewPageModel : StaffPageModel, IStaffView
{
    private string? _done;

    string? IStaffView.StatusMessage => _done ?? StatusMessage;

    /// <summary>The paths of the rows that are ticked.</summary>
    [BindProperty]
    public HashSet<string> Chosen { get; set; } = [];

    /// <summary>Everything that could be ticked, as it was read: a path and a hash.</summary>
    [BindProperty]
    public HashSet<string> Seen { get; set; } = [];

    /// <summary>What is typed about the units, by <see cref="CommentForm.KeyOf"/>.</summary>
    [BindProperty(Name = nameof(Comments))] // Without a name, a form that has none of them is taken for one whole dictionary.
    public Dictionary<string, CommentForm> Comments { get; set; } = [];

    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    /// <summary>What was typed about units that are not shown any more.</summary>
    public IEnumerable<CommentForm> Homeless => Typed
        .Where(one => Lines.All(line => line.Unit.Path != one.Path)).Select(one => one.Words);

    /// <summary>Something is ticked or typed that has not been sent.</summary>
    protected virtual bool HasUnsent => Chosen.Count > 0 || Typed.Any();

    protected IEnumerable<(string Path, CommentForm Words)> Typed =>
        from one in Comments where one.Value.IsTyped select (CommentForm.PlaceOf(one.Key).Path, one.Value);

    /// <summary>Paths of units that were ticked and have changed since: a tick is for what was read.</summary>
    public IReadOnlySet<string> Unticked { get; private set; } = new HashSet<string>();

    protected void ShowLines(IReadOnlyList<ReviewLine> lines)
    {
        Lines = lines;
        Unticked = lines.Where(line => !Seen.Contains(line.Seen)).Select(line => line.Unit.Path).Where(Chosen.Contains).ToHashSet();
        Chosen.ExceptWith(Unticked);
    }

    /// <summary>The next page, or this one again with what has not been sent.</summary>
    protected async Task<IActionResult> DoneAsync(string address, string message, CancellationToken cancel)
    {
        if (!HasUnsent)
            return RedirectTo(address, message);
        ModelState.Clear();
        _done = message;
        return await ShowAsync(cancel);
    }
}
