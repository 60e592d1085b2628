using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Words about a drawing need the drawing.</summary>
internal static class PictureRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content) => content.Treatments.At("treatments")
        .Where(at => at.Item is { Picture: null, PictureAlt: not null })
        .Select(at => new ContentProblem(
            $"{at.Path}.picture-alt", "This tells what a drawing shows, and there is none. Choose a drawing, or leave this out."));
}
