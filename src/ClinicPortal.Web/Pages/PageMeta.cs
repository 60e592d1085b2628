using System.Text.Json.Nodes;

namespace ClinicPortal.Web.Pages;

/// <summary>What a patients' page says about itself to the layout, to search engines and to those who share its address.</summary>
public sealed record PageMeta
{
    /// <summary>Without the clinic's name, which the layout adds.</summary>
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The canonical path with its canonical query; none for pages that have no address of their own (errors).</summary>
    public string? Path { get; init; }

    public bool NoIndex { get; init; }

    /// <summary>The way here from the home page, which is left out; the last one is this page.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>What the page is about in schema.org's words, beside the page itself.</summary>
    public JsonNode? StructuredData { get; init; }
}

public sealed record Crumb(string Name, string Path);

/// <summary>Every patients' page: it reads one edition and says what it is.</summary>
public interface IPatientPage
{
    PageMeta Meta { get; }
}
