using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Testing;

/// <summary>Content as clinicians have signed it.</summary>
public static class ReviewedContent
{
    /// <param name="content">What is signed.</param>
    /// <param name="nextDue">It was signed a year before.</param>
    /// <param name="which">Of the units; all, if left out.</param>
    public static ClinicContent SignedUntil(
        this ClinicContent content, DateOnly nextDue, Func<ReviewUnits, IEnumerable<ReviewUnit>>? which = null)
    {
        var units = new ReviewUnits(content);
        var signed = (which?.Invoke(units) ?? units.All).ToDictionary(unit => unit.Path, unit => new ReviewEntry
        {
            Clinician = "Example Clinician",
            Role = LocalText.English("Dermatologist"),
            Registration = "EX 1",
            At = new(nextDue.AddYears(-1), TimeOnly.MinValue, TimeSpan.Zero),
            NextDue = nextDue,
            Hash = unit.Hash,
            Writers = ["Nora Nurse"],
        });
        return content with
        {
            Treatments = [.. content.Treatments.Select(treatment => treatment with
            {
                Answers = [.. treatment.Answers.Select(answer => answer with
                {
                    Review = signed.GetValueOrDefault(CatalogueKinds.Answer.PathOf(treatment.Slug, answer.Criterion), answer.Review!),
                })],
                Concerns = [.. treatment.Concerns.Select(evidence => evidence with
                {
                    Review = signed.GetValueOrDefault(CatalogueKinds.Evidence.PathOf(treatment.Slug, evidence.Concern), evidence.Review!),
                })],
            })],
            Numbers = [.. content.Numbers.Select(number =>
                number with { Review = signed.GetValueOrDefault(CatalogueKinds.Number.PathOf(number.Key), number.Review!) })],
            Contrasts = [.. content.Contrasts.Select(contrast => contrast with
            {
                Review = signed.GetValueOrDefault(
                    CatalogueKinds.Contrast.PathOf(CatalogueKinds.Contrast.Handle(contrast)), contrast.Review!),
            })],
            Concerns = [.. content.Concerns.Select(concern =>
                concern with { Review = signed.GetValueOrDefault(CatalogueKinds.Concern.PathOf(concern.Slug), concern.Review!) })],
            Glossary = [.. content.Glossary.Select(term =>
                term with { Review = signed.GetValueOrDefault(CatalogueKinds.Term.PathOf(term.Slug), term.Review!) })],
        };
    }
}

public static class PublishingInTests
{
    /// <summary>Why tests publish what nobody has signed.</summary>
    public const string Reason = "For a test";

    /// <summary>Publishes everything, whatever warnings there are and whether it is signed or not.</summary>
    public static Task<PublishOutcome> PublishAsync(
        this Publisher publisher, string by, string? note, DateTimeOffset now, CancellationToken cancel = default) =>
        publisher.PublishAsync(by, note, now, choice: null, Reason, cancel);
}
