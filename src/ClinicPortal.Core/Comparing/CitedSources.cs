using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// The sources of a comparison, numbered in the order in which a reader meets them: row by row each cell with its numbers, then the
/// passages of the row; after the rows what is known for each concern, and last what clinics say.
/// </summary>
internal sealed class CitedSources(Edition edition)
{
    private readonly List<SourceEntry> _sources = [];
    private readonly Dictionary<string, int> _notes = [];

    public IReadOnlyList<SourceEntry> Sources => _sources;

    public int NoteOf(string key) => _notes[key];

    public static CitedSources Of(Comparison comparison, Edition edition)
    {
        var cited = new CitedSources(edition);
        foreach (var row in comparison.Rows)
            cited.CiteRow(row);
        foreach (var concern in comparison.AnyConcerns)
            cited.CiteConcern(concern, comparison);
        foreach (var contrast in comparison.Contrasts)
            cited.Cite(contrast.Contrast.ClinicsSaySources);
        return cited;
    }

    private void CiteRow(ComparisonRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Answer is { } answer)
                Cite(answer.Sources);
            foreach (var number in cell.Numbers)
                Cite(number.Sources);
        }
        foreach (var passage in row.Passages)
            Cite(passage.Passage.Sources);
    }

    // What becomes of a concern if nothing is done stands in the column of no treatment, and only there.
    private void CiteConcern(ConcernEntry concern, Comparison comparison)
    {
        foreach (var option in comparison.Options)
            if (edition.FindEvidence(option.Slug, concern.Slug) is { } evidence)
                Cite(evidence.Sources);
        if (comparison.Columns[^1].Baseline)
            Cite(concern.Sources);
    }

    private void Cite(IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
            if (_notes.TryAdd(key, _sources.Count + 1))
                _sources.Add(edition.Source(key));
    }
}
