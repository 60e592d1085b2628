using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// One treatment stands for doing nothing; there are no more conditions than a page has room for; what is archived is replaced by something
/// that is not; reviews look ahead.
/// </summary>
internal static class LifeRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var concerns = content.Concerns.Where(concern => concern.Archived).DistinctBy(concern => concern.Slug)
            .ToDictionary(concern => concern.Slug, concern => concern.Name);
        var treatments = content.Treatments.Where(treatment => treatment.Archived).DistinctBy(treatment => treatment.Slug)
            .ToDictionary(treatment => treatment.Slug, treatment => treatment.Name);
        var baselines = content.Treatments.At("treatments").Where(at => at.Item is { Baseline: true, Archived: false }).ToList();
        return
        [
            .. baselines.Skip(1).Select(at => new ContentProblem(
                at.Path + ".baseline",
                $"“{baselines[0].Item.Name}” already stands for doing nothing, and only one treatment can. "
                    + "Untick \"This stands for doing nothing\" on one of the two.")),
            .. content.Conditions.At("conditions").Where(at => !at.Item.Archived).Skip(ConditionEntry.MostLive)
                .Select(at => new ContentProblem(
                    at.Path,
                    $"Readers can tick {ConditionEntry.MostLive} conditions at most. Archive one of the others, or leave this one out.")),
            .. content.Concerns.At("concerns").SelectMany(at => Replaced(at.Item.Archived, at.Item.ReplacedBy, concerns, at.Path)),
            .. content.Treatments.At("treatments").SelectMany(at => Replaced(at.Item.Archived, at.Item.ReplacedBy, treatments, at.Path)),
            .. Months(content.Clinic.ReviewMonths, "clinic"),
            .. content.Criteria.At("criteria").SelectMany(at => Months(at.Item.ReviewMonths, at.Path)),
            .. content.Treatments.At("treatments").SelectMany(at => Months(at.Item.ReviewMonths, at.Path)),
        ];
    }

    private static IEnumerable<ContentProblem> Months(int? months, string path) => ReviewSchedule.Allows(months)
        ? []
        : [
            new(path + ".review-months",
                $"\"Months until a review is due again\" must be a whole number from 1 to {ReviewSchedule.MostMonths}. "
                    + "Correct it, or leave it empty."),
        ];

    private static IEnumerable<ContentProblem> Replaced(bool archived, string? by, Dictionary<string, LocalText> gone, string path)
    {
        if (by is not null && !archived)
            yield return new(path + ".replaced-by",
                "Only something archived can be replaced. Archive it, or remove its replacement.");
        else if (by is not null && gone.TryGetValue(by, out var name))
            yield return new(path + ".replaced-by",
                $"Patients would be sent to “{name}”, which is archived too. Choose another under \"What should patients read instead?\".");
    }
}
