namespace ClinicPortal.Core.Searching;

/// <summary>
/// How many slips of the finger make one word of another: a letter too many, missing, wrong, or changed with its neighbour.
/// </summary>
internal static class Slips
{
    private const int LongWord = 8;

    /// <summary>One slip after the first letter, or two anywhere where the shorter word is long: "chair" is not "hair".</summary>
    public static bool AreFew(string one, string other)
    {
        var isLong = Math.Min(one.Length, other.Length) >= LongWord;
        var most = isLong ? 2 : 1;
        return (isLong || one[0] == other[0]) && Math.Abs(one.Length - other.Length) <= most && Between(one, other) <= most;
    }

    private static int Between(string one, string other)
    {
        var (before, last, here) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            here[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                here[j] = Math.Min(Math.Min(last[j], here[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    here[j] = Math.Min(here[j], before[j - 2] + 1);
            }
            (before, last, here) = (last, here, before);
        }
        return last[other.Length];
    }
}
