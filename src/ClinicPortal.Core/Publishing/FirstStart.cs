using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>Before the portal answers, its store is opened, and a store that has never held anything gets the sample clinic.</summary>
public sealed class FirstStart(
    PortalStore store, Publisher publisher, IDbContextFactory<ClinicDbContext> contexts, KnownPictures pictures)
{
    /// <param name="samplePath">The sample clinic's content file; none starts an empty clinic.</param>
    /// <param name="now">Stands in the first edition.</param>
    /// <param name="cancel">Stops waiting for another process that prepares the same folder.</param>
    /// <returns>What patients read now.</returns>
    public async Task<Edition> PrepareAsync(string? samplePath, DateTimeOffset now, CancellationToken cancel = default)
    {
        await store.CheckAsync(cancel);
        await store.OpenAsync(now, cancel);
        if (samplePath is not null)
            await LoadSampleAsync(samplePath, now, cancel);
        var edition = await publisher.OpenLatestAsync(cancel);
        await store.NoteBeginningAsync(now, cancel);
        return edition;
    }

    /// <summary>Why patients read a sample that no clinician has signed.</summary>
    public const string SampleReason = "Sample content";

    private async Task LoadSampleAsync(string path, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await HasContentAsync(db, cancel))
            return;
        // Under the write lock, so that of two processes that start at once one finds the other's sample.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await HasContentAsync(db, cancel))
            return;
        if (await ContentImporter.PrepareAsync(db, ContentFile.Read(path), pictures, cancel) is ImportOutcome.Refused refused)
            throw new ContentFileException(
                [.. refused.Problems.Select(problem => new FileProblem(path, null, problem.Path, problem.Message))]);
        db.Sign(new("Clinic Portal", now, "Sample clinic"));
        await db.SaveChangesAsync(cancel);
        await Publisher.PublishAsync(
            db, pictures, KnownMarkets.None, "Clinic Portal", "Sample clinic", now, choice: null, SampleReason, cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task<bool> HasContentAsync(ClinicDbContext db, CancellationToken cancel) =>
        await db.Clinic.AnyAsync(cancel) || await db.Editions.AnyAsync(cancel);
}
