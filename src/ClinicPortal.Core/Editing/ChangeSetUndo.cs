using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Takes a change set back. What it added is archived, or goes where it hangs on another row; what it archived is in use again; every row
/// keeps the name that it has in addresses. A row that says something else by now than after the set is left as it is.
/// </summary>
internal sealed class ChangeSetUndo
{
    private readonly WorkingCatalogue _catalogue;
    private readonly CurrentPaths _paths;
    private readonly List<Step> _steps;

    /// <param name="catalogue">Whole.</param>
    /// <param name="paths">Of today.</param>
    /// <param name="changes">Of the set, in their order.</param>
    public ChangeSetUndo(WorkingCatalogue catalogue, CurrentPaths paths, IReadOnlyList<FieldChange> changes)
    {
        (_catalogue, _paths) = (catalogue, paths);
        _steps =
        [
            .. from change in changes
               group change by paths.Of(change.Path) into row
               select new Step(row.Key, row.First().Before, row.Last().After),
        ];
        ChangedSince = [.. _steps.Where(step => !IsAsLeft(step)).Select(step => step.Path)];
    }

    /// <summary>Rows that somebody has changed since.</summary>
    public IReadOnlyList<string> ChangedSince { get; }

    public void Apply()
    {
        foreach (var step in _steps.Where(step => !ChangedSince.Contains(step.Path)))
            switch (RowPath.Parse(step.Path))
            {
                case { Part: null } place:
                    place.Kind.Accept(new Saying(this, place, step.Before));
                    break;
                case { Part: { } part } place:
                    part.Accept(new Saying(this, place, step.Before));
                    break;
                case null when step.Path == ClinicProfile.OnlyPath && step.Before is not null:
                    _catalogue.Clinic!.Apply(Entry<ClinicEntry>(step.Before), _catalogue);
                    break;
                case null when CatalogueKinds.FindByList(step.Path) is { } kind:
                    kind.Accept(new Ordering(_catalogue, RowOrder.Read(step.Before)));
                    break;
            }
    }

    private bool IsAsLeft(Step step)
    {
        if (CatalogueKinds.FindByList(step.Path) is { } kind)
        {
            var (left, now) = (RowOrder.Read(step.After), kind.Accept(new InUse(_catalogue)));
            return now.Intersect(left).SequenceEqual(left.Intersect(now));
        }
        var place = RowPath.Parse(step.Path);
        var type = place is null ? typeof(ClinicEntry) : place.Part?.EntryType ?? place.Kind.EntryType;
        var row = place switch
        {
            null when step.Path == ClinicProfile.OnlyPath => _catalogue.Clinic?.Said,
            null => step.After,
            { Part: null } => place.Kind.Accept(new Saying(this, place, null) { OnlyReads = true }),
            { Part: { } part } => part.Accept(new Saying(this, place, null) { OnlyReads = true }),
        };
        return JsonNode.DeepEquals(Renamed(step.After, type), Renamed(row, type));
    }

    // What it names may have another name by now.
    private JsonNode? Renamed(string? json, Type type)
    {
        var entry = json is null ? null : JsonNode.Parse(json);
        EntryField.Rename(entry, type, _paths.NameOf);
        return entry;
    }

    private TEntry Entry<TEntry>(string json) => Renamed(json, typeof(TEntry)).Deserialize<TEntry>(ContentJson.Options)!;

    /// <param name="Path">Of today.</param>
    /// <param name="Before">What the row said before the set.</param>
    /// <param name="After">What it said after it.</param>
    private sealed record Step(string Path, string? Before, string? After);

    /// <summary>Makes a row say something, or nothing; tells what it says, where it only reads.</summary>
    private sealed record Saying(ChangeSetUndo Undo, RowPath Place, string? Json)
        : ICatalogueKindVisitor<string?>, ICataloguePartVisitor<string?>
    {
        public bool OnlyReads { get; init; }

        public string? Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
            where TRow : CatalogueRow<TEntry>, new()
            where TEntry : class
        {
            if (Undo._catalogue.Rows<TRow>().Find(one => one.Handle == Place.Handle) is not { } row)
                return null;
            if (OnlyReads)
                return kind.Archive is null && row.Archived ? null : row.Said;
            var now = row.ToEntry();
            if (Json is null && kind.Archive is { } archive)
                row.ApplyOwn(archive(now, true), Undo._catalogue);
            else if (Json is null && !row.Archived)
                row.Archive();
            else if (Json is not null)
            {
                var entry = Undo.Entry<TEntry>(Json);
                row.ApplyOwn(kind.Rename is { } rename ? rename(entry, row.Handle, kind.FormerHandles(now)) : entry, Undo._catalogue);
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
            if (Undo._catalogue.Rows<TOwner>().Find(one => one.Handle == Place.Handle) is not { } owner)
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
            row.Apply(part.About(Undo.Entry<TEntry>(Json), Place.PartHandle), Undo._catalogue);
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
