using System.Buffers;
using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Deciding;

/// <summary>
/// Finds the glossary's words in a text: whole words in any case, with or without a plural s; where several begin at one place, the
/// longest. A hyphen binds, so "ablative" does not stand in "non-ablative".
/// </summary>
public sealed class GlossaryMatcher
{
    private readonly (string Form, GlossaryTermEntry Term)[] _forms;
    private readonly SearchValues<string> _any;

    public GlossaryMatcher(IEnumerable<GlossaryTermEntry> glossary)
    {
        _forms =
        [
            .. from term in glossary
               from form in term.OtherForms.Prepend(term.Term)
               let words = form.ToString().Trim()
               where words.Length > 0
               orderby words.Length descending
               select (words, term),
        ];
        _any = SearchValues.Create([.. _forms.Select(form => form.Form)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The first place at or after <paramref name="from"/>.</summary>
    public GlossaryPlace? Next(ReadOnlySpan<char> text, int from)
    {
        for (var at = IndexOfAny(text, from); at >= 0; at = IndexOfAny(text, at + 1))
            if (IsEdge(text, at))
                foreach (var (form, term) in _forms)
                    if (text[at..].StartsWith(form, StringComparison.OrdinalIgnoreCase) && EndOf(text, at + form.Length) is { } end)
                        return new(at, end, term);
        return null;
    }

    private int IndexOfAny(ReadOnlySpan<char> text, int from) =>
        text[from..].IndexOfAny(_any) is >= 0 and var found ? from + found : -1;

    private static int? EndOf(ReadOnlySpan<char> text, int end) =>
        IsEdge(text, end) ? end : text[end] is 's' or 'S' && IsEdge(text, end + 1) ? end + 1 : null;

    private static bool IsEdge(ReadOnlySpan<char> text, int at) =>
        at == 0 || at == text.Length || !Binds(text[at - 1]) || !Binds(text[at]);

    // Half of a surrogate pair may be half of a letter.
    private static bool Binds(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter is '-' or '\u2011' or '_'
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

/// <summary>Where a word stands, from its first character to behind its last.</summary>
public readonly record struct GlossaryPlace(int Start, int End, GlossaryTermEntry Term);

/// <summary>The words of one page, read from its top: each is explained where it first stands and nowhere else.</summary>
public sealed class GlossaryMentions(GlossaryMatcher glossary)
{
    private readonly Dictionary<string, GlossaryTermEntry> _terms = [];

    /// <summary>All that were met so far.</summary>
    public IReadOnlyCollection<GlossaryTermEntry> Terms => _terms.Values;

    /// <summary>The first place at or after <paramref name="from"/> where a word stands that was not met before.</summary>
    public GlossaryPlace? Next(ReadOnlySpan<char> text, int from)
    {
        while (glossary.Next(text, from) is { } place)
        {
            if (_terms.TryAdd(place.Term.Slug, place.Term))
                return place;
            from = place.End;
        }
        return null;
    }
}
