using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Publishing;

/// <summary>The edition that patients read now, as their market allows; a newer one replaces it whole.</summary>
public sealed class CurrentEdition(Market market)
{
    private volatile Edition _edition = Edition.Empty;

    public Edition Edition => _edition;

    /// <summary>Opens the edition of that number, which has just been published, and takes it.</summary>
    public async Task CatchUpAsync(Publisher publisher, int number, CancellationToken cancel) =>
        Replace((await publisher.OpenAsync(number, cancel))!);

    /// <summary>Takes <paramref name="edition"/> unless a newer one already stands.</summary>
    public void Replace(Edition edition)
    {
        lock (this)
            if (edition.Number >= _edition.Number)
                _edition = MarketEdition.For(market, edition);
    }
}
