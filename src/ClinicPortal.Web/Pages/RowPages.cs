using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Web.Pages;

/// <summary>
/// On which of the patients' pages a row of the catalogue is read; an answer on a comparison, where it stands beside another.
/// </summary>
public static class RowPages
{
    private const string Home = "/", About = "/about";

    // Other kinds are read wherever treatments are compared.
    private static readonly Dictionary<CatalogueKind, Func<string, Edition, string>> Pages = new()
    {
        [CatalogueKinds.Treatment] = TreatmentOf,
        [CatalogueKinds.Contrast] = (pair, edition) => ComparisonOf(Contrast.Between(pair), edition),
        [CatalogueKinds.Number] = NumberOf,
        [CatalogueKinds.Concern] = ConcernOf,
        [CatalogueKinds.Criterion] = (_, edition) => TreatmentOf(FirstIn(edition), edition),
        [CatalogueKinds.Source] = (_, _) => "/sources",
        [CatalogueKinds.Term] = (_, _) => "/glossary",
        [CatalogueKinds.Clinician] = (_, _) => About,
    };

    /// <param name="row">As in a history path; none leads home.</param>
    /// <param name="edition">In which it is read.</param>
    public static string AddressOf(string? row, Edition edition) => row is null ? Home : RowPath.Parse(row) switch
    {
        null => row == ClinicProfile.OnlyPath ? About : Home,
        { Part: { } part } place => part == CatalogueKinds.Evidence
            ? ConcernOf(place.PartHandle, edition) : ComparisonOf(place.Handle, edition),
        var place when Pages.TryGetValue(place.Kind, out var page) => page(place.Handle, edition),
        _ => ComparisonOf(FirstIn(edition), edition),
    };

    /// <summary>The id under which a row stands on its page; none, where it stands in many places.</summary>
    /// <param name="row">As in a history path.</param>
    public static string? IdOf(string? row) => row is null ? null : RowPath.Parse(row) switch
    {
        { Part: { } part } place when part == CatalogueKinds.Answer => place.PartHandle,
        { Part: null } place when place.Kind == CatalogueKinds.Criterion || place.Kind == CatalogueKinds.Term => place.Handle,
        { Part: null } place when place.Kind == CatalogueKinds.Number => $"number-{place.Handle}",
        _ => null,
    };

    private static string? FirstIn(Edition edition) => edition.Treatments.FirstOrDefault(treatment => !treatment.Baseline)?.Slug;

    private static string ConcernOf(string slug, Edition edition) =>
        edition.Concerns.Any(concern => concern.Slug == slug) ? $"/concerns/{slug}" : "/concerns";

    private static string NumberOf(string key, Edition edition) =>
        edition.Content.Numbers.FirstOrDefault(number => number.Key == key)?.Places is [var place, ..]
            ? TreatmentOf(place.Treatment, edition) : Home;

    private static string TreatmentOf(string? slug, Edition edition) =>
        edition.Treatments.Any(treatment => treatment.Slug == slug) ? $"/treatments/{slug}" : "/treatments";

    /// <summary>Beside a treatment that readers would compare it with; else its own page.</summary>
    private static string ComparisonOf(string? slug, Edition edition)
    {
        if (edition.Treatments.FirstOrDefault(treatment => treatment.Slug == slug) is not { } treatment)
            return TreatmentOf(slug, edition);
        var concerns = treatment.Concerns.Select(evidence => evidence.Concern).ToHashSet();
        var others = edition.Treatments.Where(one => one != treatment).ToList();
        var other = others.Find(one => !one.Baseline && one.Concerns.Any(evidence => concerns.Contains(evidence.Concern)))
            ?? others.FirstOrDefault();
        return other is null ? TreatmentOf(slug, edition) : ComparisonAddress.Of(edition, [treatment, other]).ToString();
    }

    private static string ComparisonOf(IReadOnlyList<string> slugs, Edition edition) =>
        edition.Treatments.Where(treatment => slugs.Contains(treatment.Slug)).ToList() is { Count: 2 } pair
            ? ComparisonAddress.Of(edition, pair).ToString() : ComparisonAddress.PickerPath;
}
