using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Storage.Backups;

/// <summary>
/// The safety holds that a store has and a backup has not: a restored backup hides them too. That something was shown to patients again is
/// not carried over, because it may rest on a correction that the backup does not have; it stays hidden until somebody has looked.
/// </summary>
/// <param name="Steps">What is written into the restored store, in its order.</param>
/// <param name="Lifted">Holds that were lifted since the backup was made, and are in force again.</param>
public sealed record CarriedHolds(IReadOnlyList<HoldStep> Steps, IReadOnlyList<HoldStep> Lifted)
{
    public bool IsAny => Steps.Count > 0 || Lifted.Count > 0;

    /// <summary>Each hold that is carried over, once.</summary>
    public IEnumerable<HoldStep> Holds => Steps.DistinctBy(step => step.Hold);

    /// <summary>What the store at <paramref name="database"/> has beyond the backup.</summary>
    /// <returns>None, where it cannot be read.</returns>
    internal static async Task<CarriedHolds?> ReadAsync(
        string database, UnpackedBackup backup, DbContextOptions<ClinicDbContext> options, CancellationToken cancel)
    {
        try
        {
            await using var store = new ClinicDbContext(new DbContextOptionsBuilder<ClinicDbContext>(options)
                .UseSqlite($"Data Source={database};Mode=ReadOnly;Pooling=false").LogTo((_, _) => false, _ => { }).Options);
            await using var copy = await backup.Contexts.CreateDbContextAsync(cancel);
            var there = (await StepsAsync(copy, cancel)).ToDictionary(step => step.Key);
            var newer = (await StepsAsync(store, cancel)).Where(step => !there.ContainsKey(step.Key)).ToList();
            return new([.. newer.Where(step => step.Act != HoldAct.Lifted)], [.. newer.Where(step => step.Act == HoldAct.Lifted)]);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Writes them into the unpacked backup, before it becomes the store.</summary>
    internal async Task ApplyAsync(UnpackedBackup backup, CancellationToken cancel)
    {
        if (Steps.Count == 0)
            return;
        await backup.ChangeAsync(
            async db =>
            {
                foreach (var step in Steps)
                {
                    db.Add(step.Again());
                    // One by one: their numbers tell their order.
                    await db.SaveChangesAsync(cancel);
                }
            },
            cancel);
    }

    private static async Task<List<HoldStep>> StepsAsync(ClinicDbContext db, CancellationToken cancel)
    {
        var tables = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = {nameof(HoldStep)}")
            .SingleAsync(cancel);
        // A store of a release that had no holds.
        return tables == 0 ? [] : await db.HoldSteps.AsNoTracking().OrderBy(step => step.Id).ToListAsync(cancel);
    }
}
