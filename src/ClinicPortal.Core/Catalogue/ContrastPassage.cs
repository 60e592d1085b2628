namespace ClinicPortal.Core.Catalogue;

/// <summary>One written contrast under its heading; a part of its <see cref="Contrast"/>.</summary>
public sealed class ContrastPassage
{
    public int Id { get; private set; }

    public int Position { get; private set; }

    public LocalText Heading { get; private set; } = LocalText.Empty;

    public LocalText Text { get; private set; } = LocalText.Empty;

    public List<ContrastCriterion> Criteria { get; } = [];

    public List<Source> Sources { get; } = [];

    public ContrastPassageEntry ToEntry() => new()
    {
        Heading = Heading,
        Text = Text,
        Criteria = [.. Criteria.OrderBy(row => row.Position).Select(row => row.ToEntry())],
        Sources = Sources.Keys(),
    };

    internal void CopyFrom(ContrastPassageEntry entry, int position, WorkingCatalogue catalogue)
    {
        Position = position;
        Heading = entry.Heading;
        Text = entry.Text;
        Criteria.Follow(
            entry.Criteria,
            (row, criterion, _) => row.Criterion.Slug == criterion.Criterion,
            (row, criterion, place) => row.CopyFrom(criterion, place, catalogue));
        Sources.Cite(entry.Sources, catalogue);
    }
}

/// <summary>A criterion that a passage stands with, and the editor's word on it.</summary>
public sealed class ContrastCriterion
{
    public int PassageId { get; private set; }

    public CriterionId CriterionId { get; private set; }

    public ComparisonCriterion Criterion { get; private set; } = null!;

    public int Position { get; private set; }

    public EditorVerdict? Verdict { get; private set; }

    public ContrastCriterionEntry ToEntry() => new() { Criterion = Criterion.Slug, Verdict = Verdict };

    internal void CopyFrom(ContrastCriterionEntry entry, int position, WorkingCatalogue catalogue)
    {
        Criterion = catalogue.Criterion(entry.Criterion);
        Position = position;
        Verdict = entry.Verdict;
    }
}
