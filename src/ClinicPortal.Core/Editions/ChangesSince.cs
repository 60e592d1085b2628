using System.Text.Json;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>One treatment of an earlier edition about which a later one says something else.</summary>
/// <param name="Treatment">As the earlier edition had it.</param>
/// <param name="IsGone">The later edition no longer describes it.</param>
/// <param name="Changed">The terms of the criteria whose answers are others now, then what else has changed, in running words.</param>
public sealed record ChangedTreatment(TreatmentEntry Treatment, bool IsGone, IReadOnlyList<string> Changed);

/// <summary>
/// What a reader of an earlier edition has to know: which questions have other answers now. It looks at answers, at how sure we are for
/// each concern and at the numbers, because these are what a decision rests on; a changed word in a name is not news.
/// </summary>
public static class ChangesSince
{
    private const string Numbers = "numbers from studies";

    /// <summary>
    /// In the order of <paramref name="treatments"/>, which belong to <paramref name="then"/>; empty if nothing has changed.
    /// </summary>
    public static IReadOnlyList<ChangedTreatment> Of(Edition then, Edition now, IEnumerable<TreatmentEntry> treatments) =>
    [
        .. treatments.Select(treatment => Of(then, now, treatment)).Where(change => change.IsGone || change.Changed.Count > 0),
    ];

    private static ChangedTreatment Of(Edition then, Edition now, TreatmentEntry treatment)
    {
        var present = SlugLookup.Treatment(now, treatment.Slug) switch
        {
            SlugLookup<TreatmentEntry>.Found found => found.Entry,
            SlugLookup<TreatmentEntry>.Renamed renamed => renamed.Entry,
            _ => null,
        };
        return present is null
            ? new(treatment, IsGone: true, [])
            : new(
                treatment, IsGone: false,
                [
                    .. Answers(then, now, treatment, present), .. Evidence(then, now, treatment, present),
                    .. CountsOf(then, now, treatment, present)]);
    }

    private static IEnumerable<string> Answers(Edition then, Edition now, TreatmentEntry before, TreatmentEntry after) =>
        from criterion in now.Criteria.Concat(then.Criteria).DistinctBy(criterion => criterion.Slug)
        where Differ(AnswerIn(then, before, criterion), AnswerIn(now, after, criterion))
        select criterion.Term.ToString();

    private static AnswerEntry? AnswerIn(Edition edition, TreatmentEntry treatment, CriterionEntry criterion) =>
        edition.Criteria.Any(asked => asked.Slug == criterion.Slug) ? edition.FindAnswer(treatment.Slug, criterion.Slug) : null;

    private static IEnumerable<string> Evidence(Edition then, Edition now, TreatmentEntry before, TreatmentEntry after) =>
        from concern in now.Concerns.Concat(then.Concerns).DistinctBy(concern => concern.Slug)
        where Differ(then.FindEvidence(before.Slug, concern.Slug), now.FindEvidence(after.Slug, concern.Slug))
        select $"how sure we are for {RunningText.NameOf(concern)}";

    private static IEnumerable<string> CountsOf(Edition then, Edition now, TreatmentEntry before, TreatmentEntry after) =>
        Differ(NumbersOf(then, before), NumbersOf(now, after)) ? [Numbers] : [];

    // Where a number stands is no part of what it says, and names the treatment by a slug that may have changed.
    private static IEnumerable<OutcomeNumberEntry> NumbersOf(Edition edition, TreatmentEntry treatment) =>
        edition.Content.Numbers
            .Where(number => number.Places.Any(place => place.Treatment == treatment.Slug))
            .Select(number => number with { Places = [], Review = null });

    // The records hold lists, which are compared by identity; what is written down is compared by content.
    private static bool Differ<T>(T before, T after) where T : class? =>
        JsonSerializer.Serialize(Unsigned(before), ContentJson.Options) != JsonSerializer.Serialize(Unsigned(after), ContentJson.Options);

    // Who has signed it is no part of what it says.
    private static T Unsigned<T>(T entry) where T : class? => entry is IReviewedEntry reviewed ? (T)reviewed.Under(null) : entry;
}
