using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Exchange;

/// <summary>What the working tables say, as the content file says it.</summary>
public sealed class ContentExporter(IDbContextFactory<ClinicDbContext> contexts)
{
    public async Task<ClinicContent> ExportAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // Many queries, one state: without the transaction a save could fall between them.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        return (await db.ReadCatalogueAsync(cancel)).ToContent();
    }
}
