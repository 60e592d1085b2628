using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// What patients would look for and not find, or could not check: a treatment that says nothing, a question without an answer and without a
/// reason, an effect or a figure without a source, a DOI that leads nowhere, and serious risks without when to get help.
/// </summary>
/// <remarks>
/// Warnings, as <see cref="ContradictionRules"/> are, and only of what patients do not read yet: whoever corrects a word is not asked about
/// every old gap of the clinic, which the first page of staff lists.
/// </remarks>
internal static class GapRules
{
    private const int MostNamed = 3;

    /// <param name="content">As it would be published.</param>
    /// <param name="published">As patients read it; none before the first publication.</param>
    /// <param name="unknownDois">Those that are not registered, so that they lead nowhere.</param>
    public static IEnumerable<ContentProblem> Check(
        ClinicContent content, ClinicContent? published, IReadOnlySet<string> unknownDois)
    {
        var before = published?.Treatments.SelectMany(treatment => Of(treatment, published)).ToHashSet() ?? [];
        var cited = (published?.Sources ?? []).Select(source => source.Doi).ToHashSet();
        var ofTreatments =
            from at in content.Treatments.At("treatments")
            let gaps = Of(at.Item, content).Where(gap => !before.Contains(gap)).ToList()
            from problem in Told(gaps, at.Item, at.Path, content)
            select problem;
        return ofTreatments.Concat(
            from at in content.Sources.At("sources")
            where !at.Item.Archived && at.Item.Doi is { } doi && unknownDois.Contains(doi) && !cited.Contains(doi)
            select new ContentProblem(at.Path + ".doi", $"doi.org does not know the DOI {at.Item.Doi}. Correct it, or leave it out."));
    }

    private static IEnumerable<Gap> Of(TreatmentEntry treatment, ClinicContent content)
    {
        if (treatment.Archived)
            yield break;
        // A renaming makes no gap new.
        var name = Slug.FirstOf(treatment.Slug, treatment.FormerSlugs);
        var answers = treatment.Answers.ToDictionary(answer => answer.Criterion);
        var asked = content.Criteria.Where(criterion => !criterion.Archived).ToList();
        var empty = asked.Where(criterion => CellStates.IsEmpty(answers.GetValueOrDefault(criterion.Slug))).ToList();
        if (empty.Count == asked.Count)
        {
            yield return new(name, Missing.Everything, "");
            yield break;
        }
        foreach (var criterion in empty)
            yield return new(name, Missing.Answer, criterion.Slug);
        // That doing nothing takes no time needs no study.
        if (treatment.Baseline)
            yield break;
        foreach (var criterion in asked)
            if (answers.GetValueOrDefault(criterion.Slug) is { Value: not null, Sources.Count: 0, ToBeConfirmed: false })
                yield return new(name, Missing.SourceOfFigure, criterion.Slug);
        foreach (var evidence in treatment.Concerns)
            if (evidence is { Offer: ConcernOffer.Studied, Sources.Count: 0, ToBeConfirmed: false, IsWithheld: false })
                yield return new(name, Missing.SourceOfEffect, FirstOf(evidence.Concern, content));
        if (asked.Find(criterion => criterion.Role == CriterionRole.SeriousRisks) is { } risks
            && answers.GetValueOrDefault(risks.Slug) is { Text: not null, IsWithheld: false }
            && treatment.Answers.All(answer => answer.GetHelp is null))
            yield return new(name, Missing.WhenToGetHelp, risks.Slug);
    }

    private static IEnumerable<ContentProblem> Told(List<Gap> gaps, TreatmentEntry treatment, string path, ClinicContent content)
    {
        var name = RunningText.ShortNameOf(treatment);
        var atStart = RunningText.StartUpperCase(name);
        var unanswered = gaps.Where(gap => gap.Missing == Missing.Answer).ToList();
        if (unanswered.Count > 0)
            yield return new(path, $"{atStart} has neither an answer nor a reason for {Terms(unanswered)}. "
                + "Answer each question, or choose why there is no answer. “Not yet reviewed” does not count as a reason.");
        foreach (var gap in gaps)
            switch (gap.Missing)
            {
                case Missing.Everything:
                    yield return new(path, $"{atStart} answers no question yet. Patients would open an empty page. "
                        + "Answer its questions, or archive it.");
                    break;
                case Missing.SourceOfFigure:
                    yield return new(PathOf(gap), $"The answer to “{TermOf(gap)}” for {name} gives a figure without a source. Add the "
                        + "source, or tick “To be confirmed by a clinician”.");
                    break;
                case Missing.SourceOfEffect:
                    var at = treatment.Concerns.ToList().FindIndex(one => FirstOf(one.Concern, content) == gap.Subject);
                    yield return new($"{path}.concerns[{at}]",
                        $"What studies of {name} found for {ConcernOf(gap)} has no source. Tick the studies under “Sources”, or "
                        + "tick “To be confirmed by a clinician”.");
                    break;
                case Missing.WhenToGetHelp:
                    yield return new(PathOf(gap), $"{atStart} has serious risks, but no answer tells patients when to get help. Write a "
                        + "sentence, for example under “" + TermOf(gap) + "”, and copy it into “When to get help”.");
                    break;
            }

        string PathOf(Gap gap) =>
            $"{path}.answers[{treatment.Answers.ToList().FindIndex(answer => answer.Criterion == gap.Subject)}]";

        string TermOf(Gap gap) => content.Criteria.First(criterion => criterion.Slug == gap.Subject).Term.ToString();

        string ConcernOf(Gap gap) =>
            content.Concerns.First(concern => Slug.FirstOf(concern.Slug, concern.FormerSlugs) == gap.Subject).Name.ToString();

        string Terms(List<Gap> of) => RunningText.List(
            [
                .. of.Take(MostNamed).Select(gap => $"“{TermOf(gap)}”"),
                .. of.Count > MostNamed ? [$"{of.Count - MostNamed} more"] : Array.Empty<string>(),
            ],
            "and");
    }

    private static string FirstOf(string concern, ClinicContent content) =>
        Slug.FirstOf(concern, content.Concerns.First(one => one.Slug == concern).FormerSlugs);

    private enum Missing
    {
        Everything,
        Answer,
        SourceOfFigure,
        SourceOfEffect,
        WhenToGetHelp,
    }

    /// <param name="Treatment">Its first slug.</param>
    /// <param name="Subject">Slug of the criterion, or the first of the concern; empty, where the whole treatment says nothing.</param>
    private sealed record Gap(string Treatment, Missing Missing, string Subject);
}
