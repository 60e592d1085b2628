using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Sheets;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>A comparison on one page of paper; see <see cref="Sheet"/> and docs/adr/0004-the-sheet-is-a-page-of-its-own.md.</summary>
[CachedPage("without", RequestEdition.Key, Readers = [WhatMatters.Key]), EnableRateLimiting(PastEditionPages.Limit)]
public sealed class SheetModel(RequestEdition read, PublicOrigin origin) : PageModel, IPatientPage
{
    public Edition Edition => read.Edition;

    public Comparison Comparison { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    public SourceNotes Notes { get; } = new(read.Edition);

    public PastEditionNote? PastEdition => PastEditionNote.On(Comparison, read);

    /// <summary>Back to the comparison that the reader came from.</summary>
    public string ComparisonAddress => read.AddressOf(Comparison.Address);

    /// <summary>What the QR code opens, however many editions are published before someone scans it.</summary>
    public string PrintedAddress => origin.Of(RequestEdition.Of(Edition, Comparison.Address));

    /// <summary>"21 more questions", and by name what a reader must not miss or has marked.</summary>
    public string LeftOut
    {
        get
        {
            var always = Sheet.LeftOut.Where(criterion => criterion.AlwaysShown || Comparison.Matters.Marks(criterion)).Select(criterion => criterion.Question.ToString()).ToList();
            return $"{Grammar.Count(Sheet.LeftOut.Count, "more question")}{(always.Count > 0 ? $", among them: {Grammar.List(always)}" : "")}";
        }
    }

    public PageMeta Meta => new()
    {
        Title = $"{Comparison.Choice.Title}: one page to print",
        Description = $"{Comparison.Decision} One page to take with you: what differs, questions to ask, and where it comes from.",
        Path = AddressIn(read.AddressOf(Comparison.Choice.Address)),
        NoIndex = true,
        Crumbs = [new("Compare", "/compare"), new(Comparison.Choice.Title, ComparisonAddress), new("One page to print", AddressIn(ComparisonAddress))],
    };

    public IActionResult OnGet(string treatments, string? without)
    {
        if (ChosenComparison.Find(read, this, treatments, without, out var comparison, AddressIn) is { } problem)
            return problem;

        Comparison = comparison;
        Sheet = Sheet.Of(comparison, Edition.Content.Questions);
        return Page();
    }

    /// <summary>Where the sheet of the comparison at <paramref name="address"/> stands.</summary>
    public static string AddressIn(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? $"{address[..query]}/sheet{address[query..]}" : $"{address}/sheet";
}
