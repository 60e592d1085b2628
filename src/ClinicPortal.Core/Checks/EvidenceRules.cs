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
                    "This is marked as studied. Say what the studies found and how sure we are: answer \"What do the studies say?\" and "
                    + "\"How sure are we?\", or change \"Do clinics offer it for this?\".");
            if (evidence.Offer != ConcernOffer.Studied && (evidence.Certainty is not null || evidence.Direction is not null))
                yield return new(path,
                    "This says what studies found, or how sure we are, but not that it has been studied. Choose \"Yes, and it has been "
                    + "studied\", or set these two to \"Nothing stated\" and \"Not yet reviewed\".");
            if (evidence.Offer != ConcernOffer.Studied && evidence.Comparator is not null)
                yield return new(path + ".comparator",
                    "This says what it was compared with, but not that it has been studied. Choose \"Yes, and it has been studied\", or "
                    + "clear \"Compared with what?\".");
        }
    }
}
