using System.Runtime.CompilerServices;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Checks;

/// <summary>One kind of advertising in one text.</summary>
/// <param name="Words">As they stand there, each once.</param>
/// <param name="Rule">Which it is, why it matters, and where that is written.</param>
/// <param name="Proposal">What to write instead, in the language of the text.</param>
public sealed record WordingNote(IReadOnlyList<string> Words, WordingRule Rule, string Proposal)
{
    /// <summary>“pain-free” and “no risk”</summary>
    public string Quoted => RunningText.List([.. Words.Select(words => $"“{words}”")], "and");

    /// <summary>Where it is written for the clinic's market; where the market has no rule, what is good practice everywhere.</summary>
    public IReadOnlyList<WordingReference> ReferencesIn(Market market) =>
        [.. Rule.References.Where(one => one.Markets.Contains(Rule.IsRuleIn(market.Slug) ? market.Slug : WordingRule.EveryMarket))];

    public string MessageIn(Market market)
    {
        var written = RunningText.List([.. ReferencesIn(market).Select(one => one.Text)], "and");
        return $"{Quoted} may read as advertising ({RunningText.StartLowerCase(Rule.Name)}). {Rule.Why} Write instead: {Proposal}"
            + (written == "" ? "" : $" See {written}.");
    }
}

/// <summary>
/// What of the clinic's own words may be advertising and not information. It is advice, as a finding can be wrong; where the clinic's
/// market has a rule of the kind, what is new is published with a reason.
/// </summary>
/// <remarks>
/// Names and the words that people search with are left alone, because readers bring them along. So are prices, and the names of medicines
/// and brands: they have fields of their own, which the market's rules act on, and a warning has to name the medicine that it is about.
/// </remarks>
public static class WordingRules
{
    private static readonly Func<string, string, IEnumerable<WordingFinding>>[] Finders = [Advertising.Find];

    private static readonly HashSet<string> Sober = ["prescription-only", "brand", "price"];

    // A sentence on when to get help is a copy of one of the answer.
    private static readonly HashSet<string> LeftAlone =
        ["name", "short-name", "other-names", "search-names", "term", "other-forms", "in-sentence", "label", "get-help"];

    // A text is read once, however many pages and editions show it.
    private static readonly ConditionalWeakTable<LocalText, IReadOnlyList<WordingNote>> Known = [];

    /// <summary>Of one text in every language it has, each kind once.</summary>
    public static IReadOnlyList<WordingNote> Of(LocalText text) => Known.GetValue(text, Read);

    /// <summary>Of one entry, each text with its kinds.</summary>
    public static IReadOnlyList<WordingNote> In(object entry) =>
        [.. ContentWalk.Within(entry).Select(ProseOf).OfType<LocalText>().SelectMany(Of)];

    /// <summary>What the rules of a market speak of; of every market, where none is chosen.</summary>
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
        return
            from at in ContentWalk.Of(content)
            let text = ProseOf(at)
            where text is not null && !read.Contains(text) && !archived.Exists(path => at.Path.StartsWith(path, StringComparison.Ordinal))
            from note in Of(text)
            where note.Rule.IsRuleIn(market.Slug) == isRule
            select new ContentProblem(at.Path, note.MessageIn(market));
    }

    private static LocalText? ProseOf(ContentText at) => LeftAlone.Contains(at.Field.Name) ? null : at.Text as LocalText;

    private static IReadOnlyList<WordingNote> Read(LocalText text) =>
    [
        .. from said in text.Texts
           from finding in Finders.SelectMany(find => find(said.Value, said.Key))
           where !Sober.Contains(finding.Rule.Kind)
           group finding by (finding.Rule, finding.Proposal) into alike
           select new WordingNote(
               [.. alike.Select(one => one.Words).Distinct(StringComparer.OrdinalIgnoreCase)], alike.Key.Rule, alike.Key.Proposal),
    ];

    private static IEnumerable<string> Archived(ClinicContent content) =>
        content.Treatments.At("treatments").Where(one => one.Item.Archived).Select(one => one.Path)
            .Concat(content.Concerns.At("concerns").Where(one => one.Item.Archived).Select(one => one.Path))
            .Concat(content.Criteria.At("criteria").Where(one => one.Item.Archived).Select(one => one.Path))
            .Select(path => path + ".");
}
