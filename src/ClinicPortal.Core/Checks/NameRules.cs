using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Slugs and keys have the shape of an address, and each names one thing of its kind, former names included.</summary>
internal static class NameRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content) => CatalogueKinds.All
        .Where(kind => kind.HandleField is not null)
        .SelectMany(kind => Names(kind, [.. NamesIn(content, kind)]));

    private static IEnumerable<(string Name, string Path)> NamesIn(ClinicContent content, CatalogueKind kind)
    {
        var entries = kind.EntriesIn(content).At(kind.List).ToList();
        return entries.Select(at => (kind.HandleOf(at.Item), $"{at.Path}.{kind.HandleField}"))
            .Concat(entries.SelectMany(at => kind.FormerHandlesOf(at.Item).At($"{at.Path}.former-slugs")));
    }

    private static IEnumerable<ContentProblem> Names(CatalogueKind kind, IReadOnlyList<(string Name, string Path)> names)
    {
        var first = new Dictionary<string, string>();
        foreach (var (name, path) in names)
        {
            if (!Slug.IsValid(name))
                yield return new(path,
                    $"\"{name}\" cannot stand in an address. "
                    + $"Use up to {Slug.MaxLength} lower-case letters and digits in words joined by single hyphens, and not the word "
                    + "\"vs\".");
            if (!first.TryAdd(name, path))
                yield return new(path,
                    $"There is already a {kind.Label} \"{name}\", at {first[name]}. Give this one another name, or remove one of the two.");
        }
    }
}
