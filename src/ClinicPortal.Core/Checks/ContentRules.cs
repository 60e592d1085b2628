using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// What must hold of a catalogue beyond its shape: names are unique, references lead somewhere, figures make sense. The content file
/// is read by these rules, and nothing is published that breaks them.
/// </summary>
public static class ContentRules
{
    /// <summary>Every problem there is, in the order of the rules; none means that the catalogue can be stored and published.</summary>
    public static IReadOnlyList<ContentProblem> Check(ClinicContent content) =>
    [
        .. TextRules.Check(content),
        .. NameRules.Check(content),
        .. ReferenceRules.Check(content),
        .. LifeRules.Check(content),
        .. ClinicRules.Check(content),
        .. CriterionRules.Check(content),
        .. AnswerRules.Check(content),
        .. EvidenceRules.Check(content),
        .. ContrastRules.Check(content),
        .. NumberRules.Check(content),
        .. SourceRules.Check(content),
    ];

    /// <summary>What stands against publishing one cell, as far as it can be seen from the cell itself.</summary>
    public static IReadOnlyList<ContentProblem> CheckAnswer(AnswerEntry answer, CriterionEntry criterion)
    {
        var cell = new ClinicContent
        {
            Format = ClinicContent.CurrentFormat,
            Clinic = new() { Name = LocalText.English("Clinic"), Telephone = "0" },
            Criteria = [criterion],
            Treatments = [new() { Slug = "this", Name = LocalText.English("This"), Summary = LocalText.English("This"), Answers = [answer] }],
        };
        return [.. TextRules.Check(cell), .. AnswerRules.Check(cell)];
    }

    /// <summary>The items with the path at which each stands.</summary>
    internal static IEnumerable<(T Item, string Path)> At<T>(this IReadOnlyList<T> items, string path) =>
        items.Select((item, index) => (item, $"{path}[{index}]"));
}
