using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editions;

/// <summary>What stands in an edition at the slug that an address names.</summary>
public abstract record SlugLookup<T>
    where T : class
{
    private SlugLookup() { }

    public sealed record Found(T Entry) : SlugLookup<T>;

    /// <summary>The address is an older or an otherwise spelt one (upper case) of a live entry.</summary>
    public sealed record Renamed(T Entry) : SlugLookup<T>;

    /// <summary>Patients no longer read it; <paramref name="ReplacedBy"/> is a live entry to read instead, if there is one.</summary>
    public sealed record Archived(T Entry, T? ReplacedBy) : SlugLookup<T>;

    public sealed record Unknown(string Slug) : SlugLookup<T>;
}

/// <summary>Finds the entry that an address means: by its slug, then in lower case, then among the former slugs.</summary>
public static class SlugLookup
{
    public static SlugLookup<TreatmentEntry> Treatment(Edition edition, string slug) =>
        Find(slug, edition.FindTreatment, edition.FindTreatmentByFormerSlug, entry => (entry.Slug, entry.Archived, entry.ReplacedBy));

    public static SlugLookup<ConcernEntry> Concern(Edition edition, string slug) =>
        Find(slug, edition.FindConcern, edition.FindConcernByFormerSlug, entry => (entry.Slug, entry.Archived, entry.ReplacedBy));

    private static SlugLookup<T> Find<T>(
        string slug, Func<string, T?> bySlug, Func<string, T?> byFormerSlug,
        Func<T, (string Slug, bool Archived, string? ReplacedBy)> about)
        where T : class
    {
        var lower = slug.ToLowerInvariant();
        if ((bySlug(lower) ?? byFormerSlug(lower)) is not { } entry)
            return new SlugLookup<T>.Unknown(slug);

        var (current, archived, _) = about(entry);
        return archived ? new SlugLookup<T>.Archived(entry, LiveSuccessor(entry, bySlug, about))
            : slug == current ? new SlugLookup<T>.Found(entry)
            : new SlugLookup<T>.Renamed(entry);
    }

    // A replacement may have been archived in its turn; staff could also have closed the chain into a ring.
    private static T? LiveSuccessor<T>(T entry, Func<string, T?> bySlug, Func<T, (string Slug, bool Archived, string? ReplacedBy)> about)
        where T : class
    {
        var seen = new HashSet<string>();
        for (var next = entry; seen.Add(about(next).Slug);)
        {
            if (!about(next).Archived)
                return next;
            if (about(next).ReplacedBy is not { } slug || bySlug(slug) is not { } replacement)
                return null;
            next = replacement;
        }
        return null;
    }
}
