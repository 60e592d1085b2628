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
                    "This is said to have been studied, but not what the studies say, or not how sure we are. "
                    + "Fill in both, or say that it has not been studied.");
            if (evidence.Offer != ConcernOffer.Studied && (evidence.Certainty is not null || evidence.Direction is not null))
                yield return new(path,
                    "This is said not to have been studied, and still what studies say or how sure we are. "
                    + "Say that it has been studied, or remove both.");
            if (evidence.Offer != ConcernOffer.Studied && evidence.Comparator is not null)
                yield return new(path + ".comparator",
                    "This is said not to have been studied, so nothing was compared. Say that it has been studied, or remove what it was "
                    + "compared with.");
        }
    }
}
