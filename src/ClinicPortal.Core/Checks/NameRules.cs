using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Slugs and keys have the shape of an address, and each names one thing of its kind, former names included.</summary>
internal static class NameRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content) =>
    [
        .. Names("clinician", [.. content.Clinicians.At("clinicians").Select(at => (at.Path + ".slug", at.Item.Slug))]),
        .. Names("group", [.. content.Groups.At("groups").Select(at => (at.Path + ".slug", at.Item.Slug))]),
        .. Names("criterion", [.. content.Criteria.At("criteria").Select(at => (at.Path + ".slug", at.Item.Slug))]),
        .. Names("concern",
        [
            .. content.Concerns.At("concerns").Select(at => (at.Path + ".slug", at.Item.Slug)),
            .. content.Concerns.At("concerns").SelectMany(at => Former(at.Item.FormerSlugs, at.Path)),
        ]),
        .. Names("treatment",
        [
            .. content.Treatments.At("treatments").Select(at => (at.Path + ".slug", at.Item.Slug)),
            .. content.Treatments.At("treatments").SelectMany(at => Former(at.Item.FormerSlugs, at.Path)),
        ]),
        .. Names("number", [.. content.Numbers.At("numbers").Select(at => (at.Path + ".key", at.Item.Key))]),
        .. Names("question", [.. content.Questions.At("questions").Select(at => (at.Path + ".key", at.Item.Key))]),
        .. Names("glossary term", [.. content.Glossary.At("glossary").Select(at => (at.Path + ".slug", at.Item.Slug))]),
        .. Names("source", [.. content.Sources.At("sources").Select(at => (at.Path + ".key", at.Item.Key))]),
    ];

    private static IEnumerable<(string Path, string Name)> Former(IReadOnlyList<string> slugs, string path) =>
        slugs.At($"{path}.former-slugs").Select(at => (at.Path, at.Item));

    private static IEnumerable<ContentProblem> Names(string kind, IReadOnlyList<(string Path, string Name)> names)
    {
        var first = new Dictionary<string, string>();
        foreach (var (path, name) in names)
        {
            if (!Slug.IsValid(name))
                yield return new(path,
                    $"\"{name}\" cannot stand in an address. "
                    + $"Use up to {Slug.MaxLength} lower-case letters and digits in words joined by single hyphens, and not the word \"vs\".");
            if (!first.TryAdd(name, path))
                yield return new(path,
                    $"There is already a {kind} \"{name}\", at {first[name]}. Give this one another name, or remove one of the two.");
        }
    }
}
