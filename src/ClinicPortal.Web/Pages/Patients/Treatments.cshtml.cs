using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Searching;
using ClinicPortal.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage("concern")]
public sealed class TreatmentsModel(Edition edition) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    public ConcernEntry? Concern { get; private set; }

    public IReadOnlyList<TreatmentEntry> Treatments { get; private set; } = edition.Treatments;

    public string Heading => Concern is null ? Words.Count(Treatments.Count, "treatment") : $"{Words.Count(Treatments.Count, "treatment")} for {Words.InText(Concern.Name)}";

    public string Lead => Concern is null
        ? "Each one is described by the same questions, with its sources and with what is not known."
        : "Clinics usually offer these. Being listed does not mean that it is proven to help.";

    public PageMeta Meta => new()
    {
        Title = Concern is null ? "Treatments" : $"Treatments for {Words.InText(Concern.Name)}",
        Description = Concern is null
            ? "All treatments of this portal, each described by the same questions, with sources and with what is not known."
            : $"Treatments that clinics usually offer for {Words.InText(Concern.Name)}, each described by the same questions.",
        Path = Concern is null ? "/treatments" : $"/treatments?concern={Concern.Slug}",
        Crumbs = Concern is null
            ? [new("Treatments", "/treatments")]
            : [new("Treatments", "/treatments"), new(Concern.Name.ToString(), $"/treatments?concern={Concern.Slug}")],
    };

    public IActionResult OnGet(string? concern)
    {
        if (string.IsNullOrEmpty(concern))
            return Page();

        if (edition.FindConcern(concern) is not { } found)
            return AddressProblem.Of(edition.LookUpConcern(concern), "/concerns", SearchKind.Concern, edition, this);

        Concern = found;
        Treatments = [.. edition.TreatmentsFor(found)];
        return Page();
    }
}
