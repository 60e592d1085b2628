using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Searching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ClinicPortal.Web.Pages;

/// <summary>An address behind which there is no page: the right status, and what the reader may have meant.</summary>
public sealed record AddressProblem(int Status, string Title, string Advice) : IPatientPage
{
    private const int MostSuggestions = 5;

    public IReadOnlyList<Crumb> Suggestions { get; init; } = [];

    /// <summary>The picker with what was understood of a comparison; none where the address was no comparison.</summary>
    public PickerModel? Picker { get; init; }

    public PageMeta Meta => new() { Title = Title, Description = Advice, NoIndex = true };

    /// <summary>Answers for a slug that is not the present slug of a live treatment or concern.</summary>
    /// <param name="section">The first part of its address: "/treatments".</param>
    public static IActionResult Of<T>(SlugLookup<T> lookup, string section, SearchKind kind, Edition edition, PageModel page)
        where T : class, IAddressedEntry
    {
        if (lookup.HasMoved)
            return Moved($"{section}/{lookup.Found!.Slug}");
        if (lookup.IsArchived)
            return Gone(lookup, section).Show(page);

        var near = edition.Search.Nearest(lookup.Slug, kind, MostSuggestions).Select(hit => new Crumb(hit.Title, $"{section}/{hit.Slug}"));
        return new AddressProblem(StatusCodes.Status404NotFound, "There is no such page here", "Perhaps you meant one of these, or find it in the list.")
        {
            Suggestions = [.. near, new($"All {section[1..]}", section)],
        }.Show(page);
    }

    public static IActionResult Of(ChoiceOutcome outcome, Edition edition, PageModel page) => outcome switch
    {
        ChoiceOutcome.Moved moved => Moved(moved.Choice.Address),
        ChoiceOutcome.Archived archived => (Gone(archived.Treatment, "/treatments") with { Picker = Picked(edition, archived.Known) }).Show(page),
        ChoiceOutcome.Unknown unknown => new AddressProblem(
            StatusCodes.Status404NotFound, "One of these treatments is not described here", "Choose from the lists. Perhaps you meant one of these.")
        {
            Suggestions =
            [
                .. unknown.Slugs.SelectMany(slug => edition.Search.Nearest(slug, SearchKind.Treatment, MostSuggestions))
                    .Select(hit => new Crumb(hit.Title, $"/treatments/{hit.Slug}")).Distinct().Take(MostSuggestions),
            ],
            Picker = Picked(edition, unknown.Known),
        }.Show(page),
        ChoiceOutcome.Refused refused => new AddressProblem(StatusCodes.Status400BadRequest, "Choose two to four treatments", AdviceOn(refused.Fault))
        {
            Picker = Picked(edition, refused.Known),
        }.Show(page),
        _ => throw new InvalidOperationException("An outcome that is not a problem."),
    };

    /// <summary>What to do about a choice that cannot be compared; the form and the address say the same.</summary>
    public static string AdviceOn(ChoiceFault fault) => fault switch
    {
        ChoiceFault.TooFew => "Choose at least two treatments to compare.",
        ChoiceFault.TooMany => "Choose four treatments at the most: more do not fit side by side.",
        ChoiceFault.Twice => "The same treatment stands there twice. Choose different ones.",
        _ => throw new InvalidOperationException($"No advice on {fault}."),
    };

    public IActionResult Show(PageModel page) => new ViewResult
    {
        StatusCode = Status,
        ViewName = "_AddressProblem",
        ViewData = new ViewDataDictionary<AddressProblem>(page.ViewData, this),
        TempData = page.TempData,
    };

    private static AddressProblem Gone<T>(SlugLookup<T> lookup, string section)
        where T : class, IAddressedEntry =>
        new(StatusCodes.Status410Gone, $"{lookup.Found!.Name} is no longer described here", lookup.ReplacedBy is null ? "The clinic has taken it out." : "Read this instead.")
        {
            Suggestions = lookup.ReplacedBy is { Archived: false } by ? [new(by.Name.ToString(), $"{section}/{by.Slug}")] : [new($"All {section[1..]}", section)],
        };

    private static PickerModel Picked(Edition edition, IReadOnlyList<TreatmentEntry> known) =>
        new(edition, PickerModel.FieldNames.Count, [.. known.Take(PickerModel.FieldNames.Count)]);

    private static RedirectResult Moved(string address) => new(address, permanent: true, preserveMethod: true);
}
