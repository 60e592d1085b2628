namespace ClinicPortal.Core.Catalogue;

/// <summary>A treatment's place in one of the comparisons that the home page offers.</summary>
public sealed class CommonComparisonPlace
{
    public int Comparison { get; private set; }

    public int Place { get; private set; }

    public TreatmentId TreatmentId { get; private set; }

    public Treatment Treatment { get; private set; } = null!;

    internal static IReadOnlyList<IReadOnlyList<string>> Sets(IEnumerable<CommonComparisonPlace> places) =>
    [
        .. places.GroupBy(place => place.Comparison).OrderBy(set => set.Key)
            .Select(set => set.OrderBy(place => place.Place).Select(place => place.Treatment.Slug).ToArray()),
    ];

    internal static void Follow(List<CommonComparisonPlace> places, IReadOnlyList<IReadOnlyList<string>> sets, WorkingCatalogue catalogue)
    {
        var wanted = sets.SelectMany((set, comparison) => set.Select((slug, place) => (comparison, place, slug))).ToList();
        places.Follow(
            wanted,
            (row, item, _) => (row.Comparison, row.Place) == (item.comparison, item.place),
            (row, item, _) => (row.Comparison, row.Place, row.Treatment) = (item.comparison, item.place, catalogue.Treatment(item.slug)));
    }
}
