using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// Opens editions before the present one, and keeps the few that were read last. One is opened at a time, so that however many readers
/// ask for however many editions, no more than <see cref="MostKept"/> and the one being opened are in memory.
/// </summary>
public sealed class PastEditions(Publisher publisher, CurrentEdition current) : IDisposable
{
    public const int MostKept = 8;

    private readonly SemaphoreSlim _opening = new(1);

    // The one read last stands first.
    private readonly LinkedList<Kept> _kept = [];

    /// <summary>None, if there is no such edition.</summary>
    public async Task<Edition?> OpenAsync(int number, CancellationToken cancel = default)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            var kept = _kept.FirstOrDefault(one => one.Stored.Number == number);
            return (kept?.Stored ?? await publisher.OpenAsync(number, cancel)) is { } stored ? Keep(kept, stored) : null;
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose() => _opening.Dispose();

    /// <summary>Shown as it may be read now: a hold that came since it was opened acts on it too.</summary>
    private Edition Keep(Kept? kept, Edition stored)
    {
        var overlay = current.OverlayKey;
        var now = kept?.Overlay == overlay ? kept : new(stored, overlay, current.ForPatients(stored));
        if (kept is not null)
            _kept.Remove(kept);
        _kept.AddFirst(now);
        if (_kept.Count > MostKept)
            _kept.RemoveLast();
        return now.Shown;
    }

    private sealed record Kept(Edition Stored, string Overlay, Edition Shown);
}
