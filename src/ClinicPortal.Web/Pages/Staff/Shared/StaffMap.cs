using System.Security.Claims;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The places of the staff area, as far as a person may go there.</summary>
public static class StaffMap
{
    /// <summary>The place of each kind of row that has a page.</summary>
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["treatments"] = "treatments", ["contrasts"] = "comparisons", ["numbers"] = "numbers", ["criteria"] = "criteria", ["concerns"] = "concerns", ["sources"] = "sources",
    };

    /// <summary>The page on which the row of a history path is edited; the history, where it has no page of its own.</summary>
    public static string Address(string path) => HasPage(path) ? $"/staff/{Pages[KindOf(path)]}{path[KindOf(path).Length..]}" : $"/staff/history?place={path}";

    /// <summary>The row that is edited at an address, as in a history path; a pair by its one name, whichever of the two is named first.</summary>
    public static string RowAt(string address)
    {
        var path = address[StaffServices.Root.Length..].TrimStart('/');
        var kind = Pages.FirstOrDefault(page => page.Value == KindOf(path)).Key ?? KindOf(path);
        return kind == "contrasts" && path.Split('/')[^1].Split("-vs-") is [var one, var other] ? $"{kind}/{Contrast.HandleOf(one, other)}" : kind + path[KindOf(path).Length..];
    }

    public static bool HasPage(string path) => Pages.ContainsKey(KindOf(path));

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

    private static string KindOf(string path) => path.Split('/')[0];
}
