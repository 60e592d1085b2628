using System.Text.RegularExpressions;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Staff;

public sealed class ModuleFilesTests
{
    /// <summary>A browser would only write the missing one into its console, and what it should have shown would stay hidden.</summary>
    [Fact]
    public void Every_module_that_a_staff_page_names_is_there()
    {
        var root = SampleClinic.RepositoryRoot();
        var named = Directory
            .EnumerateFiles(Path.Combine(root, "src", "ClinicPortal.Web", "Pages", "Staff"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(page => Regex.Matches(File.ReadAllText(page), "data-module=\"([a-z -]+)\""))
            .SelectMany(module => module.Groups[1].Value.Split(' ')).ToHashSet();

        Assert.Contains("print", named);
        Assert.DoesNotContain(named, name => !File.Exists(Path.Combine(root, "wwwroot", "js", "modules", $"{name}.js")));
    }
}
