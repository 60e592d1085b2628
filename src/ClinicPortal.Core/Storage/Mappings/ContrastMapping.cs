using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ContrastMapping : IEntityTypeConfiguration<Contrast>
{
    public void Configure(EntityTypeBuilder<Contrast> contrast)
    {
        contrast.HasOne(c => c.First).WithMany().HasForeignKey("FirstId").IsRequired();
        contrast.HasOne(c => c.Second).WithMany().HasForeignKey("SecondId").IsRequired();
        contrast.HasIndex("FirstId", "SecondId").IsUnique();
        contrast.HasMany(c => c.Passages).WithOne().HasForeignKey("ContrastId").IsRequired();
    }
}

internal sealed class ContrastPassageMapping : IEntityTypeConfiguration<ContrastPassage>
{
    public void Configure(EntityTypeBuilder<ContrastPassage> passage)
    {
        passage.ToTable(nameof(ContrastPassage));
        passage.HasMany(p => p.Criteria).WithOne().HasForeignKey(row => row.PassageId);
    }
}

internal sealed class ContrastCriterionMapping : IEntityTypeConfiguration<ContrastCriterion>
{
    public void Configure(EntityTypeBuilder<ContrastCriterion> row)
    {
        row.ToTable(nameof(ContrastCriterion));
        row.HasKey(r => new { r.PassageId, r.CriterionId });
        row.HasOne(r => r.Criterion).WithMany().HasForeignKey(r => r.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}
