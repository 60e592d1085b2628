using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
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

    /// <summary>Outlives another choice of treatments, as what is marked does.</summary>
    public ConcernEntry? Concern => ComparisonAddress.ConcernIn(edition, Request.Query[ComparisonAddress.ConcernKey]);

    public MarkedRows Marked => MarkedRows.Of(edition, Request.Query[ComparisonAddress.RowsKey]);

    public PageMeta Meta => new()
    {
        Title = Error is null ? "Compare treatments" : "Error: choose two to four treatments",
        Description = "Choose two to four treatments and see them side by side"
            + (edition.Baseline is { } baseline ? $", with {RunningText.NameOf(baseline)} beside them." : "."),
        Path = SiteMap.Compare.Path,
        NoIndex = Error is not null,
        Crumbs = [SiteMap.Compare],
    };

    public IActionResult OnGet()
    {
        string[] fields = [.. PickerModel.FieldNames, Ticked];
        if (!fields.Any(Request.Query.ContainsKey))
            return Show(Request.Query[ComparisonAddress.ChangeKey].ToString());

        var slugs = fields.SelectMany(field => Request.Query[field].OfType<string>()).Where(slug => slug.Length > 0).ToList();
        var outcome = ComparisonAddress.Parse(edition, string.Join(ComparisonAddress.Between, slugs));
        if (outcome.Meant is { } address)
            return Redirect((address with { Concern = Concern, Marked = Marked }).ToString());

        Error = AddressProblem.AdviceOn(outcome);
        Chosen = [.. AddressProblem.KnownIn(outcome).Take(PickerModel.FieldNames.Count)];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private PageResult Show(string change)
    {
        Chosen =
        [
            .. change.Split(ComparisonAddress.Between).Select(edition.FindTreatment).OfType<TreatmentEntry>()
                .Where(treatment => !treatment.Archived).Take(PickerModel.FieldNames.Count),
        ];
        return Page();
    }
}
