using System.Text.RegularExpressions;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>How the pages of the staff area are built.</summary>
public sealed class StaffPageRulesTests
{
    private static readonly string Folder = Path.Combine(SampleClinic.RepositoryRoot(), "src", "ClinicPortal.Web", "Pages", "Staff");

    private static IReadOnlyList<(string Name, string Text)> Sources =>
    [
        .. from file in Directory.EnumerateFiles(Folder, "*.cs*", SearchOption.AllDirectories)
           select (Path.GetRelativePath(Folder, file), File.ReadAllText(file)),
    ];

    [Fact]
    public void Every_page_is_one_level_below_the_page_model_of_the_staff_area()
    {
        var pages = typeof(StaffPageModel).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(PageModel)) && type.Namespace == typeof(StaffPageModel).Namespace)
            .ToList();

        Assert.DoesNotContain(pages, page => page.BaseType != typeof(StaffPageModel));
        Assert.Equal(typeof(PageModel), typeof(StaffPageModel).BaseType);
        Assert.True(pages.Count > 20);
    }

    [Fact]
    public void The_time_is_handed_in()
    {
        var clock = new Regex(@"TimeProvider\.System|\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b");

        Assert.DoesNotContain(Sources, source => clock.IsMatch(source.Text));
    }

    [Fact]
    public void What_waits_for_the_store_can_be_called_off()
    {
        var readers = string.Join('|',
            "db", "drafts", "editor", "publisher", "clarity", nameof(Choices), nameof(RowNames), nameof(NumberLinks), nameof(NumberChoices),
            nameof(SourcePickerModel), nameof(TreatmentOverview), nameof(ContrastBasis));
        var waits = new Regex($@"\b({readers})\b[^;]*?\.\w+Async(<\w+>)?\(");
        var statements =
            from source in Sources
                // That a method is handed a token does not yet say that it hands it on.
            let text = source.Text.Replace("CancellationToken cancel", "", StringComparison.Ordinal)
            from statement in Regex.Split(text, @";|\n *\{ *\n")
            where waits.IsMatch(statement)
            select (source.Name, Text: statement.Trim());

        Assert.DoesNotContain(statements, statement => !Regex.IsMatch(statement.Text, @"\bcancel\b|CancellationToken\.None"));
        Assert.True(statements.Count() > 30);
    }
}
