using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Reviewing;

/// <summary>What came of taking a suggested wording.</summary>
public enum TakeOutcome
{
    Taken,

    /// <summary>The field says something else by now than when the wording was suggested.</summary>
    Changed,

    /// <summary>Somebody has closed it already, or the row is gone.</summary>
    Closed,
}

/// <summary>Comments on what is to be signed, and wordings suggested for it.</summary>
public sealed class ReviewComments(IDbContextFactory<ClinicDbContext> contexts)
{
    /// <summary>The fields of an entry for which a wording can be suggested: a text of their own each.</summary>
    public static IReadOnlyList<string> FieldsOf(IReviewedEntry entry) =>
    [
        .. ContentJson.Options.GetTypeInfo(entry.GetType()).Properties
            .Where(field => field.PropertyType == typeof(LocalText) && EntryField.Of(field).IsWords).Select(field => field.Name),
    ];

    /// <summary>What a field says; nothing, where it is empty.</summary>
    public static string WordsOf(IReviewedEntry entry, string field) =>
        (string?)Json(entry)[field]?[LocalText.MainCulture] ?? "";

    /// <summary>Puts the suggested wording into the row, as a change of whoever takes it.</summary>
    public Task<TakeOutcome> TakeAsync(int comment, Signature by, CancellationToken cancel = default) =>
        contexts.SignedAsync(by, async db =>
        {
            var (catalogue, paths) = (await db.ReadCatalogueAsync(cancel), await CurrentPaths.ReadAsync(db, cancel));
            var one = await db.ReviewComments.SingleOrDefaultAsync(
                row => row.Id == comment && row.ResolvedAt == null && row.Suggestion != null && row.Field != null, cancel);
            if (one is null || new ReviewUnits(catalogue.ToContent()).Find(paths.Of(one.Path)) is not { } unit)
                return TakeOutcome.Closed;
            if (WordsOf(unit.Entry, one.Field!) != one.SuggestedFor)
                return TakeOutcome.Changed;
            var entry = Json(unit.Entry);
            entry[one.Field!] ??= new JsonObject();
            entry[one.Field!]![LocalText.MainCulture] = one.Suggestion;
            new EarlierRows(catalogue, paths).Say(unit.Path, entry.ToJsonString(ContentJson.Options));
            (one.ResolvedAt, one.ResolvedBy, one.Taken) = (by.At, by.By, true);
            await db.SaveChangesAsync(cancel);
            return TakeOutcome.Taken;
        }, cancel);

    private static JsonObject Json(IReviewedEntry entry) =>
        JsonSerializer.SerializeToNode(entry, entry.GetType(), ContentJson.Options)!.AsObject();
}

public static class StoredReviewComments
{
    /// <summary>By the path of today that its row has; the oldest first.</summary>
    public static Task<ILookup<string, ReviewComment>> CommentsAsync(this ClinicDbContext db, CancellationToken cancel = default) =>
        ByPathAsync(db, db.ReviewComments, cancel);

    /// <inheritdoc cref="CommentsAsync"/>
    public static Task<ILookup<string, ReviewComment>> OpenCommentsAsync(this ClinicDbContext db, CancellationToken cancel = default) =>
        ByPathAsync(db, db.ReviewComments.Where(one => one.ResolvedAt == null), cancel);

    /// <summary>A form that is sent again says nothing new.</summary>
    public static async Task AddOnceAsync(this ClinicDbContext db, ReviewComment comment, CancellationToken cancel = default)
    {
        var isThere = await db.ReviewComments.AnyAsync(
            one => one.ResolvedAt == null && one.Path == comment.Path && one.Field == comment.Field && one.Text == comment.Text
                && one.Suggestion == comment.Suggestion && one.ById == comment.ById && one.ClinicianId == comment.ClinicianId,
            cancel);
        if (isThere)
            return;
        db.Add(comment);
        await db.SaveChangesAsync(cancel);
    }

    /// <returns>How many were closed: none, where somebody has done so already.</returns>
    public static Task<int> ResolveAsync(
        this ClinicDbContext db, int comment, Signature by, CancellationToken cancel = default) =>
        db.ReviewComments.Where(one => one.Id == comment && one.ResolvedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.ResolvedAt, by.At).SetProperty(one => one.ResolvedBy, by.By)
                .SetProperty(one => one.Answer, by.Why),
            cancel);

    private static async Task<ILookup<string, ReviewComment>> ByPathAsync(
        ClinicDbContext db, IQueryable<ReviewComment> comments, CancellationToken cancel)
    {
        var paths = await CurrentPaths.ReadAsync(db, cancel);
        return (await comments.AsNoTracking().OrderBy(one => one.Id).ToListAsync(cancel)).ToLookup(one => paths.Of(one.Path));
    }
}
