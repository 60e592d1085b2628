using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is written about a treatment beside its own fields, with the way to each.</summary>
public sealed record TreatmentOverview
{
    public sealed record Group(LocalText Name, IReadOnlyList<MatrixCell> Cells);

    public required string Slug { get; init; }

    /// <summary>The row that was saved just now, as it is told beside it.</summary>
    public string? Saved { get; init; }

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
           where CellStates.IsEmpty(cell.Answer)
           select cell.Criterion,
    ];

    /// <param name="db">The store.</param>
    /// <param name="treatment">With its answers and what is known for each concern.</param>
    /// <param name="context">On which the state of its answers depends.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<TreatmentOverview> OfAsync(
        ClinicDbContext db, TreatmentEntry treatment, MatrixContext context, CancellationToken cancel)
    {
        var slug = treatment.Slug;
        var groups = await db.Groups.Where(group => !group.Archived).OrderBy(group => group.Position).AsNoTracking().ToListAsync(cancel);
        var criteria = await db.CriteriaInUseAsync(cancel);
        var concerns = await db.Concerns.Where(one => !one.Archived).OrderBy(one => one.Position).AsNoTracking().ToListAsync(cancel);
        var cells = AnswerMatrix.Of([treatment], criteria, context).Cells.ToList();
        var evidence = treatment.Concerns.ToDictionary(one => one.Concern);
        return new()
        {
            Slug = slug,
            Groups = [.. groups.Select(GroupOf)],
            Concerns = [.. concerns.Select(concern => (concern.ToEntry(), evidence.GetValueOrDefault(concern.Slug)))],
            Numbers = await NumberLinks.OfAsync(db, place => place.Treatment.Slug == slug, cancel),
            Contrasts = await ContrastsOfAsync(db, slug, cancel),
        };

        Group GroupOf(CriterionGroup group) => new(group.Name, [.. cells.Where(cell => cell.Criterion.Group == group.Slug)]);
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
