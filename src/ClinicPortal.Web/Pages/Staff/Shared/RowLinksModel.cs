using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Where to go from the form of a row: its history, and the way out of use and back.</summary>
/// <param name="Row">As in the history.</param>
/// <param name="IsArchived">It is out of use.</param>
public sealed record RowLinksModel(string Row, bool IsArchived)
{
    private readonly RowPath _row = RowPath.Parse(Row)!;

    /// <summary>Where clinicians sign it; none, where nobody signs its kind by itself.</summary>
    public string? Review => _row.Kind == CatalogueKinds.Treatment ? StaffMap.ReviewOf(Row)
        : ReviewPlace.Shared.Contains(_row.Kind) ? StaffMap.ReviewOf(_row.Kind.List, Row)
        : null;

    public string Archive => StaffMap.Archive(_row.Kind.List, _row.Handle);

    /// <summary>None, where its address stays.</summary>
    public string? Rename => _row.Kind.CanBeRenamed ? StaffMap.Rename(_row.Kind.List, _row.Handle) : null;
}
