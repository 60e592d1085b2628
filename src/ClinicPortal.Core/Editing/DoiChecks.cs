using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>The system that DOIs are registered with.</summary>
public interface IDoiSystem
{
    /// <returns>None, where it gives no clear answer.</returns>
    Task<bool?> KnowsAsync(string doi, CancellationToken cancel);
}

/// <param name="Known">How many DOIs are registered.</param>
/// <param name="Unknown">Those that are not.</param>
/// <param name="Left">How many were not asked about, because the system gave no answer.</param>
public sealed record DoiReport(int Known, IReadOnlyList<string> Unknown, int Left);

/// <summary>
/// Asks whether the DOIs of all sources in use are registered, and remembers the answers. It leaves the clinic's network, so it happens
/// only when a person wants it.
/// </summary>
public sealed class DoiChecks(IDbContextFactory<ClinicDbContext> contexts, IDoiSystem system, TimeProvider clock)
{
    private const int AtOnce = 4;

    /// <summary>Stops at the first question without an answer: who does not answer now would be asked a hundred times in vain.</summary>
    public async Task<DoiReport> AskAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var before = await db.DoiChecks.AsNoTracking().ToDictionaryAsync(check => check.Doi, check => check.At, cancel);
        var dois = await db.Sources.Where(source => !source.Archived && source.Doi != null).Select(source => source.Doi!).Distinct()
            .ToListAsync(cancel);
        var (known, unknown) = (0, new List<string>());
        // Whoever asks again after being interrupted goes on with what nobody has asked about.
        foreach (var some in dois.OrderBy(doi => before.GetValueOrDefault(doi)).ThenBy(doi => doi, StringComparer.Ordinal).Chunk(AtOnce))
        {
            var answers = await Task.WhenAll(some.Select(async doi => (Doi: doi, IsKnown: await system.KnowsAsync(doi, cancel))));
            known += answers.Count(answer => answer.IsKnown == true);
            unknown.AddRange(answers.Where(answer => answer.IsKnown == false).Select(answer => answer.Doi));
            foreach (var (doi, isKnown) in answers)
                if (isKnown is { } answer)
                    await RememberAsync(db, doi, answer);
            if (answers.Any(answer => answer.IsKnown is null))
                break;
        }
        return new(known, unknown, dois.Count - known - unknown.Count);
    }

    // One statement, so that of two people who ask at once neither loses an answer; one that has come is kept, whoever still waits for it.
    private async Task RememberAsync(ClinicDbContext db, string doi, bool isKnown)
    {
        // Moments stand in the store in ticks.
        var now = clock.GetUtcNow().UtcTicks;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO DoiCheck (Doi, At, IsKnown) VALUES ({doi}, {now}, {isKnown})
            ON CONFLICT DO UPDATE SET At = excluded.At, IsKnown = excluded.IsKnown
            """,
            CancellationToken.None);
    }
}
