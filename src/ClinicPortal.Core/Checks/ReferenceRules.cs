using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Every reference leads to something in the same catalogue, archived things included, and is made once.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        var known = new Known(content);
        return
        [
            .. content.Clinic.CommonComparisons.At("clinic.common-comparisons").SelectMany(at => known.Treatments.Each(at.Item, at.Path)),
            .. content.Criteria.At("criteria").SelectMany(at => known.Groups.One(at.Item.Group, at.Path + ".group")),
            .. content.Concerns.At("concerns").SelectMany(at => Concern(at.Item, at.Path, known)),
            .. content.Treatments.At("treatments").SelectMany(at => Treatment(at.Item, at.Path, known)),
            .. content.Contrasts.At("contrasts").SelectMany(at => Contrast(at.Item, at.Path, known)),
            .. content.Numbers.At("numbers").SelectMany(at => Number(at.Item, at.Path, known)),
            .. content.Glossary.At("glossary").SelectMany(at => known.Sources.Each(at.Item.Sources, at.Path + ".sources")),
        ];
    }

    private static IEnumerable<ContentProblem> Concern(ConcernEntry concern, string path, Known known) =>
    [
        .. known.Sources.Each(concern.Sources, path + ".sources"),
        .. known.Concerns.One(concern.ReplacedBy, path + ".replaced-by"),
    ];

    private static IEnumerable<ContentProblem> Treatment(TreatmentEntry treatment, string path, Known known) =>
    [
        .. known.Criteria.Each([.. treatment.Answers.Select(answer => answer.Criterion)], path + ".answers", ".criterion"),
        .. treatment.Answers.At(path + ".answers").SelectMany(at => known.Sources.Each(at.Item.Sources, at.Path + ".sources")),
        .. known.Concerns.Each([.. treatment.Concerns.Select(evidence => evidence.Concern)], path + ".concerns", ".concern"),
        .. treatment.Concerns.At(path + ".concerns").SelectMany(at => known.Sources.Each(at.Item.Sources, at.Path + ".sources")),
        .. known.Clinicians.One(treatment.Author, path + ".author"),
        .. known.Clinicians.One(treatment.Review?.Clinician, path + ".review.clinician"),
        .. known.Treatments.One(treatment.ReplacedBy, path + ".replaced-by"),
    ];

    private static IEnumerable<ContentProblem> Contrast(ContrastEntry contrast, string path, Known known) =>
    [
        .. known.Treatments.Each(contrast.Between, path + ".between"),
        .. contrast.Passages.At(path + ".passages").SelectMany(at =>
            known.Criteria.Each([.. at.Item.Criteria.Select(row => row.Criterion)], at.Path + ".criteria", ".criterion")),
        .. contrast.Passages.At(path + ".passages").SelectMany(at => known.Sources.Each(at.Item.Sources, at.Path + ".sources")),
        .. known.Sources.Each(contrast.ClinicsSaySources, path + ".clinics-say-sources"),
    ];

    private static IEnumerable<ContentProblem> Number(OutcomeNumberEntry number, string path, Known known) =>
    [
        .. known.Concerns.One(number.Concern, path + ".concern"),
        .. number.Places.At(path + ".places").SelectMany(at => known.Treatments.One(at.Item.Treatment, at.Path + ".treatment")),
        .. number.Places.At(path + ".places").SelectMany(at => known.Criteria.One(at.Item.Criterion, at.Path + ".criterion")),
        .. number.Places.At(path + ".places").GroupBy(at => at.Item).SelectMany(same => same.Skip(1))
            .Select(at => new ContentProblem(at.Path, "This cell is named a second time. Remove one of the two.")),
        .. known.Sources.Each(number.Sources, path + ".sources"),
    ];

    private sealed class Known(ClinicContent content)
    {
        public Names Clinicians { get; } = new("clinician", "clinicians", [.. content.Clinicians.Select(clinician => clinician.Slug)]);

        public Names Groups { get; } = new("group", "groups", [.. content.Groups.Select(group => group.Slug)]);

        public Names Criteria { get; } = new("criterion", "criteria", [.. content.Criteria.Select(criterion => criterion.Slug)]);

        public Names Concerns { get; } = new("concern", "concerns", [.. content.Concerns.Select(concern => concern.Slug)]);

        public Names Treatments { get; } = new("treatment", "treatments", [.. content.Treatments.Select(treatment => treatment.Slug)]);

        public Names Sources { get; } = new("source", "sources", [.. content.Sources.Select(source => source.Key)]);
    }

    private sealed record Names(string Kind, string List, HashSet<string> All)
    {
        public IEnumerable<ContentProblem> One(string? name, string path) => name is null || All.Contains(name)
            ? []
            : [new(path, $"No {Kind} goes by \"{name}\". Correct the name, or add the {Kind} under {List}.")];

        public IEnumerable<ContentProblem> Each(IReadOnlyList<string> names, string path, string field = "")
        {
            var seen = new HashSet<string>();
            foreach (var (name, place) in names.At(path))
            {
                foreach (var problem in One(name, place + field))
                    yield return problem;
                if (!seen.Add(name))
                    yield return new(place + field, $"The {Kind} \"{name}\" is named a second time here. Remove one of the two.");
            }
        }
    }
}
