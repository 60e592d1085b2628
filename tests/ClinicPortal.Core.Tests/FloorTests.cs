using System.Reflection;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Testing;
using NetArchTest.Rules;

namespace ClinicPortal.Core.Tests;

/// <summary>
/// Core stands in floors, and each knows only those below it. The pure ones say the same on every server, at every hour and in every
/// language of the machine: they know no store and no clock.
/// </summary>
public class FloorTests
{
    private const string Root = "ClinicPortal.Core.";

    /// <summary>
    /// From the ground up; the topics of one floor do not know each other unless one stands behind the other in this list.
    /// </summary>
    private static readonly string[] Floors =
    [
        "Catalogue", "Wording", "Editions", "Markets", "Comparing", "Courses", "Numbers", "Deciding", "Sheets", "Searching", "Checks",
        "Articles", "Storage", "Exchange", "Editing", "Reviewing", "Publishing", "Feedback",
    ];

    private static readonly string[] Impure =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider", "Stopwatch",
        "Environment.", "CurrentCulture", "CurrentUICulture", ".ToLower()", ".ToUpper()", "new Random(", "Random.Shared", "Guid.NewGuid",
    ];

    private static readonly Assembly Core = typeof(TreatmentEntry).Assembly;

    public static TheoryData<string> AllButTheHighest => [.. Floors[..^1]];

    public static TheoryData<string> Pure => [.. Floors[..Array.IndexOf(Floors, "Storage")]];

    [Theory, MemberData(nameof(AllButTheHighest))]
    public void A_floor_knows_none_above_it(string floor)
    {
        var above = Floors[(Array.IndexOf(Floors, floor) + 1)..].Select(name => Root + name).ToArray();

        var result = Types.InAssembly(Core).That().ResideInNamespace(Root + floor).ShouldNot().HaveDependencyOnAny(above).GetResult();

        Assert.True(result.IsSuccessful, Explained(result));
    }

    [Theory, MemberData(nameof(Pure))]
    public void A_pure_floor_knows_no_store(string floor)
    {
        var result = Types.InAssembly(Core).That().ResideInNamespace(Root + floor)
            .ShouldNot().HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Microsoft.Extensions").GetResult();

        Assert.True(result.IsSuccessful, Explained(result));
    }

    [Theory, MemberData(nameof(Pure))]
    public void A_pure_floor_knows_no_clock_and_no_language_of_the_machine(string floor)
    {
        var files = Directory.GetFiles(
            Path.Combine(SampleClinic.RepositoryRoot(), "src", "ClinicPortal.Core", floor), "*.cs", SearchOption.AllDirectories);

        var offenders =
            from file in files
            let source = File.ReadAllText(file)
            from word in Impure
            where source.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {word}";

        Assert.NotEmpty(files);
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_floor_has_a_clock_of_its_own()
    {
        string[] clocks =
            ["TimeProvider.System", "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"];
        var folder = Path.Combine(SampleClinic.RepositoryRoot(), "src", "ClinicPortal.Core");

        var offenders =
            from file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            let source = File.ReadAllText(file)
            from clock in clocks
            where source.Contains(clock, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {clock}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Whatever_is_awaited_can_be_stopped()
    {
        var offenders =
            from type in Core.GetExportedTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.ReturnType.IsAssignableTo(typeof(Task))
            where !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken))
            select $"{type.Name}.{method.Name}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Every_folder_is_a_floor()
    {
        var folders =
            Directory.GetDirectories(Path.Combine(SampleClinic.RepositoryRoot(), "src", "ClinicPortal.Core")).Select(Path.GetFileName);

        Assert.Equal(Floors.Order(), folders.Except(["bin", "obj"]).Order());
    }

    private static string Explained(NetArchTest.Rules.TestResult result) =>
        string.Join('\n', result.FailingTypes.Select(type => $"{type.FullName}: {type.Explanation}"));
}
