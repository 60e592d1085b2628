using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One change as the history tells it.</summary>
/// <param name="Change">What became of the row.</param>
/// <param name="Names">Of the row and of what it names.</param>
/// <param name="Open">Its differences are in view at once.</param>
/// <param name="Kept">What the list is narrowed to.</param>
public sealed record ChangeModel(FieldChange Change, RowNames Names, bool Open, IReadOnlyList<KeyValuePair<string, string>> Kept)
{
    /// <summary>Of the row.</summary>
    public string Name { get; } = Names.NameOf(Change.Path);

    public IReadOnlyList<FieldDifference> Differences { get; } = DifferencesOf(Change.Path, Change.Before, Change.After, Names);

    public bool CanRestore => CatalogueEditor.CanRestore(Change.Path);

    /// <summary>What a row, or the order of a list, says otherwise.</summary>
    public static IReadOnlyList<FieldDifference> DifferencesOf(string path, string? before, string? after, RowNames names) =>
        CatalogueKinds.FindByList(path) is { } kind
            ? [new("order", Ordered(kind, before, names), Ordered(kind, after, names))]
            : FieldDifference.Between(before, after, names.WordsOf(path));

    private static string Ordered(CatalogueKind kind, string? order, RowNames names) =>
        string.Join('\n', RowOrder.Read(order).Select(handle => names.NameOf(kind.PathOf(handle))));
}
