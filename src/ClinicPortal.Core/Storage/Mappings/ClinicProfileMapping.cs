using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ClinicProfileMapping : IEntityTypeConfiguration<ClinicProfile>
{
    public void Configure(EntityTypeBuilder<ClinicProfile> clinic)
    {
        clinic.ToTable(nameof(ClinicProfile));
        clinic.Property(c => c.Id).ValueGeneratedNever();
        clinic.HasMany(c => c.CommonComparisons).WithOne().HasForeignKey("ClinicId").IsRequired();
    }
}

internal sealed class CommonComparisonPlaceMapping : IEntityTypeConfiguration<CommonComparisonPlace>
{
    public void Configure(EntityTypeBuilder<CommonComparisonPlace> place)
    {
        place.ToTable("CommonComparison");
        place.HasKey(p => new { p.Comparison, p.Place });
        place.HasOne(p => p.Treatment).WithMany().HasForeignKey(p => p.TreatmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
