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
    public async Task Public_pages_load_at_most_10_kilobytes_and_only_what_they_use()
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

            var used = await page.Locator("[data-module]")
                .EvaluateAllAsync<string[]>("used => used.flatMap(one => one.dataset.module.split(' ')).map(name => `modules/${name}.js`)");
            Assert.Equal(used.Append("portal.js").ToHashSet(), loaded.ToHashSet());
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
