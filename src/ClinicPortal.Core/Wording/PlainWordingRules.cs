using System.Collections.Frozen;

namespace ClinicPortal.Core.Wording;

/// <summary>The words of one language. A text is read once, word by word.</summary>
internal sealed class PlainWordingRules
{
    private const int LongestAbbreviation = 6;

    private static readonly WordingRule MedicalWord = PlainWording.Kind("medical-word");
    private static readonly WordingRule Abbreviation = PlainWording.Kind("abbreviation");
    private static readonly WordingRule LongSentence = PlainWording.Kind(PlainWording.LongSentence);

    private readonly string _language;
    private readonly LanguageFile _file;
    private readonly FrozenSet<string> _known;
    private readonly FrozenSet<string> _everyday;
    private readonly FrozenDictionary<string, (string Phrase, string Plain)[]>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _shortest;

    public PlainWordingRules(string language)
    {
        _language = language;
        _file = WordingData.Read<LanguageFile>($"plain.{language}.yaml");
        _known = _file.Known.Split(' ').ToFrozenSet();
        _everyday = _file.Everyday.Split(' ').ToFrozenSet();
        var words = (
            from entry in _file.Words
            from form in entry.Key.Split('/')
            let phrase = FoldedText.Of(form, language)
            group (phrase, entry.Value) by phrase.Split(' ')[0]).ToFrozenDictionary(
                forms => forms.Key, forms => forms.OrderByDescending(form => form.phrase.Length).ToArray());
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _shortest = words.Keys.Min(word => word.Length);
    }

    public int LongestSentence => _file.LongestSentence;

    public int SyllablesOfHardWord => _file.HardWord;

    public IReadOnlyList<WordingFinding> Find(string text, IReadOnlyCollection<string> explained)
    {
        var folded = FoldedText.Of(text, _language);
        var met = new HashSet<string>();
        var findings = new List<WordingFinding>();
        var behind = 0;
        foreach (var (start, end) in WordsOf(folded))
            if (start >= behind && (MedicalWordAt(text, folded, start, end) ?? AbbreviationAt(text, start, end)) is { } finding)
            {
                behind = start + finding.Length;
                if (met.Add(finding.Words) && !IsExplained(text, start, finding.Words, explained))
                    findings.Add(finding);
            }
        findings.AddRange(
            from sentence in Readability.SentencePlaces(text)
            let words = text[sentence]
            where words.Count(' ') >= LongestSentence
            let count = Readability.WordsOf(words).Count
            where count > LongestSentence
            select new WordingFinding(
                sentence.Start.Value, words, LongSentence, WordingData.Filled(_file.LongSentence, ("count", $"{count}"))));
        return [.. findings.OrderBy(finding => finding.Start)];
    }

    public bool IsEveryday(string word) => _everyday.Contains(FoldedText.Of(word, _language));

    /// <summary>By the glossary, or by brackets: "redness (erythema)", "erythema (redness)", or "a rash called erythema".</summary>
    public bool IsExplained(string text, int start, string words, IReadOnlyCollection<string> explained) =>
        IsLastInBrackets(text, words)
        || text.Contains($"{words} (", StringComparison.OrdinalIgnoreCase)
        || _file.ExplainedBefore.Exists(cue => text.AsSpan(0, start).TrimEnd().EndsWith(cue, StringComparison.OrdinalIgnoreCase))
        || explained.Any(form => Covers(form, text, start, words));

    // "(erythema)", "(local anaesthetic)".
    private static bool IsLastInBrackets(string text, string words)
    {
        var at = text.IndexOf($"{words})", StringComparison.OrdinalIgnoreCase);
        var open = at < 0 ? -1 : text.LastIndexOf('(', at);
        return open >= 0 && text.AsSpan(open, at - open) is var before && before.Count(' ') <= 1 && !before.Contains(')');
    }

    // The longer "alopecia areata" explains "alopecia" where it stands, and "nodule" explains "nodules".
    private bool Covers(string form, string text, int start, string words)
    {
        var longer = form.Length - words.Length;
        return longer < 0
            ? -longer <= Math.Max(1, _file.Suffix) && words.StartsWith(form, StringComparison.OrdinalIgnoreCase)
            : text.AsSpan(Math.Max(0, start - longer)..Math.Min(text.Length, start + words.Length + longer))
                .Contains(form, StringComparison.OrdinalIgnoreCase);
    }

    private WordingFinding? MedicalWordAt(string text, string folded, int start, int end)
    {
        for (var length = end - start; length >= Math.Max(_shortest, end - start - Math.Max(1, _file.Suffix)); length--)
            if (_words.TryGetValue(folded.AsSpan(start, length), out var phrases))
                foreach (var (phrase, plain) in phrases)
                    if (Ends(folded, start, phrase) is { } phraseEnd)
                        return MedicalWordFinding(start, text[start..phraseEnd], plain);
        return null;
    }

    private WordingFinding MedicalWordFinding(int start, string words, string plain) =>
        new(start, words, MedicalWord, WordingData.Filled(_file.MedicalWord, ("plain", plain), ("words", words)));

    // Behind the word and its ending: a plural s, or the endings of the language.
    private int? Ends(string folded, int start, string phrase)
    {
        if (string.CompareOrdinal(folded, start, phrase, 0, phrase.Length) != 0)
            return null;
        var stem = start + phrase.Length;
        var end = stem;
        while (end < folded.Length && IsWord(folded[end]))
            end++;
        if (end == stem)
            return end;
        return _file.Suffix > 0
            ? end - stem <= _file.Suffix && !_file.Except.Exists(word => folded.AsSpan(start).StartsWith(word)) ? end : null
            : end == stem + 1 && folded[stem] == 's' ? end : null;
    }

    private WordingFinding? AbbreviationAt(string text, int start, int end)
    {
        var word = text[start..end];
        if (word.Count(char.IsUpper) < 2)
            return null;
        var letters = word.EndsWith('s') ? word[..^1] : word;
        return letters.Length <= LongestAbbreviation && 2 * letters.Count(char.IsUpper) >= letters.Count(char.IsLetter)
            && !_known.Contains(letters.Split('-')[0]) && letters.AsSpan().ContainsAnyExcept("IVX") && text.Any(char.IsLower)
            ? new(start, letters, Abbreviation, WordingData.Filled(_file.Abbreviation, ("words", letters)))
            : null;
    }

    // The address of a link is none of its words.
    private static IEnumerable<(int Start, int End)> WordsOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (text[at] == ']' && at + 1 < text.Length && text[at + 1] == '(' && text.IndexOf(')', at) is > 0 and var close)
                at = close;
            else if (IsWord(text[at]))
            {
                var start = at;
                while (at < text.Length && IsWord(text[at]))
                    at++;
                yield return (start, at--);
            }
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '-';

    // YAML fills them in.
    private sealed class LanguageFile
    {
        public required int LongestSentence { get; init; }

        public required int Suffix { get; init; }

        public required int HardWord { get; init; }

        public required string Everyday { get; init; }

        public required List<string> ExplainedBefore { get; init; }

        public List<string> Except { get; init; } = [];

        public required string Known { get; init; }

        public required string MedicalWord { get; init; }

        public required string Abbreviation { get; init; }

        public required string LongSentence { get; init; }

        public required Dictionary<string, string> Words { get; init; }
    }
}
