using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage.Mappings;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// The one store: the working tables that staff edit, with their history, the editions that patients read, and the people who sign in.
/// </summary>
public sealed class ClinicDbContext(DbContextOptions<ClinicDbContext> options) : IdentityUserContext<StaffUser, int>(options)
{
    public DbSet<ClinicProfile> Clinic => Set<ClinicProfile>();

    public DbSet<Clinician> Clinicians => Set<Clinician>();

    public DbSet<CriterionGroup> Groups => Set<CriterionGroup>();

    public DbSet<ComparisonCriterion> Criteria => Set<ComparisonCriterion>();

    public DbSet<Concern> Concerns => Set<Concern>();

    public DbSet<Condition> Conditions => Set<Condition>();

    public DbSet<Treatment> Treatments => Set<Treatment>();

    public DbSet<Contrast> Contrasts => Set<Contrast>();

    public DbSet<OutcomeNumber> Numbers => Set<OutcomeNumber>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<GlossaryTerm> Glossary => Set<GlossaryTerm>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<EditionRecord> Editions => Set<EditionRecord>();

    public DbSet<EditionPart> EditionParts => Set<EditionPart>();

    public DbSet<LeftOutRow> LeftOutRows => Set<LeftOutRow>();

    public DbSet<ScheduledPublication> Schedules => Set<ScheduledPublication>();

    public DbSet<StoredEntry> StoredEntries => Set<StoredEntry>();

    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    public DbSet<FieldChange> Changes => Set<FieldChange>();

    public DbSet<ReviewRequest> ReviewRequests => Set<ReviewRequest>();

    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();

    public DbSet<ReviewLink> ReviewLinks => Set<ReviewLink>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<WorkingDraft> Drafts => Set<WorkingDraft>();

    public DbSet<ClarityCount> ClarityCounts => Set<ClarityCount>();

    public DbSet<DoiCheck> DoiChecks => Set<DoiCheck>();

    public DbSet<HoldStep> HoldSteps => Set<HoldStep>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<StaffSession> Sessions => Set<StaffSession>();

    /// <summary>What goes into the audit log with the save or the transaction that is under way.</summary>
    internal List<AuditRecord> Recording { get; } = [];

    /// <summary>What is saved from now on belongs to, if somebody has signed.</summary>
    internal ChangeSet? SignedSet { get; private set; }

    /// <summary>Who saves from now on, all of it as one change set; what nobody signs is the program's own doing.</summary>
    public void Sign(Signature signature) => SignedSet = new()
    {
        By = signature.By,
        ById = signature.ById,
        At = signature.At,
        Why = signature.Why,
        Signs = signature.Signs,
    };

    /// <summary>Stands in the audit log as soon as what is saved next is saved, and not at all if it is not.</summary>
    public void Record(AuditKind kind, string subject, string what) =>
        AuditRecords.Add(new() { Kind = kind, Subject = subject, What = what });

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Columns.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ClinicDbContext).Assembly);
        CatalogueMapping.Apply(builder);
        foreach (var row in builder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(WorkingRow))))
            builder.Entity(row.ClrType).Property(nameof(WorkingRow.Version)).IsConcurrencyToken();
    }
}
