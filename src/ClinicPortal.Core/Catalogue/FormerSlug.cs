namespace ClinicPortal.Core.Catalogue;

/// <summary>A name that a thing went by before: its addresses still lead to it, and nothing else may take it.</summary>
public abstract class FormerSlug
{
    public int Id { get; private set; }

    public string Slug { get; internal set; } = "";

    public int Position { get; internal set; }
}

public sealed class FormerTreatmentSlug : FormerSlug;

public sealed class FormerConcernSlug : FormerSlug;

internal static class FormerSlugs
{
    public static void Follow<TFormer>(this List<TFormer> former, IReadOnlyList<string> slugs) where TFormer : FormerSlug, new() =>
        former.Follow(slugs, (row, slug, _) => row.Slug == slug, (row, slug, position) => (row.Slug, row.Position) = (slug, position));

    public static IReadOnlyList<string> Slugs(this IEnumerable<FormerSlug> former) =>
        [.. former.OrderBy(row => row.Position).Select(row => row.Slug)];
}
