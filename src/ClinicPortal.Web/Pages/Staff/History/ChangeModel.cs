using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One change as the history tells it.</summary>
/// <param name="Change">What became of the row.</param>
/// <param name="Names">Of the row and of what it names.</param>
/// <param name="Open">Its differences are in view at once.</param>
/// <param name="Place">Which the list shows.</param>
/// <param name="Criterion">Which the list shows.</param>
public sealed record ChangeModel(FieldChange Change, RowNames Names, bool Open, string? Place, string? Criterion)
{
    /// <summary>Of the row.</summary>
    public string Name { get; } = Names.NameOf(Change.Path);

    public IReadOnlyList<FieldDifference> Differences { get; } = CatalogueKinds.FindByList(Change.Path) is { } kind
        ? [new("order", Ordered(kind, Change.Before, Names), Ordered(kind, Change.After, Names))]
        : FieldDifference.Between(Change.Before, Change.After, Names.Conditions);

    public bool CanRestore => CatalogueEditor.CanRestore(Change.Path);

    private static string Ordered(CatalogueKind kind, string? order, RowNames names) =>
        string.Join('\n', RowOrder.Read(order).Select(handle => names.NameOf(kind.PathOf(handle))));
}
