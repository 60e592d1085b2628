namespace ClinicPortal.Web.Pages;

/// <summary>The pages that stand in the navigation, with the names they have there.</summary>
public static class SiteMap
{
    public static IReadOnlyList<Crumb> Main { get; } =
    [
        new("Compare", "/compare"), new("Treatments", "/treatments"), new("Concerns", "/concerns"), new("Search", "/search"), new("Contact", "/contact"),
    ];

    public static IReadOnlyList<Crumb> Foot { get; } =
    [
        new("About", "/about"), new("Glossary", "/glossary"), new("Sources", "/sources"), new("Accessibility", "/accessibility"), new("Privacy", "/privacy"),
    ];
}
