using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>What came of a step with a hold; only the first changes anything.</summary>
public enum HoldOutcome
{
    Done,

    /// <summary>There is nothing of that name to hide, or no such hold.</summary>
    NotFound,

    /// <summary>It is hidden already, or somebody has taken the step before.</summary>
    Already,

    /// <summary>The person placed the hold, and this takes a second one.</summary>
    NeedsAnother,

    /// <summary>It was withdrawn, which nobody takes back.</summary>
    ForGood,
}

/// <summary>
/// What is hidden from patients at once, in every edition. Any member of staff hides; another person confirms it or shows it again; what is
/// withdrawn stays hidden.
/// </summary>
public sealed class SafetyHolds(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>One small query, for noticing what another instance has published, hidden, shown again, stated or withdrawn.</summary>
    public async Task<StoreState> StateAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Database
            .SqlQuery<StoreState>(
                $"""
                SELECT (SELECT COALESCE(MAX(Number), 0) FROM Edition) AS Edition, (SELECT COALESCE(MAX(Id), 0) FROM HoldStep) AS Hold,
                    (SELECT COUNT(*) FROM Statement) + (SELECT COUNT(*) FROM StatementWithdrawal) AS Statement
                """)
            .SingleAsync(cancel);
    }

    /// <summary>Under which every edition is read.</summary>
    public async Task<HoldsInForce> InForceAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var steps = await StepsAsync(db, cancel);
        return new(
            steps.Count == 0 ? 0 : steps[^1].Id,
            [
                .. SafetyHold.Of(steps).Where(hold => hold.IsInForce)
                    .Select(hold => new Hold(hold.Placed.Paths, (hold.Withdrawn ?? hold.Placed).ForPatients, hold.Withdrawn is not null)),
            ]);
    }

    /// <summary>All there ever were, the newest first.</summary>
    public async Task<IReadOnlyList<SafetyHold>> AllAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. SafetyHold.Of(await StepsAsync(db, cancel)).Reverse()];
    }

    /// <summary>Those in force on a row, on what it hangs on, and on what hangs on it; the newest first.</summary>
    public async Task<IReadOnlyList<SafetyHold>> OnAsync(string path, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var holds = SafetyHold.Of(await StepsAsync(db, cancel)).Where(hold => hold.IsInForce).Reverse().ToList();
        if (holds.Count == 0)
            return [];
        var paths = await PathsAsync(db, path, cancel);
        return [.. holds.Where(hold => hold.Placed.Paths.Any(held => paths.Any(one => Stands(one, held) || Stands(held, one))))];
    }

    /// <summary>Those of the rows that are hidden, or hang on what is hidden.</summary>
    internal static async Task<IReadOnlySet<string>> HeldAsync(
        ClinicDbContext db, IEnumerable<string> rows, CancellationToken cancel)
    {
        var hidden = SafetyHold.Of(await StepsAsync(db, cancel)).Where(hold => hold.IsInForce)
            .SelectMany(hold => hold.Placed.Paths).ToList();
        var held = new HashSet<string>();
        foreach (var row in hidden.Count == 0 ? [] : rows)
            if ((await PathsAsync(db, row, cancel)).Any(path => hidden.Exists(one => Stands(path, one))))
                held.Add(row);
        return held;
    }

    /// <summary>Whether something stands there that can be hidden.</summary>
    public async Task<bool> CanHideAsync(string path, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await PathsAsync(db, path, cancel)).Count > 0;
    }

    private static bool Stands(string part, string whole) =>
        part == whole || part.StartsWith(whole + '/', StringComparison.Ordinal);

    /// <summary>Hides a treatment, an answer or what is known for a concern.</summary>
    /// <param name="path">Where it stands: <c>treatments/prp/answers/onset</c>.</param>
    /// <param name="name">What staff call it.</param>
    /// <param name="why">For staff.</param>
    /// <param name="forPatients">A sentence that they read in its place, if any.</param>
    /// <param name="by">Who hides it.</param>
    /// <param name="cancel">Stops before anything is hidden.</param>
    public Task<HoldOutcome> PlaceAsync(
        string path, string name, string why, string? forPatients, AccountSignature by, CancellationToken cancel = default) =>
        WritingAsync(
            async (db, steps) =>
            {
                var paths = await PathsAsync(db, path, cancel);
                if (paths.Count == 0)
                    return HoldOutcome.NotFound;
                if (SafetyHold.Of(steps).Any(hold => hold.IsInForce && hold.Placed.Paths.Intersect(paths).Any()))
                    return HoldOutcome.Already;
                var key = Guid.NewGuid();
                db.Add(new HoldStep
                {
                    Key = key,
                    Hold = key,
                    Act = HoldAct.Placed,
                    Path = paths[0],
                    Paths = paths,
                    Name = name,
                    Why = why,
                    ForPatients = forPatients,
                    By = by.Name,
                    ById = by.UserId,
                    At = by.At,
                });
                return HoldOutcome.Done;
            },
            cancel);

    /// <summary>Agrees, as a second person, that it is hidden.</summary>
    public Task<HoldOutcome> ConfirmAsync(Guid hold, AccountSignature by, CancellationToken cancel = default) =>
        StepAsync(
            hold, HoldAct.Confirmed, null, null, by,
            found => found.IsWaiting ? NotByPlacer(found, by) : HoldOutcome.Already,
            cancel);

    /// <summary>Shows it to patients again, as a second person.</summary>
    public Task<HoldOutcome> LiftAsync(Guid hold, string why, AccountSignature by, CancellationToken cancel = default) =>
        StepAsync(
            hold, HoldAct.Lifted, why, null, by,
            found => found.Withdrawn is not null ? HoldOutcome.ForGood : found.IsInForce ? NotByPlacer(found, by) : HoldOutcome.Already,
            cancel);

    /// <summary>Keeps it hidden for good. Two people stand behind that: who withdraws, and who placed or confirmed the hold.</summary>
    /// <param name="hold">Its key.</param>
    /// <param name="reason">That patients read.</param>
    /// <param name="by">An administrator.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    public Task<HoldOutcome> WithdrawAsync(Guid hold, string reason, AccountSignature by, CancellationToken cancel = default) =>
        StepAsync(
            hold, HoldAct.Withdrawn, null, reason, by,
            found => found.Withdrawn is not null || !found.IsInForce ? HoldOutcome.Already
                : found.Confirmed is not null ? HoldOutcome.Done
                : NotByPlacer(found, by),
            cancel);

    private static HoldOutcome NotByPlacer(SafetyHold hold, AccountSignature by) =>
        hold.Placed.ById == by.UserId ? HoldOutcome.NeedsAnother : HoldOutcome.Done;

    private Task<HoldOutcome> StepAsync(
        Guid hold, HoldAct act, string? why, string? forPatients, AccountSignature by, Func<SafetyHold, HoldOutcome> judge,
        CancellationToken cancel) =>
        WritingAsync(
            (db, steps) =>
            {
                if (SafetyHold.Of(steps).FirstOrDefault(one => one.Key == hold) is not { } found)
                    return Task.FromResult(HoldOutcome.NotFound);
                var outcome = judge(found);
                if (outcome == HoldOutcome.Done)
                    db.Add(new HoldStep
                    {
                        Key = Guid.NewGuid(),
                        Hold = hold,
                        Act = act,
                        Path = found.Placed.Path,
                        Paths = found.Placed.Paths,
                        Name = found.Placed.Name,
                        Why = why,
                        ForPatients = forPatients,
                        By = by.Name,
                        ById = by.UserId,
                        At = by.At,
                    });
                return Task.FromResult(outcome);
            },
            cancel);

    private Task<HoldOutcome> WritingAsync(
        Func<ClinicDbContext, IReadOnlyList<HoldStep>, Task<HoldOutcome>> act, CancellationToken cancel) =>
        contexts.WritingAsync(
            async db =>
            {
                var outcome = await act(db, await StepsAsync(db, cancel));
                await db.SaveChangesAsync(cancel);
                return outcome;
            },
            cancel);

    private static Task<List<HoldStep>> StepsAsync(ClinicDbContext db, CancellationToken cancel) =>
        db.HoldSteps.AsNoTracking().OrderBy(step => step.Id).ToListAsync(cancel);

    /// <summary>
    /// Where the row stands and where it stood by each name it has had; none, if nothing stands there that can be hidden.
    /// </summary>
    private static async Task<IReadOnlyList<string>> PathsAsync(ClinicDbContext db, string path, CancellationToken cancel)
    {
        if (RowPath.Parse(await db.CurrentPathAsync(path, cancel)) is not { } row || row.Kind != CatalogueKinds.Treatment)
            return [];
        var treatment = await db.Treatments.Include(one => one.FormerSlugs).AsNoTracking()
            .SingleOrDefaultAsync(one => one.Slug == row.Handle, cancel);
        if (treatment is null)
            return [];
        IEnumerable<string> about = [""];
        if (row.Part == CatalogueKinds.Answer && await db.Criteria.AnyAsync(one => one.Slug == row.PartHandle, cancel))
            about = [row.PartHandle];
        else if (row.Part == CatalogueKinds.Evidence
            && await db.Concerns.Include(one => one.FormerSlugs).AsNoTracking().SingleOrDefaultAsync(
                one => one.Slug == row.PartHandle, cancel) is { } concern)
            about = [concern.Slug, .. concern.FormerSlugs.Slugs()];
        else if (row.Part is not null)
            return [];
        return
        [
            .. from name in treatment.FormerSlugs.Slugs().Prepend(treatment.Slug)
               from part in about
               select (row with { Handle = name, PartHandle = part }).ToString(),
        ];
    }
}

/// <summary>
/// The newest edition, the newest step of any safety hold, and how much was ever stated or withdrawn: as long as all are the same, so is
/// what patients read.
/// </summary>
public sealed record StoreState(int Edition, int Hold, int Statement);

/// <summary>One hold with all that has become of it.</summary>
/// <param name="Placed">How it began.</param>
/// <param name="Later">What followed, in its order.</param>
public sealed record SafetyHold(HoldStep Placed, IReadOnlyList<HoldStep> Later)
{
    public Guid Key => Placed.Key;

    public HoldStep? Confirmed => Find(HoldAct.Confirmed);

    public HoldStep? Lifted => Find(HoldAct.Lifted);

    public HoldStep? Withdrawn => Find(HoldAct.Withdrawn);

    /// <summary>Patients do not read it.</summary>
    public bool IsInForce => Lifted is null;

    /// <summary>A second person has still to look at it.</summary>
    public bool IsWaiting => IsInForce && Confirmed is null && Withdrawn is null;

    /// <summary>In the order in which they were placed.</summary>
    public static IEnumerable<SafetyHold> Of(IReadOnlyList<HoldStep> steps) =>
        from placed in steps
        where placed.Act == HoldAct.Placed
        select new SafetyHold(placed, [.. steps.Where(step => step.Hold == placed.Key && step != placed)]);

    private HoldStep? Find(HoldAct act) => Later.FirstOrDefault(step => step.Act == act);
}
