using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A treatment and a concern for which it says nothing yet, with what they are called.</summary>
public sealed record MissingEvidence(string Treatment, LocalText Name, LocalText? ShortName, string Concern, LocalText ConcernName);

/// <summary>Reads what the state of answers depends on, in a few questions to the store however many answers there are.</summary>
public static class MatrixReading
{
    /// <param name="db">The store.</param>
    /// <param name="edition">The number of the edition that patients read; 0, while nothing is published.</param>
    /// <param name="today">The clinic's day.</param>
    /// <param name="place">Only what has changed there is told, as in <see cref="EditingHistory.ChangesAsync"/>.</param>
    /// <param name="criterion">Likewise.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<MatrixContext> MatrixContextAsync(
        this ClinicDbContext db, int edition, DateOnly today, string? place, string? criterion, CancellationToken cancel)
    {
        var (treatments, concerns) = await Choices.NamesAsync(db, cancel);
        var changed = edition == 0 ? new HashSet<string>() : await db.ChangedSinceAsync(edition, place, criterion, cancel);
        return new(treatments, concerns, today, changed);
    }

    /// <summary>The criteria in use, in the order in which patients read them.</summary>
    public static async Task<IReadOnlyList<CriterionEntry>> CriteriaInUseAsync(this ClinicDbContext db, CancellationToken cancel) =>
        (await db.Criteria.Include(one => one.Group).Where(one => !one.Archived && !one.Group.Archived)
            .OrderBy(one => one.Group.Position).ThenBy(one => one.Position).AsNoTracking().ToListAsync(cancel))
            .ConvertAll(one => one.ToEntry());

    /// <summary>
    /// The concerns of which a treatment does not say yet whether it is offered, and what is known; doing nothing is offered for none.
    /// </summary>
    public static IQueryable<MissingEvidence> EvidenceMissing(this ClinicDbContext db) =>
        from treatment in db.Treatments.Where(one => !one.Archived && !one.Baseline)
        from concern in db.Concerns.Where(one => !one.Archived)
        where !treatment.Concerns.Any(evidence => evidence.Concern == concern)
        orderby treatment.Position, concern.Position
        select new MissingEvidence(treatment.Slug, treatment.Name, treatment.ShortName, concern.Slug, concern.Name);

    /// <summary>
    /// The treatments in use with their answers to some criteria, as far as the state of an answer depends on them: thousands are read
    /// for one page.
    /// </summary>
    public static async Task<IReadOnlyList<TreatmentEntry>> TreatmentsForMatrixAsync(
        this ClinicDbContext db, IReadOnlyList<string> criteria, CancellationToken cancel)
    {
        var inUse = db.Treatments.Where(one => !one.Archived);
        var treatments = await inUse.OrderBy(one => one.Position)
            .Select(one => new
            {
                one.Slug,
                one.Name,
                one.ShortName,
                one.OtherNames,
                one.Baseline,
            }).ToListAsync(cancel);
        var answers = (await inUse.SelectMany(one => one.Answers).Where(one => criteria.Contains(one.Criterion.Slug))
            .Select(one => new
            {
                Treatment = one.Treatment.Slug,
                Criterion = one.Criterion.Slug,
                one.Text,
                one.Brief,
                one.Value,
                one.Absence,
                one.ToBeConfirmed,
                one.Review,
                Source = one.Sources.Select(source => source.Slug).FirstOrDefault(),
            }).ToListAsync(cancel))
            .ToLookup(one => one.Treatment, one => new AnswerEntry
            {
                Criterion = one.Criterion,
                Text = one.Text,
                Brief = one.Brief,
                Value = one.Value,
                Absence = one.Absence,
                ToBeConfirmed = one.ToBeConfirmed,
                Review = one.Review,
                Sources = one.Source is null ? [] : [one.Source],
            });
        var concerns = (await inUse.SelectMany(one => one.Concerns, (one, evidence) => new
        {
            Treatment = one.Slug,
            Concern = evidence.Concern.Slug,
            evidence.Offer,
        }).ToListAsync(cancel))
            .ToLookup(one => one.Treatment, one => new ConcernEvidenceEntry { Concern = one.Concern, Offer = one.Offer });
        return treatments.ConvertAll(one => new TreatmentEntry
        {
            Slug = one.Slug,
            Name = one.Name,
            ShortName = one.ShortName,
            OtherNames = one.OtherNames,
            Baseline = one.Baseline,
            Summary = LocalText.Empty,
            Answers = [.. answers[one.Slug]],
            Concerns = [.. concerns[one.Slug]],
        });
    }
}
