using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Searching;

/// <summary>A text by which a thing is found.</summary>
/// <param name="Shown">What a result shows in its place; none, where it shows the text itself.</param>
internal readonly record struct SearchedText(SearchField Field, string Text, string? Shown = null);

/// <summary>One thing that can be found and its texts, the strongest field first.</summary>
internal sealed record SearchDocument(
    SearchKind Kind, string Slug, string Name, IReadOnlyList<string> FormerSlugs,
    IReadOnlyList<SearchedText> Fields)
{
    /// <summary>Slug of the criterion that a row answers.</summary>
    public string? Criterion { get; init; }

    /// <summary>
    /// Everything of an edition that patients can look for: live concerns, the live treatments that the market lets a search name, their
    /// answers, and the terms of the glossary.
    /// </summary>
    public static IEnumerable<SearchDocument> In(Edition edition, Market market)
    {
        TreatmentEntry[] treatments = [.. edition.Treatments.Where(market.MayNameInSearch)];
        var conditions = edition.Conditions.ToDictionary(condition => condition.Slug);
        return
        [
            .. edition.Concerns.Select(Of),
            .. treatments.Select(treatment => Of(treatment, edition)),
            .. treatments.SelectMany(treatment => RowsOf(treatment, edition, conditions)),
            .. edition.Content.Glossary.Select(Of),
        ];
    }

    private static SearchDocument Of(ConcernEntry concern) =>
        new(SearchKind.Concern, concern.Slug, concern.Name.ToString(), concern.FormerSlugs,
        [
            .. Names(SearchField.Name, [concern.Name]),
            .. Names(SearchField.OtherName, concern.OtherNames),
            .. Names(SearchField.SearchName, concern.SearchNames, Beginning(concern.Summary ?? concern.IfNothingIsDone)),
            .. Prose([concern.Summary, concern.IfNothingIsDone]),
        ]);

    private static SearchDocument Of(TreatmentEntry treatment, Edition edition) =>
        new(SearchKind.Treatment, treatment.Slug, treatment.Name.ToString(), treatment.FormerSlugs,
        [
            .. NamesOf(treatment),
            .. Names(SearchField.Concern, edition.ConcernsOf(treatment).Select(concern => concern.Name)),
            .. Prose([treatment.Summary]),
        ]);

    private static SearchDocument Of(GlossaryTermEntry term) =>
        new(SearchKind.Term, term.Slug, term.Term.ToString(), [],
        [
            .. Names(SearchField.Name, [term.Term]),
            .. Names(SearchField.OtherName, term.OtherForms),
            .. Prose([term.Definition]),
        ]);

    private static IEnumerable<SearchDocument> RowsOf(
        TreatmentEntry treatment, Edition edition, Dictionary<string, ConditionEntry> conditions)
    {
        SearchedText[] around = [.. NamesOf(treatment)];
        foreach (var criterion in edition.Criteria)
            if (edition.FindAnswer(treatment.Slug, criterion.Slug) is { Text: { } text } answer)
            {
                var beginning = Beginning(text);
                yield return new(
                    SearchKind.Row, treatment.Slug, $"{treatment.ShortName ?? treatment.Name}: {criterion.Question}", [],
                    [
                        .. Names(SearchField.Name, [criterion.Term, criterion.Question], beginning),
                        .. answer.Conditions.Select(mention => conditions.GetValueOrDefault(mention.Condition)).OfType<ConditionEntry>()
                            .SelectMany(NamesOf),
                        .. Names(SearchField.SearchName, criterion.SearchNames, beginning),
                        .. around.Select(name => name with { Field = SearchField.Treatment, Shown = beginning }),
                        .. Prose([text]),
                    ])
                {
                    Criterion = criterion.Slug,
                };
            }
    }

    private static IEnumerable<SearchedText> NamesOf(TreatmentEntry treatment) =>
    [
        .. Names(SearchField.Name, [treatment.Name, treatment.ShortName]),
        .. Names(SearchField.OtherName, treatment.OtherNames),
        .. Names(SearchField.SearchName, treatment.SearchNames, Beginning(treatment.Summary)),
    ];

    private static IEnumerable<SearchedText> NamesOf(ConditionEntry condition) =>
        Names(SearchField.OtherName, [condition.Name, .. condition.SearchNames], condition.Name.ToString());

    // A name is found in whatever language it is typed; prose in the language that the page shows.
    private static IEnumerable<SearchedText> Names(SearchField field, IEnumerable<LocalText?> names, string? shown = null) =>
        names.OfType<LocalText>().SelectMany(name => name.Texts.Values).Select(name => new SearchedText(field, name, shown));

    private static IEnumerable<SearchedText> Prose(IEnumerable<LocalText?> texts) =>
        texts.OfType<LocalText>().Select(text => new SearchedText(SearchField.Text, text.ToString()));

    private static string Beginning(LocalText? text) => text is null ? "" : Snippet.Beginning(PlainText.Of(text.ToString()));
}
