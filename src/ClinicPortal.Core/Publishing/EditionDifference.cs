using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Publishing;

/// <summary>What one edition says otherwise than another, row by row, as the history tells a change.</summary>
public static class EditionDifference
{
    /// <summary>In the order of the register; a thing that goes by another name is gone and new.</summary>
    public static IReadOnlyList<RowChange> Between(ClinicContent before, ClinicContent after)
    {
        var (one, other) = (RowsOf(before), RowsOf(after));
        return
        [
            .. from path in one.Keys.Union(other.Keys)
               let was = one.GetValueOrDefault(path)
               let now = other.GetValueOrDefault(path)
               where !JsonNode.DeepEquals(was, now)
               select new RowChange(path, was?.ToJsonString(), now?.ToJsonString()),
            .. from kind in CatalogueKinds.All
               let order = HandlesIn(kind, before)
               let now = HandlesIn(kind, after)
               where !order.Intersect(now).SequenceEqual(now.Intersect(order))
               select new RowChange(kind.List, RowOrder.Write(order), RowOrder.Write(now)),
        ];
    }

    private static Dictionary<string, JsonObject> RowsOf(ClinicContent content)
    {
        var rows = new Dictionary<string, JsonObject>();
        // The empty edition names no clinic.
        if (content.Clinic != ClinicEntry.Blank)
            rows.Add(ClinicProfile.OnlyPath, Json(content.Clinic));
        foreach (var kind in CatalogueKinds.All)
            foreach (var entry in kind.EntriesIn(content))
            {
                var own = Json(entry);
                rows.Add(kind.PathOf(kind.HandleOf(entry)), own);
                foreach (var part in kind.Parts)
                {
                    own.Remove(part.List);
                    foreach (var one in part.EntriesIn(entry))
                        rows.Add(part.PathOf(kind.HandleOf(entry), part.HandleOf(one)), Json(one));
                }
            }
        return rows;
    }

    private static List<string> HandlesIn(CatalogueKind kind, ClinicContent content) => [.. kind.EntriesIn(content).Select(kind.HandleOf)];

    private static JsonObject Json(object entry) =>
        JsonSerializer.SerializeToNode(entry, entry.GetType(), ContentJson.Options)!.AsObject();
}
