namespace ClinicPortal.Core.Catalogue;

/// <summary>An entry names something that the store does not have, so it cannot be written.</summary>
public sealed class MissingEntryException(CatalogueKind kind, string handle)
    : InvalidOperationException($"No {kind.Label} goes by \"{handle}\".")
{
    public CatalogueKind Kind => kind;

    /// <summary>The name that nothing goes by.</summary>
    public string Handle => handle;
}
