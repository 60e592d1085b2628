using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>A certainty stands beside studies, and studies have one; only studies compare with something.</summary>
internal static class EvidenceRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        foreach (var (evidence, path) in content.Treatments.At("treatments").SelectMany(at => at.Item.Concerns.At(at.Path + ".concerns")))
        {
            if (evidence.Offer == ConcernOffer.Studied && (evidence.Certainty is null || evidence.Direction is null))
                yield return new(path,
                    $"The concern \"{evidence.Concern}\" is called studied. "
                    + "Say which way the studies point (\"direction\") and how sure they make us (\"certainty\").");
            if (evidence.Offer != ConcernOffer.Studied && (evidence.Certainty is not null || evidence.Direction is not null))
                yield return new(path,
                    $"The concern \"{evidence.Concern}\" is not called studied. "
                    + "Remove \"direction\" and \"certainty\", or make its offer \"studied\".");
            if (evidence.Offer != ConcernOffer.Studied && evidence.Comparator is not null)
                yield return new(path + ".comparator",
                    $"The concern \"{evidence.Concern}\" is not called studied, so nothing was compared. "
                    + "Remove what it was compared with.");
        }
    }
}
