using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What a form asks to be changed.</summary>
/// <param name="Batch">None, if the form cannot be carried out.</param>
/// <param name="Problems">Why it cannot: all reasons.</param>
public sealed record BatchRequest(Batch? Batch, IReadOnlyList<BatchProblem> Problems)
{
    /// <summary>What of it is ticked, where a part of it can be chosen.</summary>
    public Batch? Chosen { get; init; }
}

/// <summary>A page on which many rows are changed at once, as its <see cref="BatchEditing{TForm}"/> sees it.</summary>
public interface IBatchPage<TForm>
{
    /// <summary>Where its draft is kept, as a row's is at the row's path.</summary>
    string Place { get; }

    TForm Form { get; set; }

    /// <summary>Nothing has been asked for yet.</summary>
    bool IsBlank { get; }

    Task<BatchRequest> ReadAsync(CancellationToken cancel);

    /// <summary>What comes right before it is saved, and says why it cannot be saved now; none, where nothing does.</summary>
    Func<CancellationToken, Task<string?>>? Prepare => null;
}

/// <summary>What a page shows of a batch that was tried out.</summary>
public interface IBatchEditing
{
    BatchPreview? Preview { get; }

    IReadOnlyList<BatchProblem> Problems { get; }

    /// <summary>Something that was tried out is kept.</summary>
    bool HasDraft { get; }

    /// <summary>When what the window knows to be kept was kept, in ticks; none, if it knows of nothing.</summary>
    string? DraftSavedAt { get; }

    RowNames Names { get; }

    string? Why { get; }
}

/// <summary>The end of what was tried out: why it is changed, and its buttons.</summary>
/// <param name="Editing">Of the batch.</param>
/// <param name="Label">On the button that saves.</param>
/// <param name="IsOwnForm">It is not in the form whose fields are tried out.</param>
public sealed record ConfirmModel(IBatchEditing Editing, string Label = "Save all of this", bool IsOwnForm = false);

/// <summary>
/// Tries out and saves a batch for a page that holds its form. What was tried out is the person's draft until it is saved: it needs not be
/// sent again to be confirmed, and no reload, restart or ended session loses it. A form that is sent after its session has ended is carried
/// through the sign-in page as far as <see cref="Hosting.RequestLimits.StaffForm"/> allows; a file must be chosen again.
/// </summary>
public sealed class BatchEditing<TForm>(ClinicDbContext db, Batches batches, WorkingDrafts drafts, TimeProvider clock) : IBatchEditing
    where TForm : class, new()
{
    private StaffPageModel _page = null!;
    private IBatchPage<TForm> _batch = null!;
    private IFormCollection _typed = FormCollection.Empty;
    private WorkingDraft? _draft;

    // When what this window knows to be kept was kept; none, if it knows of nothing.
    private DateTimeOffset? _began;

    public BatchPreview? Preview { get; private set; }

    public IReadOnlyList<BatchProblem> Problems { get; private set; } = [];

    public bool HasDraft => _draft is not null;

    public string? DraftSavedAt => _began?.UtcTicks.ToString(CultureInfo.InvariantCulture);

    public RowNames Names { get; private set; } = null!;

    public string? Why => _typed[nameof(Why)];

    public BatchEditing<TForm> For<TPage>(TPage page) where TPage : StaffPageModel, IBatchPage<TForm>
    {
        if (_page is null && HttpMethods.IsPost(page.Request.Method) && page.Request.HasFormContentType)
        {
            _typed = page.Request.Form;
            _began = DraftFields.Moment(_typed[DraftFields.SavedAtField]);
        }
        (_page, _batch) = (page, page);
        return this;
    }

    /// <summary>Another text for a field: that of a file in place of what was typed.</summary>
    public void Retype(string field, string words) =>
        _typed = new FormCollection(new(_typed.Where(one => one.Key != field).Append(new(field, words))));

    public async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await ResumeAsync(cancel);
        if (Preview is null && Problems.Count == 0 && !_batch.IsBlank)
            await TryItAsync(await _batch.ReadAsync(cancel), cancel);
        Names = await RowNames.OfAsync(db, cancel);
        return _page.Page();
    }

    /// <summary>
    /// Shows what would happen; what cannot be carried out comes back with every reason, and what would change nothing is not kept.
    /// </summary>
    public async Task<IActionResult> TryAsync(CancellationToken cancel)
    {
        await TryItAsync(await _batch.ReadAsync(cancel), cancel);
        if (Problems.Count > 0)
            return await RefuseAsync(cancel);
        if (Preview is { Changes.Count: 0 })
            return await _page.ShowAsync(cancel);
        return await KeepAsync(cancel)
            ? new RedirectResult($"{_page.Request.Path}#outcome")
            : await RefuseOtherAsync("See what would happen", cancel);
    }

    /// <summary>Saves what was seen, as one change set.</summary>
    public async Task<IActionResult> SaveAsync(CancellationToken cancel)
    {
        await ResumeAsync(cancel);
        if (FormInput.Problems("reason for the change", Why, FormInput.LongestReason).ToList() is { Count: > 0 } reasons)
            return await _page.RefuseAsync(reasons, cancel);
        var request = await _batch.ReadAsync(cancel);
        if (request.Batch is not { } whole || request.Problems.Count > 0)
        {
            Problems = request.Problems;
            return await RefuseAsync(cancel);
        }
        if (_batch.Prepare is { } prepare
            && await batches.TryAsync(whole, cancel) is { Changes.Count: > 0, Problems.Count: 0 } now && now.Seen == _typed["Seen"]
            && await prepare(cancel) is { } refused)
            return await _page.RefuseAsync([refused], StatusCodes.Status503ServiceUnavailable, cancel);
        var outcome = await batches.SaveAsync(
            request.Chosen ?? whole, _typed["Seen"], request.Chosen is null ? null : whole, _page.Sign(clock.GetUtcNow(), Why), cancel);
        if (outcome.Set is { } set)
        {
            var changes = outcome.Preview.Changes;
            var undo = changes is [{ Before: not null }] ? "this change" : "all of this";
            return await LeaveAsync(
                StaffMap.HistoryOfSet(set),
                $"Saved: {RunningText.CountOf(changes.Count, "entry", "entries")} changed. Patients see it after the next publication. "
                    + $"If it was a mistake, press \"Undo {undo}\" below.", cancel);
        }
        (Preview, Problems) = (outcome.Preview, outcome.Preview.Problems);
        if (Problems.Count > 0)
        {
            // What is shown is all there is to choose from.
            if (request.Chosen is not null)
                Preview = await batches.TryAsync(whole, cancel);
            return await RefuseAsync(cancel);
        }
        if (Preview.Changes.Count == 0)
            return await LeaveAsync(_page.Request.Path, SaveMessages.Nothing, cancel);
        await KeepAsync(cancel);
        return await _page.RefuseAsync(
            ["Not saved: something has changed since you last looked. Check the changes below again, then save."],
            StatusCodes.Status409Conflict, cancel);
    }

    public async Task<IActionResult> DiscardAsync(CancellationToken cancel)
    {
        if (await drafts.FindAsync(_page.UserId, _batch.Place, cancel) is { } kept && kept.SavedAt != _began)
            return await RefuseOtherAsync("Discard it and start again", cancel);
        await drafts.DiscardAsync(_page.UserId, _batch.Place, clock.GetUtcNow(), cancel);
        return _page.RedirectTo(_page.Request.Path, "Nothing was changed. You can start again.");
    }

    /// <summary>Another window keeps something that this one has not seen; whoever presses the button again has been told.</summary>
    private async Task<IActionResult> RefuseOtherAsync(string button, CancellationToken cancel)
    {
        _draft = await drafts.FindAsync(_page.UserId, _batch.Place, cancel);
        _began = _draft?.SavedAt;
        Preview = null;
        Problems = [new("", SaveMessages.TriedElsewhere(button))];
        return await _page.RefuseAsync([Problems[0].Message], StatusCodes.Status409Conflict, cancel);
    }

    private async Task TryItAsync(BatchRequest request, CancellationToken cancel)
    {
        Problems = request.Problems;
        if (request.Batch is not { } batch || Problems.Count > 0)
            return;
        Preview = await batches.TryAsync(batch, cancel);
        // Of a part that is chosen, only that part counts, and it is looked at when it is saved.
        Problems = request.Chosen is null ? Preview.Problems : [];
    }

    private Task<IActionResult> RefuseAsync(CancellationToken cancel) => _page.RefuseAsync(
        Problems is [{ Place: "" } only]
            ? only.Message
            : $"Nothing was changed. {RunningText.StartUpperCase(Grammar.Count(Problems.Count, "problem"))} must be put right first: see "
                + "the list below.", cancel);

    // As sent with this request, or as tried out before.
    private async Task ResumeAsync(CancellationToken cancel)
    {
        _draft ??= await drafts.FindAsync(_page.UserId, _batch.Place, cancel);
        if (DraftFields.IsRowForm(_typed) || _draft is null || DraftFields.Read(_draft.Fields) is not { } fields)
            return;
        _began = _draft.SavedAt;
        var errors = _page.ModelState.SelectMany(state => state.Value!.Errors).Select(error => error.ErrorMessage).ToList();
        var form = new TForm();
        await _page.BindAsync(form, "Form", fields);
        errors.ForEach(error => _page.ModelState.AddModelError("", error));
        _batch.Form = form;
        _typed = new FormCollection(new(fields.Concat(_typed.Where(sent => !fields.ContainsKey(sent.Key) || sent.Key == nameof(Why)))
            .GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value)));
    }

    private async Task<bool> KeepAsync(CancellationToken cancel)
    {
        // A form that holds only a file has no fields of its own.
        Retype(DraftFields.VersionField, "0");
        // Of two windows that try the same, neither has anything to tell the other.
        Retype(DraftFields.SavedAtField, "");
        var draft = new WorkingDraft
        {
            UserId = _page.UserId,
            Path = _batch.Place,
            BaseVersion = 0,
            Fields = DraftFields.Of(_typed)!,
            SavedAt = clock.GetUtcNow(),
        };
        if (!await drafts.SaveAsync(draft, _began, cancel))
            return false;
        (_draft, _began) = (draft, draft.SavedAt);
        return true;
    }

    private async Task<IActionResult> LeaveAsync(string address, string message, CancellationToken cancel)
    {
        // What another window has tried out since stays.
        await drafts.DeleteAsync(_page.UserId, _batch.Place, _began, cancel);
        return _page.RedirectTo(address, message);
    }
}
