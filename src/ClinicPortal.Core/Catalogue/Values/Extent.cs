namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// Where one part of a value begins and ends, in the base unit of its family, so that two of one family compare exactly. Units of another
/// family vary in length (a month has 28 to 31 days); across the two only <paramref name="Shortest"/> and <paramref name="Longest"/> count.
/// </summary>
/// <param name="Min">A part without a beginning starts at nothing ("up to 6 weeks").</param>
/// <param name="Max">None is open ended.</param>
/// <param name="Varies">Measured in units that vary in length.</param>
/// <param name="Shortest">Where it begins if its units are as short as can be, in the unit that does not vary.</param>
/// <param name="Longest">Where it ends if its units are as long as can be.</param>
public readonly record struct Extent(decimal Min, decimal? Max, bool Varies, decimal Shortest, decimal? Longest)
{
    public static Extent Fixed(decimal min, decimal? max) => new(min, max, Varies: false, min, max);
}
