using System.Globalization;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Something in a catalogue that must be put right before anyone can rely on it.</summary>
/// <param name="Path">Where it stands: <c>treatments[3].answers[2].sources[0]</c>.</param>
/// <param name="Message">What is wrong with which thing, and what to do.</param>
public sealed partial record ContentProblem(string Path, string Message)
{
    /// <summary>The row in which staff put it right, as the history names it; none for the clinic as a whole.</summary>
    public string? RowIn(ClinicContent content)
    {
        if (Place().Match(Path) is not { Success: true } place)
            return null;
        var (kind, item, part) = (place.Groups["kind"].Value, Number(place.Groups["item"]), Number(place.Groups["part"]));
        return kind switch
        {
            "treatments" when place.Groups["parts"].Value == "answers" => $"treatments/{content.Treatments[item].Slug}/answers/{content.Treatments[item].Answers[part].Criterion}",
            "treatments" when place.Groups["parts"].Value == "concerns" => $"treatments/{content.Treatments[item].Slug}/concerns/{content.Treatments[item].Concerns[part].Concern}",
            "treatments" => $"treatments/{content.Treatments[item].Slug}",
            "criteria" => $"criteria/{content.Criteria[item].Slug}",
            "concerns" => $"concerns/{content.Concerns[item].Slug}",
            "contrasts" => $"contrasts/{Contrast.HandleOf(content.Contrasts[item].Between[0], content.Contrasts[item].Between[1])}",
            "numbers" => $"numbers/{content.Numbers[item].Key}",
            "questions" => $"questions/{content.Questions[item].Key}",
            "glossary" => $"glossary/{content.Glossary[item].Slug}",
            "sources" => $"sources/{content.Sources[item].Key}",
            "clinicians" => $"clinicians/{content.Clinicians[item].Slug}",
            "groups" => $"groups/{content.Groups[item].Slug}",
            _ => null,
        };
    }

    private static int Number(Group figures) => figures.Success ? int.Parse(figures.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<kind>[a-z]+)\[(?<item>\d+)\](\.(?<parts>answers|concerns)\[(?<part>\d+)\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
