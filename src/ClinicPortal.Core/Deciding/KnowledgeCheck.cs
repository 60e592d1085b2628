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
/// fewer where little is written.
/// </summary>
public static class KnowledgeCheck
{
    public const int Least = 3;
    public const int Most = 5;

    private const int MostValues = 3;

    public static IReadOnlyList<CheckQuestion> Of(Comparison comparison)
    {
        var options = comparison.Options.Where(option => !option.Baseline).ToList();
        var concerns = (comparison.Concern is { } inView ? [inView] : comparison.SharedConcerns)
            .Where(concern => !concern.NeedsMedicalCare).ToList();
        List<CheckQuestion> sure = [.. Surest(comparison, options, concerns).Take(1), .. NotSure(comparison, options, concerns).Take(1)];
        List<CheckQuestion> last = [.. Risks(comparison, options), .. Nothing(comparison, concerns).Take(1)];
        List<CheckQuestion> values = [.. Values(comparison, options).Take(Math.Min(MostValues, Most - sure.Count - last.Count))];
        List<CheckQuestion> more =
            [.. Unknown(comparison, options).Take(1), .. Lasting(comparison, options).Take(1), .. Operations(comparison, options).Take(1)];
        return [.. sure, .. values, .. more.Take(Least - sure.Count - values.Count - last.Count), .. last];
    }

    private static IEnumerable<CheckQuestion> Surest(Comparison comparison, List<TreatmentEntry> options, List<ConcernEntry> concerns) =>
        from concern in concerns
        let evidence = comparison.EvidenceFor(concern)
        where options.Count > 1 && evidence.All(one => one is { Offer: ConcernOffer.Studied, Certainty: not null })
        let most = evidence.Max(one => one!.Certainty)
        where evidence.Count(one => one!.Certainty == most) == 1
            && evidence.Single(one => one!.Certainty == most)!.Direction == EvidenceDirection.Improves
        select new CheckQuestion(
            $"For which are we {(options.Count > 2 ? "most" : "more")} sure that it helps with {RunningText.NameOf(concern)}?",
            [.. options.Select((option, i) => new CheckAnswer(NameOf(option), evidence[i]!.Certainty == most))],
            WordsOf(options, evidence),
            comparison.FindRow(CriterionRole.Evidence)?.Criterion);

    private static IEnumerable<CheckQuestion> NotSure(Comparison comparison, List<TreatmentEntry> options, List<ConcernEntry> concerns) =>
        from concern in concerns
        let evidence = comparison.EvidenceFor(concern).Take(options.Count).ToList()
        where evidence.All(one => one is { Offer: ConcernOffer.Studied, Certainty: Certainty.VeryLow })
        select new CheckQuestion(
            $"We are sure that {RunningText.List([.. options.Select(RunningText.NameOf)], "or")} helps with {RunningText.NameOf(concern)}.",
            TrueOrNot(isTrue: false),
            WordsOf(options, evidence),
            comparison.FindRow(CriterionRole.Evidence)?.Criterion);

    private static IEnumerable<CheckQuestion> Values(Comparison comparison, List<TreatmentEntry> options) =>
        from row in comparison.Rows
        where row.Agreement == Agreement.Differs && options.Count > 1
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
                    $"{NameOf(option)}{(values[i]!.Parts[0].Label is null ? ": " : ", ")}"
                        + $"{RunningText.StartLowerCase(ValueFormatter.Of(row.Criterion, values[i]!))}.")),
            row.Criterion);

    private static IEnumerable<CheckQuestion> Unknown(Comparison comparison, List<TreatmentEntry> options) =>
        from row in comparison.Rows
        orderby row.Criterion.Priority ?? int.MaxValue
        from cell in row.Cells.Take(options.Count)
        where cell.Answer?.Absence == Absence.NotKnown
        select new CheckQuestion(
            $"“{row.Criterion.Question}” For {RunningText.NameOf(cell.Treatment)}, the answer is not known.",
            TrueOrNot(isTrue: true),
            $"{NameOf(cell.Treatment)}: not known. No good answer has been found.",
            row.Criterion);

    private static IEnumerable<CheckQuestion> Lasting(Comparison comparison, List<TreatmentEntry> options) =>
        from row in comparison.Rows
        where row.Criterion is { Role: CriterionRole.Duration, Kind: ValueKind.Duration }
        from cell in row.Cells.Take(options.Count)
        where cell.Answer?.Value is { } value && value.Parts.All(part => part is { Max: > 0 })
        select new CheckQuestion(
            $"A result of {RunningText.NameOf(cell.Treatment)} lasts for ever.",
            TrueOrNot(isTrue: false),
            $"“{row.Criterion.Question}” {NameOf(cell.Treatment)}: "
                + $"{RunningText.StartLowerCase(ValueFormatter.Of(row.Criterion, cell.Answer!.Value!))}.",
            row.Criterion);

    private static IEnumerable<CheckQuestion> Operations(Comparison comparison, List<TreatmentEntry> options) =>
        from option in options
        where option.Surgical
        select new CheckQuestion(
            $"{RunningText.StartUpperCase(RunningText.NameOf(option))} is an operation.",
            TrueOrNot(isTrue: true),
            $"{NameOf(option)}: {RunningText.StartLowerCase(PlainText.Of(option.Summary.ToString()))}",
            comparison.FindRow(CriterionRole.Process)?.Criterion);

    private static IEnumerable<CheckQuestion> Risks(Comparison comparison, List<TreatmentEntry> options) =>
        from row in comparison.Rows
        where row.Criterion.Role == CriterionRole.SeriousRisks
            && row.Cells.Take(options.Count).All(cell => cell.Answer?.Text is { } text && NamesRisk(text))
        select new CheckQuestion(
            options.Count > 1
                ? "Something could go seriously wrong with each of these: "
                    + $"{RunningText.List([.. options.Select(RunningText.NameOf)], "and")}."
                : $"Something could go seriously wrong with {RunningText.NameOf(options[0])}.",
            TrueOrNot(isTrue: true),
            "This page says what could go seriously wrong, even if it is rare.",
            row.Criterion);

    // Without a concern that all of them are for it is a choice all the same, unless one of them is for a concern that needs medical care.
    private static IEnumerable<CheckQuestion> Nothing(Comparison comparison, List<ConcernEntry> concerns) =>
        from baseline in comparison.Columns
        where baseline.Baseline
        let having = RunningText.StartUpperCase(DecisionSentence.Having(baseline))
        from concern in concerns.Where(concern => concern.IfNothingIsDone is not null).Cast<ConcernEntry?>().DefaultIfEmpty()
        where concern is not null || (!comparison.SharesConcern && !comparison.AnyConcerns.Any(one => one.NeedsMedicalCare))
        select new CheckQuestion(
            concern is null
                ? $"{having} is also a choice."
                : $"For {RunningText.NameOf(concern)}, {RunningText.StartLowerCase(having)} is also a choice.",
            TrueOrNot(isTrue: true),
            $"{having} is one of the options here."
                + (concern is null
                    ? ""
                    : $" If nothing is done: {RunningText.StartLowerCase(PlainText.Of(concern.IfNothingIsDone!.ToString()))}"),
            comparison.FindRow(CriterionRole.Evidence)?.Criterion);

    private static List<CheckAnswer> TrueOrNot(bool isTrue) => [new("True", isTrue), new("Not true", !isTrue)];

    // "None." in a cell of risks is a text, but names no risk.
    private static bool NamesRisk(LocalText text) =>
        PlainText.Of(text.ToString())
            .Split([' ', '.', ',', ';', ':'], 2)[0]
            .ToLowerInvariant() is not ("none" or "no" or "not" or "nothing");

    private static string WordsOf(List<TreatmentEntry> options, IReadOnlyList<ConcernEvidenceEntry?> evidence) =>
        string.Join(' ', options.Select((option, i) => $"{NameOf(option)}: {RunningText.StartLowerCase(EvidencePhrase.Of(evidence[i]))}."));

    private static string NameOf(TreatmentEntry option) => RunningText.StartUpperCase(RunningText.ShortNameOf(option));
}
