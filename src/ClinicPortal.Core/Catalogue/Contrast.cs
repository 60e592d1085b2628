namespace ClinicPortal.Core.Catalogue;

/// <summary>What an editor has written about one pair of treatments.</summary>
public sealed class Contrast : CatalogueRow<ContrastEntry>
{
    private const string Versus = "-vs-";

    public int Id { get; private set; }

    public Treatment First { get; private set; } = null!;

    public Treatment Second { get; private set; } = null!;

    public List<ContrastPassage> Passages { get; } = [];

    public LocalText? ClinicsSay { get; private set; }

    public List<Source> ClinicsSaySources { get; } = [];

    public ReviewEntry? Review { get; private set; }

    public override string Handle => HandleOf(First.Slug, Second.Slug);

    /// <summary>The pair by one name, whichever of the two is named first.</summary>
    public static string HandleOf(params IReadOnlyList<string> between) => string.Join(Versus, between.Order(StringComparer.Ordinal));

    /// <summary>The two by the name of the pair.</summary>
    public static IReadOnlyList<string> Between(string handle) => handle.Split(Versus);

    public override ContrastEntry ToEntry() => new()
    {
        Between = Between(Handle),
        Passages = [.. Passages.OrderBy(passage => passage.Position).Select(passage => passage.ToEntry())],
        ClinicsSay = ClinicsSay,
        ClinicsSaySources = ClinicsSaySources.Keys(),
        Review = Review,
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
        Review = entry.Review;
    }
}
