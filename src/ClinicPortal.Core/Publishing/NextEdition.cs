using System.Security.Cryptography;
using System.Text;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Publishing;

/// <summary>What an edition would hold that is made now, beside what patients read.</summary>
internal sealed class NextEdition
{
    private readonly List<StoredEntry> _published;
    private readonly ClinicContent? _before;

    private readonly IReadOnlySet<string> _unknownDois;
    private readonly Market _market;

    private NextEdition(
        int latest, ClinicContent content, List<StoredEntry> published, IReadOnlyList<LeftOutRow> leftOut, IReadOnlyList<PendingRow> taken,
        IReadOnlySet<string> unknownDois, Market market)
    {
        (Latest, Content, LeftOut, Taken) = (latest, content, leftOut, taken);
        (_published, _unknownDois, _market) = (published, unknownDois, market);
        _before = published.Count == 0 ? null : EntryFormat.Read(published);
    }

    /// <summary>The number of the edition that patients read.</summary>
    public int Latest { get; }

    public ClinicContent Content { get; }

    /// <summary>What was changed and does not go along.</summary>
    public IReadOnlyList<LeftOutRow> LeftOut { get; }

    /// <summary>What goes along of what was changed.</summary>
    public IReadOnlyList<PendingRow> Taken { get; }

    public IReadOnlyList<StoredEntry> Entries => field ??= EntryFormat.Write(Content, _published, FormatSteps.OfThisRelease);

    /// <summary>Patients read exactly that.</summary>
    public bool IsSame => AreSame(Entries, _published);

    /// <summary>What is worth a look, and what patients read does not have.</summary>
    public IReadOnlyList<ContentProblem> Warnings => field ??=
    [
        .. ContentRules.WarningsBeforePublishing(Content, _before, _unknownDois),
        .. ContentRules.AdvertisingAgainst(_market, Content, _before),
    ];

    /// <summary>What is worth a look too, and needs no reason.</summary>
    public IReadOnlyList<ContentProblem> Advice => field ??= ContentRules.Advice(_market, Content, _before);

    /// <summary>What is signed, and what patients have read before, goes along as it is; this is the rest.</summary>
    public IReadOnlyList<ReviewUnit> Unreviewed => field ??= Units.UnsignedSince(_before is null ? null : new(_before));

    /// <summary>It is published with a reason only.</summary>
    public bool NeedsReason => Warnings.Count + Unreviewed.Count > 0;

    /// <summary>Stands for exactly what the reason is for: whoever gives it says with it what they have seen.</summary>
    public string Listed => field ??= Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [.. Warnings.Select(warning => warning.Message), .. Unreviewed.Select(unit => unit.Hash)]))));

    /// <summary>Everything that clinicians sign.</summary>
    public ReviewUnits Units => field ??= new(Content);

    public IReadOnlyList<ContentProblem> ReasonsAgainst(KnownPictures pictures) =>
        Content.Clinic == ClinicEntry.Blank
            ? [new("clinic", "The clinic has no name yet. Write it, or import a content file.")]
            : ContentRules.Check(Content, pictures);

    public static bool AreSame(IReadOnlyList<StoredEntry> one, IReadOnlyList<StoredEntry> other) =>
        one.Select(entry => entry.Hash).SequenceEqual(other.Select(entry => entry.Hash));

    /// <summary>With all that is saved, or what is chosen of it and what that names.</summary>
    /// <param name="typed">And what somebody has typed and not saved: the path of a row, and its entry in JSON.</param>
    public static Task<NextEdition> ReadAsync(
        ClinicDbContext db, Market market, IReadOnlySet<string>? chosen, (string Path, string Entry)? typed, CancellationToken cancel) =>
        ReadAsync(
            db, market,
            chosen is null ? null : (rows, paths) =>
                ChosenRows.Of([.. rows.Where(row => row.Before != row.After)], chosen.Select(paths.Of).ToHashSet(), paths)
                    .ToDictionary(path => path, _ => int.MaxValue),
            typed, cancel);

    /// <param name="db">The store; nothing that happens to its rows here is saved.</param>
    /// <param name="market">Whose advertising rules the clinic follows.</param>
    /// <param name="choose">Up to which change each row goes along; one that is not named does not.</param>
    /// <param name="typed">What somebody has typed and not saved, which stands in its row instead of what is saved.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="MissingEntryException">A row would say what names something that has gone since.</exception>
    public static async Task<NextEdition> ReadAsync(
        ClinicDbContext db, Market market, Func<IReadOnlyList<PendingRow>, CurrentPaths, IReadOnlyDictionary<string, int>>? choose,
        (string Path, string Entry)? typed, CancellationToken cancel)
    {
        var latest = await Publisher.LatestNumberAsync(db, cancel);
        var catalogue = await db.ReadCatalogueAsync(cancel);
        var (leftOut, taken) = (new List<LeftOutRow>(), new List<PendingRow>());
        if (choose is not null)
        {
            var (all, paths) = (await db.ChangedRowsAsync(latest, cancel), await CurrentPaths.ReadAsync(db, cancel));
            var (upTo, rows) = (choose(all, paths), new EarlierRows(catalogue, paths, forgets: true));
            foreach (var row in all.Where(row => row.Before != row.After || upTo.ContainsKey(row.Path)))
            {
                var goes = row.Changes.TakeWhile(change => change.Id <= upTo.GetValueOrDefault(row.Path)).ToList();
                if (goes.Count > 0)
                    taken.Add(row with { Changes = goes });
                if (goes.Count == row.Changes.Count)
                    continue;
                var waits = row.Changes.Skip(goes.Count).ToList();
                rows.Say(row.Path, waits[0].Before);
                // A name in addresses goes along always; where it is all that has changed, nothing is left out.
                if (!rows.Says(row.Path, row.After))
                    leftOut.AddRange(waits.GroupBy(
                        change => change.Path,
                        (path, changes) => new LeftOutRow { Path = path, Since = changes.Min(change => change.Id) - 1 }));
            }
        }
        if (typed is var (path, entry))
        {
            var paths = await CurrentPaths.ReadAsync(db, cancel);
            new EarlierRows(catalogue, paths).Say(paths.Of(path), entry);
        }
        var content = catalogue.ToContent();
        db.ChangeTracker.Clear();
        var unknownDois = await db.DoiChecks.Where(check => !check.IsKnown).Select(check => check.Doi).ToHashSetAsync(cancel);
        return new(latest, content, await Publisher.EntriesOfAsync(db, latest, cancel), leftOut, taken, unknownDois, market);
    }
}
