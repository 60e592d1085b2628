using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ClinicianMapping : IEntityTypeConfiguration<Clinician>
{
    public void Configure(EntityTypeBuilder<Clinician> clinician)
    {
        clinician.ToTable(nameof(Clinician));
        clinician.HasIndex(c => c.Slug).IsUnique();
    }
}
