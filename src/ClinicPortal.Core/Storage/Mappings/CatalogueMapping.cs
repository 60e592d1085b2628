using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage.Mappings;

/// <summary>What holds for the rows of every kind, so that a kind needs a mapping of its own only where it has parts.</summary>
internal static class CatalogueMapping
{
    private const string Sources = nameof(Sources);

    /// <summary>After the mappings of the kinds themselves.</summary>
    public static void Apply(ModelBuilder builder)
    {
        foreach (var kind in CatalogueKinds.All)
        {
            var row = builder.Entity(kind.RowType).ToTable(kind.RowType.Name);
            if (kind.RowType.IsAssignableTo(typeof(INamed)))
                row.HasIndex(nameof(INamed.Slug)).IsUnique();
        }
        foreach (var citing in builder.Model.GetEntityTypes().Select(type => type.ClrType).ToList())
            foreach (var list in citing.GetProperties().Where(property => property.PropertyType == typeof(List<Source>)))
                Cite(builder, citing, list.Name);
        var kinds = CatalogueKinds.All.Select(kind => kind.RowType).ToHashSet();
        foreach (var reference in builder.Model.GetEntityTypes()
            .Where(type => kinds.Contains(type.ClrType))
            .SelectMany(type => type.GetForeignKeys()))
            reference.DeleteBehavior = DeleteBehavior.Restrict;
    }

    /// <summary>A citation is a row between the two; a source that is cited cannot be deleted.</summary>
    private static void Cite(ModelBuilder builder, Type row, string list) =>
        builder.Entity(row).HasMany(typeof(Source), list).WithMany().UsingEntity(
            $"{row.Name}{list[..^Sources.Length]}Citation",
            citation => citation.HasOne(typeof(Source)).WithMany().HasForeignKey("SourceId").OnDelete(DeleteBehavior.Restrict),
            citation => citation.HasOne(row).WithMany().OnDelete(DeleteBehavior.Cascade));
}
