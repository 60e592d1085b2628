using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Reviewing;

/// <summary>A request that is still open.</summary>
/// <param name="Request">As it was asked.</param>
/// <param name="Path">Of today: a treatment, or one row.</param>
/// <param name="Open">What of it nobody has signed.</param>
public sealed record OpenRequest(ReviewRequest Request, string Path, IReadOnlyList<ReviewUnit> Open);

public static class ReviewRequests
{
    /// <summary>Asks for a review of each row, or treatment, that nobody has asked for yet in the same words.</summary>
    public static async Task AskAsync(
        this ClinicDbContext db, IEnumerable<string> rows, Signature by, CancellationToken cancel = default)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        var asked = await db.ReviewRequests.Where(one => one.DoneAt == null && (one.Note == by.Why || by.Why == null))
            .Select(one => one.Path).ToListAsync(cancel);
        db.AddRange(rows.Except(asked.Select(paths.Of)).Select(path =>
            new ReviewRequest { Path = path, By = by.By, At = by.At, Note = by.Why }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The oldest first; one of which everything has gone or is signed by now is not among them.</summary>
    public static async Task<IReadOnlyList<OpenRequest>> OpenRequestsAsync(
        this ClinicDbContext db, ReviewUnits units, CancellationToken cancel = default)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        var requests = await db.ReviewRequests.AsNoTracking().Where(one => one.DoneAt == null).OrderBy(one => one.Id).ToListAsync(cancel);
        return
        [
            .. from request in requests
               let path = paths.Of(request.Path)
               let open = OpenIn(units, path, request.At)
               where open.Count > 0
               select new OpenRequest(request, path, open),
        ];
    }

    public static Task<int> TakeBackAsync(this ClinicDbContext db, int request, DateTimeOffset now, CancellationToken cancel = default) =>
        db.ReviewRequests.Where(one => one.Id == request && one.DoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DoneAt, now), cancel);

    /// <summary>Those of which nothing is left to sign.</summary>
    internal static async Task CloseRequestsAsync(
        this ClinicDbContext db, ReviewUnits units, CurrentPaths paths, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var request in await db.ReviewRequests.Where(one => one.DoneAt == null).ToListAsync(cancel))
            if (OpenIn(units, paths.Of(request.Path), request.At).Count == 0)
                request.DoneAt = now;
        await db.SaveChangesAsync(cancel);
    }

    // What was signed before somebody asked is asked about: it may be overdue.
    private static List<ReviewUnit> OpenIn(ReviewUnits units, string path, DateTimeOffset asked) =>
        [.. (path.Split('/') is ["treatments", var treatment] ? units.Of(treatment) : units.All.Where(unit => unit.Path == path))
            .Where(unit => !unit.IsSigned || unit.Review!.At < asked)];
}
