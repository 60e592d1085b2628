using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class ConcernModel(Edition edition, PublicOrigin origin, Market market) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public ConcernEntry Concern { get; private set; } = null!;

    public SourceNotes Notes { get; } = new(edition);

    private static readonly CriterionRole[] Roles =
        [CriterionRole.SeriousRisks, CriterionRole.Sessions, CriterionRole.Downtime, CriterionRole.Duration, CriterionRole.Cost];

    /// <summary>The first questions beside the evidence, the serious risks first.</summary>
    public IReadOnlyList<CriterionEntry> Columns => field ??= [.. Roles.Select(edition.FindCriterion).OfType<CriterionEntry>()];

    /// <summary>In the catalogue's order; what the market withholds from advertising comes last.</summary>
    public IReadOnlyList<(TreatmentEntry Treatment, ConcernEvidenceEntry Evidence)> Offered => field ??=
    [
        .. edition.TreatmentsFor(Concern).OrderBy(IsWithheld)
            .Select(treatment => (treatment, edition.FindEvidence(treatment.Slug, Concern.Slug)!)),
    ];

    /// <summary>The market withholds it from advertising: what is known of it stands on its own page and in comparisons only.</summary>
    public bool IsWithheld(TreatmentEntry treatment) => !market.MayNameOnHomePage(treatment);

    /// <summary>With its comma, as the question ends; none where each treatment names what it was compared with.</summary>
    public string? ComparedWith =>
        EvidencePhrase.ComparedWith(edition.Baseline, Offered.Select(one => one.Evidence)) is { } compared ? $", {compared}" : null;

    public IReadOnlyList<TreatmentEntry> NotOffered =>
        [.. edition.Treatments.Except(edition.TreatmentsFor(Concern)).Where(treatment => !treatment.Baseline)];

    public IReadOnlyList<OutcomeNumberEntry> Numbers => [.. edition.Content.Numbers.Where(number => number.Concern == Concern.Slug)];

    public PageMeta Meta => new()
    {
        Title = Concern.Name.ToString(),
        Description = $"{Concern.Name}: what happens if nothing is done, which treatments are offered, and how sure we are of each.",
        Path = $"/concerns/{Concern.Slug}",
        Crumbs = [SiteMap.Concerns, AddressProblem.LinkTo(Concern)],
        StructuredData = StructuredData.Condition(Concern, edition.TreatmentsFor(Concern), origin),
    };

    public IActionResult OnGet(string slug)
    {
        var lookup = SlugLookup.Concern(edition, slug);
        if (lookup is not SlugLookup<ConcernEntry>.Found found)
            return AddressProblem.Of(lookup, SiteMap.Concerns, AddressProblem.LinkTo, edition, this);

        Concern = found.Entry;
        return Page();
    }
}
