using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Pages.Patients;

[CachedPage]
public sealed class HomeModel(Edition edition, Market market) : PageModel, IPatientPage
{
    public Edition Edition => edition;

    /// <summary>Those that the market lets a home page name.</summary>
    public IReadOnlyList<TreatmentEntry> Treatments { get; } = [.. edition.Treatments.Where(market.MayNameOnHomePage)];

    public IReadOnlyList<CommonComparison> Common { get; } =
    [
        .. edition.Clinic.CommonComparisons
            .Select(slugs => slugs.Select(edition.FindTreatment).OfType<TreatmentEntry>().Where(treatment => !treatment.Archived).ToList())
            .Where(treatments => treatments.Count > 1 && treatments.All(market.MayNameOnHomePage))
            .Select(treatments => new CommonComparison(edition, treatments)),
    ];

    public PageMeta Meta { get; } = new()
    {
        Title = "Compare treatments side by side",
        Description = "Compare treatments side by side: what each is, how sure we are that it helps, what could go wrong, "
            + "and what happens if you do nothing.",
        Path = "/",
    };
}

/// <summary>A set of treatments that many ask about, as the home page offers it.</summary>
public sealed class CommonComparison(Edition edition, IReadOnlyList<TreatmentEntry> treatments)
{
    private const int MostConcerns = 3;

    public ComparisonAddress Address { get; } = ComparisonAddress.Of(edition, treatments);

    public string Title { get; } = RunningText.StartUpperCase(Grammar.List(treatments.Select(RunningText.ShortNameOf)));

    /// <summary>The concerns for which all of them are offered.</summary>
    public IReadOnlyList<ConcernEntry> Concerns { get; } =
        [.. edition.Concerns.Where(concern => treatments.All(treatment => edition.ConcernsOf(treatment).Contains(concern)))];

    public string ConcernNames => Grammar.List(Concerns.Count > MostConcerns
        ? Concerns.Take(MostConcerns - 1).Select(concern => RunningText.NameOf(concern)).Append($"{Concerns.Count - MostConcerns + 1} more")
        : Concerns.Select(concern => RunningText.NameOf(concern)));
}
