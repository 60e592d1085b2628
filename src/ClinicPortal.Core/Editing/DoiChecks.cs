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

    /// <summary>Stops at the first question without an answer: whoever does not answer now would be asked a hundred times in vain.</summary>
    public async Task<DoiReport> AskAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var dois = await db.Sources.Where(source => !source.Archived && source.Doi != null).Select(source => source.Doi!).Distinct()
            .ToListAsync(cancel);
        var (known, unknown) = (new List<string>(), new List<string>());
        foreach (var some in dois.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var answers = await Task.WhenAll(some.Select(async doi => (Doi: doi, IsKnown: await system.KnowsAsync(doi, cancel))));
            known.AddRange(answers.Where(answer => answer.IsKnown == true).Select(answer => answer.Doi));
            unknown.AddRange(answers.Where(answer => answer.IsKnown == false).Select(answer => answer.Doi));
            if (answers.Any(answer => answer.IsKnown is null))
                break;
        }
        await RememberAsync(db, known.Select(doi => (doi, true)).Concat(unknown.Select(doi => (doi, false))), cancel);
        return new(known.Count, unknown, dois.Count - known.Count - unknown.Count);
    }

    private async Task RememberAsync(ClinicDbContext db, IEnumerable<(string Doi, bool IsKnown)> answers, CancellationToken cancel)
    {
        var before = await db.DoiChecks.ToDictionaryAsync(check => check.Doi, cancel);
        var now = clock.GetUtcNow();
        foreach (var (doi, isKnown) in answers)
            if (before.TryGetValue(doi, out var check))
                (check.At, check.IsKnown) = (now, isKnown);
            else
                db.Add(new DoiCheck { Doi = doi, At = now, IsKnown = isKnown });
        await db.SaveChangesAsync(cancel);
    }
}
