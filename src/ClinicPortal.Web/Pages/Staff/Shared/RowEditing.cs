using System.Globalization;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// Keeps what is typed into the form of a page. It is saved as a draft, by script while the person types and by a button without it; a
/// saved form leaves no draft behind.
/// </summary>
public class DraftEditing<TForm>(WorkingDrafts drafts, TimeProvider clock) : IRowEditing where TForm : class, IRowForm, new()
{
    private StaffPageModel _page = null!;
    private IRowPage<TForm> _row = null!;

    // As sent with this request, or as saved in the draft that the form is filled from.
    private IFormCollection _typed = FormCollection.Empty;

    // When the draft that the form began with was saved, in ticks; none, if there was none.
    private string? _draftSavedAt;

    public DraftModel Draft { get; private set; } = null!;

    public virtual ConflictModel? Conflict => null;

    public virtual WordingHints Wording => WordingHints.None;

    public int Version => _row.Form.Version;

    public string? Why => _typed[nameof(Why)];

    public PreviewFrame? Preview { get; private set; }

    /// <summary>What the row would say, in JSON; none, where the form cannot be saved or is of no row.</summary>
    private protected virtual string? Entry => null;

    /// <summary>Who saves just now, and why.</summary>
    public Signature Signature => _page.Sign(clock.GetUtcNow(), Why);

    public DraftEditing<TForm> For<TPage>(TPage page) where TPage : StaffPageModel, IRowPage<TForm>
    {
        if (_page is null && HttpMethods.IsPost(page.Request.Method) && page.Request.HasFormContentType)
        {
            _typed = page.Request.Form;
            _draftSavedAt = _typed[DraftFields.SavedAtField];
        }
        (_page, _row) = (page, page);
        return this;
    }

    /// <summary>The page with what was typed: just now, or before and not saved yet.</summary>
    public async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var draft = await drafts.FindAsync(_page.UserId, _row.Row, cancel);
        if (!DraftFields.IsRowForm(_typed))
        {
            _row.Form = _row.Stored();
            if (draft is not null && DraftFields.Read(draft.Fields) is { } fields)
                await ResumeAsync(fields, draft.SavedAt);
        }
        Draft = new(
            _row.Row, _page.UserId, _draftSavedAt, draft,
            draft is null ? await drafts.FindDiscardedAsync(_page.UserId, _row.Row, cancel) : null,
            await drafts.OthersAsync(_page.UserId, _row.Row, clock.GetUtcNow(), cancel));
        await _row.DescribeAsync(cancel);
        return _page.Page();
    }

    /// <summary>
    /// The page with what was typed, and beside it the patients' page with the same words. The draft is saved, because the frame is read
    /// from it; the row is not. A script that saves the draft by itself asks only for what stands around the frame.
    /// </summary>
    public async Task<IActionResult> PreviewAsync(CancellationToken cancel)
    {
        if (Problems().ToList() is { Count: > 0 } problems)
            return await _page.RefuseAsync(problems, cancel);
        if (_typed.ContainsKey(DraftFields.AroundField))
            return await ShowAsync(cancel);
        var (_, refused) = await StoreDraftAsync(clock.GetUtcNow(), cancel);
        if (refused is not null)
            return refused;
        Preview = new(PreviewView.Typed(_row.Row).StartAddress, "On the patients' page", followsForm: true);
        return await ShowAsync(cancel);
    }

    /// <summary>Saved is saved: its draft goes, even if the person no longer waits for the answer.</summary>
    public async Task ForgetDraftAsync()
    {
        _page.SavedRow = _row.Row;
        try
        {
            await drafts.DeleteAsync(_page.UserId, _row.Row, DraftFields.Moment(_draftSavedAt), CancellationToken.None);
        }
        catch (Exception failure) when (StoreTrouble.Of(failure) is not null)
        {
            // It says what was saved, and goes with the next save.
        }
    }

    /// <summary>Keeps what was typed, whatever it is; only a text beyond all measure is refused.</summary>
    public async Task<IActionResult> SaveDraftAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (same, refused) = await StoreDraftAsync(now, cancel);
        if (refused is not null)
            return refused;
        if (!_page.IsScript && _typed[DraftFields.NextField] == DraftFields.NewSource)
            return new RedirectResult(StaffMap.NewSourceFor(_page.OwnAddress));
        if (!_page.IsScript)
            return _page.RedirectTo(
                _page.OwnAddress, same ? SaveMessages.Nothing : "Draft saved. Press Save when it is ready.");
        var others = await drafts.OthersAsync(_page.UserId, _row.Row, now, cancel);
        return new JsonResult(new { savedAt = same ? "" : Stamp(now), same, others });
    }

    public async Task<IActionResult> DiscardDraftAsync(CancellationToken cancel)
    {
        await drafts.DiscardAsync(_page.UserId, _row.Row, clock.GetUtcNow(), cancel);
        _page.SavedRow = _row.Row;
        return _page.RedirectTo(_page.OwnAddress, "Draft discarded. You can restore it below.");
    }

    public async Task<IActionResult> RestoreDraftAsync(CancellationToken cancel)
    {
        await drafts.RestoreAsync(_page.UserId, _row.Row, clock.GetUtcNow(), cancel);
        return _page.RedirectTo(_page.OwnAddress, "Draft restored. Press Save when it is ready.");
    }

    /// <summary>Why the form cannot be saved as it was typed.</summary>
    public IEnumerable<string> Problems() =>
        _row.Form.Problems().Concat(FormInput.Problems("reason for the change", Why, FormInput.LongestReason));

    private async Task ResumeAsync(FormCollection fields, DateTimeOffset savedAt)
    {
        var form = new TForm();
        await _page.BindAsync(form, "Form", fields);
        (_row.Form, _typed, _draftSavedAt) = (form, fields, Stamp(savedAt));
    }

    /// <returns>Whether nothing is left to keep; and the answer, if the draft could not be saved.</returns>
    private async Task<(bool Same, IActionResult? Refused)> StoreDraftAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (DraftFields.DraftOf(_page.UserId, _row.Row, DraftFields.Of(_typed) ?? "", now) is not { } draft)
            return (false, await DraftNotSavedAsync(StatusCodes.Status413PayloadTooLarge, SaveMessages.TooLongForDraft, cancel));
        draft.Entry = Problems().Any() ? null : Entry;
        if (!await drafts.SaveAsync(draft, DraftFields.Moment(_draftSavedAt), cancel))
            return (false, await DraftNotSavedAsync(StatusCodes.Status409Conflict, SaveMessages.DraftSavedElsewhere, cancel));
        // What was typed and taken back again is no draft.
        var same = string.IsNullOrWhiteSpace(Why) && Json(_row.Form) == Json(_row.Stored());
        if (same)
            await drafts.DeleteAsync(_page.UserId, _row.Row, now, cancel);
        _draftSavedAt = same ? null : Stamp(now);
        return (same, null);
    }

    private async Task<IActionResult> DraftNotSavedAsync(int status, string reason, CancellationToken cancel) =>
        _page.IsScript ? StaffPageModel.Told(reason, status) : await _page.RefuseAsync([reason], status, cancel);

    private static string Stamp(DateTimeOffset moment) => moment.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static string Json(TForm form) => JsonSerializer.Serialize(form).Replace("\\r\\n", "\\n", StringComparison.Ordinal);
}

/// <summary>Edits one row for a page that holds it; a save that meets another person's is shown beside it.</summary>
public sealed class RowEditing<TForm, TEntry>(ClinicDbContext db, WorkingDrafts drafts, CurrentEdition current, TimeProvider clock)
    : DraftEditing<TForm>(drafts, clock)
    where TForm : class, IRowForm, new()
    where TEntry : class
{
    private StaffPageModel _page = null!;
    private IRowPage<TForm, TEntry> _row = null!;
    private ConflictModel? _conflict;

    public override ConflictModel? Conflict => _conflict;

    public override WordingHints Wording => !Problems().Any() && _row.Written() is { } entry
        ? WordingRules.In(entry, WordingRules.ExplainedIn(current.Edition.Content.Glossary))
        : WordingHints.None;

    private protected override string? Entry =>
        _row.Written() is { } entry ? JsonSerializer.Serialize<object>(entry, ContentJson.Options) : null;

    public new RowEditing<TForm, TEntry> For<TPage>(TPage page) where TPage : StaffPageModel, IRowPage<TForm, TEntry>
    {
        base.For(page);
        (_page, _row) = (page, page);
        return this;
    }

    /// <param name="problems">What stands against saving beyond what the form itself says.</param>
    /// <param name="save">Saves what was typed.</param>
    /// <param name="next">Where it goes on from there; none stays with the row.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>The next page, or this one with what is wrong, or with both texts where another person's save was met.</returns>
    public async Task<IActionResult> SaveAsync(
        IEnumerable<string> problems, Func<Signature, Task<SaveOutcome<TEntry>>> save, string? next, CancellationToken cancel)
    {
        if (Problems().Concat(problems).ToList() is { Count: > 0 } reasons)
            return await _page.RefuseAsync(reasons, cancel);
        var outcome = await save(Signature);
        if (outcome is SaveOutcome<TEntry>.Doubled doubled)
            return await _page.RefuseAsync(
                $"There is already one called \"{FormInput.Shown(doubled.Title)}\". Give this one another name, or change that one.",
                cancel);
        if (outcome is SaveOutcome<TEntry>.Conflict conflict)
        {
            _conflict = ConflictModel.Of(conflict, (await RowNames.OfAsync(db, cancel)).WordsOf(_row.Row));
            await _row.LoadAsync(cancel);
            _row.Form = _row.FormOf(conflict.Together, conflict.TheirVersion);
            _page.ModelState.Clear();
            _page.Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(cancel);
        }
        await ForgetDraftAsync();
        var saved = outcome as SaveOutcome<TEntry>.Saved;
        return saved is null
            ? _page.RedirectTo(next ?? _page.OwnAddress, SaveMessages.Nothing)
            : _page.SavedTo(next ?? StaffMap.Address(saved.Path), SaveMessages.Of(saved.Version, saved.Theirs));
    }
}
