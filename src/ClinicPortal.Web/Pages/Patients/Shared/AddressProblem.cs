using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Searching;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>An address behind which there is no page: the right status, and what the reader may have meant.</summary>
public sealed record AddressProblem(int Status, string Title, string Advice) : IPatientPage
{
    private const int MostSuggestions = 5;

    public IReadOnlyList<Crumb> Suggestions { get; init; } = [];

    /// <summary>The picker with what was understood of a comparison; none where the address was no comparison.</summary>
    public PickerModel? Picker { get; init; }

    /// <summary>The clinic's, where the reader is to ask.</summary>
    public string? Telephone { get; init; }

    public PageMeta Meta => new() { Title = Title, Description = Advice, NoIndex = true };

    /// <summary>Answers for a slug behind which no live treatment or concern stands.</summary>
    /// <param name="lookup">What was found instead.</param>
    /// <param name="all">The list in which the reader may look.</param>
    /// <param name="linkTo">Name and address of an entry.</param>
    public static IActionResult Of<T>(SlugLookup<T> lookup, Crumb all, Func<T, Crumb> linkTo, Edition edition, PageModel page)
        where T : class => lookup switch
        {
            SlugLookup<T>.Renamed renamed => Moved(linkTo(renamed.Entry).Path),
            SlugLookup<T>.Archived { Entry: TreatmentEntry { Withheld: { } withheld } treatment } =>
                Hidden(treatment, withheld, edition.Clinic).Show(page),
            SlugLookup<T>.Archived archived =>
                Gone(linkTo(archived.Entry).Name, archived.ReplacedBy is { } by ? linkTo(by) : null, all).Show(page),
            SlugLookup<T>.Unknown unknown => new AddressProblem(
                StatusCodes.Status404NotFound, "There is no such page here", "Perhaps you meant one of these, or find it in the list.")
            {
                Suggestions = [.. NearTo([unknown.Slug], edition, page), all],
            }.Show(page),
            _ => throw new InvalidOperationException("An entry that was found is no problem."),
        };

    /// <summary>Answers for what is not the one address of a comparison.</summary>
    /// <param name="treatments">What stands in the path.</param>
    public static IActionResult Of(AddressOutcome outcome, string treatments, RequestEdition read, PageModel page) => outcome switch
    {
        AddressOutcome.Moved moved => Moved(moved.Address.ToString()),
        AddressOutcome.UnknownEdition => OfEdition(
            "There is no such edition",
            $"The current edition is {read.Present.Number}. Read it, or check the number at the end of the address.",
            treatments).Show(page),
        AddressOutcome.Archived { Treatment: { Withheld: { } withheld } hidden, Others: var others } =>
            (Hidden(hidden, withheld, read.Present.Clinic) with { Picker = Picked(read.Edition, others) }).Show(page),
        AddressOutcome.Unknown or AddressOutcome.Archived when read.IsPast => OfEdition(
            $"Edition {read.Edition.Number} does not hold this comparison",
            $"The current edition is {read.Present.Number}: it may describe these treatments.",
            treatments).Show(page),
        AddressOutcome.Archived { Treatment: var gone, ReplacedBy: var by, Others: var others } =>
            (Gone(gone.Name.ToString(), by is null ? null : LinkTo(by), SiteMap.Treatments) with
            {
                Picker = Picked(read.Edition, by is null ? others : [.. others, by]),
            }).Show(page),
        AddressOutcome.Unknown unknown => new AddressProblem(
            StatusCodes.Status404NotFound, "One of these treatments is not described here", AdviceOn(outcome))
        {
            Suggestions = NearTo(unknown.UnknownSlugs, read.Edition, page),
            Picker = Picked(read.Edition, unknown.Known),
        }.Show(page),
        _ => new AddressProblem(StatusCodes.Status400BadRequest, "We cannot compare these", AdviceOn(outcome))
        {
            Picker = Picked(read.Edition, KnownIn(outcome)),
        }.Show(page),
    };

    /// <summary>What to do about a choice that cannot be compared; the form and the address say the same.</summary>
    public static string AdviceOn(AddressOutcome outcome) => outcome switch
    {
        AddressOutcome.TooFew => "Choose at least two treatments to compare.",
        AddressOutcome.TooMany => "Choose four treatments at the most: more do not fit side by side.",
        AddressOutcome.Twice => "The same treatment stands there twice. Choose different ones.",
        AddressOutcome.Unknown { UnknownSlugs: var unknown } when unknown.Where(Slug.IsValid).ToList() is { Count: > 0 } named =>
            $"We do not know {RunningText.List([.. named.Select(slug => $"“{slug}”")], "or")}. Choose from the lists.",
        AddressOutcome.Unknown or AddressOutcome.Archived => "One of the treatments is not described here. Choose from the lists.",
        _ => throw new InvalidOperationException("A choice that can be compared needs no advice."),
    };

    /// <summary>The treatments that were understood.</summary>
    public static IReadOnlyList<TreatmentEntry> KnownIn(AddressOutcome outcome) => outcome switch
    {
        AddressOutcome.TooFew few => few.Known,
        AddressOutcome.TooMany many => many.Treatments,
        AddressOutcome.Twice twice => [twice.Treatment, .. twice.Others],
        AddressOutcome.Unknown unknown => unknown.Known,
        AddressOutcome.Archived archived => archived.Others,
        _ => throw new InvalidOperationException("A choice that can be compared is no problem."),
    };

    public static Crumb LinkTo(TreatmentEntry treatment) => new(treatment.Name.ToString(), $"{SiteMap.Treatments.Path}/{treatment.Slug}");

    public static Crumb LinkTo(ConcernEntry concern) => new(concern.Name.ToString(), $"{SiteMap.Concerns.Path}/{concern.Slug}");

    private ViewResult Show(PageModel page) => new()
    {
        StatusCode = Status,
        ViewName = "_AddressProblem",
        ViewData = new ViewDataDictionary<AddressProblem>(page.ViewData, this),
        TempData = page.TempData,
    };

    private static AddressProblem OfEdition(string title, string advice, string treatments) =>
        new(StatusCodes.Status404NotFound, title, advice)
        {
            Suggestions = [new("Read the current edition", ComparisonAddress.PathOf(treatments))],
        };

    /// <summary>
    /// A safety hold hides it. For now that is an answer like any other, and search engines drop the page because it asks them to; 410
    /// would say that it never comes back, which is true of what is withdrawn.
    /// </summary>
    private static AddressProblem Hidden(TreatmentEntry treatment, Withholding withheld, ClinicEntry clinic) => withheld.ForGood
        ? new(StatusCodes.Status410Gone, $"{treatment.Name} has been withdrawn", withheld.Words ?? "Ask the clinic about it.")
        {
            Telephone = clinic.Telephone,
            Suggestions = [SiteMap.Treatments],
        }
        : new(
            StatusCodes.Status200OK, $"{treatment.Name} is withheld for now",
            withheld.Words ?? "The clinic is checking what it says here about it. Ask before you decide.")
        {
            Telephone = clinic.Telephone,
            Suggestions = [SiteMap.Treatments],
        };

    private static AddressProblem Gone(string name, Crumb? replacement, Crumb all) => new(
        StatusCodes.Status410Gone, $"{name} is no longer described here",
        replacement is null ? "The clinic has taken it out." : "Read this instead.")
    {
        Suggestions = [replacement ?? all],
    };

    private static IReadOnlyList<Crumb> NearTo(IEnumerable<string> slugs, Edition edition, PageModel page) =>
    [
        .. slugs.SelectMany(slug => IndexOf(edition, page).Nearest(slug, MostSuggestions)).Distinct().Take(MostSuggestions)
            .Select(near =>
                new Crumb(near.Name, $"{(near.Kind == SearchKind.Treatment ? SiteMap.Treatments : SiteMap.Concerns).Path}/{near.Slug}")),
    ];

    private static SearchIndex IndexOf(Edition edition, PageModel page) =>
        SearchIndex.Of(edition, page.HttpContext.RequestServices.GetRequiredService<Market>());

    private static PickerModel Picked(Edition edition, IReadOnlyList<TreatmentEntry> known) =>
        new(edition, PickerModel.FieldNames.Count, [.. known.Take(PickerModel.FieldNames.Count)]);

    private static RedirectResult Moved(string address) => new(address, permanent: true, preserveMethod: true);
}
