namespace ClinicPortal.Core.Catalogue;

/// <summary>How the parts of a row follow the parts of an entry.</summary>
internal static class PartLists
{
    /// <summary>Keeps the parts that <paramref name="items"/> still name, makes the new ones and drops the others.</summary>
    public static void Follow<TPart, TItem>(
        this List<TPart> parts, IReadOnlyList<TItem> items, Func<TPart, TItem, int, bool> isFor, Action<TPart, TItem, int> fill)
        where TPart : new()
    {
        var kept = new List<TPart>();
        for (var position = 0; position < items.Count; position++)
        {
            var part = parts.Find(candidate => isFor(candidate, items[position], position)) ?? new TPart();
            fill(part, items[position], position);
            kept.Add(part);
        }
        foreach (var dropped in parts.Except(kept).OfType<WorkingRow>())
            dropped.Drop();
        parts.RemoveAll(part => !kept.Contains(part));
        parts.AddRange(kept.Except(parts));
    }

    public static void Cite(this List<Source> cited, IEnumerable<string> keys, WorkingCatalogue catalogue)
    {
        var sources = keys.Select(catalogue.Source).ToList();
        cited.RemoveAll(source => !sources.Contains(source));
        cited.AddRange(sources.Except(cited));
    }

    /// <summary>Citations have no order of their own; they are told in the registry's.</summary>
    public static IReadOnlyList<string> Keys(this IEnumerable<Source> cited) =>
        [.. cited.OrderBy(source => source.Position).Select(source => source.Slug)];
}
