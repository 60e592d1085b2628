namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The page's answer depends on the edition, the clinic's day, its path and <paramref name="query"/> alone, so it is kept for everyone.
/// </summary>
/// <param name="query">The query keys that the page reads; all others are ignored.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedPageAttribute(params string[] query) : Attribute
{
    public IReadOnlyList<string> Query { get; } = query;

    /// <summary>Query keys of what one reader has chosen: a page with one of them is made anew each time and kept by nobody.</summary>
    public string[] Readers { get; init; } = [];
}
