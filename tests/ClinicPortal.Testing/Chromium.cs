namespace ClinicPortal.Testing;

/// <summary>Where a Chromium stands on this machine.</summary>
public static class Chromium
{
    private static readonly string[] Places =
    [
        // The shell draws pages and has no windows, tabs and menus of its own to draw: it needs less of the machine.
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>The one that CHROMIUM names, else the first that is found; none where there is none.</summary>
    public static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
}
