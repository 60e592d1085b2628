using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class EditionRecordMapping : IEntityTypeConfiguration<EditionRecord>
{
    public void Configure(EntityTypeBuilder<EditionRecord> edition)
    {
        edition.ToTable("Edition");
        edition.HasKey(e => e.Number);
        edition.Property(e => e.Number).ValueGeneratedNever();
        edition.HasMany(e => e.Parts).WithOne().HasForeignKey(part => part.EditionNumber);
        edition.HasMany(e => e.LeftOut).WithOne().HasForeignKey(row => row.EditionNumber);
    }
}

internal sealed class LeftOutRowMapping : IEntityTypeConfiguration<LeftOutRow>
{
    public void Configure(EntityTypeBuilder<LeftOutRow> row)
    {
        row.ToTable(nameof(LeftOutRow));
        row.HasKey(r => new { r.EditionNumber, r.Path });
    }
}

internal sealed class EditionPartMapping : IEntityTypeConfiguration<EditionPart>
{
    public void Configure(EntityTypeBuilder<EditionPart> part)
    {
        part.ToTable(nameof(EditionPart));
        part.HasKey(p => new { p.EditionNumber, p.Position });
        part.HasOne(p => p.Entry).WithMany().HasForeignKey(p => p.Hash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StoredEntryMapping : IEntityTypeConfiguration<StoredEntry>
{
    public void Configure(EntityTypeBuilder<StoredEntry> entry)
    {
        entry.ToTable("EditionEntry");
        entry.HasKey(e => e.Hash);
    }
}
