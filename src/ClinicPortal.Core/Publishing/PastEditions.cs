using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// Opens editions before the present one, and keeps the few that were read last. One is opened at a time, so that however many readers
/// ask for however many editions, no more than <see cref="MostKept"/> and the one being opened are in memory.
/// </summary>
public sealed class PastEditions(Publisher publisher, Market market) : IDisposable
{
    public const int MostKept = 8;

    private readonly SemaphoreSlim _opening = new(1);

    // The one read last stands first.
    private readonly LinkedList<Edition> _kept = [];

    /// <summary>None, if there is no such edition.</summary>
    public async Task<Edition?> OpenAsync(int number, CancellationToken cancel = default)
    {
        await _opening.WaitAsync(cancel);
        try
        {
            return (_kept.FirstOrDefault(edition => edition.Number == number) ?? await OpenAnewAsync(number, cancel)) is { } opened
                ? Keep(opened)
                : null;
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose() => _opening.Dispose();

    private async Task<Edition?> OpenAnewAsync(int number, CancellationToken cancel) =>
        await publisher.OpenAsync(number, cancel) is { } edition ? MarketEdition.For(market, edition) : null;

    private Edition Keep(Edition edition)
    {
        _kept.Remove(edition);
        _kept.AddFirst(edition);
        if (_kept.Count > MostKept)
            _kept.RemoveLast();
        return edition;
    }
}
