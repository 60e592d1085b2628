using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Courses;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Courses;

/// <summary>The course of a treatment with these values; none is a cell that says "not known".</summary>
internal static class ExampleCourses
{
    private static readonly CriterionRole[] Roles =
        [
            CriterionRole.Sessions, CriterionRole.Interval, CriterionRole.SessionTime, CriterionRole.Downtime, CriterionRole.Onset,
            CriterionRole.Duration];

    public static Course Of(params AttributeValue?[] values) => Of(baseline: false, values);

    public static Course Of(bool baseline, params AttributeValue?[] values)
    {
        var edition = ExampleEdition.With(content => content with
        {
            Criteria = [.. Roles.Select(CriterionOf)],
            Treatments =
            [
                new()
                {
                    Slug = "one",
                    Name = Text("One"),
                    Summary = Text("One."),
                    Baseline = baseline,
                    Answers = [.. Roles.Zip(values, (role, value) => value is null
                        ? new AnswerEntry { Criterion = SlugOf(role), Absence = Absence.NotKnown }
                        : Typed(SlugOf(role), value))],
                },
            ],
            Contrasts = [],
            Numbers = [],
        });
        return Course.Of(edition, edition.FindTreatment("one")!);
    }

    private static CriterionEntry CriterionOf(CriterionRole role) =>
        Criterion(SlugOf(role), CriterionRoles.KindOf(role)!.Value, role: role) with
        {
            Unit = role == CriterionRole.Sessions ? new() { One = Text("visit"), Many = Text("visits") } : null,
            WhenOver = role == CriterionRole.Downtime ? Text("the swelling has gone") : null,
        };

    private static string SlugOf(CriterionRole role) => $"asked-{(int)role}";
}
