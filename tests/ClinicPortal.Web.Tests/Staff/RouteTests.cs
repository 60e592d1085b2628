using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClinicPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>
/// The address alone says which row a form is about: a field that goes by the name of a part of the address changes nothing.
/// </summary>
public sealed class RouteTests
{
    [Fact]
    public async Task No_form_and_no_query_can_say_which_row_a_page_is_about()
    {
        await using var portal = new PortalFactory();
        var pages = portal.Services.GetRequiredService<PageLoader>();
        var (wrong, seen) = (new List<string>(), 0);

        foreach (var (route, page) in RowPagesOf(portal))
        {
            var loaded = await pages.LoadAsync(page, EndpointMetadataCollection.Empty);
            foreach (var part in route.RoutePattern.Parameters)
            {
                var bound =
                    from one in loaded.BoundProperties.Concat(loaded.HandlerMethods.SelectMany(handler => handler.Parameters))
                    where string.Equals(one.BindingInfo?.BinderModelName ?? one.Name, part.Name, StringComparison.OrdinalIgnoreCase)
                    select one.BindingInfo?.BindingSource;
                if (bound.Distinct().SingleOrDefault() != BindingSource.Path)
                    wrong.Add($"{route.RoutePattern.RawText}: {part.Name}");
                seen++;
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(26, seen);
    }

    [Fact]
    public async Task A_form_is_saved_at_its_address_whatever_else_it_names()
    {
        await using var portal = new PortalFactory();
        var browser = await StaffBrowser.SignedInAsync(portal, "Eve Editor");
        var seen = 0;

        foreach (var (route, _) in RowPagesOf(portal))
        {
            var address = ExampleOf(route.RoutePattern.RawText!);
            var page = await browser.PageAsync(address);
            if (page.QuerySelector("main form[data-row]") is null)
                continue;
            seen++;
            var text = page.QuerySelector<IHtmlTextAreaElement>("main form textarea")!;
            text.Value = $"{text.Value}\nWritten at {address}".Trim();
            var (target, fields) = StaffBrowser.FieldsOf(page, "main form[method=post] button");

            var others = route.RoutePattern.Parameters.Select(part => KeyValuePair.Create(part.Name, OtherOf(address, part.Name)));
            var answer = await browser.PostAsync(target!, [.. fields, .. others]);

            Assert.Equal((address, HttpStatusCode.Redirect), (address, answer.StatusCode));
            await using var db = await StaffBrowser.StoreOf(portal);
            var change = await db.Changes.OrderByDescending(change => change.Id).FirstAsync(StaffBrowser.Cancel);
            Assert.Equal(RowOf(page, text), change.Path);
            Assert.Contains($"Written at {address}", change.After, StringComparison.Ordinal);
        }
        Assert.Equal(11, seen);
    }

    /// <summary>The row of the form, or of the one answer in a form of many.</summary>
    private static string RowOf(IDocument page, IElement text)
    {
        var row = page.QuerySelector("main form")!.GetAttribute("data-row")!.Split('/');
        var key = text.Closest(".one-answer")?.QuerySelector("[name$='.Key']")?.GetAttribute("value");
        return row switch
        {
            ["treatments", var treatment, "all-answers", _] => $"treatments/{treatment}/answers/{key}",
            ["criteria", var criterion, "all-answers", _] => $"treatments/{key}/answers/{criterion}",
            _ => string.Join('/', row),
        };
    }

    private static List<(RouteEndpoint Route, PageActionDescriptor Page)> RowPagesOf(PortalFactory portal)
    {
        _ = portal.Reader;
        return
        [
            .. from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
               where page?.ViewEnginePath.StartsWith("/Staff/", StringComparison.Ordinal) == true
               where endpoint.RoutePattern.Parameters.Count > 0
               select (endpoint, page),
        ];
    }

    /// <summary>An address of a row that is there.</summary>
    private static string ExampleOf(string route)
    {
        var key = route.Contains("numbers", StringComparison.Ordinal) ? "n1" : "r4";
        return AccessTests.Example("/" + route.Replace("{key}", key, StringComparison.Ordinal)
            .Replace("{list}/{handle}", $"glossary/{SampleClinic.Content.Glossary[0].Slug}", StringComparison.Ordinal));
    }

    /// <summary>Another row that is there too.</summary>
    private static string OtherOf(string address, string part) => part switch
    {
        "treatment" or "slug" => "botulinum",
        "criterion" => "pain",
        "concern" => SampleClinic.Content.Concerns[1].Slug,
        "number" => "2",
        "pair" => "botulinum-vs-prp",
        "list" => "questions",
        "handle" or "entry" => SampleClinic.Content.Glossary[1].Slug,
        "key" => address.Contains("numbers", StringComparison.Ordinal) ? "n4" : "r9",
        _ => throw new InvalidOperationException($"No other row for {part}."),
    };
}
