using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What the form of a number offers to choose from.</summary>
/// <param name="Treatments">That it can be a number of.</param>
/// <param name="Criteria">That it can answer.</param>
/// <param name="Concerns">That it can belong to.</param>
/// <param name="Roles">Of the criteria that have one, by their slugs.</param>
public sealed record NumberChoices(
    IReadOnlyList<Choice> Treatments, IReadOnlyList<Choice> Criteria, IReadOnlyList<Choice> Concerns,
    IReadOnlyDictionary<string, CriterionRole> Roles)
{
    public static async Task<NumberChoices> OfAsync(ClinicDbContext db, CancellationToken cancel) => new(
        await Choices.TreatmentsAsync(db, cancel), await Choices.CriteriaAsync(db, cancel), await Choices.ConcernsAsync(db, cancel),
        await db.Criteria.Where(one => one.Role != null).ToDictionaryAsync(one => one.Slug, one => one.Role!.Value, cancel));

    /// <summary>Whether an answer in use is meant.</summary>
    public bool Knows(PlaceForm place) =>
        Treatments.Any(one => !one.Archived && one.Slug == place.Treatment)
        && Criteria.Any(one => !one.Archived && one.Slug == place.Criterion);

    /// <summary>What a number is that stands in the answer to a question: a harm, if the question asks for what is unwelcome.</summary>
    public OutcomeEffect EffectIn(PlaceForm place) => RoleOf(place)
        is CriterionRole.SeriousRisks or CriterionRole.CommonEffects or CriterionRole.Pain or CriterionRole.Downtime
        ? OutcomeEffect.Harm
        : OutcomeEffect.Benefit;

    /// <summary>Whether a number that stands there is of one concern: how sure we are is said of each.</summary>
    public bool HasConcern(PlaceForm place) => RoleOf(place) == CriterionRole.Evidence;

    private CriterionRole? RoleOf(PlaceForm place) =>
        place.Criterion is { } criterion && Roles.TryGetValue(criterion, out var role) ? role : null;

    /// <summary>What the form names and the catalogue does not have.</summary>
    public IEnumerable<string> Problems(NumberForm form) =>
    [
        .. Choices.Unknown("treatment", Treatments, form.Places.Select(place => place.Treatment)),
        .. Choices.Unknown("question", Criteria, form.Places.Select(place => place.Criterion)),
        .. Choices.Unknown("concern", Concerns, [form.Concern]),
    ];

    /// <summary>The answer that a number stands in, by its names.</summary>
    public string NameOf(PlaceForm place) => $"{NameIn(Treatments, place.Treatment)}: {NameIn(Criteria, place.Criterion)}";

    private static LocalText? NameIn(IReadOnlyList<Choice> choices, string? slug) => choices.FirstOrDefault(one => one.Slug == slug)?.Name;
}
