using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Exchange;

/// <summary>Makes the store say what a content file says: adds, changes and archives, all of it or nothing.</summary>
public sealed class ContentImporter(IDbContextFactory<ClinicDbContext> contexts, KnownPictures pictures)
{
    /// <param name="content">The whole catalogue; what the store holds beyond it is archived.</param>
    /// <param name="dryRun">Lists what would be done, and does nothing.</param>
    public async Task<ImportOutcome> ImportAsync(ClinicContent content, bool dryRun = false, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = await PrepareAsync(db, content, pictures, cancel);
        if (outcome is ImportOutcome.Imported && !dryRun)
        {
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        return outcome;
    }

    /// <summary>Changes the tracked rows and leaves saving to the caller.</summary>
    internal static async Task<ImportOutcome> PrepareAsync(
        ClinicDbContext db, ClinicContent content, KnownPictures pictures, CancellationToken cancel) =>
        ContentRules.Check(content, pictures) is { Count: > 0 } problems
            ? new ImportOutcome.Refused(problems)
            : Carry(db, await db.ReadCatalogueAsync(cancel), content, pictures);

    /// <summary>The same of a file that breaks no rule and a catalogue that is read already.</summary>
    internal static ImportOutcome Carry(ClinicDbContext db, WorkingCatalogue catalogue, ClinicContent content, KnownPictures pictures)
    {
        var registered = catalogue.Sources.Select(source => source.Slug).ToHashSet();
        var import = new CatalogueImport(catalogue, content);
        import.Carry();
        db.AddRange(import.NewRows);

        // What was in the store before can clash with what the file says: a former slug may be an archived treatment's slug.
        return ContentRules.Check(catalogue.ToContent(), pictures) is { Count: > 0 } clashes
            ? new ImportOutcome.Refused(clashes)
            : new ImportOutcome.Imported(import.Changes, ContentRules.Warnings(content, registered));
    }
}
