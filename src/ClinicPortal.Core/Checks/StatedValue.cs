using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>The one figure that an answer's text states.</summary>
/// <param name="Value">As a typed value.</param>
/// <param name="Words">As they stand in the text.</param>
public sealed record StatedValue(AttributeValue Value, string Words)
{
    /// <summary>None, where the answer's text states no figure or more than one, or one that the criterion does not take.</summary>
    public static StatedValue? Of(AnswerEntry answer, CriterionEntry criterion, LocalText? besides = null) =>
        In(criterion, answer.Text?.ToString() ?? "", besides?.ToString() ?? "") is { } stated && Fits(answer, stated.Value, criterion)
            ? stated
            : null;

    /// <summary>None, where the text states none, or more than one, or one that no single part can hold.</summary>
    /// <param name="criterion">Tells what is a figure.</param>
    /// <param name="text">Is read.</param>
    /// <param name="besides">A text whose figures the first one states too, beside its own.</param>
    public static StatedValue? In(CriterionEntry criterion, string text, string besides = "")
    {
        var definition = ValueKinds.Of(criterion);
        if (Ranges(text).ExceptBy(Ranges(besides).Select(range => (range.Min, range.Max)), range => (range.Min, range.Max)).ToList()
            is not [var stated])
            return null;
        var part = new ValuePart
        {
            Min = stated.Min.Number,
            Max = stated.Max?.Number,
            Approximate = stated.IsApproximate,
            Unit = definition.HasUnit ? stated.Max is { IsNothing: false } end ? end.Unit : stated.Min.Unit : null,
        };
        var isMixed = definition.HasUnit && stated is { Min.IsNothing: false, Max: { } last } && last.Unit != stated.Min.Unit;
        return isMixed ? null : new(new() { Parts = [part] }, stated.Words);

        // "Every day" is how far apart something is, and not how long it takes.
        IEnumerable<StatedRange> Ranges(string read) => definition.StatedIn(criterion, read)
            .Where(range => !range.IsFrequency || criterion.Role == CriterionRole.Interval).DistinctBy(range => range.Words);
    }

    /// <summary>
    /// What the text states in place of a typed value of one part, where the two contradict each other and either can be put right by the
    /// other.
    /// </summary>
    public static StatedValue? Against(AnswerEntry answer, CriterionEntry criterion) =>
        answer.Value is { Parts: [{ Label: null } part] } && ContradictionRules.TellTwoFigures(answer, criterion)
            ? Of(answer, criterion, besides: part.Note)
            : null;

    /// <summary>The answer with the text's figure as its value; what was noted on the value stays.</summary>
    public AnswerEntry WithFigureOfText(AnswerEntry answer)
    {
        var (typed, stated) = (answer.Value!.Parts[0], Value.Parts[0]);
        return answer with { Value = new() { Parts = [typed with { Min = stated.Min, Max = stated.Max, Unit = stated.Unit }] } };
    }

    /// <summary>The typed value in words, as it would stand in the text.</summary>
    public static string WordsOf(AnswerEntry answer, CriterionEntry criterion) =>
        ValueFormatter.Of(criterion, new() { Parts = [answer.Value!.Parts[0] with { Note = null, Approximate = false }] });

    /// <summary>
    /// A text with other words in place of the figure; none, where the figure does not stand there exactly once as it was read: another
    /// figure of the text must never change with it.
    /// </summary>
    public string? Rewritten(string text, string words)
    {
        var figure = new Regex($@"(?<![\w.,]){Regex.Escape(Words)}(?!\w|[.,]\d)");
        return figure.Count(text) == 1 ? figure.Replace(text, words.Replace("$", "$$", StringComparison.Ordinal)) : null;
    }

    /// <summary>Whether the criterion takes that value beside the rest of the answer.</summary>
    public static bool Fits(AnswerEntry answer, AttributeValue value, CriterionEntry criterion) =>
        !ContentRules.CheckAnswer(answer with { Value = value, Absence = null, Sources = [] }, criterion)
            .Any(problem => problem.Path.Contains(".value", StringComparison.Ordinal));
}
