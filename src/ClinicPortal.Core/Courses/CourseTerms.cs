using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Courses;

/// <summary>The clinic's own words for what a course is made of.</summary>
/// <param name="One">What is counted, a session.</param>
/// <param name="Many">Several of it.</param>
/// <param name="Over">How a sentence says that the downtime is over; none where the clinic does not ask for it.</param>
public sealed record CourseTerms(string One, string Many, string? Over)
{
    /// <summary>"a session".</summary>
    public string AnyOne => RunningText.WithArticle(One);

    public static CourseTerms Of(Edition edition)
    {
        var unit = edition.FindCriterion(CriterionRole.Sessions)?.Unit;
        return new(
            unit?.One.ToString() ?? "session", unit?.Many.ToString() ?? "sessions", OverIn(edition.FindCriterion(CriterionRole.Downtime)));
    }

    private static string? OverIn(CriterionEntry? downtime) =>
        downtime is null ? null : downtime.WhenOver?.ToString() ?? $"{RunningText.StartLowerCase(downtime.Term.ToString())} is over";
}
