using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

public static class CatalogueReading
{
    /// <summary>The working tables as one tracked graph; a clinic's catalogue is small enough to be read whole.</summary>
    public static async Task<WorkingCatalogue> ReadCatalogueAsync(this ClinicDbContext db, CancellationToken cancel = default)
    {
        // The plain tables come first, so that the others find what they refer to already tracked.
        var sources = await db.Sources.ToListAsync(cancel);
        var clinicians = await db.Clinicians.ToListAsync(cancel);
        var groups = await db.Groups.ToListAsync(cancel);
        var criteria = await db.Criteria.ToListAsync(cancel);
        var concerns = await db.Concerns.Include(c => c.FormerSlugs).Include(c => c.Sources).ToListAsync(cancel);
        var treatments = await Treatments(db).ToListAsync(cancel);

        return new WorkingCatalogue
        {
            Clinic = await db.Clinic.Include(c => c.CommonComparisons).SingleOrDefaultAsync(cancel),
            Clinicians = clinicians,
            Groups = groups,
            Criteria = criteria,
            Concerns = concerns,
            Treatments = treatments,
            Contrasts = await Contrasts(db).ToListAsync(cancel),
            Numbers = await db.Numbers.Include(n => n.Places).Include(n => n.Sources).ToListAsync(cancel),
            Questions = await db.Questions.ToListAsync(cancel),
            Glossary = await db.Glossary.Include(t => t.Sources).ToListAsync(cancel),
            Sources = sources,
        };
    }

    private static IQueryable<Treatment> Treatments(ClinicDbContext db) => db.Treatments
        .Include(t => t.FormerSlugs)
        .Include(t => t.Answers).ThenInclude(a => a.Sources)
        .Include(t => t.Concerns).ThenInclude(e => e.Sources);

    private static IQueryable<Contrast> Contrasts(ClinicDbContext db) => db.Contrasts
        .Include(c => c.ClinicsSaySources)
        .Include(c => c.Passages).ThenInclude(p => p.Criteria)
        .Include(c => c.Passages).ThenInclude(p => p.Sources);
}
