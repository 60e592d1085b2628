using System.Globalization;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// The edition that patients read now, as their market and the safety holds allow, with what people state of it; a newer one replaces it
/// whole. Every other edition that a page is made of goes through <see cref="ForPatients(Edition)"/> too.
/// </summary>
public sealed class CurrentEdition(Market market)
{
    private volatile State _state = new(Edition.Empty, new(HoldsInForce.None, StatementsInForce.None), Edition.Empty);

    public Edition Edition => _state.Shown;

    /// <summary>The safety holds under which every edition is read.</summary>
    public HoldsInForce Holds => _state.Over.Holds;

    public StatementsInForce Statements => _state.Over.Statements;

    /// <summary>Changes with everything that is held, shown again, stated or withdrawn: no page made under another may be kept.</summary>
    public string OverlayKey => _state.Over.Key;

    /// <summary>A stored edition as patients may read it.</summary>
    public Edition ForPatients(Edition stored) => ForPatients(stored, _state.Over);

    /// <summary>Opens the edition of that number, which has just been published, and takes it.</summary>
    public async Task CatchUpAsync(Publisher publisher, int number, CancellationToken cancel) =>
        Replace((await publisher.OpenAsync(number, cancel))!);

    /// <summary>Takes the holds that have just been placed, lifted or withdrawn.</summary>
    public async Task CatchUpAsync(SafetyHolds holds, CancellationToken cancel) => Replace(await holds.InForceAsync(cancel));

    /// <summary>Takes what has just been stated or withdrawn.</summary>
    public async Task CatchUpAsync(Statements statements, CancellationToken cancel) => Replace(await statements.InForceAsync(cancel));

    /// <summary>Takes <paramref name="edition"/> unless a newer one already stands.</summary>
    public void Replace(Edition edition)
    {
        lock (this)
            if (edition.Number >= Edition.Number)
                _state = new(edition, _state.Over, ForPatients(edition));
    }

    /// <summary>Takes <paramref name="holds"/> unless newer ones already stand.</summary>
    public void Replace(HoldsInForce holds)
    {
        lock (this)
            if (holds.Number >= Holds.Number)
                Lay(_state.Over with { Holds = holds });
    }

    /// <summary>Takes <paramref name="statements"/> unless newer ones already stand.</summary>
    public void Replace(StatementsInForce statements)
    {
        lock (this)
            if (statements.Number >= Statements.Number)
                Lay(_state.Over with { Statements = statements });
    }

    private void Lay(Overlay over) => _state = new(_state.Stored, over, ForPatients(_state.Stored, over));

    private Edition ForPatients(Edition stored, Overlay over) =>
        HeldEdition.With(over.Holds, MarketEdition.For(market, stored)).Stating(over.Statements);

    private sealed record State(Edition Stored, Overlay Over, Edition Shown);

    private sealed record Overlay(HoldsInForce Holds, StatementsInForce Statements)
    {
        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Holds.Number} {Statements.Number}");
    }
}
