using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// What is ticked and typed on a page on which units are read, discussed and signed. All of the page is one form: whatever is done with one
/// unit, the rest comes along and stands there again.
/// </summary>
public sealed class ReviewForm
{
    /// <summary>The paths of the rows that are ticked.</summary>
    public HashSet<string> Chosen { get; set; } = [];

    /// <summary>Everything that could be ticked, as it was read: a path and a hash.</summary>
    public HashSet<string> Seen { get; set; } = [];

    /// <summary>What is typed about the units, by <see cref="CommentForm.KeyOf"/>.</summary>
    public Dictionary<string, CommentForm> Comments { get; set; } = [];

    /// <summary>What is typed to close comments with, by <see cref="KeyOf"/>.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>When what is signed is due again; none as each has it set.</summary>
    public DateOnly? NextDue { get; set; }

    /// <summary>Beside a request for a review.</summary>
    public string? Note { get; set; }

    /// <summary>Something is ticked or typed that has not been sent.</summary>
    public bool HasUnsent => Chosen.Count > 0 || HasTyped;

    public bool HasTyped =>
        Typed.Any() || NextDue is not null || Note is not null || Answers.Values.Any(answer => answer is not null);

    /// <summary>Paths of units that something is typed about.</summary>
    public IEnumerable<string> Discussed => Typed.Select(one => CommentForm.PlaceOf(one.Key).Path);

    private IEnumerable<(string Key, CommentForm Form)> Typed =>
        from one in Comments where one.Value is { IsTyped: true } select (one.Key, one.Value);

    /// <summary>Of a comment in <see cref="Answers"/>.</summary>
    public static string KeyOf(int comment) => comment.ToString(CultureInfo.InvariantCulture);

    public bool IsTicked(ReviewLine line) => Chosen.Contains(line.Unit.Path) && Seen.Contains(line.Seen);

    /// <summary>A tick is for what was read, and this has changed since.</summary>
    public bool IsUnticked(ReviewLine line) => Chosen.Contains(line.Unit.Path) && !Seen.Contains(line.Seen);

    /// <summary>The next page, or the page again with what has not been sent.</summary>
    public async Task<IActionResult> DoneAsync(StaffPageModel page, string address, string message, CancellationToken cancel) =>
        HasUnsent ? await page.StayAsync(message, cancel) : page.RedirectTo(address, message);

    /// <summary>What was typed in fields that are not shown any more.</summary>
    public IEnumerable<string> Homeless(IReadOnlyList<ReviewLine> shown)
    {
        var fields = shown.SelectMany(line => line.Wordings.Select(name => CommentForm.KeyOf(line.Unit.Path, name))).ToHashSet();
        var answers = shown.SelectMany(line => line.Comments.Select(comment => KeyOf(comment.Id))).ToHashSet();
        return Typed.Where(one => !fields.Contains(one.Key)).SelectMany(one => new[] { one.Form.Suggestion, one.Form.Text })
            .Concat(Answers.Where(one => !answers.Contains(one.Key)).Select(one => one.Value))
            .OfType<string>().Where(words => !string.IsNullOrWhiteSpace(words));
    }
}
