using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// One truth per cell: an answer's text, its typed value and its one line say the same, and speak of their own treatment. The text is what
/// patients read, so it is the measure of the other two. It is read in the main language only, because it is read as English.
/// </summary>
/// <remarks>
/// What is found here is a warning: saving goes on, and publishing with a reason. These rules read prose as a person does and can be wrong
/// where a person has found other words; a wrong alarm must never keep a corrected risk from patients. Everything else that
/// <see cref="ContentRules"/> checks is exact.
/// </remarks>
internal static class ContradictionRules
{
    /// <summary>The beginnings of a text that says there is no figure, whatever it goes on to tell.</summary>
    private static readonly string[] Unknown = ["not known", "not well known", "unknown", "nobody knows", "not measured", "we do not know"];

    /// <param name="content">In which contradictions are looked for.</param>
    /// <param name="published">What patients read: what contradicts itself there is left out, also where it was renamed since.</param>
    public static IEnumerable<ContentProblem> Check(ClinicContent content, ClinicContent? published)
    {
        var read = published is null ? [] : Of(published).Select(one => one.Contradiction).ToHashSet();
        return Of(content).Where(one => !read.Contains(one.Contradiction)).Select(one => one.Problem);
    }

    public static IEnumerable<ContentProblem> Answer(
        AnswerEntry answer, string path, CriterionEntry criterion, TreatmentEntry treatment, SubjectNames names) =>
        FoundIn(answer, criterion, treatment, names).Select(found => ProblemOf(found, path, criterion, treatment));

    private static IEnumerable<(Contradiction Contradiction, ContentProblem Problem)> Of(ClinicContent content)
    {
        var criteria = content.Criteria.Where(criterion => !criterion.Archived).DistinctBy(criterion => criterion.Slug)
            .ToDictionary(criterion => criterion.Slug);
        var names = new SubjectNames(content.Treatments, content.Concerns);
        return
            from treatment in content.Treatments.At("treatments")
            where !treatment.Item.Archived
            from answer in treatment.Item.Answers.At(treatment.Path + ".answers")
            let criterion = criteria.GetValueOrDefault(answer.Item.Criterion)
            where criterion is not null
            from found in FoundIn(answer.Item, criterion, treatment.Item, names)
            select (
                new Contradiction(
                    Slug.FirstOf(treatment.Item.Slug, treatment.Item.FormerSlugs), answer.Item.Criterion, found.Message),
                ProblemOf(found, answer.Path, criterion, treatment.Item));
    }

    private static IEnumerable<Found> FoundIn(
        AnswerEntry answer, CriterionEntry criterion, TreatmentEntry treatment, SubjectNames names) =>
        In(answer.Text) is not { } text ? []
        : Value(answer, text, criterion).Concat(Absent(answer, text, criterion)).Concat(Brief(answer, text, criterion))
            .Concat(Subjects(answer, text, criterion, treatment, names));

    private static ContentProblem ProblemOf(Found found, string path, CriterionEntry criterion, TreatmentEntry treatment) =>
        new($"{path}.{found.Field}", $"“{criterion.Term}” of {RunningText.ShortNameOf(treatment)}: {found.Message}");

    /// <summary>Whether the first part of the typed value and the text tell two figures.</summary>
    public static bool TellTwoFigures(AnswerEntry answer, CriterionEntry criterion) =>
        In(answer.Text) is { } text && Value(answer, text, criterion).Any(found => found.Field == "value.parts[0]");

    private static IEnumerable<Found> Value(AnswerEntry answer, string text, CriterionEntry criterion)
    {
        if (answer.Value is null || !ValueKinds.Of(criterion).IsMeasured)
            yield break;
        if (IsUnknown(text))
        {
            yield return new(
                "value",
                $"the measured value says “{ValueFormatter.Of(criterion, answer.Value)}”, and the text begins by saying "
                + "that it is not known. Remove the value, or say in the text what is known.");
            yield break;
        }
        foreach (var (part, index) in answer.Value.Parts.Select((part, index) => (part, index)))
        {
            if (Unstated(part, LabelledText.Of(text, part, answer.Value.Parts), criterion) is { } reason)
                yield return new($"value.parts[{index}]", $"the measured value says “{Words(criterion, part)}”, but {reason}");
            if (In(part.Note) is { } note && Missing(note, text, criterion) is { Count: > 0 } figures)
                yield return new($"value.parts[{index}].note",
                    $"the note on the measured value says {Listed(figures)}, and the text does not. "
                        + "Say it in the text, or take it out of the note.");
        }
    }

    /// <summary>Why the text does not state the part, and what to do; none where it does.</summary>
    private static string? Unstated(ValuePart part, string text, CriterionEntry criterion)
    {
        var kind = ValueKinds.Of(criterion);
        List<StatedRange> stated = [.. kind.StatedIn(criterion, text)];
        if (stated.Count == 0 && !kind.MustBeStated)
            return null;
        Amount? min = part.Min is { } from ? kind.AmountOf(from, part) : null, max = part.Max is { } to ? kind.AmountOf(to, part) : null;
        const string Change = "Change the value, or say it in the text.";
        if (min is { } one && max is { } same && one.IsSameAs(same))
            return stated.Exists(range => range.IsSingle && range.Min.IsSameAs(one)) ? null
                : Elsewhere(one, stated) is { } range ? $"the text says “{range.Words}”. {Change}"
                : $"the text does not say {Name(one, part, criterion)}. {Change}{OtherUnit(one, stated)}";
        List<Amount> missing =
        [
            .. min is { } begin && !stated.Exists(range => range.Min.IsSameAs(begin)) ? [begin] : Array.Empty<Amount>(),
            .. max is { } end && !stated.Exists(range => range.Max?.IsSameAs(end) == true) ? [end] : Array.Empty<Amount>(),
        ];
        if (missing.Count > 0)
            return missing.Select(amount => Elsewhere(amount, stated)).OfType<StatedRange>().FirstOrDefault() is { } misplaced
                ? $"the text says “{misplaced.Words}”. {Change}"
                : $"the text does not say {RunningText.List([.. missing.Select(amount => Name(amount, part, criterion))], "or")}. {Change}"
                    + OtherUnit(missing[0], stated);
        return max is null && min is { } open && !stated.Exists(range => range.IsOpen && range.Min.IsSameAs(open))
            ? $"the text does not say that it can be more (“at least”, “or more”). {Change}"
            : null;
    }

    /// <summary>Where the amount stands in the text as the other end of a range, or as one end of it instead of both.</summary>
    private static StatedRange? Elsewhere(Amount amount, List<StatedRange> stated) =>
        stated.Find(range => !amount.IsNothing && (range.Min.IsSameAs(amount) || range.Max?.IsSameAs(amount) == true));

    // Whoever typed 12 weeks beside "3 months" would look for the mistake elsewhere.
    private static string OtherUnit(Amount amount, List<StatedRange> stated) =>
        amount.Unit is { } unit && UnitLength.Of(unit).Varies is var varies
            && stated.Exists(range => (range.Max ?? range.Min).Unit is { } other && UnitLength.Of(other).Varies != varies)
            ? " A month is not an exact number of weeks, so use the same unit in the value as in the text."
            : "";

    private static IEnumerable<Found> Absent(AnswerEntry answer, string text, CriterionEntry criterion)
    {
        if (answer.Absence is not { } absence || answer.Value is not null || !ValueKinds.Of(criterion).IsMeasured)
            yield break;
        var label = AbsenceLabels.Of(absence);
        if (Stated(text, criterion) is { } said && !(absence == Absence.NotKnown && MentionsUnknown(text)))
            yield return new("absence", $"it is marked “{label}”, and the text says “{said.Words}”. "
                + (absence == Absence.NotKnown
                    ? "Say in the text that it is not known, or enter the value."
                    : "Enter the value, or take the figure out of the text."));
        if (In(answer.Brief) is { } brief && Stated(brief, criterion) is { } shown)
            yield return new("brief",
                $"it is marked “{label}”, and the answer in one line says “{shown.Words}”. Take the figure out, or enter the value.");
    }

    private static IEnumerable<Found> Brief(AnswerEntry answer, string text, CriterionEntry criterion)
    {
        if (In(answer.Brief) is { } brief && Missing(brief, text, criterion) is { Count: > 0 } figures)
            yield return new("brief",
                $"the answer in one line says {Listed(figures)}, and the text does not. Say it in the text, or take it out of the one "
                    + "line.");
    }

    /// <summary>Figures of a shorter text that the text lacks, and the steps that it lacks where the answer is a step.</summary>
    private static List<string> Missing(string shorter, string text, CriterionEntry criterion)
    {
        List<StatedRange> stated = [.. Ranges(text, criterion)];
        return
        [
            .. from range in Ranges(shorter, criterion)
               where range.Figures.Any(figure => !stated.Exists(other => Holds(other, figure)))
               select range.Words,
        ];
    }

    private static IEnumerable<StatedRange> Ranges(string text, CriterionEntry criterion) =>
        criterion.Kind == ValueKind.Scale ? ValueKinds.Of(criterion).StatedIn(criterion, text) : EnglishAmounts.Read(text);

    // "Every 4 to 6" beside "4 to 6 weeks" is short and no contradiction.
    private static bool Holds(StatedRange range, Amount figure) =>
        new[] { range.Min, range.Max ?? range.Min }
            .Any(end => end.IsSameAs(figure) || (figure is { Unit: null, IsMoney: false } && end.Number == figure.Number));

    private static IEnumerable<Found> Subjects(
        AnswerEntry answer, string text, CriterionEntry criterion, TreatmentEntry treatment, SubjectNames names)
    {
        if (In(answer.Brief) is not { } brief || CriterionRoles.SpeaksOfOthers(criterion.Role))
            yield break;
        // Studies compare treatments; their result may be told with the name of the other where the text tells it so too.
        if (names.OtherTreatmentIn(brief, treatment) is { } other
            && !(criterion.Role == CriterionRole.Evidence && PlainText.FindWords(text, other) >= 0))
            yield return new(
                "brief",
                $"the answer in one line names “{other}”. Patients may read this answer beside any other treatment, so it must be "
                + "about this one only. Take the name out. To compare the two, write about them under Comparisons.");
        if (names.OtherConcernIn(brief, treatment) is { } concern && PlainText.FindWords(text, concern) < 0)
            yield return new(
                "brief",
                $"the answer in one line names “{concern}”, for which this treatment is not offered and which the text "
                + "does not mention. Take it out.");
    }

    private static StatedRange? Stated(string text, CriterionEntry criterion) =>
        ValueKinds.Of(criterion).StatedIn(criterion, text).FirstOrDefault(range => range.Figures.Count > 0);

    private static bool IsUnknown(string text) => Unknown.Any(words => text.StartsWith(words, StringComparison.OrdinalIgnoreCase));

    private static bool MentionsUnknown(string text) => Unknown.Any(words => PlainText.FindWords(text, words) >= 0);

    private static string Name(Amount amount, ValuePart part, CriterionEntry criterion) =>
        Words(criterion, new() { Min = amount.Number, Max = amount.Number, Unit = part.Unit });

    private static string Words(CriterionEntry criterion, ValuePart part) =>
        ValueFormatter.Of(criterion, new() { Parts = [part with { Note = null }] });

    private static string Listed(IEnumerable<string> words) => RunningText.List([.. words.Distinct().Select(one => $"“{one}”")], "and");

    private static string? In(LocalText? text) =>
        text?.Texts.GetValueOrDefault(LocalText.MainCulture) is { Length: > 0 } said ? PlainText.Of(said) : null;

    /// <param name="Field">Of the answer, where it is put right.</param>
    /// <param name="Message">What contradicts what, and what to do.</param>
    private sealed record Found(string Field, string Message);

    /// <summary>The same before and after a renaming.</summary>
    /// <param name="Treatment">By the first of its names in addresses.</param>
    private sealed record Contradiction(string Treatment, string Criterion, string Message);
}
