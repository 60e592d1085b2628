using System.Text.RegularExpressions;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests;

/// <summary>The page on the architecture tells of the tree as it is.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Page = File.ReadAllText(In("docs/architecture.md"));

    [Fact]
    public void Every_path_on_the_page_exists()
    {
        var paths = Path().Matches(Page).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(File.Exists(In(path)) || Directory.Exists(In(path)), path));
    }

    [Theory]
    [InlineData("src/ClinicPortal.Core")]
    [InlineData("src/ClinicPortal.Web")]
    [InlineData("src/ClinicPortal.Web/Pages/Patients")]
    [InlineData("src/ClinicPortal.Web/Pages/Staff")]
    public void Every_folder_stands_on_the_page(string parent) =>
        Assert.All(Directory.GetDirectories(In(parent)), folder => Assert.Matches($@"\b{System.IO.Path.GetFileName(folder)}\b", Page));

    private static string In(string path) => System.IO.Path.Combine(SampleClinic.RepositoryRoot(), path);

    [GeneratedRegex("`((?:src|wwwroot|docs)/[^`]+)`")]
    private static partial Regex Path();
}
