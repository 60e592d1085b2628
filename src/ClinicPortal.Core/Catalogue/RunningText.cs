using System.Globalization;

namespace ClinicPortal.Core.Catalogue;

/// <summary>Names and lists as they stand inside an English sentence.</summary>
public static class RunningText
{
    /// <summary>As a sentence needs it: "PRP", "mesotherapy", "a hair transplant".</summary>
    public static string NameOf(TreatmentEntry treatment) => treatment.InSentence?.ToString() ?? ShortNameOf(treatment);

    /// <summary>As a title needs it: "hair transplant"; of a full name only what stands before brackets, a comma or a colon.</summary>
    public static string ShortNameOf(TreatmentEntry treatment) => treatment.ShortName is { } name
        ? StartLowerCase(name.ToString())
        : Called(treatment.Name);

    /// <summary>Of one answer: "Microneedling: Price".</summary>
    public static string NameOf(TreatmentEntry treatment, CriterionEntry criterion) =>
        $"{StartUpperCase(ShortNameOf(treatment))}: {criterion.Term}";

    /// <summary>"2 December 2026".</summary>
    public static string NameOf(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Dark patches: melasma, marks" is called "dark patches".</summary>
    public static string NameOf(ConcernEntry concern) => Called(concern.Name);

    /// <summary>As it stands before "is not known": "how soon a change might be seen".</summary>
    public static string NameOf(CriterionEntry criterion) => criterion.InSentence?.ToString() ?? $"the answer to “{criterion.Question}”";

    /// <summary>"a session", "an appointment".</summary>
    public static string WithArticle(string noun) => $"{(noun.Length > 0 && "aeiouAEIOU".Contains(noun[0]) ? "an" : "a")} {noun}";

    /// <summary>What a certainty compares a treatment with: "no treatment or a dummy treatment".</summary>
    public static string ComparatorOf(TreatmentEntry? baseline) =>
        $"{(baseline is null ? "doing nothing" : NameOf(baseline))} or a dummy treatment";

    /// <summary>As many whole words of a text as there is room for.</summary>
    public static string Beginning(string text, int most) =>
        text.Length <= most ? text : text[..(text.LastIndexOf(' ', most) is > 0 and var end ? end : most)] + " …";

    /// <summary>"0 days", "1 day", "1,200 days".</summary>
    public static string Count(long count, string noun) => CountOf(count, noun, $"{noun}s");

    /// <summary>"1 differs", "3 differ".</summary>
    public static string CountOf(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many)}");

    /// <summary>"a", "a or b", "a, b or c".</summary>
    public static string List(IReadOnlyList<string> items, string lastJoin) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} {lastJoin} {items[^1]}";

    /// <summary>
    /// A first word that holds a digit or a second capital keeps its capital: "PRP", "CO2 laser" and "HA filler" are not "pRP".
    /// </summary>
    public static string StartLowerCase(string text)
    {
        for (var i = 1; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
            if (char.IsUpper(text[i]) || char.IsDigit(text[i]))
                return text;
        return text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
    }

    public static string StartUpperCase(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Called(LocalText name)
    {
        var full = name.ToString();
        var end = full.AsSpan().IndexOfAny(",:(");
        return StartLowerCase((end > 0 ? full[..end] : full).Trim());
    }
}
