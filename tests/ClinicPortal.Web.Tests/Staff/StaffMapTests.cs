using System.Reflection;
using System.Text.RegularExpressions;
using ClinicPortal.Testing;
using ClinicPortal.Web.Pages;
using ClinicPortal.Web.Pages.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

public sealed class StaffMapTests
{
    private static readonly string[] NotOfNames = [nameof(StaffMap.RowAt), nameof(StaffMap.Address), nameof(StaffMap.Handler)];

    /// <summary>One of each kind; the last has no page of its own.</summary>
    private static readonly string[] Rows =
    [
        "treatments/prp", "treatments/prp/answers/onset", "treatments/prp/concerns/acne", "contrasts/a-vs-b",
        "numbers/n1", "criteria/onset", "concerns/acne", "sources/r1", "clinic",
    ];

    [Fact]
    public void An_address_is_written_out_in_the_map_and_on_line_one_of_its_page_and_nowhere_else()
    {
        var literal = new Regex("""["'(}]/staff(?=["'/?#{)])""");
        var sources = Path.Combine(SampleClinic.RepositoryRoot(), "src", "ClinicPortal.Web");
        var files = Directory.EnumerateFiles(sources, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml").ToList();

        var written =
            from file in files
            where Path.GetFileName(file) != "StaffMap.cs"
            from line in File.ReadLines(file)
            where !line.StartsWith("@page ", StringComparison.Ordinal) && literal.IsMatch(line)
            select $"{Path.GetRelativePath(sources, file)}: {line.Trim()}";

        Assert.Empty(written);
        Assert.True(files.Count > 100);
    }

    [Fact]
    public async Task The_map_and_the_pages_name_the_same_addresses()
    {
        await using var portal = new PortalFactory();
        _ = portal.Reader;
        var routes = (
            from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith(
                "/Staff/", StringComparison.Ordinal) == true
            select endpoint.RoutePattern.RawText!).Distinct().ToList();

        var addresses = AddressesOfMap();

        Assert.All(addresses, address => Assert.Contains(routes, route => Leads(address, route)));
        Assert.All(routes, route => Assert.Contains(addresses, address => Leads(address, route)));
    }

    /// <summary>Every constant, every crumb, and every address that is made of names, made of some.</summary>
    private static List<string> AddressesOfMap()
    {
        var members = typeof(StaffMap).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
        var makers = members.OfType<MethodInfo>().Where(method =>
            method.ReturnType == typeof(string) && !NotOfNames.Contains(method.Name) && method.GetParameters().All(IsName));
        return
        [
            .. members.OfType<FieldInfo>().Select(constant => (string)constant.GetValue(null)!).Where(address => address != StaffMap.New),
            .. members.OfType<PropertyInfo>().Select(property => property.GetValue(null)).OfType<Crumb>().Select(crumb => crumb.Path),
            .. makers.Select(maker => (string)maker.Invoke(null, [.. maker.GetParameters().Select(SomeName)])!),
            .. Rows.Select(StaffMap.Address),
        ];
    }

    private static bool IsName(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(int);

    private static object SomeName(ParameterInfo parameter) => parameter.ParameterType == typeof(int) ? 1 : "some-name";

    private static bool Leads(string address, string route) =>
        new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(address.Split('?')[0], []);
}
