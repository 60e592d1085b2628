using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Deciding;

/// <summary>A question about what the page says, of whose answers exactly one is right.</summary>
/// <param name="Because">What the page says, in its own words.</param>
/// <param name="Row">Where it says so.</param>
public sealed record CheckQuestion(string Asked, IReadOnlyList<CheckAnswer> Answers, string Because, CriterionEntry? Row);

public sealed record CheckAnswer(string Words, bool IsRight);

/// <summary>
/// Three to five questions with which readers can see whether they have understood a comparison. Nobody writes them: each is made from
/// typed values, from certainties or from the presence of a text, and only where these leave no doubt about the answer. So there may be
/// fewer where little is written. None gives itself away: each asks which, how many, how long or how sure.
/// </summary>
public static class KnowledgeCheck
{
    public const int Least = 3;
    public const int Most = 5;

    private const int MostValues = 3;

    public static IReadOnlyList<CheckQuestion> Of(Comparison comparison)
    {
        var options = comparison.Treatments;
        var concerns = (comparison.Concern is { } inView ? [inView] : comparison.SharedConcerns)
            .Where(concern => !concern.NeedsMedicalCare).ToList();
        List<CheckQuestion> sure = [.. Surest(comparison, options, concerns).Take(1), .. HowSure(comparison, options, concerns).Take(1)];
        List<CheckQuestion> last = [.. Risks(comparison, options), .. Nothing(comparison, concerns).Take(1)];
        List<CheckQuestion> values = [.. Values(comparison, options).Take(Math.Min(MostValues, Most - sure.Count - last.Count))];
        List<CheckQuestion> more = [.. Lasting(comparison, options), .. HowMany(comparison, options)];
        return [.. sure, .. values, .. more.Take(Least - sure.Count - values.Count - last.Count), .. last];
    }

    private static IEnumerable<CheckQuestion> Surest(
        Comparison comparison, IReadOnlyList<TreatmentEntry> options, List<ConcernEntry> concerns) =>
        from concern in concerns
        let evidence = comparison.EvidenceFor(concern)
        where options.Count > 1 && evidence.All(one => one is { Offer: ConcernOffer.Studied, Certainty: not null })
        let most = evidence.Max(one => one!.Certainty)
        where evidence.Count(one => one!.Certainty == most) == 1
            && evidence.Single(one => one!.Certainty == most)!.Direction == EvidenceDirection.Improves
        select new CheckQuestion(
            $"For which one are we {(options.Count > 2 ? "most" : "more")} sure that it helps with {RunningText.NameOf(concern)}?",
            [.. options.Select((option, i) => new CheckAnswer(NameOf(option), evidence[i]!.Certainty == most))],
            WordsOf(options, evidence),
            comparison.FindRow(CriterionRole.Evidence)?.Criterion);

    private static IEnumerable<CheckQuestion> HowSure(
        Comparison comparison, IReadOnlyList<TreatmentEntry> options, List<ConcernEntry> concerns) =>
        from concern in concerns
        let evidence = comparison.EvidenceFor(concern).Take(options.Count).ToList()
        where evidence.All(one =>
            one is { Offer: ConcernOffer.Studied, Certainty: { } certainty }
                && (certainty == Certainty.VeryLow || options.Count == 1))
        let sure = evidence[0]!.Certainty!.Value
        select new CheckQuestion(
            $"How sure are we about what {RunningText.List([.. options.Select(RunningText.NameOf)], "and")} "
                + $"{(options.Count == 1 ? "does" : "do")} for {RunningText.NameOf(concern)}?",
            [.. ThreeSteps(sure).Select(step => new CheckAnswer($"{CertaintyLabels.LabelOf(step)} certainty", step == sure))],
            $"{CertaintyLabels.LabelOf(sure)} certainty. {WordsOf(options, evidence)}",
            comparison.FindRow(CriterionRole.Evidence)?.Criterion);

    // The ends of the scale and a step between them, so that the right one is among them.
    private static Certainty[] ThreeSteps(Certainty sure) =>
        [Certainty.High, sure == Certainty.Low ? Certainty.Low : Certainty.Moderate, Certainty.VeryLow];

    private static IEnumerable<CheckQuestion> Values(Comparison comparison, IReadOnlyList<TreatmentEntry> options) =>
        from row in comparison.Rows
        where row.Agreement == Agreement.Differs && options.Count > 1 && row.Cells.Take(options.Count).All(IsPlain)
        let prompt = ValueKinds.Of(row.Criterion).Prompt(row.Criterion, options.Count > 2)
        where prompt is not null
        let values = row.Cells.Take(options.Count).Select(cell => cell.Answer?.Value).ToList()
        let most = values.FindIndex(value =>
            value is not null
                && values.All(other =>
                    ReferenceEquals(other, value) || (other is not null && ValueComparer.IsAbove(row.Criterion.Kind, value, other))))
        where most >= 0
        orderby row.Criterion.Priority ?? int.MaxValue
        select new CheckQuestion(
            $"“{row.Criterion.Question}” {prompt}",
            [.. options.Select((option, i) => new CheckAnswer(NameOf(option), i == most))],
            string.Join(
                ' ',
                options.Select((option, i) =>
                    $"{NameOf(option)}: {RunningText.StartLowerCase(Brief.Of(row.Criterion, row.Cells[i].Answer).TrimEnd('.'))}.")),
            row.Criterion);

    // "1, then repeated" is no lower number than "5".
    private static bool IsPlain(ComparisonCell cell) => cell.Answer?.Value?.Parts.All(part => part.Note is null) != false;

    private static IEnumerable<CheckQuestion> Lasting(Comparison comparison, IReadOnlyList<TreatmentEntry> options) =>
        from row in comparison.Rows
        where row.Criterion is { Role: CriterionRole.Duration, Kind: ValueKind.Duration }
        from cell in row.Cells.Take(options.Count)
        where cell.Answer?.Value is { } value && value.Parts.All(part => part is { Max: > 0 })
        let words = ValueFormatter.Of(row.Criterion, cell.Answer!.Value!)
        select new CheckQuestion(
            $"How long might a result of {RunningText.NameOf(cell.Treatment)} last?",
            [new("That is not known", false), new(RunningText.StartUpperCase(words), true), new("For good", false)],
            $"“{row.Criterion.Question}” {NameOf(cell.Treatment)}: {RunningText.StartLowerCase(words)}.",
            row.Criterion);

    private static IEnumerable<CheckQuestion> HowMany(Comparison comparison, IReadOnlyList<TreatmentEntry> options) =>
        from row in comparison.Rows
        where row.Criterion.Role == CriterionRole.Sessions
        let words = row.Cells.Take(options.Count)
            .Select(cell => cell.Answer?.Value is { } value ? ValueFormatter.Of(row.Criterion, value) : null).ToList()
        let first = words.FindIndex(one => one is not null)
        let other = words.FindIndex(one => one is not null && one != words[first])
        where other > first
        select new CheckQuestion(
            $"“{row.Criterion.Question}” What does this page say for {RunningText.NameOf(options[first])}?",
            [
                new(RunningText.StartUpperCase(words[other]!), false), new(RunningText.StartUpperCase(words[first]!), true),
                new("That is not known", false)],
            string.Join(' ', new[] { first, other }.Select(i => $"{NameOf(options[i])}: {RunningText.StartLowerCase(words[i]!)}.")),
            row.Criterion);

    private static IEnumerable<CheckQuestion> Risks(Comparison comparison, IReadOnlyList<TreatmentEntry> options) =>
        from row in comparison.Rows
        where row.Criterion.Role == CriterionRole.SeriousRisks
            && row.Cells.Take(options.Count).All(cell => cell.Answer?.Text is { } text && NamesRisk(text))
        let risks = row.Cells.Take(options.Count).Select(cell => Brief.Of(row.Criterion, cell.Answer).TrimEnd('.')).ToList()
        let because = string.Join(' ', options.Select((option, i) => $"{NameOf(option)}: {RunningText.StartLowerCase(risks[i])}."))
        select new CheckQuestion(
            options.Count == 1 ? $"What could go seriously wrong with {RunningText.NameOf(options[0])}?"
                : $"Which of these could go seriously wrong: {RunningText.List([.. options.Select(RunningText.NameOf)], "or")}?",
            options.Count == 1
                ? [new("Nothing", false), new(RunningText.StartUpperCase(risks[0]), true), new("That is not known", false)]
                : [
                    new($"Only {RunningText.NameOf(options[0])}", false),
                    new($"Only {RunningText.List([.. options.Skip(1).Select(RunningText.NameOf)], "and")}", false),
                    new(options.Count == 2 ? "Both of them" : "All of them", true)],
            because,
            row.Criterion);

    // Without a concern that all of them are for it is a choice all the same, unless one of them is for a concern that needs medical care.
    private static IEnumerable<CheckQuestion> Nothing(Comparison comparison, List<ConcernEntry> concerns) =>
        from baseline in comparison.Columns
        where baseline.Baseline
        let having = DecisionSentence.Having(baseline)
        from concern in concerns.Where(concern => concern.IfNothingIsDone is not null).Cast<ConcernEntry?>().DefaultIfEmpty()
        where concern is not null || (!comparison.SharesConcern && !comparison.AnyConcerns.Any(one => one.NeedsMedicalCare))
        let count = comparison.Columns.Count
        select new CheckQuestion(
            "How many choices does this page compare?",
            [.. Enumerable.Range(count - 1, 3).Select(number => new CheckAnswer($"{number}", number == count))],
            $"The choices are {RunningText.List(
                [.. comparison.Columns.Where(column => !column.Baseline).Select(RunningText.NameOf), having], "and")}."
                + (concern is null
                    ? ""
                    : $" If nothing is done about {RunningText.NameOf(concern)}: "
                        + RunningText.StartLowerCase(PlainText.Of(concern.IfNothingIsDone!.ToString()))),
            comparison.FindRow(CriterionRole.Evidence)?.Criterion);

    // "None." in a cell of risks is a text, but names no risk.
    private static bool NamesRisk(LocalText text) =>
        PlainText.Of(text.ToString())
            .Split([' ', '.', ',', ';', ':'], 2)[0]
            .ToLowerInvariant() is not ("none" or "no" or "not" or "nothing");

    private static string WordsOf(IReadOnlyList<TreatmentEntry> options, IReadOnlyList<ConcernEvidenceEntry?> evidence) =>
        string.Join(' ', options.Select((option, i) => $"{NameOf(option)}: {RunningText.StartLowerCase(EvidencePhrase.Of(evidence[i]))}."));

    private static string NameOf(TreatmentEntry option) => RunningText.StartUpperCase(RunningText.ShortNameOf(option));
}
