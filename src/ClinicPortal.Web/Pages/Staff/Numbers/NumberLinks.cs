using System.Linq.Expressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The numbers from studies that stand in a treatment's answers, each with the way to its page.</summary>
public static class NumberLinks
{
    public static async Task<IReadOnlyList<Crumb>> OfAsync(
        ClinicDbContext db, Expression<Func<OutcomeNumberCell, bool>> where, CancellationToken cancel)
    {
        var numbers = await db.Numbers.Where(number => number.Places.AsQueryable().Any(where)).OrderBy(number => number.Position)
            .Select(number => new { number.Slug, number.Outcome }).ToListAsync(cancel);
        return numbers.ConvertAll(number => new Crumb(number.Outcome.ToString(), StaffMap.Number(number.Slug)));
    }
}
