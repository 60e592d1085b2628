using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Searching;

/// <summary>A text by which a thing is found.</summary>
/// <param name="Shown">What a result shows in its place; none, where it shows the text itself.</param>
internal readonly record struct SearchedText(SearchField Field, string Text, string? Shown = null);

/// <summary>One thing that can be found and its texts, the strongest field first.</summary>
internal sealed record SearchDocument(
    SearchKind Kind, string Slug, string Name, IReadOnlyList<string> FormerSlugs,
    IReadOnlyList<SearchedText> Fields)
{
    /// <summary>Everything of an edition that patients can look for: live treatments, concerns and the terms of the glossary.</summary>
    public static IEnumerable<SearchDocument> In(Edition edition) =>
    [
        .. edition.Treatments.Select(treatment => Of(treatment, edition)),
        .. edition.Concerns.Select(Of),
        .. edition.Content.Glossary.Select(Of),
    ];

    private static SearchDocument Of(TreatmentEntry treatment, Edition edition) =>
        new(SearchKind.Treatment, treatment.Slug, treatment.Name.ToString(), treatment.FormerSlugs,
        [
            .. Names(SearchField.Name, [treatment.Name, treatment.ShortName]),
            .. Names(SearchField.OtherName, treatment.OtherNames),
            .. Names(SearchField.Concern, edition.ConcernsOf(treatment).Select(concern => concern.Name)),
            .. Prose([treatment.Summary, .. edition.Criteria.Select(asked => edition.FindAnswer(treatment.Slug, asked.Slug)?.Text)]),
            .. Mentioned(treatment, edition).SelectMany(OtherNames),
        ]);

    private static SearchDocument Of(ConcernEntry concern) =>
        new(SearchKind.Concern, concern.Slug, concern.Name.ToString(), concern.FormerSlugs,
        [
            .. Names(SearchField.Name, [concern.Name]),
            .. Names(SearchField.OtherName, concern.OtherNames),
            .. Prose([concern.Summary, concern.IfNothingIsDone]),
        ]);

    private static SearchDocument Of(GlossaryTermEntry term) =>
        new(SearchKind.Term, term.Slug, term.Term.ToString(), [],
        [
            .. Names(SearchField.Name, [term.Term]),
            .. Names(SearchField.OtherName, term.OtherForms),
            .. Prose([term.Definition]),
        ]);

    private static IEnumerable<ConditionEntry> Mentioned(TreatmentEntry treatment, Edition edition)
    {
        var mentioned = edition.Criteria.SelectMany(asked => edition.FindAnswer(treatment.Slug, asked.Slug)?.Conditions ?? [])
            .Select(mention => mention.Condition).ToHashSet();
        return edition.Conditions.Where(condition => mentioned.Contains(condition.Slug));
    }

    // As weak as the prose that mentions the condition.
    private static IEnumerable<SearchedText> OtherNames(ConditionEntry condition) =>
        Names(SearchField.Text, condition.SearchNames).Select(name => name with { Shown = condition.Name.ToString() });

    // A name is found in whatever language it is typed; prose in the language that the page shows.
    private static IEnumerable<SearchedText> Names(SearchField field, IEnumerable<LocalText?> names) =>
        names.OfType<LocalText>().SelectMany(name => name.Texts.Values).Select(name => new SearchedText(field, name));

    private static IEnumerable<SearchedText> Prose(IEnumerable<LocalText?> texts) =>
        texts.OfType<LocalText>().Select(text => new SearchedText(SearchField.Text, text.ToString()));
}
