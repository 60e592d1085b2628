using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Courses;

/// <summary>What the whole course of one treatment asks of a person, worked out from its typed values and nothing else.</summary>
/// <param name="Variants">More than one only where the sessions are told apart by labels.</param>
/// <param name="Inputs">What it was worked out from: the answers of the clinic's criteria, in the order in which they enter.</param>
/// <param name="Cost">The price band of one session in words; none where the clinic does not ask for it. It is never multiplied: bands are
/// examples, and a sum of examples would look like an offer.</param>
/// <param name="Change">When a change may be seen, in the words of the cell, which say more than its figure.</param>
/// <param name="Marks">What may show after a session, in the words of the cell.</param>
public sealed record Course(
    TreatmentEntry Treatment, CourseTerms Terms, IReadOnlyList<CourseVariant> Variants, IReadOnlyList<CourseInput> Inputs, string? Cost,
    AnswerEntry? Change, AnswerEntry? Marks)
{
    /// <summary>Nothing is done, so there is nothing to work out.</summary>
    public bool IsNone => Variants.All(variant => variant.IsNone);

    private static readonly CriterionRole[] OfTime =
        [
            CriterionRole.Sessions, CriterionRole.Interval, CriterionRole.SessionTime, CriterionRole.Downtime, CriterionRole.Onset,
            CriterionRole.Duration];

    public static Course Of(Edition edition, TreatmentEntry treatment)
    {
        var answers = new CourseAnswers(edition, treatment);
        return new(
            treatment,
            answers.Terms,
            [.. answers.Variants.Select(label => treatment.Baseline ? CourseVariant.None(answers.Terms) : VariantOf(answers, label))],
            [
                .. OfTime.Select(edition.FindCriterion)
                .OfType<CriterionEntry>()
                .Select(criterion => new CourseInput(criterion, edition.FindAnswer(treatment.Slug, criterion.Slug)))],
            edition.FindCriterion(CriterionRole.Cost) is { Kind: ValueKind.MoneyBand } cost
                ? Brief.Of(cost, answers.AnswerTo(CriterionRole.Cost))
                : null,
            answers.AnswerTo(CriterionRole.Onset),
            answers.AnswerTo(CriterionRole.Downtime));
    }

    private static CourseVariant VariantOf(CourseAnswers answers, LocalText? label) => new(
        answers.Terms,
        label,
        answers.Of(CriterionRole.Sessions, label),
        answers.Of(CriterionRole.Interval, label),
        answers.Of(CriterionRole.SessionTime, label),
        answers.Downtimes(label),
        answers.FirstChange(label),
        answers.Of(CriterionRole.Duration, label));
}

/// <summary>One answer that a course rests on.</summary>
public sealed record CourseInput(CriterionEntry Criterion, AnswerEntry? Answer)
{
    /// <summary>"3 to 5", or that it is not known.</summary>
    public string Words => Answer?.Value is { } value
        ? $"{(IsFromTheFirstMoment(value) ? "at once, or " : "")}{RunningText.StartLowerCase(ValueFormatter.Of(Criterion, value))}"
        : Answer is { IsWithheld: true } ? RunningText.StartLowerCase(AbsenceLabels.Withheld)
        : Answer is { Text: not null, Absence: null } ? "no figure given"
        : RunningText.StartLowerCase(AbsenceLabels.Of(Answer?.Absence));

    private bool IsFromTheFirstMoment(AttributeValue value) =>
        Criterion.Role == CriterionRole.Onset && value.Parts is [{ Min: null or 0, Max: > 0 }];
}
