using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Exchange;

/// <summary>Carries a content file into the working tables, kind by kind, so that each finds what it refers to already in place.</summary>
internal sealed class CatalogueImport(WorkingCatalogue catalogue, ClinicContent content)
    : ICatalogueKindVisitor<IReadOnlyList<ImportChange>>
{
    public List<ImportChange> Changes { get; } = [];

    /// <summary>Rows that the store has not seen.</summary>
    public List<object> NewRows { get; } = [];

    public void Carry()
    {
        foreach (var kind in CatalogueKinds.All)
            Changes.AddRange(kind.Accept(this));
        FollowClinic();
    }

    public IReadOnlyList<ImportChange> Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class
    {
        var import = new KindImport<TRow, TEntry>(kind, catalogue, kind.Entries(content));
        import.Carry();
        NewRows.AddRange(import.NewRows);
        return import.Changes;
    }

    private void FollowClinic()
    {
        var before = catalogue.Clinic?.ToEntry();
        if (catalogue.Clinic is null)
            NewRows.Add(catalogue.Clinic = new ClinicProfile());
        catalogue.Clinic.Apply(content.Clinic, catalogue);
        var fields = EntryDifference.Fields(before, catalogue.Clinic.ToEntry());
        if (before is null || fields.Count > 0)
            Changes.Insert(0, new(before is null ? ImportAction.Add : ImportAction.Change, "clinic", "", fields));
    }
}
