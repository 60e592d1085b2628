using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Changed rows under one heading.</summary>
/// <param name="Place">The path of a treatment, or the list of a kind.</param>
/// <param name="Name">A treatment, or the rows of a kind.</param>
/// <param name="Rows">In the order of their paths.</param>
public sealed record PendingGroup(string Place, string Name, IReadOnlyList<PendingRow> Rows)
{
    private const string Treatments = "treatments";

    /// <summary>What a form sends for a whole group; no row has such a path.</summary>
    public string Value => ValueOf(Place);

    /// <summary>Of the group in which a row or a place stands.</summary>
    public static string ValueOf(string path) => PlaceOf(path) + "/*";

    public static IReadOnlyList<PendingGroup> Of(IReadOnlyList<PendingRow> pending, RowNames names)
    {
        var order = names.Treatments.Keys.Select(slug => $"{Treatments}/{slug}").ToList();
        return
        [
            .. from row in pending
               group row by PlaceOf(row.Path) into rows
               orderby order.IndexOf(rows.Key) is var at && at < 0 ? int.MaxValue : at, rows.Key
               select new PendingGroup(rows.Key, NameOf(rows.Key, names), [.. rows]),
        ];
    }

    private static string PlaceOf(string path) => path.Split('/') switch
    {
        [Treatments, var treatment, ..] => $"{Treatments}/{treatment}",
        var parts => parts[0],
    };

    private static string NameOf(string place, RowNames names) => place.Split('/') switch
    {
        [Treatments, var treatment] => names.Treatment(treatment),
        _ => CatalogueKinds.FindByList(place) is { } kind ? StaffKinds.Of(kind).Plural : names.NameOf(place),
    };
}
