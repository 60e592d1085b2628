using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A page by which people come in. It leads on to where they were going, and the words that they had typed there become their draft.</summary>
public abstract class EntrancePage(WorkingDrafts drafts) : StaffPage
{
    public const string LockedOut = "Too many wrong tries. Wait five minutes and try again, sign in with a passkey if you have one, or ask an administrator for a link.";

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What was typed into a form that met the end of its session; see <see cref="InterruptedForms"/>.</summary>
    [BindProperty]
    public string? Words { get; set; }

    protected async Task<IActionResult> LeadOnAsync(StaffUser person)
    {
        var next = Return is not null && Url.IsLocalUrl(Return) && Return.StartsWith(StaffServices.Root, StringComparison.Ordinal) ? Return : StaffServices.Root;
        await KeepWordsAsync(person.Id, next);
        return LocalRedirect(next);
    }

    private async Task KeepWordsAsync(int person, string address)
    {
        var row = StaffMap.RowAt(address);
        var now = TimeProvider.System.GetUtcNow();
        if (Words is null || DraftFields.DraftOf(person, row, Words, now) is not { } draft)
            return;
        if (await drafts.KeepAsync(draft, DraftFields.Moment(DraftFields.Read(Words)!["Kept"])))
            return;
        // Another window has kept other words: they are put away and not written over.
        await drafts.ThrowAwayAsync(person, row, now);
        await drafts.KeepAsync(draft, null);
    }
}
