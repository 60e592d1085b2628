using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
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

    public PageMeta Meta => new() { Title = Title, Description = Advice, NoIndex = true };

    /// <summary>Answers for a slug behind which no live treatment or concern stands.</summary>
    /// <param name="lookup">What was found instead.</param>
    /// <param name="all">The list in which the reader may look.</param>
    /// <param name="linkTo">Name and address of an entry.</param>
    public static IActionResult Of<T>(SlugLookup<T> lookup, Crumb all, Func<T, Crumb> linkTo, Edition edition, PageModel page)
        where T : class => lookup switch
    {
        SlugLookup<T>.Renamed renamed => Moved(linkTo(renamed.Entry).Path),
        SlugLookup<T>.Archived archived => Gone(linkTo(archived.Entry).Name, archived.ReplacedBy is { } by ? linkTo(by) : null, all).Show(page),
        SlugLookup<T>.Unknown unknown => new AddressProblem(
            StatusCodes.Status404NotFound, "There is no such page here", "Perhaps you meant one of these, or find it in the list.")
        {
            Suggestions = [.. NearTo([unknown.Slug], edition), all],
        }.Show(page),
        _ => throw new InvalidOperationException("An entry that was found is no problem."),
    };

    public static IActionResult Of(ChoiceOutcome outcome, Edition edition, PageModel page) => outcome switch
    {
        ChoiceOutcome.Moved moved => Moved(moved.Address),
        ChoiceOutcome.Archived archived => (Gone(archived.Treatment.Name.ToString(), archived.ReplacedBy is { } by ? LinkTo(by) : null, SiteMap.Treatments) with
        {
            Picker = Picked(edition, archived.ReplacedBy is { } other ? [.. archived.Others, other] : archived.Others),
        }).Show(page),
        ChoiceOutcome.Unknown unknown => new AddressProblem(StatusCodes.Status404NotFound, "One of these treatments is not described here", AdviceOn(outcome))
        {
            Suggestions = NearTo(unknown.UnknownSlugs, edition),
            Picker = Picked(edition, unknown.Known),
        }.Show(page),
        _ => new AddressProblem(StatusCodes.Status400BadRequest, "Choose two to four treatments", AdviceOn(outcome))
        {
            Picker = Picked(edition, KnownIn(outcome)),
        }.Show(page),
    };

    /// <summary>Answers for an edition that does not exist, and for a comparison that a past edition does not hold.</summary>
    /// <param name="present">The same comparison in the present edition.</param>
    public static IActionResult OfEdition(RequestEdition read, string present, PageModel page) => new AddressProblem(
        StatusCodes.Status404NotFound,
        read.IsUnknown ? "There is no such edition" : $"Edition {read.Edition.Number} does not hold this comparison",
        read.IsUnknown ? $"The present edition is {read.Present.Number}. Read it, or check the number at the end of the address." : $"The present edition is {read.Present.Number}: it may describe these treatments.")
    {
        Suggestions = [new("Read the present edition", present)],
    }.Show(page);

    /// <summary>What to do about a choice that cannot be compared; the form and the address say the same.</summary>
    public static string AdviceOn(ChoiceOutcome outcome) => outcome switch
    {
        ChoiceOutcome.TooFew => "Choose at least two treatments to compare.",
        ChoiceOutcome.TooMany => "Choose four treatments at the most: more do not fit side by side.",
        ChoiceOutcome.Twice => "The same treatment stands there twice. Choose different ones.",
        ChoiceOutcome.Unknown or ChoiceOutcome.Archived => "One of the treatments is not described here. Choose from the lists.",
        _ => throw new InvalidOperationException("A choice that can be compared needs no advice."),
    };

    /// <summary>The treatments that were understood.</summary>
    public static IReadOnlyList<TreatmentEntry> KnownIn(ChoiceOutcome outcome) => outcome switch
    {
        ChoiceOutcome.TooFew few => few.Known,
        ChoiceOutcome.TooMany many => many.Treatments,
        ChoiceOutcome.Twice twice => [twice.Treatment, .. twice.Others],
        ChoiceOutcome.Unknown unknown => unknown.Known,
        ChoiceOutcome.Archived archived => archived.Others,
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

    private static AddressProblem Gone(string name, Crumb? replacement, Crumb all) => new(
        StatusCodes.Status410Gone, $"{name} is no longer described here", replacement is null ? "The clinic has taken it out." : "Read this instead.")
    {
        Suggestions = [replacement ?? all],
    };

    private static IReadOnlyList<Crumb> NearTo(IEnumerable<string> slugs, Edition edition) =>
    [
        .. slugs.SelectMany(slug => SearchIndex.Of(edition).Nearest(slug, MostSuggestions)).Distinct().Take(MostSuggestions)
            .Select(near => new Crumb(near.Name, $"{(near.Kind == SearchKind.Treatment ? SiteMap.Treatments : SiteMap.Concerns).Path}/{near.Slug}")),
    ];

    private static PickerModel Picked(Edition edition, IReadOnlyList<TreatmentEntry> known) =>
        new(edition, PickerModel.FieldNames.Count, [.. known.Take(PickerModel.FieldNames.Count)]);

    private static RedirectResult Moved(string address) => new(address, permanent: true, preserveMethod: true);
}
