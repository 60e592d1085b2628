using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What the staff area knows of one kind of row.</summary>
/// <param name="Page">Where its rows are edited, under <c>/staff/</c>; none where only the content file changes them.</param>
/// <param name="NameOf">A row by the name that staff know it by.</param>
public sealed record StaffKind(string? Page, Func<RowNames, string, string> NameOf);

/// <summary>
/// The kinds of the register as staff meet them. A kind that only the content file changes need not stand here: its rows are called by its
/// label and their names, and lead to the history.
/// </summary>
public static class StaffKinds
{
    private static readonly Dictionary<CatalogueKind, StaffKind> Kinds = new()
    {
        [CatalogueKinds.Treatment] = new("treatments", (names, slug) => $"{names.Treatment(slug)}: names and summary"),
        [CatalogueKinds.Contrast] =
            new("comparisons", (names, pair) => Grammar.List(Contrast.Between(pair).Select(names.Treatment)) + " compared"),
        [CatalogueKinds.Number] = new("numbers", (_, key) => $"Number {key}"),
        [CatalogueKinds.Criterion] = new("criteria", (names, slug) => $"The question \"{names.Criterion(slug)}\""),
        [CatalogueKinds.Concern] = new("concerns", (names, slug) => $"The concern \"{names.Concern(slug)}\""),
        [CatalogueKinds.Condition] = new(null, (names, slug) => $"The condition \"{names.Condition(slug)}\""),
        [CatalogueKinds.Source] = new("sources", (_, key) => $"Source {key}"),
        [CatalogueKinds.Term] = new(null, (_, slug) => $"The word \"{slug}\""),
    };

    private static readonly Dictionary<CataloguePart, Func<RowNames, string, string, string>> Parts = new()
    {
        [CatalogueKinds.Answer] = (names, treatment, criterion) => $"{names.Treatment(treatment)}: {names.Criterion(criterion)}",
        [CatalogueKinds.Evidence] = (names, treatment, concern) =>
            $"{names.Treatment(treatment)} for {RunningText.StartLowerCase(names.Concern(concern))}",
    };

    public static StaffKind Of(CatalogueKind kind) =>
        Kinds.GetValueOrDefault(kind) ?? new(null, (_, handle) => $"{RunningText.StartUpperCase(kind.Label)} {handle}");

    /// <summary>The kind whose rows are edited there.</summary>
    public static CatalogueKind? FindByPage(string page) => Kinds.FirstOrDefault(kind => kind.Value.Page == page).Key;

    public static string NameOf(RowPath row, RowNames names) => row.Part is { } part
        ? Parts[part](names, row.Handle, row.PartHandle)
        : Of(row.Kind).NameOf(names, row.Handle);
}
