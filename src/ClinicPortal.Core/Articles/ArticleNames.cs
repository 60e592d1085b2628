using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Searching;

namespace ClinicPortal.Core.Articles;

/// <summary>A name of treatments where it stands among the words of a sentence.</summary>
/// <param name="At">Its first word.</param>
/// <param name="Length">In words.</param>
/// <param name="Treatments">Several, where they share the name.</param>
internal sealed record NamedThere(int At, int Length, IReadOnlyList<TreatmentEntry> Treatments);

/// <summary>The names of a clinic's treatments and concerns, in every language, the longest first.</summary>
internal sealed class ArticleNames
{
    private const int ShortestTelling = 4;

    private readonly List<(Phrase Name, IReadOnlyList<TreatmentEntry> Treatments)> _treatments;
    private readonly List<(Phrase Name, string Concern)> _concerns;
    private readonly Dictionary<string, HashSet<TreatmentEntry>> _telling;

    public ArticleNames(ClinicContent content)
    {
        _concerns =
        [
            .. from concern in content.Concerns
               where !concern.Archived
               from name in Parts([concern.Name, .. concern.OtherNames, .. concern.SearchNames])
               select (name, concern.Slug),
        ];
        var ofConcerns = _concerns.SelectMany(concern => concern.Name.Words).ToHashSet();
        var names =
            (from treatment in content.Treatments
             where treatment is { Archived: false, Baseline: false }
             from name in Parts(
                 [treatment.Name, treatment.ShortName, treatment.InSentence, .. treatment.OtherNames, .. treatment.SearchNames])
             select (Name: name, Treatment: treatment)).ToList();
        _treatments =
        [
            .. names.GroupBy(one => string.Join(' ', one.Name.Words))
                .Where(same => !_concerns.Exists(concern => concern.Name.Words.SequenceEqual(same.First().Name.Words)))
                .Select(same => (same.First().Name, (IReadOnlyList<TreatmentEntry>)[.. same.Select(one => one.Treatment).Distinct()]))
                .OrderByDescending(one => one.Name.Words.Count),
        ];
        _telling = names
            .SelectMany(one => one.Name.Words.Select(word => (Word: word, one.Treatment)))
            .Where(one => one.Word.Length >= ShortestTelling && !CommonWords.Stop.Contains(one.Word) && !ofConcerns.Contains(one.Word))
            .GroupBy(one => one.Word, one => one.Treatment).ToDictionary(word => word.Key, word => word.ToHashSet());
    }

    /// <summary>In the order of the text; none inside another.</summary>
    public IReadOnlyList<NamedThere> In(ArticleWords words)
    {
        var read = new bool[words.Count];
        var found = new List<NamedThere>();
        foreach (var (name, treatments) in _treatments)
            for (var at = 0; at < words.Count; at++)
                if (words.IsAt(at, name, inflected: true) && !read.AsSpan(at, name.Words.Count).Contains(true))
                {
                    read.AsSpan(at, name.Words.Count).Fill(true);
                    found.Add(new(at, name.Words.Count, treatments));
                }
        return [.. found.OrderBy(one => one.At)];
    }

    public int ConcernsIn(ArticleWords words) => _concerns
        .Where(one => Enumerable.Range(0, words.Count).Any(at => words.IsAt(at, one.Name, inflected: true)))
        .Select(one => one.Concern).Distinct().Count();

    /// <summary>Whether it stands there outside the names of concerns: "burns" of "marks after burns" happened before.</summary>
    public bool IsBesideConcerns(ArticleWords words, Phrase phrase)
    {
        var named = new bool[words.Count];
        foreach (var (name, _) in _concerns)
            for (var at = 0; at < words.Count; at++)
                if (words.IsAt(at, name, inflected: true))
                    named.AsSpan(at, name.Words.Count).Fill(true);
        return Enumerable.Range(0, words.Count).Any(at =>
            words.IsAt(at, phrase, inflected: false) && !named.AsSpan(at, phrase.Words.Count).Contains(true));
    }

    /// <summary>Whether a word stands in the name of another treatment and in none of this one: "the laser" is no peel.</summary>
    public bool HintsAtOther(ArticleWords words, TreatmentEntry treatment) => Enumerable.Range(0, words.Count)
        .Any(at => _telling.TryGetValue(words[at], out var treatments) && !treatments.Contains(treatment));

    // "Platelet-rich plasma (PRP)" are two names, and "Chemical peel, superficial" may be called by its first part.
    private static IEnumerable<Phrase> Parts(IEnumerable<LocalText?> names) => names
        .OfType<LocalText>().SelectMany(name => name.Texts.Values)
        .SelectMany(name => name.Split(['(', ')', ',', ':'], StringSplitOptions.TrimEntries).Take(name.Contains('(') ? 2 : 1).Append(name))
        .Select(Phrase.Of).Where(name => name.Words.Count > 0);
}
