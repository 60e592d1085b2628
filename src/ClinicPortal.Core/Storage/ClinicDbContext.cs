using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

/// <summary>The one store: the working tables that staff edit, and the editions that patients read.</summary>
public sealed class ClinicDbContext(DbContextOptions<ClinicDbContext> options) : DbContext(options)
{
    public DbSet<ClinicProfile> Clinic => Set<ClinicProfile>();

    public DbSet<Clinician> Clinicians => Set<Clinician>();

    public DbSet<CriterionGroup> Groups => Set<CriterionGroup>();

    public DbSet<ComparisonCriterion> Criteria => Set<ComparisonCriterion>();

    public DbSet<Concern> Concerns => Set<Concern>();

    public DbSet<Treatment> Treatments => Set<Treatment>();

    public DbSet<Contrast> Contrasts => Set<Contrast>();

    public DbSet<OutcomeNumber> Numbers => Set<OutcomeNumber>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<GlossaryTerm> Glossary => Set<GlossaryTerm>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<EditionRecord> Editions => Set<EditionRecord>();

    public DbSet<EditionPart> EditionParts => Set<EditionPart>();

    public DbSet<StoredEntry> StoredEntries => Set<StoredEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Columns.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ClinicDbContext).Assembly);
        foreach (var row in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(WorkingRow))))
            modelBuilder.Entity(row.ClrType).Property(nameof(WorkingRow.Version)).IsConcurrencyToken();
    }
}
