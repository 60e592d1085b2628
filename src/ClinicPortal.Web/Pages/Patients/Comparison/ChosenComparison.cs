using System.Diagnostics.CodeAnalysis;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>What stands after <c>/compare/</c> in an address, and what the reader has marked, read in the edition that the address asks for.</summary>
public static class ChosenComparison
{
    /// <param name="here">Turns the address of a comparison into that of the page which asks; none for the comparison itself.</param>
    /// <returns>Where to go, or what is wrong with the address; none where it leads to <paramref name="comparison"/>.</returns>
    public static IActionResult? Find(
        RequestEdition read, PageModel page, string treatments, string? without, [NotNull] out Comparison? comparison, Func<string, string>? here = null)
    {
        comparison = null!;
        var outcome = ComparisonChoice.Parse(read.Edition, treatments, without);
        if (read.IsUnknown || (read.IsPast && outcome is ChoiceOutcome.Unknown or ChoiceOutcome.Archived))
            return AddressProblem.OfEdition(read, $"/compare/{Uri.EscapeDataString(treatments)}", page);
        var rows = page.Request.Query[WhatMatters.Key];
        var matters = WhatMatters.Read(read.Edition, rows);
        if (outcome is ChoiceOutcome.Chosen { Choice: var choice } && !matters.IsSpelled(rows))
            outcome = new ChoiceOutcome.Moved(choice.Address);
        if (outcome is ChoiceOutcome.Moved moved)
            outcome = moved with { Address = (here ?? (address => address))(read.AddressOf(matters.AddressIn(moved.Address))) };
        if (outcome is not ChoiceOutcome.Chosen chosen)
            return AddressProblem.Of(outcome, read.Edition, page);

        comparison = Comparison.Of(read.Edition, chosen.Choice, matters);
        return null;
    }
}
