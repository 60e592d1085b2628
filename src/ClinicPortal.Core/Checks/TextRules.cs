using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Texts say something, in a known language, in characters that every page can show, and no longer than a page can hold.</summary>
internal static partial class TextRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content) =>
        TextWalk.Of(content)
            .SelectMany(text => text.Text is LocalText prose ? Prose(prose, text.Path) : Line((string)text.Text, text.Path))
            .Concat(Lengths(content));

    private static IEnumerable<ContentProblem> Prose(LocalText prose, string path)
    {
        if (prose.Texts.Count == 0)
            yield return new(path, $"This text has no language. Write it under \"{LocalText.MainCulture}\", or leave the key out.");
        foreach (var (culture, text) in prose.Texts)
        {
            var place = $"{path}.{culture}";
            if (!CultureName().IsMatch(culture))
                yield return new(place, $"\"{culture}\" is not the name of a language. Use a name such as \"en\" or \"pt-BR\".");
            if (string.IsNullOrWhiteSpace(text))
                yield return new(place, "This text is blank. Write it, or leave the language out.");
            if (text.Length > LocalText.MaxLength)
                yield return new(place, $"This text has {text.Length} characters. Shorten it to {LocalText.MaxLength} or fewer.");
            if (text.Any(character => char.IsControl(character) && character != '\n') || HasHalfCharacter(text))
                yield return new(place, "This text holds a control character or half a character. Type it again without it.");
        }
    }

    private static IEnumerable<ContentProblem> Line(string line, string path)
    {
        // A clinic that has not been set up has no telephone number yet.
        if (string.IsNullOrWhiteSpace(line) && path != "clinic.telephone")
            yield return new(path, "This is blank. Write it, or leave the key out.");
        if (line.Length > Source.ReferenceMaxLength)
            yield return new(path, $"This has {line.Length} characters. Shorten it to {Source.ReferenceMaxLength} or fewer.");
        if (line.Any(char.IsControl) || HasHalfCharacter(line))
            yield return new(path, "This holds a line break, a control character or half a character. Type it again on one line.");
    }

    private static IEnumerable<ContentProblem> Lengths(ClinicContent content) =>
    [
        .. TooLong([content.Clinic], "clinic", clinic => clinic.Name, "name", ClinicProfile.NameMaxLength)
            .Select(problem => problem with { Path = "clinic.name" }),
        .. TooLong(content.Clinicians, "clinicians", clinician => LocalText.English(clinician.Name), "name", Clinician.NameMaxLength),
        .. TooLong(content.Groups, "groups", group => group.Name, "name", CriterionGroup.NameMaxLength),
        .. TooLong(content.Criteria, "criteria", criterion => criterion.Term, "term", ComparisonCriterion.TermMaxLength),
        .. TooLong(content.Criteria, "criteria", criterion => criterion.Question, "question", ComparisonCriterion.QuestionMaxLength),
        .. TooLong(content.Concerns, "concerns", concern => concern.Name, "name", Concern.NameMaxLength),
        .. TooLong(content.Treatments, "treatments", treatment => treatment.Name, "name", Treatment.NameMaxLength),
        .. TooLong(content.Glossary, "glossary", term => term.Term, "term", GlossaryTerm.TermMaxLength),
    ];

    private static IEnumerable<ContentProblem> TooLong<T>(
        IReadOnlyList<T> items, string path, Func<T, LocalText> text, string field, int limit) =>
        items.At(path)
            .Where(item => text(item.Item).Texts.Values.Any(value => value.Length > limit))
            .Select(item => new ContentProblem(
                $"{item.Path}.{field}", $"This {field} is too long for a page. Shorten it to {limit} characters or fewer."));

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
