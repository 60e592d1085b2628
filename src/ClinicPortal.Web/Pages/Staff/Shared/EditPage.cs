using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A form of one row as it is typed.</summary>
public interface IRowForm
{
    /// <summary>Of the row that the form began with.</summary>
    int Version { get; }

    /// <summary>Why it cannot be saved as it was typed; each reason says what to do.</summary>
    IEnumerable<string> Problems();
}

/// <summary>
/// A page on which one row is edited. What is typed is kept as a draft, by script while the person types and by a button without it; a save
/// that meets another person's is shown beside it; a saved form leaves its draft behind.
/// </summary>
public abstract class EditPage<TForm, TEntry>(WorkingDrafts drafts) : StaffPage where TForm : class, IRowForm, new() where TEntry : class
{
    [BindProperty]
    public TForm Form { get; set; } = new();

    [BindProperty]
    [StringLength(FormInput.LongestReason, ErrorMessage = FormInput.ReasonTooLong)]
    public string? Why { get; set; }

    /// <summary>When the draft that the form began with was kept, in ticks; none, if there was none.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>Where the row stands, as in <see cref="FieldChange.Path"/>.</summary>
    public abstract string Row { get; }

    /// <summary>Where the form is sent: after a preview the window's own address would only preview again.</summary>
    public string Here => Request.Path;

    public DraftModel Draft { get; private set; } = null!;

    public ConflictModel? Conflict { get; private set; }

    /// <summary>Reads the row and what the page tells beside it; false, if there is no such row.</summary>
    protected abstract Task<bool> LoadAsync();

    /// <summary>The form of the row as it is in the store.</summary>
    protected abstract TForm Stored();

    protected abstract TForm FormOf(TEntry entry, int version);

    /// <summary>What the page tells of the form as it now stands.</summary>
    protected virtual Task DescribeAsync() => Task.CompletedTask;

    protected sealed override bool TakesAnything(string? handler) => handler is "Keep" or "ThrowAway" or "BringBack";

    /// <summary>Keeps what was typed, whatever it is; only a text beyond all measure is refused.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        if (DraftFields.DraftOf(UserId, Row, DraftFields.Of(Request.Form) ?? "", now) is not { } draft)
            return await NotKeptAsync(
                StatusCodes.Status413PayloadTooLarge,
                $"This is too long to save as a draft: all fields together can have about {WorkingDraft.MaxLength / 2:#,0} characters. Shorten it.");
        if (!await drafts.KeepAsync(draft, DraftFields.Moment(Kept)))
            return await NotKeptAsync(
                StatusCodes.Status409Conflict,
                "You have saved a different draft in another window. Copy this text if you need it, then reload this page.");
        var same = await SaysNothingNewAsync();
        if (same)
            await drafts.DropAsync(UserId, Row, now);
        return IsScript
            ? new JsonResult(new { kept = same ? "" : now.UtcTicks.ToString(CultureInfo.InvariantCulture), same, others = await drafts.OthersAsync(UserId, Row, now) })
            : same ? Then(Request.Path, SaveMessages.Nothing)
            : Then(Request.Path, "Draft saved. Press Save when it is ready.");
    }

    public async Task<IActionResult> OnPostThrowAwayAsync()
    {
        await drafts.ThrowAwayAsync(UserId, Row, TimeProvider.System.GetUtcNow());
        Saved = Row;
        return Then(Request.Path, "Draft discarded. You can restore it below.");
    }

    public async Task<IActionResult> OnPostBringBackAsync()
    {
        await drafts.BringBackAsync(UserId, Row, TimeProvider.System.GetUtcNow());
        return Then(Request.Path, "Draft restored. Press Save when it is ready.");
    }

    /// <summary>The page with what was typed, as patients would read it; nothing is saved.</summary>
    public Task<IActionResult> OnPostPreviewAsync() => Form.Problems().ToList() is { Count: > 0 } problems ? Refuse(problems) : ShowAsync();

    protected sealed override async Task<IActionResult> ShowAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var draft = await drafts.FindAsync(UserId, Row);
        if (HttpMethods.IsGet(Request.Method) || IsUnreadable)
        {
            Form = Stored();
            if (draft is not null)
                await TakeUpAsync(draft);
        }
        Draft = new(Row, UserId, Kept, draft, draft is null ? await drafts.FindThrownAwayAsync(UserId, Row) : null, await drafts.OthersAsync(UserId, Row, TimeProvider.System.GetUtcNow()));
        await DescribeAsync();
        return Page();
    }

    /// <summary>What follows a save: the next page, or this one with both texts.</summary>
    protected async Task<IActionResult> AfterAsync(SaveOutcome<TEntry> outcome, string next)
    {
        if (outcome is SaveOutcome<TEntry>.Conflict conflict)
        {
            Conflict = ConflictModel.Of(conflict);
            Form = FormOf(conflict.Together, conflict.TheirVersion);
            ModelState.Clear();
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync();
        }
        await drafts.DropAsync(UserId, Row, DraftFields.Moment(Kept));
        Saved = Row;
        return Then(next, outcome is SaveOutcome<TEntry>.Saved saved ? SaveMessages.Of(saved.Version, saved.Theirs) : SaveMessages.Nothing);
    }

    /// <summary>What was typed and taken back again is no draft.</summary>
    private async Task<bool> SaysNothingNewAsync() => string.IsNullOrWhiteSpace(Why) && await LoadAsync() && Json(Form) == Json(Stored());

    private static string Json(TForm form) => JsonSerializer.Serialize(form).Replace("\\r\\n", "\\n", StringComparison.Ordinal);

    private async Task TakeUpAsync(WorkingDraft draft)
    {
        if (DraftFields.Read(draft.Fields) is not { } values)
            return;
        Form = new();
        await TryUpdateModelAsync(Form, nameof(Form), new FormValueProvider(BindingSource.Form, values, CultureInfo.InvariantCulture));
        (Why, Kept) = (values[nameof(Why)], draft.SavedAt.UtcTicks.ToString(CultureInfo.InvariantCulture));
        ModelState.Clear();
    }

    private async Task<IActionResult> NotKeptAsync(int status, string reason)
    {
        if (IsScript)
            return new JsonResult(new { reason }) { StatusCode = status };
        var page = await Refuse(reason);
        Response.StatusCode = status;
        return page;
    }
}
