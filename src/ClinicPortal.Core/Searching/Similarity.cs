namespace ClinicPortal.Core.Searching;

/// <summary>How alike two words are: 1 for the same, 0 for nothing in common; 1 minus the edit distance over the longer length.</summary>
internal static class Similarity
{
    public static double Of(string one, string other)
    {
        Span<int> previous = stackalloc int[other.Length + 1];
        Span<int> current = stackalloc int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
            previous[column] = column;

        for (var row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = previous[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(change, Math.Min(previous[column], current[column - 1]) + 1);
            }
            current.CopyTo(previous);
        }
        return 1 - (double)previous[other.Length] / Math.Max(one.Length, other.Length);
    }
}
