using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class PreviewLinkMapping : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.ToTable(nameof(PreviewLink));
        link.HasIndex(one => one.KeyHash).IsUnique();
        link.HasOne<StaffUser>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
