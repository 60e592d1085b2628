using System.Runtime.CompilerServices;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Checks;

/// <summary>What is looked for in the clinic's own words.</summary>
public enum WordingTopic
{
    Advertising,

    /// <summary>Figures in words that mislead.</summary>
    Figures,

    /// <summary>Words that the glossary does not explain, and sentences that are too long.</summary>
    PlainWords,
}

/// <summary>One kind of wording in one text.</summary>
/// <param name="Topic">Of which the kind is.</param>
/// <param name="Words">As they stand there, each once.</param>
/// <param name="Rule">Which it is, why it matters, and where that is written.</param>
/// <param name="Proposal">What to write or do instead, in whole sentences in the language of the text.</param>
public sealed record WordingNote(WordingTopic Topic, IReadOnlyList<string> Words, WordingRule Rule, string Proposal)
{
    private const int LongestQuote = 120;

    /// <summary>“pain-free” and “no risk”</summary>
    public string Quoted => RunningText.List([.. Words.Select(words => $"“{RunningText.Beginning(words, LongestQuote)}”")], "and");

    /// <summary>Where it is written for the clinic's market; where the market has no rule, what is good practice everywhere.</summary>
    public IReadOnlyList<WordingReference> ReferencesIn(Market market) =>
        [.. Rule.References.Where(one => one.Markets.Contains(Rule.IsRuleIn(market.Slug) ? market.Slug : WordingRule.EveryMarket))];

    private string Doubt => Topic switch
    {
        WordingTopic.Advertising => "may read as advertising",
        WordingTopic.Figures => "may mislead",
        WordingTopic.PlainWords => "may be hard to understand",
        _ => throw new InvalidOperationException($"No words for {Topic}."),
    };

    public string MessageIn(Market market)
    {
        var written = RunningText.List([.. ReferencesIn(market).Select(one => one.Text)], "and");
        return $"{Quoted} {Doubt} ({RunningText.StartLowerCase(Rule.Name)}). {Rule.Why} {Proposal}"
            + (written == "" ? "" : $" See {written}.");
    }
}

/// <summary>For whoever writes an entry.</summary>
/// <param name="Sentences">Hard to read, text by text, no more than <see cref="TextReadability"/> names of one.</param>
/// <param name="Words">Long ones, likewise.</param>
public sealed record WordingHints(IReadOnlyList<WordingNote> Notes, IReadOnlyList<HardSentence> Sentences, IReadOnlyList<string> Words)
{
    public static WordingHints None { get; } = new([], [], []);
}

/// <summary>
/// What of the clinic's own words may be advertising, mislead or be hard to understand. It is advice, as a finding can be wrong; where the
/// clinic's market has a rule of the kind, what is new is published with a reason.
/// </summary>
/// <remarks>
/// Names and the words that people search with are left alone, because readers bring them along.
/// </remarks>
public static class WordingRules
{
    private static readonly (WordingTopic Topic, Func<string, string, IEnumerable<WordingFinding>> Find)[] Finders =
        [(WordingTopic.Advertising, Advertising.FindInProse), (WordingTopic.Figures, NumberWording.Find)];

    // A sentence on when to get help is a copy of one of the answer.
    private static readonly HashSet<string> LeftAlone =
        ["name", "short-name", "other-names", "search-names", "term", "other-forms", "in-sentence", "label", "get-help"];

    // A text is read once, however many pages and editions show it.
    private static readonly ConditionalWeakTable<LocalText, IReadOnlyList<WordingNote>> Known = [];

    /// <summary>Of one text in every language it has, each kind once; plain words are looked for with a glossary only.</summary>
    public static IReadOnlyList<WordingNote> Of(LocalText text) =>
        Known.GetValue(text, text => [.. Finders.SelectMany(finder => Read(text, finder.Topic, finder.Find))]);

    /// <summary>
    /// Counts in texts that a reader compares, as several options' answers to one question, where they are out of different numbers: each
    /// with the place of its text among them. What one text has by itself is left to <see cref="Of"/>.
    /// </summary>
    public static IEnumerable<(int Text, WordingNote Note)> Across(IReadOnlyList<LocalText> texts) =>
        from language in texts.SelectMany(text => text.Texts.Keys).Distinct()
        let said = texts.Index().Where(text => text.Item.Texts.ContainsKey(language)).ToList()
        let found = NumberWording.FindInRow([.. said.Select(text => text.Item.Texts[language])], language)
        from text in said.Zip(found)
        where !Of(text.First.Item).Any(note => note.Rule.Kind == NumberWording.Denominators)
        from note in Notes(WordingTopic.Figures, text.Second.Where(finding => finding.Rule.Kind == NumberWording.Denominators))
        select (text.First.Index, note);

    /// <summary>The words that a glossary explains, in all their forms.</summary>
    public static IReadOnlyCollection<string> ExplainedIn(IEnumerable<GlossaryTermEntry> glossary) =>
        [.. glossary.SelectMany(term => term.OtherForms.Prepend(term.Term)).SelectMany(form => form.Texts.Values)];

    /// <summary>Of one entry, each text with its kinds.</summary>
    /// <param name="explained">By <see cref="ExplainedIn"/>.</param>
    public static WordingHints In(object entry, IReadOnlyCollection<string> explained)
    {
        var texts = ContentWalk.Within(entry).Select(ProseOf).OfType<LocalText>().ToList();
        var hard = texts.SelectMany(text => text.Texts).Select(said => TextReadability.Of(said.Value, said.Key, explained)).ToList();
        return new(
            [
                .. texts.SelectMany(Of),
                // A sentence that is too long stands among those that are hard to read.
                .. texts.SelectMany(text => Unexplained(text, explained)),
            ],
            [.. hard.SelectMany(one => one.Sentences).Take(TextReadability.MostSentences)],
            [.. hard.SelectMany(one => one.Words).Distinct(StringComparer.OrdinalIgnoreCase).Take(TextReadability.MostWords)]);
    }

    /// <summary>Medical words and abbreviations of one text.</summary>
    /// <param name="explained">By <see cref="ExplainedIn"/>.</param>
    public static IEnumerable<WordingNote> Unexplained(LocalText text, IReadOnlyCollection<string> explained) =>
        Plain(text, explained).Where(note => note.Rule.Kind != PlainWording.LongSentence);

    /// <summary>What the rules of a market mention; of every market, where none is chosen.</summary>
    public static bool IsRule(WordingNote note, Market market) =>
        market.Name is null ? KnownMarkets.All.Any(one => note.Rule.IsRuleIn(one.Slug)) : note.Rule.IsRuleIn(market.Slug);

    /// <summary>In texts that patients do not read yet.</summary>
    /// <param name="content">As it would be published.</param>
    /// <param name="published">As patients read it; none before the first publication.</param>
    /// <param name="market">Whose rules are named.</param>
    /// <param name="isRule">What the market has a rule of, or the rest.</param>
    public static IEnumerable<ContentProblem> Check(ClinicContent content, ClinicContent? published, Market market, bool isRule)
    {
        var read = published is null ? [] : ContentWalk.Of(published).Select(ProseOf).OfType<LocalText>().ToHashSet();
        var archived = Archived(content).ToList();
        var explained = ExplainedIn(content.Glossary);
        return
            from at in ContentWalk.Of(content)
            let text = ProseOf(at)
            where text is not null && !read.Contains(text) && !archived.Exists(path => at.Path.StartsWith(path, StringComparison.Ordinal))
            from note in Of(text).Concat(isRule ? [] : Plain(text, explained))
            where note.Rule.IsRuleIn(market.Slug) == isRule
            select new ContentProblem(at.Path, note.MessageIn(market));
    }

    private static LocalText? ProseOf(ContentText at) => LeftAlone.Contains(at.Field.Name) ? null : at.Text as LocalText;

    private static IEnumerable<WordingNote> Plain(LocalText text, IReadOnlyCollection<string> explained) =>
        Read(text, WordingTopic.PlainWords, (said, language) => PlainWording.Find(said, language, explained));

    private static IEnumerable<WordingNote> Read(
        LocalText text, WordingTopic topic, Func<string, string, IEnumerable<WordingFinding>> find) =>
        Notes(topic, text.Texts.SelectMany(said => find(said.Value, said.Key)));

    private static IEnumerable<WordingNote> Notes(WordingTopic topic, IEnumerable<WordingFinding> findings) =>
        from finding in findings
        group finding by (finding.Rule, finding.Proposal) into alike
        select new WordingNote(
            topic, [.. alike.Select(one => one.Words).Distinct(StringComparer.OrdinalIgnoreCase)], alike.Key.Rule, alike.Key.Proposal);

    private static IEnumerable<string> Archived(ClinicContent content) =>
        content.Treatments.At("treatments").Where(one => one.Item.Archived).Select(one => one.Path)
            .Concat(content.Concerns.At("concerns").Where(one => one.Item.Archived).Select(one => one.Path))
            .Concat(content.Criteria.At("criteria").Where(one => one.Item.Archived).Select(one => one.Path))
            .Select(path => path + ".");
}
