using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>The comparisons on the home page can be opened.</summary>
internal static class ClinicRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var archived = content.Treatments.Where(treatment => treatment.Archived).DistinctBy(treatment => treatment.Slug)
            .ToDictionary(treatment => treatment.Slug, treatment => treatment.Name);
        foreach (var (set, path) in content.Clinic.CommonComparisons.At("clinic.common-comparisons"))
        {
            if (set.Count is < 2 or > 4)
                yield return new(path, $"A comparison of {set.Count} cannot be shown. Name two, three or four treatments.");
            foreach (var (slug, place) in set.At(path).Where(at => archived.ContainsKey(at.Item)))
                yield return new(place,
                    $"“{archived[slug]}” is archived. Under \"Comparisons on the home page\", choose another treatment or remove that "
                        + "comparison.");
        }
    }
}
