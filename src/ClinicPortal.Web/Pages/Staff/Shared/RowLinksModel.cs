using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Where to go from the form of a row: its history, and the way out of use and back.</summary>
/// <param name="Row">As in the history.</param>
/// <param name="IsArchived">It is out of use.</param>
public sealed record RowLinksModel(string Row, bool IsArchived)
{
    private readonly RowPath _row = RowPath.Parse(Row)!;

    public string Archive => StaffMap.Archive(_row.Kind.List, _row.Handle);

    /// <summary>None, where its address stays.</summary>
    public string? Rename => _row.Kind.CanBeRenamed ? StaffMap.Rename(_row.Kind.List, _row.Handle) : null;
}
