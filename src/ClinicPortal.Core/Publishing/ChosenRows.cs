using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// What somebody chose to publish, and what must go along because patients do not know it yet and the chosen rows name it.
/// </summary>
internal static class ChosenRows
{
    public static IReadOnlySet<string> Of(IReadOnlyList<PendingRow> pending, IReadOnlySet<string> chosen, CurrentPaths paths)
    {
        var (all, fresh) = (new HashSet<string>(chosen, StringComparer.Ordinal),
            pending.Where(row => row.Before is null).Select(row => row.Path).ToHashSet());
        var rows = pending.ToDictionary(row => row.Path);
        var open = new Queue<string>(chosen);
        while (open.TryDequeue(out var path))
            // What a row names may have another name by now.
            foreach (var named in rows.TryGetValue(path, out var row) ? NamedBy(row).Select(paths.Of) : [])
                if (fresh.Contains(named) && all.Add(named))
                    open.Enqueue(named);
        return all;
    }

    /// <summary>The rows that a row names, and the one on which it hangs, by the names that it knew.</summary>
    public static IEnumerable<string> NamedBy(PendingRow row)
    {
        if (row.After is null || RowPath.Parse(row.Path) is not { } place)
            return [];
        var named = EntryField.PathsNamedBy(JsonNode.Parse(row.After), place.Part?.EntryType ?? place.Kind.EntryType);
        return place.Part is null ? named : named.Append(place.Kind.PathOf(place.Handle));
    }
}
