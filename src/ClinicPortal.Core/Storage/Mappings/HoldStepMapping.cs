using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class HoldStepMapping : IEntityTypeConfiguration<HoldStep>
{
    public void Configure(EntityTypeBuilder<HoldStep> step)
    {
        step.ToTable(nameof(HoldStep));
        step.HasIndex(s => s.Key).IsUnique();
    }
}
