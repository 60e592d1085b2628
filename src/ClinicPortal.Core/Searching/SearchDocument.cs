using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Searching;

/// <summary>One thing that can be found and its texts, the strongest field first.</summary>
internal sealed record SearchDocument(
    SearchKind Kind, string Slug, string Name, IReadOnlyList<string> FormerSlugs,
    IReadOnlyList<(SearchField Field, string Text)> Fields)
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

    // A name is found in whatever language it is typed; prose in the language that the page shows.
    private static IEnumerable<(SearchField, string)> Names(SearchField field, IEnumerable<LocalText?> names) =>
        names.OfType<LocalText>().SelectMany(name => name.Texts.Values).Select(name => (field, name));

    private static IEnumerable<(SearchField, string)> Prose(IEnumerable<LocalText?> texts) =>
        texts.OfType<LocalText>().Select(text => (SearchField.Text, text.ToString()));
}
