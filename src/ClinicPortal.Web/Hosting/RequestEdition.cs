using System.Globalization;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using Microsoft.Extensions.Primitives;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The edition that one request reads: the present one, unless the address asks for another. Pages, their layout and their partials get
/// it as <see cref="Edition"/>, so that none of them can mix two.
/// </summary>
public sealed class RequestEdition(CurrentEdition current)
{
    /// <summary>The query key; a page that reads it names it in its <see cref="CachedPageAttribute"/>.</summary>
    public const string Key = "edition";

    /// <summary>What patients read now.</summary>
    public Edition Present { get; } = current.Edition;

    /// <summary>The present edition too where the one that was asked for does not exist.</summary>
    public Edition Edition { get; private set; } = current.Edition;

    /// <summary>The address names an edition, be it the present one.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>The address names an edition that does not exist.</summary>
    public bool IsUnknown { get; private set; }

    public bool IsPast => Edition.Number != Present.Number;

    /// <summary>The same address for this request's edition: it names it if the reader's did.</summary>
    public string AddressOf(string address) => IsAsked ? Of(Edition, address) : address;

    /// <summary>The address that opens <paramref name="edition"/>, whatever is published later.</summary>
    public static string Of(Edition edition, string address) =>
        string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Key}={edition.Number}");

    /// <summary>The number in the query; none where it is written in any but the one way, which would make a second address of one page.</summary>
    public static int? NumberIn(StringValues values) =>
        values is [{ Length: > 0 } value] && value[0] != '0' && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <param name="edition">None, if there is no such edition.</param>
    public void Ask(Edition? edition)
    {
        IsAsked = true;
        IsUnknown = edition is null;
        Edition = edition ?? Present;
    }
}
