using System.IO.Compression;
using ClinicPortal.Testing;

namespace ClinicPortal.Browser.Tests;

public sealed class ScriptBudgetTests
{
    private static readonly string Folder = Path.Combine(PortalProcess.ContentRoot, "wwwroot", "js");

    [Fact]
    public void All_script_of_the_staff_area_is_under_60_kilobytes() =>
        Assert.InRange(Directory.EnumerateFiles(Folder, "*.js", SearchOption.AllDirectories).Sum(Compressed), 1_000, 60_000);

    // That public pages load no other is looked at beside their barriers.
    [Fact]
    public void The_script_of_public_pages_is_under_10_kilobytes() =>
        Assert.InRange(Compressed(Path.Combine(Folder, "portal.js")), 1_000, 10_000);

    private static long Compressed(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }
}
