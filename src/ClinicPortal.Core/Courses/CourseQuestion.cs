using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Courses;

/// <summary>
/// The criteria from which a course is worked out; no other place names them. A clinic that lacks one, or asks it as another kind of
/// question, has no figure for it.
/// </summary>
/// <param name="What">What is missing where there is no figure.</param>
internal sealed record CourseQuestion(string Slug, ValueKind Kind, string What)
{
    public static CourseQuestion Sessions { get; } = new("sessions", ValueKind.Count, "how many sessions it takes");

    public static CourseQuestion Interval { get; } = new("interval", ValueKind.Duration, "how far apart the sessions are");

    public static CourseQuestion SessionTime { get; } = new("session-time", ValueKind.Duration, "how long a session takes");

    public static CourseQuestion Downtime { get; } = new(AidCriteria.Downtime, ValueKind.Duration, "how long the skin takes to settle");

    public static CourseQuestion Onset { get; } = new("onset", ValueKind.Duration, "how soon a change might be seen");

    public static CourseQuestion Duration { get; } = new("duration", ValueKind.Duration, "how long a result lasts");

    public static CourseQuestion Cost { get; } = new("cost-band", ValueKind.MoneyBand, "what it costs");

    public static IReadOnlyList<CourseQuestion> OfTime { get; } = [Sessions, Interval, SessionTime, Downtime, Onset, Duration];

    public CriterionEntry? In(Edition edition) => edition.Criteria.FirstOrDefault(criterion => criterion.Slug == Slug && criterion.Kind == Kind);

    /// <summary>Why a cell holds no figure.</summary>
    public string Missing(AnswerEntry? answer) => answer switch
    {
        null or { Absence: Absence.NotYetReviewed } => $"{What} is not yet reviewed",
        { Absence: null } => $"{What} is not given as a figure",
        _ => $"{What} is not known",
    };
}
