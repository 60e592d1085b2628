using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class CriterionGroupMapping : IEntityTypeConfiguration<CriterionGroup>
{
    public void Configure(EntityTypeBuilder<CriterionGroup> group)
    {
        group.ToTable(nameof(CriterionGroup));
        group.HasIndex(g => g.Slug).IsUnique();
    }
}

internal sealed class CriterionMapping : IEntityTypeConfiguration<ComparisonCriterion>
{
    public void Configure(EntityTypeBuilder<ComparisonCriterion> criterion)
    {
        criterion.ToTable(nameof(ComparisonCriterion));
        criterion.Property(c => c.Id).UseAutoincrement();
        criterion.HasIndex(c => c.Slug).IsUnique();
        criterion.HasOne(c => c.Group).WithMany().IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}
