using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The worries that bring people to the clinic.</summary>
public sealed class ConcernsPageModel(ClinicDbContext db) : StaffPageModel
{
    public sealed record Line(string Slug, LocalText Name, int Offered, bool NeedsMedicalCare, bool Archived);

    public override string Title => "Concerns";

    public IReadOnlyList<Line> Concerns { get; private set; } = [];

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Concerns = await db.Concerns.OrderBy(one => one.Archived).ThenBy(one => one.Position)
            .Select(one => new Line(
                one.Slug, one.Name,
                db.Set<ConcernEvidence>()
                    .Count(evidence => evidence.Concern == one && evidence.Offer != ConcernOffer.NotUsual && !evidence.Treatment.Archived),
                one.NeedsMedicalCare, one.Archived))
            .ToListAsync(cancel);
        return Page();
    }
}
