using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Courses;

/// <summary>
/// The typed values of one treatment that its course rests on. Variants are what the sessions are labelled with (ablative and
/// non-ablative laser); a value with other labels holds for each of them, from the least to the most of all its parts.
/// </summary>
internal sealed class CourseAnswers(Edition edition, TreatmentEntry treatment)
{
    /// <summary>One without a label where the sessions are not told apart.</summary>
    public IReadOnlyList<LocalText?> Variants =>
        PartsOf(CourseQuestion.Sessions) is { Count: > 1 } parts && parts.All(part => part.Label is not null)
            ? [.. parts.Select(part => part.Label)]
            : [null];

    public AnswerEntry? AnswerTo(CourseQuestion question) =>
        question.In(edition) is null ? null : edition.FindAnswer(treatment.Slug, question.Slug);

    public CourseEstimate Of(CourseQuestion question, LocalText? variant) => FigureOf(question, PartsFor(question, variant));

    /// <summary>
    /// How long marks of a session show. A labelled part beside the unlabelled one is a mark of its own ("Skin colour: up to 42 days").
    /// </summary>
    public IReadOnlyList<Settling> Settling(LocalText? variant)
    {
        var parts = PartsFor(CourseQuestion.Downtime, variant);
        return parts.Any(part => part.Label is null)
            ? [.. parts.OrderBy(part => part.Label is not null).Select(part => new Settling(part.Label, FigureOf(CourseQuestion.Downtime, [part])))]
            : [new(null, FigureOf(CourseQuestion.Downtime, parts))];
    }

    private CourseEstimate FigureOf(CourseQuestion question, IReadOnlyList<ValuePart> parts)
    {
        var known = parts.Select(part => QuantityRange.Of(question.Kind, part)).ToList();
        if (known.Count == 0 || known.Contains(null))
            return CourseEstimate.Unknown(question.Missing(AnswerTo(question)));

        var all = known.Select(reach => reach!.Value).Aggregate((one, other) => one.Around(other));
        var notes = parts.Select(part => part.Note?.ToString().Trim().TrimEnd('.')).OfType<string>().Select(RunningText.StartLowerCase).Distinct().ToList();
        return all is { Min: 0, Max: null } // "Nothing or more" says nothing.
            ? CourseEstimate.Unknown(question.Missing(AnswerTo(question)))
            : CourseEstimate.Of(all) with { Note = notes.Count > 0 ? string.Join("; ", notes) : null };
    }

    private IReadOnlyList<ValuePart> PartsFor(CourseQuestion question, LocalText? variant)
    {
        var parts = PartsOf(question);
        return parts.Any(part => part.Label is not null && Variants.Contains(part.Label))
            ? parts.Where(part => Equals(part.Label, variant)) is var own && own.Any() ? [.. own] : [.. parts.Where(part => part.Label is null)]
            : parts;
    }

    private IReadOnlyList<ValuePart> PartsOf(CourseQuestion question) => AnswerTo(question)?.Value?.Parts ?? [];
}

/// <summary>How long something of a session shows; without a label, until the skin has settled.</summary>
public sealed record Settling(LocalText? Label, CourseEstimate Time);
