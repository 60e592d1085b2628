using System.ComponentModel.DataAnnotations;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Everything that was ever published: by whom, when and why, what changed with it, and the way back.</summary>
public sealed class EditionsModel(
    ClinicDbContext db, Publisher publisher, CurrentEdition current, TimeProvider clock) : StaffPageModel
{
    /// <summary>Of the editions that are shown at once.</summary>
    private const int OnAPage = 30;

    /// <summary>Of the differences that are shown.</summary>
    public const int MostDifferences = 300;

    /// <param name="LeftOut">How many changed places did not go along.</param>
    /// <param name="ScheduledFor">As in <see cref="EditionRecord.ScheduledFor"/>.</param>
    /// <param name="IsLate">As in <see cref="EditionRecord.IsLate"/>.</param>
    public sealed record Line(
        int Number, DateTimeOffset At, string By, string? Note, int? Repeats, int LeftOut, DateTime? ScheduledFor, bool IsLate);

    public override string Title => "Editions";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments, StaffMap.Publish];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Line> Editions { get; private set; } = [];

    public bool HasOlder { get; private set; }

    public int Present => current.Edition.Number;

    /// <summary>Only editions below this number.</summary>
    [BindProperty(SupportsGet = true)]
    public int Before { get; set; }

    /// <summary>The edition whose differences are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    /// <summary>With which it is compared; the one before it, if left out.</summary>
    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    /// <summary>Named as they are today.</summary>
    public IReadOnlyList<BatchChangeModel>? Difference { get; private set; }

    [BindProperty]
    public int Number { get; set; }

    /// <summary>The edition that patients read when the page was made.</summary>
    [BindProperty]
    public int ReadNow { get; set; }

    [BindProperty]
    [StringLength(FormInput.LongestReason, ErrorMessage = "The reason can be up to {1} characters long. Shorten it.")]
    public string? Why { get; set; }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var lines = await db.Editions.AsNoTracking()
            .Where(edition => Before == 0 || edition.Number < Before)
            .OrderByDescending(edition => edition.Number)
            .Take(OnAPage + 1)
            .Select(edition => new Line(
                edition.Number, edition.PublishedAt, edition.PublishedBy, edition.Note, edition.Repeats, edition.LeftOut.Count,
                edition.ScheduledFor, edition.IsLate))
            .ToListAsync(cancel);
        (Editions, HasOlder) = ([.. lines.Take(OnAPage)], lines.Count > OnAPage);
        if (Of is { } number)
        {
            var (one, other) = (await OpenAsync(With ?? number - 1, cancel), await OpenAsync(number, cancel));
            if (one is null || other is null)
                ModelState.AddModelError("", "That edition does not exist. Choose one from the list.");
            else
            {
                var names = await RowNames.OfAsync(db, cancel);
                Difference =
                [
                    .. EditionDifference.Between(one.Content, other.Content).Select(change => new BatchChangeModel(change, names)),
                ];
                With = one.Number;
            }
        }
        return Page();
    }

    /// <summary>The patients' pages as they were.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (Number < 1 || await OpenAsync(Number, cancel) is null)
            return await RefuseAsync("That edition does not exist. Choose one from the list.", cancel);
        return Redirect(PreviewView.OfEdition(Number).At(""));
    }

    /// <summary>Patients read an earlier edition again, which is an edition of its own.</summary>
    public async Task<IActionResult> OnPostRepeatAsync(CancellationToken cancel)
    {
        if (!IsAdministrator)
            return Forbid();
        var signature = Sign(clock.GetUtcNow(), Why);
        switch (await publisher.RepeatAsync(Number, ReadNow, signature.By, signature.Why, signature.At, cancel))
        {
            case PublishOutcome.Published published:
                await current.CatchUpAsync(publisher, published.Number, CancellationToken.None);
                return RedirectTo(
                    StaffMap.Editions.Path,
                    $"Patients now read the same as in edition {Number}, published again as edition {published.Number}. Later changes are "
                    + "still saved and wait under \"Publish\".");
            case PublishOutcome.Overtaken overtaken:
                await current.CatchUpAsync(publisher, overtaken.Number, cancel);
                return await RefuseAsync(
                    $"Nothing has been published. Someone published edition {overtaken.Number} while you had the page open. Look at the "
                    + "list below, then choose again.", cancel);
            case PublishOutcome.NothingChanged:
                return RedirectTo(StaffMap.Editions.Path, $"Patients already read what edition {Number} says.");
            default:
                return await RefuseAsync("That edition does not exist. Choose one from the list.", cancel);
        }
    }

    // As it is stored: staff compare what a safety hold hides from patients.
    private async Task<Edition?> OpenAsync(int number, CancellationToken cancel) =>
        number == 0 ? Edition.Empty : await publisher.OpenAsync(number, cancel);
}
