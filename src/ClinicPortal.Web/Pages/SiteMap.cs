using ClinicPortal.Core.Comparing;
using ClinicPortal.Web.Pages.Patients;

namespace ClinicPortal.Web.Pages;

/// <summary>The pages that stand in the navigation, with the names they have there.</summary>
public static class SiteMap
{
    public static Crumb Compare { get; } = new("Compare", ComparisonAddress.PickerPath);

    public static Crumb Treatments { get; } = new("Treatments", "/treatments");

    public static Crumb Concerns { get; } = new("Concerns", "/concerns");

    public static Crumb Plan { get; } = new("Planning for a date", "/plan");

    public static Crumb Search { get; } = new("Search", "/search");

    public static IReadOnlyList<Crumb> Main { get; } =
    [
        Compare, Treatments, Concerns, Search, new("Contact", "/contact"),
    ];

    public static IReadOnlyList<Crumb> Foot { get; } =
    [
        Plan, new("About", "/about"), new("Decision-aid standard", DecisionAidStandardModel.Address),
        new("Advertising rules", "/about/market-rules"), new("Glossary", "/glossary"), new("Sources", "/sources"),
        new("Accessibility", "/accessibility"), new("Privacy", "/privacy"),
    ];
}
