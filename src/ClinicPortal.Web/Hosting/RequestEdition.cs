using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The edition that one request reads: the present one, unless the address asks for another. Pages, their layout and their partials get
/// it as <see cref="Edition"/>, so that none of them can mix two.
/// </summary>
public sealed class RequestEdition(CurrentEdition current)
{
    /// <summary>What patients read now.</summary>
    public Edition Present { get; } = current.Edition;

    /// <summary>The present edition too where the one that was asked for does not exist.</summary>
    public Edition Edition { get; private set; } = current.Edition;

    public bool IsPast => Edition.Number != Present.Number;

    /// <param name="edition">What the address asks for; none, if there is no such edition.</param>
    public void Ask(Edition? edition) => Edition = edition ?? Present;
}
