using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Exchange;

/// <summary>Carries a content file into the working tables, kind by kind, so that each finds what it refers to already in place.</summary>
internal sealed class CatalogueImport(WorkingCatalogue catalogue, ClinicContent content)
{
    public List<ImportChange> Changes { get; } = [];

    /// <summary>Rows that the store has not seen.</summary>
    public List<object> NewRows { get; } = [];

    public void Carry()
    {
        Follow("source", catalogue.Sources, content.Sources, entry => entry.Key, entry => entry with { Archived = true });
        Follow("clinician", catalogue.Clinicians, content.Clinicians, entry => entry.Slug, entry => entry with { Archived = true });
        Follow("group", catalogue.Groups, content.Groups, entry => entry.Slug, entry => entry with { Archived = true });
        Follow("criterion", catalogue.Criteria, content.Criteria, entry => entry.Slug, entry => entry with { Archived = true });
        Follow("concern", catalogue.Concerns, content.Concerns, entry => entry.Slug, Retire, entry => entry.FormerSlugs);
        Follow("treatment", catalogue.Treatments, content.Treatments, entry => entry.Slug, Retire, entry => entry.FormerSlugs);
        Follow("contrast", catalogue.Contrasts, content.Contrasts, entry => Contrast.HandleOf(entry.Between[0], entry.Between[1]));
        Follow("number", catalogue.Numbers, content.Numbers, entry => entry.Key);
        Follow("question", catalogue.Questions, content.Questions, entry => entry.Key);
        Follow("term", catalogue.Glossary, content.Glossary, entry => entry.Slug);
        FollowClinic();
    }

    private void Follow<TRow, TEntry>(
        string name, List<TRow> rows, IReadOnlyList<TEntry> entries, Func<TEntry, string> handleOf,
        Func<TEntry, TEntry>? retire = null, Func<TEntry, IReadOnlyList<string>>? former = null)
        where TRow : CatalogueRow<TEntry>, new()
    {
        var kind = new KindImport<TRow, TEntry>(name, rows, entries, handleOf) { Retire = retire, Former = former };
        kind.Carry(catalogue);
        Changes.AddRange(kind.Changes);
        NewRows.AddRange(kind.NewRows);
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

    // A name that the file gives to something else is no longer the retired one's, and nobody is sent on to something retired.
    private TreatmentEntry Retire(TreatmentEntry entry) => entry with
    {
        Archived = true,
        FormerSlugs = [.. entry.FormerSlugs.Except(content.Treatments.SelectMany(taken => taken.FormerSlugs.Append(taken.Slug)))],
        ReplacedBy = content.Treatments.Any(live => live.Slug == entry.ReplacedBy && !live.Archived) ? entry.ReplacedBy : null,
    };

    private ConcernEntry Retire(ConcernEntry entry) => entry with
    {
        Archived = true,
        FormerSlugs = [.. entry.FormerSlugs.Except(content.Concerns.SelectMany(taken => taken.FormerSlugs.Append(taken.Slug)))],
        ReplacedBy = content.Concerns.Any(live => live.Slug == entry.ReplacedBy && !live.Archived) ? entry.ReplacedBy : null,
    };
}
