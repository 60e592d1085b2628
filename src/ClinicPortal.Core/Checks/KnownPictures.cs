using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>The drawings that a treatment may name, by key. Whoever shows them says which there are.</summary>
public sealed record KnownPictures(IReadOnlyList<string> Keys)
{
    public static KnownPictures None { get; } = new([]);

    internal IEnumerable<ContentProblem> Check(ClinicContent content) => content.Treatments.At("treatments")
        .Where(at => at.Item.Picture is { } picture && !Keys.Contains(picture))
        .Select(at => new ContentProblem(
            $"{at.Path}.picture",
            $"There is no drawing \"{at.Item.Picture}\". "
            + (Keys.Count == 0 ? "Leave the key out." : $"Use one of {string.Join(", ", Keys)}; or leave the key out.")));
}
