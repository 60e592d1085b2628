using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Courses;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Courses;

/// <summary>The course of a treatment with these values; none is a cell that says "not known".</summary>
internal static class ExampleCourses
{
    private static readonly string[] Slugs = ["sessions", "interval", "session-time", "downtime", "onset", "duration"];

    public static Course Of(params AttributeValue?[] values) => Of(baseline: false, values);

    public static Course Of(bool baseline, params AttributeValue?[] values)
    {
        var edition = ExampleEdition.With(content => content with
        {
            Criteria = [.. Slugs.Select(slug => Criterion(slug, slug == "sessions" ? ValueKind.Count : ValueKind.Duration))],
            Treatments =
            [
                new()
                {
                    Slug = "one",
                    Name = Text("One"),
                    Summary = Text("One."),
                    Baseline = baseline,
                    Answers = [.. Slugs.Zip(values, (slug, value) => value is null
                        ? new AnswerEntry { Criterion = slug, Absence = Absence.NotKnown }
                        : Typed(slug, value))],
                },
            ],
            Contrasts = [],
            Numbers = [],
        });
        return Course.Of(edition, edition.FindTreatment("one")!);
    }
}
