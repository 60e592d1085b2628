using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Primitives;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>Any two to four treatments side by side; everything on the page comes from <see cref="Comparison.Of"/>.</summary>
[CachedPage("without", RequestEdition.Key, Readers = [CourseModel.Key, WhatMatters.Key]), EnableRateLimiting(PastEditionPages.Limit)]
public sealed class ComparisonModel(RequestEdition read, PublicOrigin origin, Market market) : PageModel, IPatientPage
{
    /// <summary>Answers of this many characters or fewer stay side by side on a phone.</summary>
    private const int ShortAnswer = 60;

    public Edition Edition => read.Edition;

    public Comparison Comparison { get; private set; } = null!;

    public SourceNotes Notes { get; } = new(read.Edition);

    public CourseModel Course { get; private set; } = null!;

    public string Title => Comparison.Choice.Title;

    public string Decision => Comparison.Decision;

    public string GlanceCaption => "The questions that matter most and where the answers differ, one line for each.";

    public AskFirst AskFirst => field ??= AskFirst.Of(Comparison);

    /// <summary>What the address holds beside the marks, for the form that changes them.</summary>
    public IEnumerable<KeyValuePair<string, StringValues>> Kept =>
        CourseModel.FieldsOf(CourseModel.Keep(read.AddressOf(Comparison.Choice.Address), Request.Query[CourseModel.Key]));

    /// <summary>The same comparison with nothing marked.</summary>
    public string UnmarkedAddress => Course.Keep(read.AddressOf(Comparison.Choice.Address));

    /// <summary>The link that hides the column of the baseline or shows it again; none where it is one of the options.</summary>
    public Crumb? BaselineToggle
    {
        get
        {
            var choice = Comparison.Choice;
            if (Edition.Baseline is not { } baseline || choice.ChoosesBaseline)
                return null;

            var toggled = ComparisonChoice.Of(Edition, choice.Treatments, !choice.WithoutBaseline);
            return new($"{(choice.WithoutBaseline ? "Show" : "Hide")} the column “{baseline.ShortName ?? baseline.Name}”", Course.Keep(read.AddressOf(Comparison.Matters.AddressIn(toggled.Address))));
        }
    }

    /// <summary>What to know before reading a past edition.</summary>
    public PastEditionNote? PastEdition => PastEditionNote.On(Comparison, read);

    /// <summary>Only what patients read now can be made clearer.</summary>
    public bool AsksIfClear => !read.IsPast;

    /// <summary>The same on one page of paper.</summary>
    public string SheetAddress => SheetModel.AddressIn(read.AddressOf(Comparison.Address));

    /// <summary>The picker with this choice in it.</summary>
    public string ChangeAddress => Comparison.Matters.AddressIn($"/compare?{CompareModel.Change}={Comparison.Choice.Path["/compare/".Length..]}");

    public PageMeta Meta => new()
    {
        Title = (Course.Problem is null ? "" : "Error: ") + (read.IsAsked ? $"{Title}, edition {Edition.Number}" : Title),
        Description = $"{Decision} What each is, how sure we are, what could go wrong, how long it takes.",
        Path = read.AddressOf(Comparison.Choice.Path),
        NoIndex = read.IsAsked || Course.Problem is not null || !Comparison.Matters.IsEmpty || !Comparison.SharesConcern || !Comparison.Options.All(market.MayNameInSearchEngines),
        Crumbs = [new("Compare", "/compare"), new(Title, Comparison.Choice.Path)],
        StructuredData = StructuredData.Comparison(Comparison, origin),
    };

    public IActionResult OnGet(string treatments, string? without)
    {
        var weeks = Request.Query[CourseModel.Key];
        if (ChosenComparison.Find(read, this, treatments, without, out var comparison, address => CourseModel.Keep(address, weeks)) is { } problem)
            return problem;

        Comparison = comparison;
        Course = new(comparison, read, weeks);
        if (Course.Problem is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public string NameOf(int column) => Grammar.ShortName(Comparison.Columns[column]);

    public bool IsShort(ComparisonRow row) => row.Cells.All(cell => (cell.Answer?.Text?.ToString().Length ?? 0) <= ShortAnswer);

    public bool IsShort(GlanceRow row) => row.Briefs.All(brief => brief.Length <= ShortAnswer);
}
