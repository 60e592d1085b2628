namespace ClinicPortal.Testing;

/// <summary>How often a long trial is repeated: a tenth of its length among the other tests, all of it in <c>scripts/soak</c>.</summary>
public static class Trials
{
    private const int ShortForm = 10;

    // Pages are the dearest of all, and each field of each form has its turn.
    private const int ShortShare = 40;

    public static readonly bool IsFull = Environment.GetEnvironmentVariable("TRIALS") == "full";

    /// <summary>A fortieth of them, another at each turn, so that in the end each has had its turn; all of them in full length.</summary>
    public static IEnumerable<T> Share<T>(IEnumerable<T> all, int turn) =>
        all.Where((_, index) => IsFull || index % ShortShare == turn % ShortShare);

    /// <param name="full">How often in its full length.</param>
    public static int Of(int full) => IsFull ? full : Math.Max(1, full / ShortForm);
}
