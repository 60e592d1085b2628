using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class FormerSlugMapping : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> former)
    {
        former.ToTable(nameof(FormerSlug));
        former.HasDiscriminator<string>("Kind")
            .HasValue<FormerTreatmentSlug>(CatalogueKinds.Treatment.Name)
            .HasValue<FormerConcernSlug>(CatalogueKinds.Concern.Name);
        former.HasIndex("Kind", nameof(FormerSlug.Slug)).IsUnique();
    }
}
