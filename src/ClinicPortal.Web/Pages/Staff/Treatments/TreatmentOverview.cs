using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is written about a treatment beside its own fields, with the way to each.</summary>
public sealed record TreatmentOverview
{
    public sealed record Group(LocalText Name, IReadOnlyList<(CriterionEntry Criterion, AnswerEntry? Answer)> Cells);

    public required string Slug { get; init; }

    public required IReadOnlyList<Group> Groups { get; init; }

    public required IReadOnlyList<(ConcernEntry Concern, ConcernEvidenceEntry? Evidence)> Concerns { get; init; }

    /// <summary>The numbers from studies that stand in its answers.</summary>
    public required IReadOnlyList<Crumb> Numbers { get; init; }

    /// <summary>The other treatments that an editor has written about beside it.</summary>
    public required IReadOnlyList<Crumb> Contrasts { get; init; }

    /// <summary>Questions without an answer and without a reason for having none, in the order in which patients read them.</summary>
    public IReadOnlyList<CriterionEntry> Open =>
    [
        .. from cell in Groups.SelectMany(one => one.Cells)
           where cell.Answer is null or { Text: null, Absence: null or Absence.NotYetReviewed }
           select cell.Criterion,
    ];

    public static async Task<TreatmentOverview> OfAsync(ClinicDbContext db, TreatmentEntry treatment, CancellationToken cancel)
    {
        var slug = treatment.Slug;
        var groups = await db.Groups.Where(group => !group.Archived).OrderBy(group => group.Position).AsNoTracking().ToListAsync(cancel);
        var criteria = (await db.Criteria.Include(one => one.Group).Where(one => !one.Archived).OrderBy(one => one.Position)
            .AsNoTracking().ToListAsync(cancel)).ConvertAll(one => one.ToEntry());
        var concerns = await db.Concerns.Where(one => !one.Archived).OrderBy(one => one.Position).AsNoTracking().ToListAsync(cancel);
        var answers = treatment.Answers.ToDictionary(answer => answer.Criterion);
        var evidence = treatment.Concerns.ToDictionary(one => one.Concern);
        return new()
        {
            Slug = slug,
            Groups = [.. groups.Select(GroupOf)],
            Concerns = [.. concerns.Select(concern => (concern.ToEntry(), evidence.GetValueOrDefault(concern.Slug)))],
            Numbers = await NumberLinks.OfAsync(db, place => place.Treatment.Slug == slug, cancel),
            Contrasts = await ContrastsOfAsync(db, slug, cancel),
        };

        Group GroupOf(CriterionGroup group) => new(
            group.Name, [.. criteria.Where(one => one.Group == group.Slug).Select(one => (one, answers.GetValueOrDefault(one.Slug)))]);
    }

    private static async Task<IReadOnlyList<Crumb>> ContrastsOfAsync(ClinicDbContext db, string slug, CancellationToken cancel)
    {
        var others = await db.Contrasts.Where(pair => pair.First.Slug == slug || pair.Second.Slug == slug).OrderBy(pair => pair.Position)
            .Select(pair => pair.First.Slug == slug ? new { pair.Second.Slug, pair.Second.Name } : new { pair.First.Slug, pair.First.Name })
            .ToListAsync(cancel);
        return others.ConvertAll(other => new Crumb(
            $"Compared with {RunningText.StartLowerCase(other.Name.ToString())}",
            StaffMap.Comparison(Contrast.HandleOf(slug, other.Slug))));
    }
}
