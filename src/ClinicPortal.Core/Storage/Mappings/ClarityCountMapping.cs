using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ClarityCountMapping : IEntityTypeConfiguration<ClarityCount>
{
    public void Configure(EntityTypeBuilder<ClarityCount> count)
    {
        count.ToTable(nameof(ClarityCount));
        count.HasKey(c => new { c.Criterion, c.Day, c.Clear });
    }
}
