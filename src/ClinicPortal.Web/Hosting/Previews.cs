using System.Security.Cryptography;
using System.Text;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Hosting;

/// <summary>The edition that a preview shows.</summary>
/// <param name="Edition">As patients would read it; none, where something stands against it.</param>
/// <param name="Reasons">What must be put right before it can be shown, and the rows on which it is.</param>
public sealed record PreviewEdition(Edition? Edition, IReadOnlyList<(string Message, string? Row)> Reasons);

/// <summary>Makes the editions that previews show. Nothing of them is stored, and each is what would be published.</summary>
public sealed class Previews(
    IDbContextFactory<ClinicDbContext> contexts, Publisher publisher, PastEditions past, PreviewLinks links, WorkingDrafts drafts,
    CurrentEdition current, TimeProvider clock) : IDisposable
{
    // A page and its two frames, for two people at once.
    private const int MostKept = 4;

    private const string Gone =
        "This refers to something that has been removed. Edit it to take the reference out, then preview again.";

    private const string Unreadable = "What you have typed cannot be shown yet. Put right what the form says first.";

    // One is made at a time, and kept as long as nothing is saved, published, hidden, shown again or stated.
    private readonly SemaphoreSlim _making = new(1);
    private readonly List<(object Key, PreviewEdition Made)> _kept = [];

    /// <param name="view">What is to be seen.</param>
    /// <param name="person">Whose ticks and typed words; none, for whoever came by a link.</param>
    /// <param name="key">Of the link.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>None, where there is no such view, or not for this person.</returns>
    public async Task<PreviewEdition?> OpenAsync(PreviewView view, int? person, string? key, CancellationToken cancel)
    {
        if (view.IsLink)
            return await links.FindAsync(key, cancel) is { } link ? await MakeAsync(link.Paths.ToHashSet(), null, cancel) : null;
        if (person is not { } id)
            return null;
        if (view.Edition is { } number)
            return (number == current.Edition.Number ? current.Edition : await past.OpenAsync(number, cancel)) is { } edition
                ? new(edition, []) : null;
        if (view.Row is null)
            return await MakeAsync(view.IsTicked ? await drafts.TicksAsync(id, cancel) : null, null, cancel);
        if (!view.IsTyped)
            return await MakeAsync(new HashSet<string> { view.Row }, null, cancel);
        var draft = await drafts.FindAsync(id, view.Row, cancel);
        if (draft is { Entry: null })
            return new(null, [(Unreadable, view.Row)]);
        var typed = draft?.Entry is { } entry ? (view.Row, entry) : ((string, string)?)null;
        var whole = await MakeAsync(null, typed, cancel);
        // What somebody else has not finished elsewhere hides nobody's own words.
        return whole.Edition is null && await MakeAsync(await BesideAsync(view.Row, cancel), typed, cancel) is { Edition: not null } part
            ? part : whole;
    }

    public void Dispose() => _making.Dispose();

    /// <summary>Of the pending rows those that hang together with one: of a treatment all, else the row itself.</summary>
    private async Task<IReadOnlySet<string>> BesideAsync(string row, CancellationToken cancel)
    {
        var place = RowPath.Parse(row) is { } path ? path.Kind.PathOf(path.Handle) : row;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.PendingAsync(current.Edition.Number, cancel)).Select(one => one.Path)
            .Where(one => one == place || one.StartsWith(place + "/", StringComparison.Ordinal)).ToHashSet();
    }

    private async Task<PreviewEdition> MakeAsync(
        IReadOnlySet<string>? chosen, (string Row, string Entry)? typed, CancellationToken cancel)
    {
        await _making.WaitAsync(cancel);
        try
        {
            var key = (await publisher.StateAsync(cancel), current.OverlayKey, typed, HashOf(chosen));
            if (_kept.Find(one => one.Key.Equals(key)).Made is { } kept)
                return kept;
            var made = await MakeAsync(chosen, typed, clock.GetUtcNow(), cancel);
            _kept.Insert(0, (key, made));
            if (_kept.Count > MostKept)
                _kept.RemoveAt(MostKept);
            return made;
        }
        finally
        {
            _making.Release();
        }
    }

    private async Task<PreviewEdition> MakeAsync(
        IReadOnlySet<string>? chosen, (string Row, string Entry)? typed, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            var draft = await publisher.DraftAsync(chosen, typed, now, cancel);
            return new(
                draft.Edition is null ? null : current.ForPatients(draft.Edition),
                ContentProblem.Told(draft.Reasons, draft.Content));
        }
        catch (MissingEntryException)
        {
            return new(null, [(Gone, typed?.Row)]);
        }
    }

    private static string? HashOf(IReadOnlySet<string>? chosen) => chosen is null ? null
        : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', chosen.Order(StringComparer.Ordinal)))));
}
