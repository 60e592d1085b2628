using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class OutcomeNumberMapping : IEntityTypeConfiguration<OutcomeNumber>
{
    public void Configure(EntityTypeBuilder<OutcomeNumber> number)
    {
        number.HasMany(n => n.Places).WithOne().HasForeignKey(place => place.NumberId);
    }
}

internal sealed class OutcomeNumberCellMapping : IEntityTypeConfiguration<OutcomeNumberCell>
{
    public void Configure(EntityTypeBuilder<OutcomeNumberCell> place)
    {
        place.ToTable(nameof(OutcomeNumberCell));
        place.HasKey(p => new { p.NumberId, p.TreatmentId, p.CriterionId });
        place.HasOne(p => p.Treatment).WithMany().HasForeignKey(p => p.TreatmentId).OnDelete(DeleteBehavior.Restrict);
        place.HasOne(p => p.Criterion).WithMany().HasForeignKey(p => p.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}
