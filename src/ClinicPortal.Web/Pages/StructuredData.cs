using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Pages;

/// <summary>A page in schema.org's words, without ratings and without anything that the page itself does not say.</summary>
public static class StructuredData
{
    public static IHtmlContent Script(PageMeta meta, Edition edition, PublicOrigin origin, ClinicCalendar calendar)
    {
        var page = new JsonObject
        {
            ["@type"] = "MedicalWebPage",
            ["name"] = meta.Title,
            ["description"] = meta.Description,
            ["url"] = origin.Of(meta.Path!),
            ["inLanguage"] = LocalText.MainCulture,
            ["dateModified"] = calendar.FormatIsoDay(edition.PublishedAt),
            ["publisher"] = Clinic(edition, origin),
        };
        if (meta.StructuredData is { } about)
            page["about"] = about.DeepClone();

        var graph = new JsonArray(page);
        if (meta.Crumbs.Count > 0)
            graph.Add(Breadcrumbs(meta, origin));
        // The default encoder writes "<" as an escape, so no text can close the script element.
        return new HtmlString(JsonSerializer.Serialize(new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph }));
    }

    public static JsonObject Treatment(TreatmentEntry treatment, PublicOrigin origin)
    {
        var procedure = new JsonObject
        {
            ["@type"] = "TherapeuticProcedure",
            ["name"] = treatment.Name.ToString(),
            ["description"] = PlainText.Of(treatment.Summary.ToString()),
            ["url"] = origin.Of($"/treatments/{treatment.Slug}"),
        };
        if (treatment.OtherNames.Count > 0)
            procedure["alternateName"] = Names(treatment.OtherNames);
        return procedure;
    }

    public static JsonObject Condition(ConcernEntry concern, IEnumerable<TreatmentEntry> treatments, PublicOrigin origin)
    {
        var condition = new JsonObject
        {
            ["@type"] = "MedicalCondition",
            ["name"] = concern.Name.ToString(),
            ["url"] = origin.Of($"/concerns/{concern.Slug}"),
            ["possibleTreatment"] = new JsonArray([.. treatments.Select(treatment => Treatment(treatment, origin))]),
        };
        if (concern.OtherNames.Count > 0)
            condition["alternateName"] = Names(concern.OtherNames);
        return condition;
    }

    public static JsonArray Comparison(Comparison comparison, PublicOrigin origin) =>
        new([.. comparison.Treatments.Select(option => Treatment(option, origin))]);

    private static JsonObject Clinic(Edition edition, PublicOrigin origin) => new()
    {
        ["@type"] = "MedicalClinic",
        ["name"] = edition.Clinic.Name.ToString(),
        ["url"] = origin.Of("/"),
        ["telephone"] = edition.Clinic.Telephone,
        ["address"] = string.Join(", ", edition.Clinic.Address),
    };

    private static JsonObject Breadcrumbs(PageMeta meta, PublicOrigin origin) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. meta.Crumbs.Prepend(new Crumb("Home", "/")).Select((crumb, index) => new JsonObject
        {
            ["@type"] = "ListItem",
            ["position"] = index + 1,
            ["name"] = crumb.Name,
            ["item"] = origin.Of(crumb.Path),
        })]),
    };

    private static JsonArray Names(IEnumerable<LocalText> names) => new([.. names.Select(name => JsonValue.Create(name.ToString()))]);
}
