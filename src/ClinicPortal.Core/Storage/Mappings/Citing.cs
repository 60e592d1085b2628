using System.Linq.Expressions;
using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal static class Citing
{
    /// <summary>A citation is a row between the two; a source that is cited cannot be deleted.</summary>
    public static void Cites<TRow>(this EntityTypeBuilder<TRow> row, Expression<Func<TRow, IEnumerable<Source>?>> sources, string table)
        where TRow : class =>
        row.HasMany(sources).WithMany().UsingEntity(
            table,
            citation => citation.HasOne(typeof(Source)).WithMany().HasForeignKey("SourceId").OnDelete(DeleteBehavior.Restrict),
            citation => citation.HasOne(typeof(TRow)).WithMany().OnDelete(DeleteBehavior.Cascade));
}
