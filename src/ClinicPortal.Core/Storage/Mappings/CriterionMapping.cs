using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class CriterionMapping : IEntityTypeConfiguration<ComparisonCriterion>
{
    public void Configure(EntityTypeBuilder<ComparisonCriterion> criterion) => criterion.Property(c => c.Id).UseAutoincrement();
}
