using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Courses;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>The courses of a comparison, and what the reader has on. The weeks stand in the address and nowhere else.</summary>
public sealed class CourseModel(Comparison comparison, RequestEdition read, StringValues weeks)
{
    /// <summary>The query key and the name of the field.</summary>
    public const string Key = "weeks";

    /// <summary>A cell with as many characters stays beside its neighbours on a phone.</summary>
    private const int ShortCell = 40;

    private readonly Occasion? _asked = weeks.Count == 1 ? Occasion.Parse(weeks[0]) : null;

    public IReadOnlyList<Course> Courses { get; } = [.. comparison.Columns.Select(treatment => Course.Of(read.Edition, treatment))];

    public CourseTerms Terms { get; } = CourseTerms.Of(read.Edition);

    /// <summary>Where the clinic counts sessions, if it calls them by another name than the question does: "Visits are counted as in “How many sessions?”"</summary>
    public string? Counted => read.Edition.FindCriterion(CriterionRole.Sessions) is { } asked && !asked.Term.ToString().Equals(Terms.Many, StringComparison.OrdinalIgnoreCase)
        ? $"{RunningText.StartUpperCase(Terms.Many)} are counted as in “{asked.Question}”"
        : null;

    public IReadOnlyList<CourseGroup> Groups => CourseTable.Of(Courses);

    public Occasion Occasion => _asked ?? Occasion.Usual;

    /// <summary>What to do about weeks that mean nothing; none where they were not given or are right.</summary>
    public string? Problem => weeks.Count > 0 && _asked is null ? $"Enter the weeks as a whole number from {Occasion.Soonest} to {Occasion.Latest}." : null;

    /// <summary>As it was typed, or the usual.</summary>
    public string Typed => Problem is null ? Occasion.Weeks.ToString(CultureInfo.InvariantCulture) : weeks[0] ?? "";

    /// <summary>In whose weeks all strips are drawn.</summary>
    public int Scale => Timeline.Scale(Courses.SelectMany(course => course.Variants), Occasion);

    public string Action => $"{comparison.Choice.Path}#something-on";

    /// <summary>The rest of the address, which the form has to carry along.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Carried => FieldsOf(read.AddressOf(comparison.Address));

    /// <summary>The same address with the weeks that were asked for.</summary>
    public string Keep(string address) => _asked is null ? address : Keep(address, weeks);

    public static string Keep(string address, StringValues weeks) => weeks.Count == 1 ? QueryHelpers.AddQueryString(address, Key, weeks[0] ?? "") : address;

    /// <summary>The query of an address of this portal, for the hidden fields of a form.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> FieldsOf(string address) => QueryHelpers.ParseQuery(new Uri(new Uri("http://address"), address).Query);

    public static bool IsShort(CourseRow row) => row.Cells.All(cell => cell.Sum(line => line.Words.Length) <= ShortCell);
}
