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

    /// <summary>The query key of a comparison that the reader wants to change.</summary>
    public const string Change = "change";

    public Edition Edition => edition;

    public string? Error { get; private set; }

    public IReadOnlyList<TreatmentEntry> Chosen { get; private set; } = [];

    /// <summary>What the reader has marked outlives another choice of treatments.</summary>
    public WhatMatters Matters => WhatMatters.Read(edition, Request.Query[WhatMatters.Key]);

    public PageMeta Meta => new()
    {
        Title = Error is null ? "Compare treatments" : "Error: choose two to four treatments",
        Description = $"Choose two to four treatments and see them side by side{(edition.Baseline is { } baseline ? $", with {RunningText.NameOf(baseline)} beside them" : "")}.",
        Path = "/compare",
        NoIndex = Error is not null,
        Crumbs = [new("Compare", "/compare")],
    };

    public IActionResult OnGet()
    {
        string[] fields = [.. PickerModel.FieldNames, Ticked];
        if (!fields.Any(Request.Query.ContainsKey))
            return Show(Request.Query[Change].ToString());

        var slugs = fields.SelectMany(field => Request.Query[field].OfType<string>()).Where(slug => slug.Length > 0).ToList();
        switch (ComparisonChoice.Parse(edition, string.Join(ComparisonChoice.Between, slugs)))
        {
            case ChoiceOutcome.Chosen chosen:
                return Redirect(Matters.AddressIn(chosen.Choice.Address));
            case ChoiceOutcome.Moved moved:
                return Redirect(Matters.AddressIn(moved.Address));
            case var outcome:
                Error = AddressProblem.AdviceOn(outcome);
                Chosen = [.. AddressProblem.KnownIn(outcome).Take(PickerModel.FieldNames.Count)];
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
        }
    }

    private PageResult Show(string change)
    {
        Chosen = [.. change.Split(ComparisonChoice.Between).Select(edition.FindTreatment).OfType<TreatmentEntry>().Where(treatment => !treatment.Archived).Take(PickerModel.FieldNames.Count)];
        return Page();
    }
}
