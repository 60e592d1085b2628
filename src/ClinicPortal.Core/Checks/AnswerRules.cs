using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// A cell says something or says why not, and its figures are of the kind that its criterion asks for. What an archived treatment
/// said is kept as it was, even where a criterion has changed since.
/// </summary>
internal static class AnswerRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var criteria = content.Criteria.DistinctBy(criterion => criterion.Slug).ToDictionary(criterion => criterion.Slug);
        return content.Treatments.At("treatments")
            .Where(treatment => !treatment.Item.Archived)
            .SelectMany(treatment => treatment.Item.Answers.At(treatment.Path + ".answers"))
            .SelectMany(at => Answer(at.Item, at.Path, criteria.GetValueOrDefault(at.Item.Criterion)));
    }

    private static IEnumerable<ContentProblem> Answer(AnswerEntry answer, string path, CriterionEntry? criterion)
    {
        if (answer.Text is null && answer.Absence is null)
            yield return new(path, "This answer is empty. Write a text, or give the reason why there is none.");
        if (answer.Text is null && answer.Conditions.Count > 0)
            yield return new(path + ".conditions",
                "This answer has no text, but says what it means for people with a condition. Write the text, or set those conditions to "
                    + "\"Not mentioned\".");
        foreach (var problem in GetHelp(answer, path + ".get-help"))
            yield return problem;
        if (answer.Value is null)
            yield break;
        if (answer.Absence is not null)
            yield return new(path + ".absence",
                "This answer has a measured value and a reason why there is none. Clear one of them.");
        if (criterion is not null)
            foreach (var problem in ValueRules.Check(answer.Value, path + ".value", criterion))
                yield return problem;
    }

    // A quotation that has lost its text would send readers to help with words that nobody stands for.
    private static IEnumerable<ContentProblem> GetHelp(AnswerEntry answer, string path) =>
        from lines in answer.GetHelp?.Texts ?? new Dictionary<string, string>()
        from quote in GetHelpQuotes.Missing(lines.Value, answer.Text?.Texts.GetValueOrDefault(lines.Key))
        select new ContentProblem($"{path}.{lines.Key}",
            $"“{quote}” is under \"When to get help\", but the answer does not say it in these words. "
            + "Copy the whole sentence from the answer again, or remove it.");
}
