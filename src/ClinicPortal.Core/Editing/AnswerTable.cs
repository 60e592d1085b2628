using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editing;

/// <summary>What of an answer stands in one column of a table.</summary>
public enum AnswerColumn
{
    Text,
    Figure,
    Brief,
    Absence,
    Sources,
}

/// <summary>
/// Answers as a table: all of one treatment or all to one criterion, a row each with every column of the answer; or the whole table of
/// treatments by criteria, with the text of each answer and, where it is measured, the figure beside it. What is written is read back as
/// the same answers.
/// </summary>
public static class AnswerTable
{
    /// <summary>After the name of a criterion, over its figures in the whole table.</summary>
    internal const string FigureMark = " (figure)";

    /// <summary>The heading of each column, and what else it may be called.</summary>
    internal static IReadOnlyList<(AnswerColumn Column, string Heading, IReadOnlyList<string> Others)> Columns { get; } =
    [
        (AnswerColumn.Text, "Answer", ["text"]),
        (AnswerColumn.Figure, "Figure", ["value", "measurable value"]),
        (AnswerColumn.Brief, "In one line", ["one line", "short form", "brief", "answer in one line"]),
        (AnswerColumn.Absence, "Why it is empty", ["reason", "absence", "reason for absence"]),
        (AnswerColumn.Sources, "Sources", ["source"]),
    ];

    /// <summary>Of the columns of an answer.</summary>
    public static IReadOnlyList<string> Headings { get; } = [.. Columns.Select(column => column.Heading)];

    /// <param name="content">All that the clinic has written; what is archived is left out.</param>
    /// <param name="subject">"treatments/prp" or "criteria/onset"; the whole table, if empty.</param>
    /// <returns>The rows with their headings; none, if there is no such treatment or criterion.</returns>
    public static IReadOnlyList<IReadOnlyList<string>>? Write(ClinicContent content, string subject)
    {
        var criteria = content.Criteria.Where(criterion => !criterion.Archived).ToList();
        var treatments = content.Treatments.Where(treatment => !treatment.Archived).ToList();
        return RowPath.Parse(subject) switch
        {
            null when subject == "" => Whole(treatments, criteria),
            { Part: null } place when treatments.Find(one => place == new RowPath(CatalogueKinds.Treatment, one.Slug)) is { } treatment =>
            [
                ["Criterion", "Question", .. Headings],
                .. criteria.Select(criterion =>
                    Row(criterion.Slug, criterion.Question.ToString(), criterion, Answer(treatment, criterion))),
            ],
            { Part: null } place when criteria.Find(one => place == new RowPath(CatalogueKinds.Criterion, one.Slug)) is { } criterion =>
            [
                ["Treatment", "Name", .. Headings],
                .. treatments.Select(treatment => Row(treatment.Slug, treatment.Name.ToString(), criterion, Answer(treatment, criterion))),
            ],
            _ => null,
        };
    }

    private static List<IReadOnlyList<string>> Whole(List<TreatmentEntry> treatments, List<CriterionEntry> criteria)
    {
        var names = new NameLookup(criteria.SelectMany(NamesOf));
        var columns = (
            from criterion in criteria
            let name = names.Find(criterion.Term.ToString()) is [var only] && only == criterion.Slug
                ? criterion.Term.ToString()
                : criterion.Slug
            from column in ValueKinds.Of(criterion).IsMeasured
                ? [AnswerColumn.Text, AnswerColumn.Figure]
                : new[] { AnswerColumn.Text }
            select (Criterion: criterion, Column: column, Heading: column == AnswerColumn.Text ? name : name + FigureMark)).ToList();
        return
        [
            ["Treatment", "Name", .. columns.Select(column => column.Heading)],
            .. treatments.Select(treatment => (IReadOnlyList<string>)
            [
                treatment.Slug, treatment.Name.ToString(),
                .. columns.Select(column => Cell(column.Column, column.Criterion, Answer(treatment, column.Criterion))),
            ]),
        ];
    }

    internal static IEnumerable<(string Name, string Slug)> NamesOf(CriterionEntry criterion) =>
        [(criterion.Slug, criterion.Slug), (criterion.Term.ToString(), criterion.Slug), (criterion.Question.ToString(), criterion.Slug)];

    internal static IEnumerable<(string Name, string Slug)> NamesOf(TreatmentEntry treatment) =>
    [
        (treatment.Slug, treatment.Slug), (treatment.Name.ToString(), treatment.Slug),
        .. treatment.OtherNames.Append(treatment.ShortName).OfType<LocalText>().Select(name => (name.ToString(), treatment.Slug)),
    ];

    /// <summary>What stands in a cell.</summary>
    internal static string Cell(AnswerColumn column, CriterionEntry criterion, AnswerEntry? answer) => column switch
    {
        AnswerColumn.Text => answer?.Text?.ToString(),
        AnswerColumn.Figure => answer?.Value is { } value ? FigureText.Write(criterion, value) : null,
        AnswerColumn.Brief => answer?.Brief?.ToString(),
        AnswerColumn.Absence => answer?.Absence is { } absence ? AbsenceLabels.Of(absence) : null,
        AnswerColumn.Sources => string.Join("; ", answer?.Sources ?? []),
        _ => throw new InvalidOperationException($"No cell for {column}."),
    } ?? "";

    private static IReadOnlyList<string> Row(string slug, string name, CriterionEntry criterion, AnswerEntry? answer) =>
        [slug, name, .. Columns.Select(column => Cell(column.Column, criterion, answer))];

    private static AnswerEntry? Answer(TreatmentEntry treatment, CriterionEntry criterion) =>
        treatment.Answers.FirstOrDefault(answer => answer.Criterion == criterion.Slug);
}

/// <summary>Rows by everything that people call them; capitals and outer spaces do not count.</summary>
internal sealed class NameLookup(IEnumerable<(string Name, string Slug)> names)
{
    private readonly ILookup<string, string> _slugs =
        names.Distinct().ToLookup(name => Plain(name.Name), name => name.Slug, StringComparer.OrdinalIgnoreCase);

    /// <summary>The slugs of all that are called so; a slug itself stands for its own row alone.</summary>
    public IReadOnlyList<string> Find(string name)
    {
        var found = _slugs[Plain(name)].Distinct().ToList();
        return found.Contains(name.Trim()) ? [name.Trim()] : found;
    }

    private static string Plain(string name) => InputCleaner.Line(name);
}
