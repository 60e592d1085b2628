using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// Compares two typed values. A value of several labelled parts is the same as another only if both have the same labels and notes ("with
/// numbing" is other news than without) and each labelled pair is the same; the values differ only if no part of one meets any part of the
/// other. That a part is approximate does not count: "about 4 to 6 weeks" and "4 to 6 weeks" are the same news to a patient.
/// </summary>
internal static class ValueComparer
{
    /// <summary>A part whose extent is not known is a slip that the checks report; nothing can be said about it.</summary>
    public static bool CanCompare(ValueKind kind, IReadOnlyList<ValuePart> parts)
    {
        foreach (var part in parts)
            if (ValueKinds.Of(kind).ExtentOf(part) is null)
                return false;
        return true;
    }

    public static Agreement Compare(ValueKind kind, AttributeValue one, AttributeValue other) =>
        one.Parts.Count == other.Parts.Count && EachHasItsLike(kind, one.Parts, other.Parts) && EachHasItsLike(kind, other.Parts, one.Parts)
            ? Agreement.Same
            : AnyMeet(kind, one.Parts, other.Parts) ? Agreement.Overlaps : Agreement.Differs;

    /// <summary>Every part of one lies beyond every part of the other, so that it does not matter which variant is meant.</summary>
    public static bool IsAbove(ValueKind kind, AttributeValue one, AttributeValue other) =>
        one.Parts.Count > 0 && other.Parts.Count > 0 && CanCompare(kind, one.Parts) && CanCompare(kind, other.Parts)
        && one.Parts.All(part => other.Parts.All(below => ExtentComparer.IsAbove(ExtentOf(kind, part), ExtentOf(kind, below))));

    private static bool EachHasItsLike(ValueKind kind, IReadOnlyList<ValuePart> parts, IReadOnlyList<ValuePart> others)
    {
        foreach (var part in parts)
            if (!HasItsLike(kind, part, others))
                return false;
        return true;
    }

    private static bool HasItsLike(ValueKind kind, ValuePart part, IReadOnlyList<ValuePart> others)
    {
        foreach (var other in others)
            if (Equals(part.Label, other.Label)
                && Equals(part.Note, other.Note)
                && ExtentComparer.Compare(ExtentOf(kind, part), ExtentOf(kind, other)) == Agreement.Same)
                return true;
        return false;
    }

    private static bool AnyMeet(ValueKind kind, IReadOnlyList<ValuePart> parts, IReadOnlyList<ValuePart> others)
    {
        foreach (var part in parts)
            foreach (var other in others)
                if (ExtentComparer.Compare(ExtentOf(kind, part), ExtentOf(kind, other)) != Agreement.Differs)
                    return true;
        return false;
    }

    private static Extent ExtentOf(ValueKind kind, ValuePart part) => ValueKinds.Of(kind).ExtentOf(part)!.Value;
}
