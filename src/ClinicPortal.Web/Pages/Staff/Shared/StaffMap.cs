using System.Security.Claims;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The places of the staff area, as far as a person may go there.</summary>
public static class StaffMap
{
    /// <summary>The page on which the row of a history path is edited; the history, where it has no page of its own.</summary>
    public static string Address(string path) =>
        PageOf(path) is { } page ? $"/staff/{page}{path[ListOf(path).Length..]}" : $"/staff/history?place={path}";

    /// <summary>The row that is edited at an address, as in a history path; a pair by its one name, whichever of the two is named first.</summary>
    public static string RowAt(string address)
    {
        var place = address[StaffServices.Root.Length..].TrimStart('/');
        var path = (StaffKinds.FindByPage(ListOf(place))?.List ?? ListOf(place)) + place[ListOf(place).Length..];
        return RowPath.Parse(path) is { Kind: ContrastKind kind } pair ? kind.PathOf(Contrast.HandleOf(Contrast.Between(pair.Handle))) : path;
    }

    public static bool HasPage(string path) => PageOf(path) is not null;

    /// <summary>As staff read when something happened; the store keeps no other clock than UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " UTC";

    public static IEnumerable<Crumb> For(ClaimsPrincipal person)
    {
        yield return new("Treatments", "/staff");
        yield return new("Comparisons", "/staff/comparisons");
        yield return new("Numbers", "/staff/numbers");
        yield return new("Criteria", "/staff/criteria");
        yield return new("Concerns", "/staff/concerns");
        yield return new("Sources", "/staff/sources");
        yield return new("History", "/staff/history");
        if (person.IsInRole(nameof(StaffRole.Administrator)))
            yield return new("People", "/staff/people");
    }

    private static string? PageOf(string path) => CatalogueKinds.FindByList(ListOf(path)) is { } kind ? StaffKinds.Of(kind).Page : null;

    private static string ListOf(string path) => path.Split('/')[0];
}
