using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests;

/// <summary>A comparison or a check must say the same on every server, at every hour and in every language of the machine.</summary>
public class PureCoreTests
{
    private static readonly string[] Impure =
    [
        "EntityFramework", "DbContext", "ClinicPortal.Core.Storage", "DateTime.Now", "DateTime.UtcNow", "DateTime.Today",
        "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider", "Stopwatch", "Environment.", "CurrentCulture", "CurrentUICulture",
        ".ToLower()", ".ToUpper()", "new Random(", "Random.Shared", "Guid.NewGuid",
    ];

    [Theory]
    [InlineData("Comparing", true)]
    [InlineData("Searching", true)]
    [InlineData("Checks", false)]
    public void Comparing_searching_and_checking_know_no_store_no_clock_and_no_language_of_the_machine(string folder, bool mustExist)
    {
        var path = Path.Combine(SampleClinic.RepositoryRoot(), "src", "ClinicPortal.Core", folder);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories) : [];

        var offenders =
            from file in files
            let source = File.ReadAllText(file)
            from word in Impure
            where source.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {word}";

        Assert.Empty(offenders);
        Assert.True(!mustExist || files.Length > 0);
    }
}
