using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class DoiCheckMapping : IEntityTypeConfiguration<DoiCheck>
{
    public void Configure(EntityTypeBuilder<DoiCheck> check)
    {
        check.ToTable(nameof(DoiCheck));
        check.HasKey(c => c.Doi);
    }
}
