namespace ClinicPortal.Web.Accounts;

/// <summary>What a browser calls itself, as its owner would: "Firefox on Windows". It may lie; it only tells sessions apart.</summary>
public static class BrowserName
{
    // The first that is named counts: Edge and Opera also name Chrome, and Chrome names Safari.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    // Android names Linux, and an iPhone Mac OS X.
    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "a Mac"), ("Linux", "Linux"),
    ];

    public static string Of(string userAgent) =>
        $"{NameIn(Browsers, userAgent) ?? "A browser"}{(NameIn(Systems, userAgent) is { } system ? $" on {system}" : "")}";

    private static string? NameIn((string Sign, string Name)[] known, string userAgent) =>
        known.Where(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Select(one => one.Name).FirstOrDefault();
}
