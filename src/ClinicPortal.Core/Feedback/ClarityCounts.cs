using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Feedback;

/// <summary>Counts what readers say to "Was this clear?", by question, day and answer.</summary>
public sealed class ClarityCounts(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <param name="criterion">Slug of a criterion that patients read.</param>
    /// <param name="clear">What the reader said.</param>
    /// <param name="day">In UTC.</param>
    /// <param name="cancel">Stops before it is counted.</param>
    public async Task AddAsync(string criterion, bool clear, DateOnly day, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        // One statement, so that of two readers at once neither is lost.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO ClarityCount (Criterion, Day, Clear, Count) VALUES ({criterion}, {day}, {clear}, 1) ON CONFLICT DO UPDATE SET Count = Count + 1", cancel);
    }

    /// <summary>How often a question was called clear and not clear since that day.</summary>
    public async Task<(int Clear, int NotClear)> SinceAsync(string criterion, DateOnly day, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var counts = await db.ClarityCounts.Where(count => count.Criterion == criterion && count.Day >= day)
            .GroupBy(count => count.Clear).Select(answer => new { answer.Key, Count = answer.Sum(count => count.Count) }).ToListAsync(cancel);
        return (counts.Where(answer => answer.Key).Sum(answer => answer.Count), counts.Where(answer => !answer.Key).Sum(answer => answer.Count));
    }
}
