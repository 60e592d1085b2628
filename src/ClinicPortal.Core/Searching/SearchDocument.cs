using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Core.Searching;

/// <summary>One thing that a search can find, with its texts by weight.</summary>
internal sealed record SearchDocument(SearchKind Kind, string Slug, string Title, string Summary, IReadOnlyList<(string Text, double Weight)> Fields)
{
    public static IEnumerable<SearchDocument> AllOf(Edition edition) =>
        edition.Treatments.Select(treatment => Of(treatment, edition))
            .Concat(edition.Concerns.Select(concern => Of(concern, edition)))
            .Concat(edition.Content.Glossary.Select(Of));

    /// <summary>Shows the sentence in which one of the words stands, else the summary.</summary>
    public SearchHit HitFor(IReadOnlySet<string> words)
    {
        var sentence = words.Count == 0 ? null : Fields.Where(field => field.Weight == FieldWeight.Text)
            .SelectMany(field => Plain(field.Text).Split(". "))
            .FirstOrDefault(sentence => SearchText.WordsOf(sentence).Any(words.Contains));
        return new SearchHit(Kind, Slug, Title, sentence is null ? Summary : sentence.TrimEnd('.') + ".");
    }

    private static SearchDocument Of(TreatmentEntry treatment, Edition edition) => new(
        SearchKind.Treatment, treatment.Slug, treatment.Name.ToString(), treatment.Summary.ToString(),
        [
            .. Names(treatment.OtherNames.Append(treatment.Name).Append(treatment.ShortName ?? treatment.Name)),
            (treatment.Slug, FieldWeight.Name),
            .. edition.ConcernsOf(treatment).Select(concern => (concern.Name.ToString(), FieldWeight.Concern)),
            (treatment.Summary.ToString(), FieldWeight.Text),
            .. treatment.Answers.Select(answer => answer.Text).OfType<LocalText>().Select(text => (text.ToString(), FieldWeight.Text)),
        ]);

    private static SearchDocument Of(ConcernEntry concern, Edition edition)
    {
        var summary = concern.Summary ?? concern.IfNothingIsDone;
        return new(
            SearchKind.Concern, concern.Slug, concern.Name.ToString(), Plain(summary?.ToString() ?? ""),
            [
                .. Names(concern.OtherNames.Append(concern.Name)),
                (concern.Slug, FieldWeight.Name),
                .. edition.TreatmentsFor(concern).Select(treatment => (treatment.Name.ToString(), FieldWeight.Text)),
                (summary?.ToString() ?? "", FieldWeight.Text),
            ]);
    }

    private static SearchDocument Of(GlossaryTermEntry term) => new(
        SearchKind.GlossaryTerm, term.Slug, term.Term.ToString(), Plain(term.Definition.ToString()),
        [.. Names(term.OtherForms.Append(term.Term)).Select(name => (name.Text, FieldWeight.Concern)), (term.Definition.ToString(), FieldWeight.Text)]);

    private static IEnumerable<(string Text, double Weight)> Names(IEnumerable<LocalText> names) =>
        names.SelectMany(name => name.Texts.Values).Select(name => (name, FieldWeight.Name));

    private static string Plain(string markdown) => markdown.Replace("**", "", StringComparison.Ordinal);
}
