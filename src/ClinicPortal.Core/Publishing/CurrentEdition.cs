using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// The edition that patients read now, as their market and the safety holds allow; a newer one replaces it whole. Every other edition that
/// a page is made of goes through <see cref="ForPatients(Edition)"/> too.
/// </summary>
public sealed class CurrentEdition(Market market)
{
    private volatile State _state = new(Edition.Empty, HoldsInForce.None, Edition.Empty);

    public Edition Edition => _state.Shown;

    /// <summary>The safety holds under which every edition is read.</summary>
    public HoldsInForce Holds => _state.Holds;

    /// <summary>A stored edition as patients may read it.</summary>
    public Edition ForPatients(Edition stored) => ForPatients(stored, Holds);

    /// <summary>Opens the edition of that number, which has just been published, and takes it.</summary>
    public async Task CatchUpAsync(Publisher publisher, int number, CancellationToken cancel) =>
        Replace((await publisher.OpenAsync(number, cancel))!);

    /// <summary>Takes the holds that have just been placed, lifted or withdrawn.</summary>
    public async Task CatchUpAsync(SafetyHolds holds, CancellationToken cancel) => Replace(await holds.InForceAsync(cancel));

    /// <summary>Takes <paramref name="edition"/> unless a newer one already stands.</summary>
    public void Replace(Edition edition)
    {
        lock (this)
            if (edition.Number >= Edition.Number)
                _state = new(edition, Holds, ForPatients(edition, Holds));
    }

    /// <summary>Takes <paramref name="holds"/> unless newer ones already stand.</summary>
    public void Replace(HoldsInForce holds)
    {
        lock (this)
            if (holds.Number >= Holds.Number)
                _state = new(_state.Stored, holds, ForPatients(_state.Stored, holds));
    }

    private Edition ForPatients(Edition stored, HoldsInForce holds) => HeldEdition.With(holds, MarketEdition.For(market, stored));

    private sealed record State(Edition Stored, HoldsInForce Holds, Edition Shown);
}
