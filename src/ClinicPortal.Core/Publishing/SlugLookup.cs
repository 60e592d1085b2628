using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Publishing;

/// <summary>What stands behind a slug of an address: a live thing, one that has another slug now, an archived one, or nothing.</summary>
public sealed record SlugLookup<T>(string Slug, T? Found, T? ReplacedBy)
    where T : class, IAddressedEntry
{
    public bool IsLive => Found is { Archived: false };

    public bool IsArchived => Found is { Archived: true };

    /// <summary>Live, and renamed since the address was written.</summary>
    public bool HasMoved => IsLive && Found!.Slug != Slug;
}
