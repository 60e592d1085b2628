namespace ClinicPortal.Web.Setup;

/// <summary>The page's answer depends on the edition, its path and <paramref name="query"/> alone, so it is kept for everyone.</summary>
/// <param name="query">The query keys that the page reads; all others are ignored.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedPageAttribute(params string[] query) : Attribute
{
    public IReadOnlyList<string> Query { get; } = query;

    /// <summary>The query key that holds what one reader wants to see: with it the answer is kept nowhere.</summary>
    public string? NeverWith { get; init; }
}
