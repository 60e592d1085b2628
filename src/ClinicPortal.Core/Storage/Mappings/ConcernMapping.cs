using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ConcernMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> concern)
    {
        concern.HasMany(c => c.FormerSlugs).WithOne().HasForeignKey("ConcernId").IsRequired();
        concern.HasOne(c => c.ReplacedBy).WithMany();
    }
}
