using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Exchange;

/// <summary>Makes one kind's rows say what its entries say, in their order; what the entries leave out is archived.</summary>
internal sealed class KindImport<TRow, TEntry>(string kind, List<TRow> rows, IReadOnlyList<TEntry> entries, Func<TEntry, string> handleOf)
    where TRow : CatalogueRow<TEntry>, new()
{
    /// <summary>Names it went by before: an entry that names one is a renamed row, not a new one.</summary>
    public Func<TEntry, IReadOnlyList<string>>? Former { get; init; }

    /// <summary>How an entry says that it is archived, where its kind can say so.</summary>
    public Func<TEntry, TEntry>? Retire { get; init; }

    public List<ImportChange> Changes { get; } = [];

    public List<TRow> NewRows { get; } = [];

    public void Carry(WorkingCatalogue catalogue)
    {
        var live = rows.Where(row => !row.Archived).OrderBy(row => row.Position).ToList();
        var matches = entries.Select(entry => (Row: RowFor(entry), Entry: entry)).ToList();
        var leftOver = rows.Except(matches.Select(match => match.Row)).OrderBy(row => row.Position).ToList();
        Place([.. matches.Select(match => match.Row), .. leftOver]);

        var before = rows.Except(NewRows).ToDictionary(row => row, row => (row.Handle, row.Archived, Entry: row.ToEntry()));
        rows.AddRange(NewRows.Except(rows));
        foreach (var (row, entry) in matches)
            Name(row, entry);
        foreach (var (row, entry) in matches)
            Apply(row, entry, catalogue);
        foreach (var row in leftOver)
            PutAway(row, catalogue);

        var stayed = live.Except(leftOver).ToList();
        if (!stayed.SequenceEqual(stayed.OrderBy(row => row.Position)))
            Changes.Add(new(ImportAction.Reorder, $"every {kind}", "", []));
        foreach (var row in matches.Select(match => match.Row).Concat(leftOver))
            Report(row, before.TryGetValue(row, out var was) ? was : null);
    }

    private TRow RowFor(TEntry entry)
    {
        var row = rows.Find(candidate => candidate.Handle == handleOf(entry)) ?? rows.Find(candidate => IsRenamed(candidate, entry));
        if (row is null)
            NewRows.Add(row = new TRow());
        return row;
    }

    private bool IsRenamed(TRow row, TEntry entry) =>
        Former is not null && Former(entry).Contains(row.Handle) && !entries.Any(other => handleOf(other) == row.Handle);

    private static void Place(IReadOnlyList<TRow> order)
    {
        for (var position = 0; position < order.Count; position++)
            order[position].Position = position;
    }

    // All names come before any entry is applied, because entries of one kind refer to each other (a treatment is replaced by another).
    private void Name(TRow row, TEntry entry)
    {
        if (row is NamedRow<TEntry> named)
            named.Slug = handleOf(entry);
    }

    private void Apply(TRow row, TEntry entry, WorkingCatalogue catalogue)
    {
        row.Apply(entry, catalogue);
        if (Retire is null && row.Archived)
            row.Restore();
    }

    private void PutAway(TRow row, WorkingCatalogue catalogue)
    {
        if (Retire is not null)
            row.Apply(Retire(row.ToEntry()), catalogue);
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
            Changes.Add(new(action.Value, kind, row.Handle, [.. fields.Where(field => field != "archived")]));
    }
}
