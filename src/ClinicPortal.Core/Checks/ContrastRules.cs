using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Checks;

/// <summary>A contrast stands between two treatments, once, in one order, and never against the typed values.</summary>
internal static class ContrastRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (contrast, path) in content.Contrasts.At("contrasts"))
        {
            var between = contrast.Between;
            if (between.Count != 2)
                yield return new(path + ".between", "A written comparison is about two treatments. Name two.");
            else if (string.CompareOrdinal(between[0], between[1]) > 0)
                yield return new(path + ".between", $"Name the two treatments in alphabetical order: [{between[1]}, {between[0]}].");
            else if (!seen.Add((between[0], between[1])))
                yield return new(path + ".between",
                    $"There is already a written comparison of \"{between[0]}\" and \"{between[1]}\". Put both texts into one.");
            foreach (var (passage, place) in contrast.Passages.At(path + ".passages").Where(at => at.Item.Criteria.Count == 0))
                yield return new(place + ".criteria",
                    $"The passage “{passage.Heading}” does not belong to a question, so no page would show it. "
                        + "Choose one under \"It belongs to the question\".");
            foreach (var problem in Contradictions(content, contrast, path))
                yield return problem;
        }
    }

    private static IEnumerable<ContentProblem> Contradictions(ClinicContent content, ContrastEntry contrast, string path) =>
        from passage in contrast.Passages.At(path + ".passages")
        from word in passage.Item.Criteria.At(passage.Path + ".criteria")
        where word.Item.Verdict is not null
        let verdict = word.Item.Verdict.GetValueOrDefault()
        let criterion = content.Criteria.FirstOrDefault(criterion => criterion.Slug == word.Item.Criterion)
        where criterion is not null && ValueKinds.Of(criterion).IsMeasured
        let computed = AnswerComparer.Compare(criterion, [.. contrast.Between.Select(slug => AnswerOf(content, slug, criterion.Slug))])
        where AnswerComparer.Contradicts(verdict, computed)
        select new ContentProblem(
            word.Path + ".verdict",
            $"“{criterion.Term}”: the measured values of the two treatments {WordOf(computed)}, but your verdict is "
                + $"“{VerdictLabels.Of(verdict)}”. Correct the values in the answers, or change \"Your verdict\".");

    private static string WordOf(Agreement agreement) => agreement switch
    {
        Agreement.Same => "are the same",
        Agreement.Overlaps => "overlap",
        Agreement.Differs => "differ",
        _ => throw new InvalidOperationException($"Nothing contradicts {agreement}."),
    };

    private static AnswerEntry? AnswerOf(ClinicContent content, string treatment, string criterion) =>
        content.Treatments.FirstOrDefault(one => one.Slug == treatment)?.Answers.FirstOrDefault(answer => answer.Criterion == criterion);
}
