using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>All numbers from studies, by the treatment they stand with.</summary>
public sealed class NumbersPageModel(ClinicDbContext db) : StaffPageModel
{
    public sealed record Line(string Key, LocalText Outcome, LocalText Group, bool Archived, IReadOnlyList<LocalText> Terms);

    public override string Title => "Numbers";

    public IReadOnlyList<(string Name, IReadOnlyList<Line> Lines)> Standing { get; private set; } = [];

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var numbers = await db.Numbers.OrderBy(number => number.Archived).ThenBy(number => number.Position)
            .Select(number => new
            {
                number.Slug,
                number.Outcome,
                number.Group,
                number.Archived,
                Places =
                    number.Places.Select(place => new { place.Treatment.Position, place.Treatment.Name, place.Criterion.Term }).ToList(),
            }).AsNoTracking().ToListAsync(cancel);
        var lines =
            from number in numbers
            from place in number.Places.Count == 0 ? [null] : number.Places
            group (number, place) by (
                Position: place?.Position ?? int.MaxValue,
                Name: place?.Name.ToString() ?? "Nowhere yet: patients do not see these") into standing
            orderby standing.Key.Position
            select (standing.Key.Name, (IReadOnlyList<Line>)[.. standing.GroupBy(one => one.number).Select(one => new Line(
                one.Key.Slug, one.Key.Outcome, one.Key.Group, one.Key.Archived,
                [.. one.Select(at => at.place?.Term).OfType<LocalText>()]))]);
        Standing = [.. lines];
        return Page();
    }
}
