using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is written about pairs of treatments, and where a new pair begins.</summary>
public sealed class ContrastsPageModel(ClinicDbContext db) : StaffPageModel
{
    public sealed record Line(string One, string Other, LocalText OneName, LocalText OtherName, int Passages, bool Archived)
    {
        public string Pair => Contrast.HandleOf(One, Other);
    }

    public override string Title => "Comparisons";

    [FromQuery]
    public string? One { get; set; }

    [FromQuery]
    public string? Other { get; set; }

    public IReadOnlyList<Line> Written { get; private set; } = [];

    public IReadOnlyList<Choice> Treatments { get; private set; } = [];

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Treatments = await Choices.TreatmentsAsync(db, cancel);
        if (Treatments.Any(one => one.Slug == One) && Treatments.Any(one => one.Slug == Other) && One != Other)
            return Redirect(StaffMap.Comparison(Contrast.HandleOf(One!, Other!)));
        if (One is not null || Other is not null)
        {
            ModelState.AddModelError("", "Choose two different treatments.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        Written = await db.Contrasts.OrderBy(contrast => contrast.Archived).ThenBy(contrast => contrast.Position)
            .Select(contrast => new Line(
                contrast.First.Slug, contrast.Second.Slug, contrast.First.Name, contrast.Second.Name,
                contrast.Passages.Count, contrast.Archived))
            .ToListAsync(cancel);
        return Page();
    }
}
