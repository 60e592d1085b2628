namespace ClinicPortal.Core.Editions;

/// <summary>What patients must not read for now, or never again, in whichever edition it stands.</summary>
/// <param name="Paths">
/// Where the treatment, the answer or the evidence for a concern stands, by every name it has had: <c>treatments/prp/answers/onset</c>.
/// </param>
/// <param name="Words">A sentence for patients; none where staff wrote none.</param>
/// <param name="ForGood">It is withdrawn and does not come back.</param>
public sealed record Hold(IReadOnlyList<string> Paths, string? Words, bool ForGood);

/// <summary>The safety holds of one moment; an edition is read under all of them.</summary>
/// <param name="Number">Grows with every step that anybody takes with a hold.</param>
/// <param name="Holds">Those that nobody has lifted.</param>
public sealed record HoldsInForce(int Number, IReadOnlyList<Hold> Holds)
{
    private readonly Dictionary<string, Hold> _byPath = Holds.SelectMany(hold => hold.Paths, (hold, path) => (hold, path))
        .GroupBy(one => one.path, one => one.hold)
        .ToDictionary(same => same.Key, same => same.OrderByDescending(hold => hold.ForGood).First());

    public static HoldsInForce None { get; } = new(0, []);

    /// <summary>The hold on something that has gone by any of these paths; one for good before others.</summary>
    public Hold? Find(IEnumerable<string> paths) =>
        paths.Select(path => _byPath.GetValueOrDefault(path)).OfType<Hold>().OrderByDescending(hold => hold.ForGood).FirstOrDefault();
}
