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
            $"""
            INSERT INTO ClarityCount (Criterion, Day, Clear, Count) VALUES ({criterion}, {day}, {clear}, 1)
            ON CONFLICT DO UPDATE SET Count = Count + 1
            """,
            cancel);
    }

    /// <summary>
    /// How often each question was called clear and not clear since that day, by its slug; one that nobody answered is not there.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, (int Clear, int NotClear)>> SinceAsync(DateOnly day, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var counts = await db.ClarityCounts.Where(count => count.Day >= day)
            .GroupBy(count => new { count.Criterion, count.Clear })
            .Select(answer => new { answer.Key.Criterion, answer.Key.Clear, Count = answer.Sum(count => count.Count) })
            .ToListAsync(cancel);
        return counts.GroupBy(answer => answer.Criterion).ToDictionary(
            question => question.Key,
            question => (
                question.Where(answer => answer.Clear).Sum(answer => answer.Count),
                question.Where(answer => !answer.Clear).Sum(answer => answer.Count)));
    }
}
