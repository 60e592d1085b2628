using System.Security.Claims;
using ClinicPortal.Core.Staff;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The places of the staff area, as far as a person may go there.</summary>
public static class StaffMap
{
    /// <summary>The page on which the row of a history path is edited; the history, where it has no page of its own.</summary>
    public static string Address(string path) =>
        path.StartsWith("treatments/", StringComparison.Ordinal) || path.StartsWith("sources/", StringComparison.Ordinal) ? $"/staff/{path}" : $"/staff/history?place={path}";

    /// <summary>As staff read when something happened; the store keeps no other clock than UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.InvariantCulture) + " UTC";

    public static IEnumerable<Crumb> For(ClaimsPrincipal person)
    {
        yield return new("Treatments", "/staff");
        yield return new("Sources", "/staff/sources");
        yield return new("History", "/staff/history");
        if (person.IsInRole(nameof(StaffRole.Administrator)))
            yield return new("People", "/staff/people");
    }
}
