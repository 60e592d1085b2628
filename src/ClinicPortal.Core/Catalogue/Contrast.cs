namespace ClinicPortal.Core.Catalogue;

/// <summary>What an editor has written about one pair of treatments.</summary>
public sealed class Contrast : CatalogueRow<ContrastEntry>
{
    public int Id { get; private set; }

    public Treatment First { get; private set; } = null!;

    public Treatment Second { get; private set; } = null!;

    public List<ContrastPassage> Passages { get; } = [];

    public LocalText? ClinicsSay { get; private set; }

    public List<Source> ClinicsSaySources { get; } = [];

    public override string Handle => HandleOf(First.Slug, Second.Slug);

    /// <summary>The pair by one name, whichever of the two is named first.</summary>
    public static string HandleOf(string one, string other) => string.Join("-vs-", InOrder(one, other));

    public override string Path => $"contrasts/{Handle}";

    public override ContrastEntry ToEntry() => new()
    {
        Between = InOrder(First.Slug, Second.Slug),
        Passages = [.. Passages.OrderBy(passage => passage.Position).Select(passage => passage.ToEntry())],
        ClinicsSay = ClinicsSay,
        ClinicsSaySources = ClinicsSaySources.Keys(),
    };

    private protected override void CopyFrom(ContrastEntry entry, WorkingCatalogue catalogue)
    {
        First = catalogue.Treatment(entry.Between[0]);
        Second = catalogue.Treatment(entry.Between[1]);
        Passages.Follow(
            entry.Passages,
            (passage, _, position) => passage.Position == position,
            (passage, text, position) => passage.CopyFrom(text, position, catalogue));
        ClinicsSay = entry.ClinicsSay;
        ClinicsSaySources.Cite(entry.ClinicsSaySources, catalogue);
    }

    private static string[] InOrder(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? [one, other] : [other, one];
}
