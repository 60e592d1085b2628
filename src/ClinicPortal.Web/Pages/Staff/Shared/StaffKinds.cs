using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What the staff area knows of one kind of row.</summary>
/// <param name="Page">Where its rows are edited, under <c>/staff/</c>.</param>
/// <param name="Plural">As a heading calls its rows.</param>
/// <param name="NameOf">A row by the name that staff know it by.</param>
public sealed record StaffKind(string Page, string Plural, Func<RowNames, string, string> NameOf)
{
    /// <summary>The fields of the form that serves most kinds; none, where the kind has a form of its own.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];
}

/// <summary>The kinds of the register as staff meet them; each has a list and a form.</summary>
public static class StaffKinds
{
    /// <summary>The mark that patients read as †, as every form calls it.</summary>
    public const string ToBeConfirmed = "To be confirmed by a clinician";

    public const string ToBeConfirmedHint = "For example general knowledge, or an article that nobody has checked yet.";

    private static readonly FormField SearchNames = new("search-names", "Words people search with, one on a line", FormControl.Lines)
    {
        Hint = "Everyday words, slang and other languages. Search finds them; no page shows them.",
    };

    private static readonly Dictionary<CatalogueKind, StaffKind> Kinds = new()
    {
        [CatalogueKinds.Treatment] = new("treatments", "Treatments", (names, slug) => $"{names.Treatment(slug)}: names and summary"),
        [CatalogueKinds.Contrast] = new("comparisons", "Written comparisons", (names, pair) =>
            Grammar.List(Contrast.Between(pair).Select(names.Treatment)) + " compared"),
        [CatalogueKinds.Number] = new("numbers", "Numbers", (names, key) => $"The number “{names.Title(CatalogueKinds.Number, key)}”"),
        [CatalogueKinds.Criterion] = new("criteria", "Criteria", (names, slug) => $"The question “{names.Criterion(slug)}”"),
        [CatalogueKinds.Concern] = new("concerns", "Concerns", (names, slug) => $"The concern “{names.Concern(slug)}”"),
        [CatalogueKinds.Source] = new("sources", "Sources", (names, key) =>
            $"The source “{names.Title(CatalogueKinds.Source, key)}”"),
        [CatalogueKinds.Group] = Listed(CatalogueKinds.Group, "Groups of questions", "The group",
            new FormField("name", "Name, as a heading above its questions", FormControl.Line)),
        [CatalogueKinds.Condition] = Listed(CatalogueKinds.Condition, "Conditions", "The condition",
            new FormField("name", "What may be true of the reader, as they tick it", FormControl.Line)
            {
                Hint = "For example: Pregnancy, A bleeding problem.",
            },
            SearchNames,
            new FormField("always", "Show on every comparison, even if no answer mentions it", FormControl.Check)),
        [CatalogueKinds.Clinician] = Listed(CatalogueKinds.Clinician, "Clinicians", "The clinician",
            new FormField("name", "Name", FormControl.Line),
            new FormField("role", "Role, as patients read it", FormControl.Line) { Hint = "For example: consultant, specialist nurse." },
            new FormField("registration", "Registration", FormControl.Line)
            {
                Hint = "The registering body and the number, for example GMC 1234567.",
            }),
        [CatalogueKinds.Question] = Listed(CatalogueKinds.Question, "Questions to ask the clinic", "The question to ask",
            new FormField("text", "The question, as a patient would ask it", FormControl.Text)),
        [CatalogueKinds.Term] = Listed(CatalogueKinds.Term, "Glossary", "The word",
            new FormField("term", "The word", FormControl.Line),
            new FormField("other-forms", "Other forms of it, one on a line", FormControl.Lines)
            {
                Hint = "For example the plural. Patients' pages explain them too.",
            },
            new FormField("definition", "What it means, in a sentence or two", FormControl.Prose),
            new FormField("to-be-confirmed", ToBeConfirmed, FormControl.Check) { Hint = ToBeConfirmedHint },
            new FormField("sources", "Sources", FormControl.Sources)),
    };

    private static readonly Dictionary<CataloguePart, Func<RowNames, string, string, string>> Parts = new()
    {
        [CatalogueKinds.Answer] = (names, treatment, criterion) => $"{names.Treatment(treatment)}: {names.Criterion(criterion)}",
        [CatalogueKinds.Evidence] = (names, treatment, concern) =>
            $"{names.Treatment(treatment)} for {RunningText.StartLowerCase(names.Concern(concern))}",
    };

    public static StaffKind Of(CatalogueKind kind) => Kinds[kind];

    /// <summary>The kind whose rows are edited there, or below there.</summary>
    public static CatalogueKind? FindByPage(string page) =>
        Kinds.FirstOrDefault(kind => page == kind.Value.Page || page.StartsWith(kind.Value.Page + "/", StringComparison.Ordinal)).Key;

    public static string NameOf(RowPath row, RowNames names) => row.Part is { } part
        ? Parts[part](names, row.Handle, row.PartHandle)
        : Of(row.Kind).NameOf(names, row.Handle);

    /// <summary>A kind with the form that serves most.</summary>
    private static StaffKind Listed(CatalogueKind kind, string plural, string label, params IReadOnlyList<FormField> fields) =>
        new(StaffMap.ListOfKind(kind.List)[(StaffMap.Root.Length + 1)..], plural,
            (names, handle) => $"{label} “{names.Title(kind, handle)}”")
        {
            Fields = fields,
        };
}
