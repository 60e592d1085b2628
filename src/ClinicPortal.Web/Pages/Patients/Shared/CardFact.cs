using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>
/// One thing that stands beside every verdict, in the clinic's own word for it: the serious risks first, in the same size.
/// </summary>
/// <param name="Criterion">Whose whole answer it leads to.</param>
/// <param name="Words">A line for each treatment.</param>
public sealed record CardFact(CriterionEntry Criterion, IReadOnlyList<string> Words)
{
    private static readonly CriterionRole[] Roles =
        [CriterionRole.SeriousRisks, CriterionRole.Sessions, CriterionRole.Cost, CriterionRole.Downtime];

    /// <summary>How long a session takes stands with how many there are, where both are one plain figure.</summary>
    public static IEnumerable<CardFact> Of(Edition edition, IReadOnlyList<TreatmentEntry> treatments) =>
        from role in Roles
        let criterion = edition.FindCriterion(role)
        where criterion is not null
        select new CardFact(criterion, [.. treatments.Select(treatment => WordsOf(edition, criterion, treatment))]);

    private static string WordsOf(Edition edition, CriterionEntry criterion, TreatmentEntry treatment)
    {
        var words = Brief.Of(edition, criterion, edition.FindAnswer(treatment.Slug, criterion.Slug));
        return criterion.Role == CriterionRole.Sessions && edition.FindCriterion(CriterionRole.SessionTime) is { } time
            && edition.FindAnswer(treatment.Slug, criterion.Slug) is { Value.Parts: [{ Label: null, Note: null, Max: not 0 } count] }
            && edition.FindAnswer(treatment.Slug, time.Slug) is { Value.Parts: [{ Label: null, Note: null }] } length
            ? $"{words}, {RunningText.StartLowerCase(Brief.Of(time, length))}{(count.Max == 1 ? "" : " each")}"
            : words;
    }
}
