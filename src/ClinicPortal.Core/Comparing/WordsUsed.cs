using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Core.Comparing;

/// <summary>The words of the glossary that the answers of a comparison use, so that they are explained where they stand.</summary>
public static class WordsUsed
{
    /// <returns>In the glossary's order.</returns>
    public static IReadOnlyList<GlossaryTermEntry> In(Comparison comparison, Edition edition)
    {
        var texts = comparison.Rows.SelectMany(row => row.Cells).Select(cell => cell.Answer?.Text).OfType<LocalText>().Select(text => PlainText.Of(text.ToString())).ToList();
        return [.. edition.Content.Glossary.Where(term => term.OtherForms.Prepend(term.Term).Any(form => texts.Any(text => Uses(text, form.ToString()))))];
    }

    /// <summary>A form inside another word is not used.</summary>
    public static bool Uses(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + form.Length == text.Length || !char.IsLetterOrDigit(text[at + form.Length])))
                return true;
        return false;
    }
}
