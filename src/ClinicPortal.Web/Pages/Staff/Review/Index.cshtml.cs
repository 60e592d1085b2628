using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What clinicians have still to sign, what is waiting for them, and what is due again.</summary>
public sealed class ReviewIndexModel(ClinicDbContext db, ClinicCalendar calendar, TimeProvider clock) : StaffPageModel
{
    public override string Title => StaffMap.Review.Name;

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Treatments];

    public DateOnly Today => calendar.Today;

    public IReadOnlyList<ReviewPlace> Places { get; private set; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<(OpenRequest Request, string Name, string Address)> Requests { get; private set; } = [];

    public IReadOnlyList<(string Name, string Address, int Count)> Comments { get; private set; } = [];

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var content = (await db.ReadCatalogueAsync(cancel)).ToContent();
        db.ChangeTracker.Clear();
        var (units, names) = (new ReviewUnits(content), await RowNames.OfAsync(db, cancel));
        Places = ReviewPlace.Of(content, units, names);
        Requests =
        [
            .. from request in await db.OpenRequestsAsync(units, cancel)
               let place = ReviewPlace.OfRow(request.Path, units, content)
               where place is not null
               select (
                   request, request.Path == place ? names.Treatment(place.Split('/')[^1]) : names.NameOf(request.Path),
                   request.Path == place ? StaffMap.ReviewOf(place) : StaffMap.ReviewOf(place, request.Path)),
        ];
        Comments =
        [
            .. from row in await db.OpenCommentsAsync(cancel)
               let place = units.Find(row.Key) is null ? null : ReviewPlace.OfRow(row.Key, units, content)
               where place is not null
               select (names.NameOf(row.Key), StaffMap.ReviewOf(place, row.Key), row.Count()),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(int id, CancellationToken cancel)
    {
        await db.TakeBackAsync(id, clock.GetUtcNow(), cancel);
        return RedirectTo(StaffMap.Review.Path, "The request is closed.");
    }
}
