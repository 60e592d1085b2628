using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What the form of a number offers to choose from.</summary>
public sealed record NumberChoices(IReadOnlyList<Choice> Treatments, IReadOnlyList<Choice> Criteria, IReadOnlyList<Choice> Concerns)
{
    public static async Task<NumberChoices> OfAsync(ClinicDbContext db, CancellationToken cancel) =>
        new(await Choices.TreatmentsAsync(db, cancel), await Choices.CriteriaAsync(db, cancel), await Choices.ConcernsAsync(db, cancel));

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
