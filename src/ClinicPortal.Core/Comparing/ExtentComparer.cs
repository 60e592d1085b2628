using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>Compares where two parts of a value begin and end.</summary>
internal static class ExtentComparer
{
    /// <summary>
    /// The same only if both ends match exactly, in length as in openness; different only if no point is shared, so ends that touch
    /// overlap. A fixed length and one that varies are never the same, and differ only if they do so however long the units are.
    /// </summary>
    public static Agreement Compare(Extent one, Extent other) =>
        one.Varies != other.Varies
            ? one.Longest < other.Shortest || other.Longest < one.Shortest ? Agreement.Differs : Agreement.Overlaps
            : one.Min == other.Min && one.Max == other.Max ? Agreement.Same
            : one.Max < other.Min || other.Max < one.Min ? Agreement.Differs
            : Agreement.Overlaps;

    /// <summary>Every point of one lies beyond every point of the other, however long the units are.</summary>
    public static bool IsAbove(Extent one, Extent other) =>
        Compare(one, other) == Agreement.Differs && (one.Varies == other.Varies ? one.Min > other.Min : one.Shortest > other.Shortest);
}
