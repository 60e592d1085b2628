using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>What a text says of one labelled part of a value: "Non-ablative: often 3 to 5. Ablative: often 1 to 3."</summary>
internal static class LabelledText
{
    /// <summary>What follows the label and its colon, up to the next label; the whole text where the label does not stand so.</summary>
    public static string Of(string text, ValuePart part, IReadOnlyList<ValuePart> parts)
    {
        if (HeadingOf(part, text) is not { } heading)
            return text;
        var end = parts.Select(other => HeadingOf(other, text)).Where(other => other?.Index > heading.Index).Min(other => other?.Index);
        return text[(heading.Index + heading.Length)..(end ?? text.Length)];
    }

    private static Match? HeadingOf(ValuePart part, string text)
    {
        if (part.Label?.ToString() is not { Length: > 0 } label)
            return null;
        var heading = Regex.Match(
            text, $@"(?<![\p{{L}}\p{{Nd}}-]){Regex.Escape(label)}\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return heading.Success ? heading : null;
    }
}
