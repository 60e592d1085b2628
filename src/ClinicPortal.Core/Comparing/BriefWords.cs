using System.Buffers;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>A cell in one line: the editor's brief, else the typed value in words, else the first sentence, else why it is empty.</summary>
public static class BriefWords
{
    private static readonly SearchValues<string> SentenceEnds = SearchValues.Create([". ", ".\n", "? ", "?\n"], StringComparison.Ordinal);

    public static string Of(CriterionEntry criterion, AnswerEntry? answer) =>
        answer?.Brief?.ToString()
        ?? (answer?.Value is { } value ? Sentence(ValueWords.Of(criterion, value)) : null)
        ?? (answer?.Text is { } text ? FirstSentence(text.ToString()) : null)
        ?? AbsenceWords.Of(answer);

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    // Markdown's emphasis is the only marking that answers use.
    private static string FirstSentence(string text)
    {
        var plain = text.Replace("**", "", StringComparison.Ordinal);
        var end = plain.AsSpan().IndexOfAny(SentenceEnds);
        return end < 0 ? plain : plain[..(end + 1)];
    }
}

/// <summary>Why a cell is empty, in words.</summary>
public static class AbsenceWords
{
    public static string Of(AnswerEntry? answer) => Of(answer?.Absence ?? Absence.NotYetReviewed);

    public static string Of(Absence absence) => absence switch
    {
        Absence.NotKnown => "Not known",
        Absence.DoesNotApply => "Does not apply",
        Absence.NotYetReviewed => "Not yet reviewed",
        _ => throw new InvalidOperationException($"No wording for {absence}."),
    };
}
