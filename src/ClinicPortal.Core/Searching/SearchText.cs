using System.Globalization;
using System.Text;

namespace ClinicPortal.Core.Searching;

/// <summary>Brings text into the form in which it is searched: no accents, no capitals, no marks, words of letters and digits.</summary>
internal static class SearchText
{
    public static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                continue;

            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Folded(rune));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    // Letters that Unicode does not take apart, as people without them on the keyboard write them.
    private static string Folded(Rune rune) => rune.Value switch
    {
        'ı' or 'İ' => "i",
        'ß' => "ss",
        'ø' or 'Ø' => "o",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
