namespace ClinicPortal.Core.Catalogue;

/// <summary>Where a row of the catalogue stands, taken apart: <c>treatments/prp</c> or <c>treatments/prp/answers/onset</c>.</summary>
/// <param name="Kind">Of the row, or of the one that it hangs on.</param>
/// <param name="Handle">The slug, key or pair that it goes by.</param>
/// <param name="Part">None for a row that stands for itself.</param>
/// <param name="PartHandle">What the part is about.</param>
public sealed record RowPath(CatalogueKind Kind, string Handle, CataloguePart? Part = null, string PartHandle = "")
{
    /// <summary>None, if no kind has rows there.</summary>
    public static RowPath? Parse(string path) => path.Split('/') switch
    {
        [var list, var handle] when CatalogueKinds.FindByList(list) is { } kind => new(kind, handle),
        [var list, var handle, var parts, var about]
            when CatalogueKinds.FindByList(list) is { } kind && kind.Parts.FirstOrDefault(part => part.List == parts) is { } part =>
            new(kind, handle, part, about),
        _ => null,
    };

    public override string ToString() => Part is null ? Kind.PathOf(Handle) : Part.PathOf(Handle, PartHandle);
}
