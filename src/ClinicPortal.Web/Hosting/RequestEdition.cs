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

    public bool IsPast => Edition.Number < Present.Number;

    /// <summary>Nobody has published it yet: it is what the next edition would say.</summary>
    public bool IsDraft => Edition.Number > Present.Number;

    /// <summary>What the page says of itself at its top, in a preview; none, where patients read it.</summary>
    public string? Notice { get; private set; }

    public bool IsPreview => Notice is not null;

    /// <param name="edition">What the address asks for; none, if there is no such edition.</param>
    public void Ask(Edition? edition) => Edition = edition ?? Present;

    /// <param name="edition">Of which the page is to be, though its address does not say so.</param>
    /// <param name="notice">What it says of itself.</param>
    public void Show(Edition edition, string notice) => (Edition, Notice) = (edition, notice);
}
