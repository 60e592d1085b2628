using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Courses;

/// <summary>
/// The typed values of one treatment that its course rests on. Variants are what the sessions are labelled with (ablative and
/// non-ablative laser); a value with other labels holds for each of them, from the least to the most of all its parts.
/// </summary>
internal sealed class CourseAnswers(Edition edition, TreatmentEntry treatment)
{
    public CourseTerms Terms { get; } = CourseTerms.Of(edition);

    /// <summary>One without a label where the sessions are not told apart.</summary>
    public IReadOnlyList<LocalText?> Variants =>
        PartsOf(CriterionRole.Sessions) is { Count: > 1 } parts && parts.All(part => part.Label is not null)
            ? [.. parts.Select(part => part.Label)]
            : [null];

    public AnswerEntry? AnswerTo(CriterionRole role) => edition.FindAnswer(treatment.Slug, role);

    public CourseEstimate Of(CriterionRole role, LocalText? variant) => EstimateOf(role, PartsFor(role, variant));

    /// <summary>
    /// When a first change might be seen. Of several labelled parts the earliest counts and the others stand beside it: "about 4 months
    /// (first growth; full result: about 10 to 18 months)".
    /// </summary>
    public CourseEstimate FirstChange(LocalText? variant)
    {
        var parts = PartsFor(CriterionRole.Onset, variant);
        if (parts.Count < 2 || parts.Any(part => part.Label is null))
            return EstimateOf(CriterionRole.Onset, parts);
        var estimates =
            parts.Select(part => (Name: RunningText.StartLowerCase($"{part.Label}"), Time: EstimateOf(CriterionRole.Onset, [part])))
            .OrderBy(stage => stage.Time.Known?.Min).ToList();
        return estimates.Find(stage => stage.Time.Known is null) is { Time: { } unknown }
            ? unknown
            : estimates[0].Time with
            {
                Note = string.Join("; ", estimates.Select((stage, index) => index == 0
                    ? CourseFormatter.Noted(stage.Name, stage.Time.Note)
                    : $"{stage.Name}: {CourseFormatter.Noted(CourseFormatter.LengthOf(stage.Time.Known!.Value), stage.Time.Note)}")),
            };
    }

    /// <summary>
    /// How long marks of a session show. A labelled part beside the unlabelled one is a mark of its own ("Skin colour: up to 42 days").
    /// </summary>
    public IReadOnlyList<Downtime> Downtimes(LocalText? variant)
    {
        var parts = PartsFor(CriterionRole.Downtime, variant);
        return parts.Any(part => part.Label is null)
            ? [
                .. parts.OrderBy(part => part.Label is not null)
                .Select(part => new Downtime(part.Label, EstimateOf(CriterionRole.Downtime, [part])))]
            : [new(null, EstimateOf(CriterionRole.Downtime, parts))];
    }

    private CourseEstimate EstimateOf(CriterionRole role, IReadOnlyList<ValuePart> parts)
    {
        var known = parts.Select(part => QuantityRange.Of(CriterionRoles.KindOf(role)!.Value, part)).ToList();
        if (known.Count == 0 || known.Contains(null))
            return CourseEstimate.Unknown(WhyMissing(role));

        var all = known.Select(reach => reach!.Value).Aggregate((one, other) => one.Around(other));
        var notes = parts.Select(part => part.Note?.ToString().Trim().TrimEnd('.'))
            .OfType<string>()
            .Select(RunningText.StartLowerCase)
            .Distinct()
            .ToList();
        return all is { Min: 0, Max: null } // "Nothing or more" says nothing.
            ? CourseEstimate.Unknown(WhyMissing(role))
            : CourseEstimate.Of(all) with { Note = notes.Count > 0 ? string.Join("; ", notes) : null };
    }

    private string WhyMissing(CriterionRole role) => (edition.FindCriterion(role), AnswerTo(role)) switch
    {
        (null, _) => $"{CriterionRoles.NameOf(role)} is not described here",
        ({ } asked, { IsWithheld: true }) => $"the clinic is not showing {RunningText.NameOf(asked)}",
        ({ } asked, null or { Absence: Absence.NotYetReviewed }) => $"{RunningText.NameOf(asked)} is not yet reviewed",
        ({ } asked, { Absence: null }) => $"the clinic gives no figure for {RunningText.NameOf(asked)}",
        ({ } asked, _) => $"{RunningText.NameOf(asked)} is not known",
    };

    private IReadOnlyList<ValuePart> PartsFor(CriterionRole role, LocalText? variant)
    {
        var parts = PartsOf(role);
        return parts.Any(part => part.Label is not null && Variants.Contains(part.Label))
            ? parts.Where(part => Equals(part.Label, variant)) is var own && own.Any()
                ? [.. own]
                : [.. parts.Where(part => part.Label is null)]
            : parts;
    }

    // A criterion of another kind measures something else.
    private IReadOnlyList<ValuePart> PartsOf(CriterionRole role) =>
        edition.FindCriterion(role)?.Kind == CriterionRoles.KindOf(role) ? AnswerTo(role)?.Value?.Parts ?? [] : [];
}

/// <summary>How long something of a session shows; without a label, until all of it is over.</summary>
public sealed record Downtime(LocalText? Label, CourseEstimate Time);
