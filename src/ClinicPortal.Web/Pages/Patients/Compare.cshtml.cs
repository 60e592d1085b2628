using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>The picker. Its plain form comes back here with the choice and is led on to the comparison's own address.</summary>
public sealed class CompareModel(Edition edition) : PageModel, IPatientPage
{
    /// <summary>The name of the tick boxes on a concern's page; the picker's fields have names of their own.</summary>
    private const string Ticked = "t";

    public Edition Edition => edition;

    public string? Error { get; private set; }

    public IReadOnlyList<TreatmentEntry> Chosen { get; private set; } = [];

    public PageMeta Meta => new()
    {
        Title = Error is null ? "Compare treatments" : "Error: choose two to four treatments",
        Description = "Choose two to four treatments and see them side by side, with no treatment beside them.",
        Path = "/compare",
        NoIndex = Error is not null,
        Crumbs = [new("Compare", "/compare")],
    };

    public IActionResult OnGet()
    {
        string[] fields = [.. PickerModel.FieldNames, Ticked];
        if (!fields.Any(Request.Query.ContainsKey))
            return Page();

        var slugs = fields.SelectMany(field => Request.Query[field].OfType<string>()).Where(slug => slug.Length > 0).ToList();
        var outcome = ComparisonChoice.Parse(edition, slugs);
        if (outcome is ChoiceOutcome.Chosen chosen)
            return Redirect(chosen.Choice.Address);

        Chosen = [.. slugs.Select(edition.FindTreatment).OfType<TreatmentEntry>().Distinct().Take(PickerModel.FieldNames.Count)];
        Error = outcome is ChoiceOutcome.Refused refused
            ? AddressProblem.AdviceOn(refused.Fault)
            : "One of the treatments is not described here. Choose from the lists.";
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
