using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Exchange;

/// <summary>Makes one kind's rows say what its entries say, in their order; what the entries leave out is archived.</summary>
internal sealed class KindImport<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind, WorkingCatalogue catalogue, IReadOnlyList<TEntry> entries)
    where TRow : CatalogueRow<TEntry>, new()
    where TEntry : class
{
    private readonly List<TRow> _rows = catalogue.Rows<TRow>();

    public List<ImportChange> Changes { get; } = [];

    public List<TRow> NewRows { get; } = [];

    public void Carry()
    {
        var live = _rows.Where(row => !row.Archived).OrderBy(row => row.Position).ToList();
        var matches = entries.Select(entry => (Row: RowFor(entry), Entry: entry)).ToList();
        var leftOver = _rows.Except(matches.Select(match => match.Row)).OrderBy(row => row.Position).ToList();
        Place([.. matches.Select(match => match.Row), .. leftOver]);

        var before = _rows.Except(NewRows).ToDictionary(row => row, row => (row.Handle, row.Archived, Entry: row.ToEntry()));
        _rows.AddRange(NewRows.Except(_rows));
        foreach (var (row, entry) in matches)
            Name(row, entry);
        foreach (var (row, entry) in matches)
            Apply(row, entry);
        foreach (var row in leftOver)
            PutAway(row);

        var stayed = live.Except(leftOver).ToList();
        if (!stayed.SequenceEqual(stayed.OrderBy(row => row.Position)))
            Changes.Add(new(ImportAction.Reorder, $"every {kind.Name}", "", []));
        foreach (var row in matches.Select(match => match.Row).Concat(leftOver))
            Report(row, before.TryGetValue(row, out var was) ? was : null);
    }

    private TRow RowFor(TEntry entry)
    {
        var row = _rows.Find(candidate => candidate.Handle == kind.Handle(entry)) ?? _rows.Find(candidate => IsRenamed(candidate, entry));
        if (row is null)
            NewRows.Add(row = new TRow());
        return row;
    }

    // An entry that names a former name is a renamed row, not a new one.
    private bool IsRenamed(TRow row, TEntry entry) =>
        kind.FormerHandles(entry).Contains(row.Handle) && !entries.Any(other => kind.Handle(other) == row.Handle);

    private static void Place(IReadOnlyList<TRow> order)
    {
        for (var position = 0; position < order.Count; position++)
            order[position].Position = position;
    }

    // All names come before any entry is applied, because entries of one kind refer to each other (a treatment is replaced by another).
    private void Name(TRow row, TEntry entry)
    {
        if (row is NamedRow<TEntry> named)
            named.Slug = kind.Handle(entry);
    }

    private void Apply(TRow row, TEntry entry)
    {
        row.Apply(row.UnderItsReviews(entry), catalogue);
        if (kind.Archive is null && row.Archived)
            row.Restore();
    }

    private void PutAway(TRow row)
    {
        if (kind.Retire is { } retire)
            row.Apply(retire(row.ToEntry(), entries), catalogue);
        else if (!row.Archived)
            row.Archive();
    }

    private void Report(TRow row, (string Handle, bool Archived, TEntry Entry)? before)
    {
        var fields = before is { } was ? EntryDifference.Fields(was.Entry, row.ToEntry()) : [];
        ImportAction? action = before switch
        {
            null => ImportAction.Add,
            { Archived: false } when row.Archived => ImportAction.Archive,
            { Archived: true } when !row.Archived => ImportAction.Restore,
            _ when fields.Count > 0 => ImportAction.Change,
            _ => null,
        };
        if (action is not null)
            Changes.Add(new(action.Value, kind.Name, row.Handle, [.. fields.Where(field => field != "archived")]));
    }
}
