using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClinicPortal.Core.Storage.Mappings;

internal sealed class TreatmentMapping : IEntityTypeConfiguration<Treatment>
{
    public void Configure(EntityTypeBuilder<Treatment> treatment)
    {
        treatment.Property(t => t.Id).UseAutoincrement();
        treatment.HasMany(t => t.FormerSlugs).WithOne().HasForeignKey("TreatmentId").IsRequired();
        treatment.HasMany(t => t.Answers).WithOne(answer => answer.Treatment).HasForeignKey(answer => answer.TreatmentId);
        treatment.HasMany(t => t.Concerns).WithOne(evidence => evidence.Treatment).HasForeignKey(evidence => evidence.TreatmentId);
        treatment.HasOne(t => t.Author).WithMany();
        treatment.HasOne(t => t.ReplacedBy).WithMany();
    }
}

internal sealed class TreatmentAttributeMapping : IEntityTypeConfiguration<TreatmentAttribute>
{
    public void Configure(EntityTypeBuilder<TreatmentAttribute> cell)
    {
        cell.ToTable(nameof(TreatmentAttribute));
        cell.HasKey(c => new { c.TreatmentId, c.CriterionId });
        cell.HasMany(c => c.Conditions).WithOne().HasForeignKey(mention => new { mention.TreatmentId, mention.CriterionId });
        cell.HasOne(c => c.Criterion).WithMany().HasForeignKey(c => c.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnswerConditionMapping : IEntityTypeConfiguration<AnswerCondition>
{
    public void Configure(EntityTypeBuilder<AnswerCondition> mention)
    {
        mention.ToTable(nameof(AnswerCondition));
        mention.HasKey(m => new { m.TreatmentId, m.CriterionId, m.ConditionId });
        mention.HasOne(m => m.Condition).WithMany().HasForeignKey(m => m.ConditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConcernEvidenceMapping : IEntityTypeConfiguration<ConcernEvidence>
{
    public void Configure(EntityTypeBuilder<ConcernEvidence> evidence)
    {
        evidence.ToTable(nameof(ConcernEvidence));
        evidence.HasKey(e => new { e.TreatmentId, e.ConcernId });
        evidence.HasOne(e => e.Concern).WithMany().HasForeignKey(e => e.ConcernId).OnDelete(DeleteBehavior.Restrict);
    }
}
