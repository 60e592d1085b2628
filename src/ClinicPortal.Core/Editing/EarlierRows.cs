using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Makes rows say what they said earlier. Every row keeps the name that it has in addresses, and what an earlier entry names is found under
/// the name of today.
/// </summary>
/// <param name="catalogue">Whole.</param>
/// <param name="paths">Of today.</param>
/// <param name="forgets">A row that did not exist leaves no trace; else it is archived, or goes where it hangs on another row.</param>
internal sealed class EarlierRows(WorkingCatalogue catalogue, CurrentPaths paths, bool forgets = false)
{
    private readonly WorkingCatalogue _catalogue = catalogue;

    private bool Forgets => forgets;

    /// <param name="path">Of today.</param>
    /// <param name="json">None, where there was no row.</param>
    /// <exception cref="MissingEntryException">The row named what has gone since.</exception>
    public void Say(string path, string? json)
    {
        switch (RowPath.Parse(path))
        {
            case { Part: null } place:
                place.Kind.Accept(new Saying(this, place, json));
                break;
            case { Part: { } part } place:
                part.Accept(new Saying(this, place, json));
                break;
            case null when path == ClinicProfile.OnlyPath && json is not null:
                _catalogue.Clinic!.Apply(Entry<ClinicEntry>(json), _catalogue);
                break;
            case null when CatalogueKinds.FindByList(path) is { } kind:
                kind.Accept(new Ordering(_catalogue, OrderIn(kind, json)));
                break;
        }
    }

    /// <summary>It says now what it said then, but for names.</summary>
    public bool Says(string path, string? json)
    {
        if (CatalogueKinds.FindByList(path) is { } kind)
        {
            var (left, now) = (OrderIn(kind, json), kind.Accept(new InUse(_catalogue)));
            return now.Intersect(left).SequenceEqual(left.Intersect(now));
        }
        var place = RowPath.Parse(path);
        var type = place is null ? typeof(ClinicEntry) : place.Part?.EntryType ?? place.Kind.EntryType;
        var row = place switch
        {
            null when path == ClinicProfile.OnlyPath => _catalogue.Clinic?.Said,
            null => json,
            { Part: null } => place.Kind.Accept(new Saying(this, place, null) { OnlyReads = true }),
            { Part: { } part } => part.Accept(new Saying(this, place, null) { OnlyReads = true }),
        };
        return JsonNode.DeepEquals(Renamed(json, type), Renamed(row, type));
    }

    private List<string> OrderIn(CatalogueKind kind, string? json) =>
        [.. RowOrder.Read(json).Select(handle => RowPath.Parse(paths.Of(kind.PathOf(handle)))?.Handle ?? handle)];

    // What it names may have another name by now.
    private JsonNode? Renamed(string? json, Type type)
    {
        var entry = json is null ? null : JsonNode.Parse(json);
        EntryField.Rename(entry, type, paths.NameOf);
        return entry;
    }

    private TEntry Entry<TEntry>(string json) => Renamed(json, typeof(TEntry)).Deserialize<TEntry>(ContentJson.Options)!;

    /// <summary>Makes a row say something, or nothing; tells what it says, where it only reads.</summary>
    private sealed record Saying(EarlierRows Rows, RowPath Place, string? Json)
        : ICatalogueKindVisitor<string?>, ICataloguePartVisitor<string?>
    {
        public bool OnlyReads { get; init; }

        public string? Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            if (Rows._catalogue.Rows<TRow>().Find(one => one.Handle == Place.Handle) is not { } row)
            {
                if (Json is null)
                    return null;
                Rows._catalogue.Rows<TRow>().Add(row = kind.NewRow(Place.Handle));
                row.Position = Rows._catalogue.Rows<TRow>().Max(one => one.Position) + 1;
            }
            if (OnlyReads)
                return kind.Archive is null && row.Archived ? null : row.Said;
            var now = row.Version == 0 ? kind.Blank(Place.Handle) : row.ToEntry();
            if (Json is null && Rows.Forgets)
                Rows._catalogue.Rows<TRow>().Remove(row);
            else if (Json is null && kind.Archive is { } archive)
                row.ApplyOwn(archive(now, true), Rows._catalogue);
            else if (Json is null && !row.Archived)
                row.Archive();
            else if (Json is not null)
            {
                var entry = Rows.Entry<TEntry>(Json);
                row.ApplyOwn(kind.Rename is { } rename ? rename(entry, row.Handle, kind.FormerHandles(now)) : entry, Rows._catalogue);
                if (kind.Archive is null && row.Archived)
                    row.Restore();
            }
            return null;
        }

        public string? Visit<TOwner, TOwnerEntry, TRow, TEntry>(CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part)
            where TOwner : CatalogueRow<TOwnerEntry>, new()
            where TOwnerEntry : class
            where TRow : WorkingRow<TEntry>, new()
            where TEntry : class
        {
            if (Rows._catalogue.Rows<TOwner>().Find(one => one.Handle == Place.Handle) is not { } owner)
                return null;
            var rows = part.Rows(owner);
            var row = rows.Find(one => part.Handle(one.ToEntry()) == Place.PartHandle);
            if (OnlyReads)
                return row?.Said;
            if (Json is null)
            {
                row?.Drop();
                if (row is not null)
                    rows.Remove(row);
                return null;
            }
            if (row is null)
                rows.Add(row = new());
            row.Apply(part.About(Rows.Entry<TEntry>(Json), Place.PartHandle), Rows._catalogue);
            return null;
        }
    }

    private sealed record Ordering(WorkingCatalogue Catalogue, IReadOnlyList<string> Handles) : ICatalogueKindVisitor<bool>
    {
        public bool Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            var rows = Catalogue.Rows<TRow>();
            RowOrder.Place<TRow, TEntry>(
                rows, [.. Handles.Select(handle => rows.Find(row => row.Handle == handle)).OfType<TRow>().Distinct()]);
            return true;
        }
    }

    private sealed record InUse(WorkingCatalogue Catalogue) : ICatalogueKindVisitor<IReadOnlyList<string>>
    {
        public IReadOnlyList<string> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class =>
            [.. Catalogue.Rows<TRow>().Where(row => !row.Archived).OrderBy(row => row.Position).Select(row => row.Handle)];
    }
}
