namespace ClinicPortal.Web.Hosting;

/// <summary>Finds what a misspelt name was meant to be.</summary>
public static class NearestName
{
    /// <summary>The one that takes the fewest changed letters; none, where that would be more than a third of them.</summary>
    public static string? To(string name, IEnumerable<string> names) =>
        names.Select(known => (Name: known, Distance: Distance(name.ToUpperInvariant(), known.ToUpperInvariant())))
            .Where(known => known.Distance <= Math.Max(2, name.Length / 3))
            .OrderBy(known => known.Distance).ThenBy(known => known.Name, StringComparer.Ordinal)
            .Select(known => known.Name).FirstOrDefault();

    /// <summary>How many letters must be added, left out or exchanged to make one of the other (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
