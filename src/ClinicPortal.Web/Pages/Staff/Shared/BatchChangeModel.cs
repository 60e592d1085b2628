using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One row of a batch that was tried out.</summary>
/// <param name="Change">What would become of it.</param>
/// <param name="Names">Of the rows.</param>
public sealed record BatchChangeModel(RowChange Change, RowNames Names)
{
    public string Name => Names.NameOf(Change.Path);

    public IReadOnlyList<FieldDifference> Differences => ChangeModel.DifferencesOf(Change.Path, Change.Before, Change.After, Names);

    public static string What(RowChange change) => change switch
    {
        { Before: null } => "new",
        { After: null } => RowPath.Parse(change.Path)?.Part is null ? "archived" : "removed",
        _ => "changed",
    };
}
