using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class ChangeSetMapping : IEntityTypeConfiguration<ChangeSet>
{
    public void Configure(EntityTypeBuilder<ChangeSet> set)
    {
        set.ToTable(nameof(ChangeSet));
        set.HasIndex(s => s.At);
        set.HasMany(s => s.Changes).WithOne(change => change.ChangeSet).HasForeignKey(change => change.ChangeSetId);
    }
}

internal sealed class FieldChangeMapping : IEntityTypeConfiguration<FieldChange>
{
    public void Configure(EntityTypeBuilder<FieldChange> change)
    {
        change.ToTable(nameof(FieldChange));
        change.HasIndex(c => new { c.Path, c.Version });
        change.HasIndex(c => new { c.Criterion, c.ChangeSetId });
    }
}

internal sealed class WorkingDraftMapping : IEntityTypeConfiguration<WorkingDraft>
{
    public void Configure(EntityTypeBuilder<WorkingDraft> draft)
    {
        draft.ToTable(nameof(WorkingDraft));
        draft.HasKey(d => new { d.UserId, d.Path });
        draft.HasOne<StaffUser>().WithMany().HasForeignKey(d => d.UserId);
    }
}
