using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ReviewRequestMapping : IEntityTypeConfiguration<ReviewRequest>
{
    public void Configure(EntityTypeBuilder<ReviewRequest> request)
    {
        request.ToTable(nameof(ReviewRequest));
        request.HasIndex(one => one.DoneAt);
    }
}

internal sealed class ReviewCommentMapping : IEntityTypeConfiguration<ReviewComment>
{
    public void Configure(EntityTypeBuilder<ReviewComment> comment)
    {
        comment.ToTable(nameof(ReviewComment));
        comment.HasIndex(one => one.Path);
        comment.HasOne<StaffUser>().WithMany().HasForeignKey(one => one.ById);
        comment.HasOne<Clinician>().WithMany().HasForeignKey(one => one.ClinicianId);
    }
}

internal sealed class ReviewLinkMapping : IEntityTypeConfiguration<ReviewLink>
{
    public void Configure(EntityTypeBuilder<ReviewLink> link)
    {
        link.ToTable(nameof(ReviewLink));
        link.HasIndex(one => one.KeyHash).IsUnique();
        link.HasIndex(one => one.SessionHash).IsUnique();
        link.HasOne<StaffUser>().WithMany().HasForeignKey(one => one.ById).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Clinician>().WithMany().HasForeignKey(one => one.ClinicianId).OnDelete(DeleteBehavior.Restrict);
    }
}
