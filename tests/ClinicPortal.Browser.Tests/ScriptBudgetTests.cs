using System.IO.Compression;
using System.Text.RegularExpressions;
using ClinicPortal.Testing;
using Microsoft.Playwright;

namespace ClinicPortal.Browser.Tests;

public sealed partial class ScriptBudgetTests(PatientsBrowser browser)
{
    private static readonly string Folder = Path.Combine(PortalProcess.ContentRoot, "wwwroot", "js");

    [Fact]
    public void All_script_of_the_staff_area_is_under_60_kilobytes() =>
        Assert.InRange(Directory.EnumerateFiles(Folder, "*.js", SearchOption.AllDirectories).Sum(Compressed), 1_000, 60_000);

    [Fact]
    public async Task Public_pages_load_one_file_of_at_most_10_kilobytes()
    {
        var page = await browser.OpenAsync("/about");
        foreach (var row in PublicPages.All)
        {
            var loaded = new List<string>();
            void Note(object? sender, IRequest request)
            {
                if (request.ResourceType == "script")
                    loaded.Add(Unstamped().Replace(new Uri(request.Url).AbsolutePath["/js/".Length..], ".js"));
            }
            page.Request += Note;
            await page.GotoAsync(row.Data, new() { WaitUntil = WaitUntilState.NetworkIdle });
            page.Request -= Note;

            Assert.Equal(["portal.js"], loaded.Distinct());
            Assert.InRange(loaded.Distinct().Sum(name => Compressed(Path.Combine(Folder, name))), 0, 10_000);
        }
    }

    private static long Compressed(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }

    [GeneratedRegex(@"\.[a-z0-9]{10}\.js$")]
    private static partial Regex Unstamped();
}
