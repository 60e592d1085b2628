using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Editing;

/// <summary>Words to be found in the texts of the catalogue, and what is to stand there instead.</summary>
/// <param name="Find">As they stand, letter by letter; cleaned as those texts are, with the spaces at its ends.</param>
/// <param name="With">Likewise; nothing takes them out.</param>
public sealed record Replacement(string Find, string With)
{
    public string Find { get; } = InputCleaner.Part(Find);

    public string With { get; } = InputCleaner.Part(With);

    /// <summary>Not inside of a longer word.</summary>
    public bool WholeWords { get; init; }

    /// <summary>Small and capital letters are told apart; without it, what stood with a capital gets one.</summary>
    public bool MatchCase { get; init; }

    private Regex Pattern => field ??= new(
        WholeWords ? $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(Find)}(?![\p{{L}}\p{{N}}])" : Regex.Escape(Find),
        RegexOptions.CultureInvariant | (MatchCase ? RegexOptions.None : RegexOptions.IgnoreCase));

    public string In(string text) => Pattern.Replace(text, found => Like(found.Value));

    private string Like(string found) =>
        !MatchCase && char.IsUpper(found[0]) && char.IsLower(Find[0]) ? RunningText.StartUpperCase(With) : With;
}

/// <summary>
/// Replaces words wherever they stand in a text of a row in use, in every language; never in an address, a key or a code.
/// </summary>
/// <param name="replacement">Of what by what.</param>
/// <param name="lists">In which rows: "criteria", "treatments/answers", "clinic"; see <see cref="Lists"/>.</param>
/// <param name="isChosen">Whether a row, by its path, is to be changed.</param>
public sealed class ReplaceBatch(Replacement replacement, IReadOnlyCollection<string> lists, Func<string, bool> isChosen) : Batch
{
    /// <summary>The most rows at once: each is shown and ticked. The next search finds the rest.</summary>
    public const int Most = 500;

    /// <summary>All rows that hold texts, by their lists.</summary>
    public static IReadOnlyList<string> Lists { get; } =
    [
        ClinicProfile.OnlyPath, .. CatalogueKinds.All.SelectMany(kind =>
            kind.Parts.Select(part => $"{kind.List}/{part.List}").Prepend(kind.List)),
    ];

    internal override IReadOnlyList<BatchProblem> Apply(ClinicDbContext db, WorkingCatalogue catalogue)
    {
        var rows = db.ChangeTracker.Entries<WorkingRow>().Select(tracked => tracked.Entity).ToList();
        var away = rows.Where(row => row is IOrdered { Archived: true }).Select(row => row.Path).ToHashSet();
        var count = 0;
        foreach (var row in rows)
        {
            var place = RowPath.Parse(row.Path);
            if (!lists.Contains(ListOf(row, place)) || away.Contains(place?.Kind.PathOf(place.Handle) ?? row.Path) || !isChosen(row.Path))
                continue;
            var entry = JsonNode.Parse(row.Said)!;
            var before = entry.ToJsonString();
            ContentWalk.Rewrite(entry, row.EntryType, field => field.IsWords ? replacement.In : null);
            if (entry.ToJsonString() == before)
                continue;
            row.Say(entry.ToJsonString(), catalogue);
            if (++count == Most)
                break;
        }
        return [];
    }

    private static string ListOf(WorkingRow row, RowPath? place) => place switch
    {
        null => row.Path,
        { Part: { } part } => $"{place.Kind.List}/{part.List}",
        _ => place.Kind.List,
    };
}
