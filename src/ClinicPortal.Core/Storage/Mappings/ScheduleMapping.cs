using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ScheduledPublicationMapping : IEntityTypeConfiguration<ScheduledPublication>
{
    public void Configure(EntityTypeBuilder<ScheduledPublication> schedule)
    {
        schedule.ToTable(nameof(ScheduledPublication));
        schedule.HasIndex(s => s.State);
        schedule.HasMany(s => s.Rows).WithOne().HasForeignKey(row => row.ScheduleId);
    }
}

internal sealed class ScheduledRowMapping : IEntityTypeConfiguration<ScheduledRow>
{
    public void Configure(EntityTypeBuilder<ScheduledRow> row)
    {
        row.ToTable(nameof(ScheduledRow));
        row.HasKey(r => new { r.ScheduleId, r.LastId });
        row.HasOne(r => r.First).WithMany().HasForeignKey(r => r.FirstId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne(r => r.Last).WithMany().HasForeignKey(r => r.LastId).OnDelete(DeleteBehavior.Restrict);
    }
}
