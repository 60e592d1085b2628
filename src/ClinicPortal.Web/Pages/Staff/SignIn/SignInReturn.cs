using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Leads people who have signed in on to where they were going; what they had typed there becomes their draft, or
/// stands on its page again.</summary>
public sealed class SignInReturn(WorkingDrafts drafts, TimeProvider clock)
{
    /// <param name="page">That they come from.</param>
    /// <param name="person">Who has signed in.</param>
    /// <param name="address">Where they were going; anything that is not of the staff area leads to its beginning.</param>
    /// <param name="words">What was typed into a form that met the end of its session; see <see cref="Accounts.InterruptedForms"/>.</param>
    /// <param name="cancel">Stops before the draft is saved.</param>
    public async Task<IActionResult> LeadOnAsync(
        StaffPageModel page, StaffUser person, string? address, string? words, CancellationToken cancel)
    {
        bool IsOurs(string to) => page.Url.IsLocalUrl(to) && to.StartsWith(StaffMap.Root, StringComparison.Ordinal);
        var next = address is not null && IsOurs(address) ? address : StaffMap.Root;
        if (words is not null && UnsentForm.Read(words) is { } form && IsOurs(form.Address))
            return form.Show(page);
        await SaveDraftAsync(person.Id, StaffMap.RowAt(next), words, cancel);
        return page.LocalRedirect(next);
    }

    private async Task SaveDraftAsync(int person, string row, string? words, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (words is null || DraftFields.DraftOf(person, row, words, now) is not { } draft)
            return;
        if (await drafts.SaveAsync(draft, DraftFields.Moment(DraftFields.Read(words)![DraftFields.SavedAtField]), cancel))
            return;
        // Another window has saved other words: they are discarded and not written over, and can be restored.
        await drafts.DiscardAsync(person, row, now, cancel);
        await drafts.SaveAsync(draft, null, cancel);
    }
}
