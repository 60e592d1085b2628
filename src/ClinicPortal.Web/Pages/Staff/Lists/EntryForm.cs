using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A row of any kind whose form is the one for all, as it is typed.</summary>
public sealed class EntryForm : IRowForm
{
    public int Version { get; set; }

    /// <summary>By their names, in the order in which a form is bound: a draft is compared with what is stored.</summary>
    public Dictionary<string, string?[]> Fields { get; set; } = [];

    public static EntryForm Of(CatalogueKind kind, object entry, int version)
    {
        var json = Json(entry);
        return new()
        {
            Version = version,
            Fields = StaffKinds.Of(kind).Fields.Select(field => KeyValuePair.Create(field.Name, field.Read(json)))
                .Where(field => field.Value is not null)
                .OrderBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(field => field.Key, field => field.Value!),
        };
    }

    /// <summary>What they are depends on the kind, which the page knows.</summary>
    public IEnumerable<string> Problems() => [];

    public IEnumerable<string> Problems(CatalogueKind kind) =>
        StaffKinds.Of(kind).Fields.SelectMany(field => field.Problems(kind, Typed(field)));

    public object Write(CatalogueKind kind, object before)
    {
        var json = Json(before);
        foreach (var field in StaffKinds.Of(kind).Fields)
            field.Write(kind, json, Typed(field));
        return json.Deserialize(kind.EntryType, ContentJson.Options)!;
    }

    public string?[] Typed(FormField field) => Fields.GetValueOrDefault(field.Name, []);

    private static JsonObject Json(object entry) => JsonSerializer.SerializeToNode(entry, entry.GetType(), ContentJson.Options)!.AsObject();
}
