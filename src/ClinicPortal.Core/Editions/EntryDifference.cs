using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>Which fields of an entry say something else, in the content file's words; a treatment's cells each by its criterion.</summary>
internal static class EntryDifference
{
    public static IReadOnlyList<string> Fields<TEntry>(TEntry? before, TEntry after)
    {
        if (before is null)
            return [];
        var (one, other) = (Json(before), Json(after));
        return
        [
            .. one.Concat(other).Select(field => field.Key).Distinct()
                .Where(name => !JsonNode.DeepEquals(one[name], other[name]))
                .SelectMany(name => Within(name, one[name], other[name])),
        ];
    }

    private static IEnumerable<string> Within(string name, JsonNode? before, JsonNode? after)
    {
        var (one, other) = (ByReference(before), ByReference(after));
        return one is null || other is null
            ? [name]
            : one.Keys.Union(other.Keys)
                .Where(key => !JsonNode.DeepEquals(one.GetValueOrDefault(key), other.GetValueOrDefault(key)))
                .Select(key => $"{name}.{key}");
    }

    // Only answers and evidence are lists of objects in which nothing but the thing that they refer to tells them apart.
    private static Dictionary<string, JsonNode>? ByReference(JsonNode? list) =>
        list is null ? []
        : list is JsonArray items && items.All(item => Reference(item) is not null) && items.DistinctBy(Reference).Count() == items.Count
            ? items.ToDictionary(item => Reference(item)!, item => item!)
        : null;

    private static string? Reference(JsonNode? item) =>
        item is JsonObject entry ? (string?)(entry["criterion"] as JsonValue) ?? (string?)(entry["concern"] as JsonValue) : null;

    private static JsonObject Json<TEntry>(TEntry entry) => JsonSerializer.SerializeToNode(entry, ContentJson.Options)!.AsObject();
}
