using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>The comparisons on the home page can be opened.</summary>
internal static class ClinicRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var archived = content.Treatments.Where(treatment => treatment.Archived).Select(treatment => treatment.Slug).ToHashSet();
        foreach (var (set, path) in content.Clinic.CommonComparisons.At("clinic.common-comparisons"))
        {
            if (set.Count is < 2 or > 4)
                yield return new(path, $"A comparison of {set.Count} cannot be shown. Name two, three or four treatments.");
            foreach (var (slug, place) in set.At(path).Where(at => archived.Contains(at.Item)))
                yield return new(place,
                    $"The treatment \"{slug}\" is archived. Name one that readers can still open, or remove the comparison.");
        }
    }
}
