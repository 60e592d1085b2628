using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>
/// Asks for a day and for what somebody thinks of having done, and leads on to the comparison that plans for it. One treatment alone is
/// compared with no treatment. The day that a reader has in mind is nobody's business: the answer is kept nowhere.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class PlanModel(Edition edition, Market market, ClinicCalendar calendar) : PageModel, IPatientPage
{
    public const string DateKey = "date";

    /// <summary>Where the comparison plans for a date.</summary>
    private const string Place = "#planning";

    private const int DaysInAWeek = 7;
    private const string IsoDay = "yyyy-MM-dd";

    private static readonly string[] Labels =
        ["Treatment", "Second treatment (optional)", "Third treatment (optional)", "Fourth treatment (optional)"];

    private IReadOnlyList<string> _slugs = [];

    public Edition Edition => edition;

    /// <summary>As they were typed.</summary>
    public string Date => Request.Query[DateKey].ToString().Trim();

    /// <inheritdoc cref="Date"/>
    public string Weeks => Request.Query[ComparisonAddress.WeeksKey].ToString().Trim();

    public ConcernEntry? Concern => ComparisonAddress.ConcernIn(edition, Request.Query[ComparisonAddress.ConcernKey]);

    /// <summary>From the comparison that the reader came from.</summary>
    public MarkedRows Marked => MarkedRows.Of(edition, Request.Query[ComparisonAddress.RowsKey]);

    public string Soonest => Iso(Occasion.SoonestDay(calendar.Today));

    public string Latest => Iso(Occasion.LatestDay(calendar.Today));

    /// <summary>What is wrong with the day or the weeks.</summary>
    public string? TimeProblem { get; private set; }

    /// <summary>What is wrong with the choice of treatments.</summary>
    public string? ChoiceProblem { get; private set; }

    public IReadOnlyList<string> Problems => [.. new[] { TimeProblem, ChoiceProblem }.OfType<string>()];

    /// <summary>Too many treatments are offered for the concern to compare them all, so the reader chooses among them.</summary>
    public bool IsNarrowed { get; private set; }

    public IReadOnlyList<TreatmentEntry> Choices =>
        [.. (IsNarrowed ? edition.TreatmentsFor(Concern!) : edition.Treatments).Where(treatment => !treatment.Baseline)];

    public string Heading => SiteMap.Plan.Name;

    public string Lead => IsNarrowed
        ? $"{Grammar.Count(Choices.Count, "treatment")} are offered for {RunningText.NameOf(Concern!)}. Choose one to four of them."
        : "Tell us the date, and the treatment you are thinking of or what it is for. The next page tells you when to start, and "
            + "what might still be visible on the day.";

    public PageMeta Meta => new()
    {
        Title = Problems.Count == 0 ? Heading : $"Error: {Heading}",
        Description = "When to start a treatment so that you are ready for a date.",
        Path = SiteMap.Plan.Path,
        NoIndex = Request.Query.Count > 0,
        Crumbs = [SiteMap.Plan],
    };

    public static string LabelOf(int field) => Labels[field];

    public bool IsChosen(int field, TreatmentEntry treatment) => field < _slugs.Count && _slugs[field] == treatment.Slug;

    public IActionResult OnGet()
    {
        string[] fields = [DateKey, ComparisonAddress.WeeksKey, ComparisonAddress.ConcernKey, .. PickerModel.FieldNames];
        if (!fields.Any(Request.Query.ContainsKey))
            return Page();

        _slugs = [.. PickerModel.FieldNames.SelectMany(field => Request.Query[field].OfType<string>()).Where(slug => slug.Length > 0)];
        var weeks = WeeksUntilThen();
        var address = AddressOfChoice();
        if (Problems.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Problems.Count > 0 || address is null
            ? Page()
            : Redirect((address with { Concern = Concern, Marked = Marked, Weeks = weeks }).ToString() + Place);
    }

    private string? WeeksUntilThen()
    {
        var (soonest, latest) = (Occasion.Soonest, Occasion.Latest);
        switch (Date, Weeks)
        {
            case ("", ""):
                TimeProblem = "Choose the date, or write in how many weeks it is.";
                return null;
            case ("", var typed):
                if (Occasion.Parse(typed, calendar.Today) is null)
                    TimeProblem = $"Write the weeks as a whole number from {soonest} to {latest}.";
                return typed;
            case (_, not ""):
                TimeProblem = "Give the date or the weeks, not both. Empty one of the two.";
                return null;
        }
        if (!DateOnly.TryParseExact(Date, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            TimeProblem = $"“{Date}” is not a date. Write it as year, month and day, like {Iso(calendar.Today.AddMonths(3))}.";
            return null;
        }
        var (weeks, when) = ((day.DayNumber - calendar.Today.DayNumber) / DaysInAWeek, ClinicCalendar.FormatDay(day));
        TimeProblem = day < calendar.Today ? $"{when} is in the past. Choose a later date."
            : weeks < soonest ? $"{when} is less than a week away, too soon to plan for here. Please call the clinic."
            : weeks > latest ? $"{when} is more than {latest} weeks away. Choose an earlier date."
            : null;
        return weeks.ToString(CultureInfo.InvariantCulture);
    }

    private ComparisonAddress? AddressOfChoice()
    {
        var slugs = _slugs;
        if (slugs.Count == 0 && Concern is { } concern)
        {
            var offered = edition.TreatmentsFor(concern).Where(treatment => !treatment.Baseline && market.MayNameInSearch(treatment));
            slugs = [.. offered.Select(treatment => treatment.Slug)];
            if (slugs.Count > ComparisonAddress.MostTreatments)
            {
                IsNarrowed = true;
                return null;
            }
        }
        if (slugs.Count == 0)
        {
            ChoiceProblem = "Choose a treatment, or say what it is for.";
            return null;
        }
        if (slugs.Count == 1 && edition.Baseline is { } baseline)
            slugs = [.. slugs, baseline.Slug];
        var outcome = ComparisonAddress.Parse(edition, string.Join(ComparisonAddress.Between, slugs));
        if (outcome.Meant is null)
            ChoiceProblem = AddressProblem.AdviceOn(outcome);
        return outcome.Meant;
    }

    /// <summary>As a date field takes it.</summary>
    public static string Iso(DateOnly day) => day.ToString(IsoDay, CultureInfo.InvariantCulture);
}
