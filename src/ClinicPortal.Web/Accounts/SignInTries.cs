namespace ClinicPortal.Web.Accounts;

/// <summary>
/// Wrong tries to sign in, counted for an account and a client's address together: whoever tries the password of somebody else shuts out
/// neither that person nor the others of the house. Addresses that nobody signs in with count like any other, so that the answer does not
/// tell who works here. A restart forgets the counts.
/// </summary>
public sealed class SignInTries(TimeProvider clock)
{
    /// <summary>As many wrong ones, each within <see cref="Pause"/> of the one before, and the next must wait.</summary>
    public const int Most = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private const int MostKept = 10_000;

    private readonly Dictionary<(string Account, string Client), (int Wrong, DateTimeOffset Last)> _counts = [];
    private readonly Lock _lock = new();

    /// <summary>
    /// Counts a try as a wrong one before it is judged, so that many sent at once are no more than many sent one after the other;
    /// <see cref="Forget"/> takes it back.
    /// </summary>
    /// <returns>How many more there may be; none, if this one must wait already.</returns>
    public int? Begin(string account, string client)
    {
        lock (_lock)
        {
            var wrong = CountOf((account, client));
            if (wrong >= Most)
                return null;
            if (_counts.Count >= MostKept)
                MakeRoom();
            _counts[(account, client)] = (wrong + 1, clock.GetUtcNow());
            return Most - wrong - 1;
        }
    }

    /// <summary>After a right one.</summary>
    public void Forget(string account, string client)
    {
        lock (_lock)
            _counts.Remove((account, client));
    }

    private int CountOf((string, string) tries) =>
        _counts.TryGetValue(tries, out var count) && clock.GetUtcNow() - count.Last < Pause ? count.Wrong : 0;

    // Those that are over first; where an attack has filled the room, the older half.
    private void MakeRoom()
    {
        var byAge = _counts.OrderBy(one => one.Value.Last).Select(one => one.Key).ToList();
        var over = byAge.TakeWhile(one => CountOf(one) == 0).Count();
        foreach (var one in byAge.Take(Math.Max(over, MostKept / 2)))
            _counts.Remove(one);
    }
}
