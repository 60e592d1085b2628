using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Texts say something, in a known language, in characters that every page can show, and no longer than a page can hold.</summary>
internal static partial class TextRules
{
    private const string Empty = "This text is empty. Write it, or leave it out.";

    public static IEnumerable<ContentProblem> Check(ClinicContent content) =>
        ContentWalk.Of(content).SelectMany(text => text.Text is LocalText prose ? Prose(prose, text) : Line((string)text.Text, text));

    private static IEnumerable<ContentProblem> Prose(LocalText prose, ContentText at)
    {
        if (prose.Texts.Count == 0)
            yield return new(at.Path, Empty);
        if (at.Field.HasLimit && prose.Texts.Values.Any(text => text.Length > at.Field.MaxLength))
            yield return TooLong(at);
        foreach (var (culture, text) in prose.Texts)
        {
            var place = $"{at.Path}.{culture}";
            if (!CultureName().IsMatch(culture))
                yield return new(place, $"\"{culture}\" is not the name of a language. Use a name such as \"en\" or \"pt-BR\".");
            if (string.IsNullOrWhiteSpace(text))
                yield return new(place, Empty);
            if (!at.Field.HasLimit && text.Length > at.Field.MaxLength)
                yield return new(place, $"This text has {text.Length} characters. Shorten it to {at.Field.MaxLength} or fewer.");
            if (text.Any(character => char.IsControl(character) && character != '\n') || HasHalfCharacter(text))
                yield return new(place,
                    "This text contains a character that cannot be shown, perhaps from a paste. Type that part again.");
        }
    }

    private static IEnumerable<ContentProblem> Line(string line, ContentText at)
    {
        // A clinic that has not been set up has no telephone number yet.
        if (string.IsNullOrWhiteSpace(line) && at.Path != "clinic.telephone")
            yield return new(at.Path, Empty);
        // Names in addresses have rules of their own.
        if (!at.Field.IsSlug && line.Length > at.Field.MaxLength)
            yield return at.Field.HasLimit
                ? TooLong(at)
                : new(at.Path, $"This has {line.Length} characters. Shorten it to {at.Field.MaxLength} or fewer.");
        if (line.Any(char.IsControl) || HasHalfCharacter(line))
            yield return new(at.Path,
                "This text contains a line break, or a character that cannot be shown, perhaps from a paste. Type it again on one line.");
    }

    private static ContentProblem TooLong(ContentText at) => new(
        at.Path,
        $"“{RunningText.StartUpperCase(EntryField.LabelOf(at.Field.Name))}” is too long for a page. "
            + $"Shorten it to {at.Field.MaxLength} characters or fewer.");

    private static bool HasHalfCharacter(string text)
    {
        for (var index = 0; index < text.Length; index++)
            if (char.IsSurrogate(text[index]) && !(index + 1 < text.Length && char.IsSurrogatePair(text[index], text[++index])))
                return true;
        return false;
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CultureName();
}
