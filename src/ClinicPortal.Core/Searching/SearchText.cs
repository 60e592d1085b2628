using System.Globalization;
using System.Text;

namespace ClinicPortal.Core.Searching;

/// <summary>One word of a text as it is searched for, and where it stands in the text.</summary>
public readonly record struct SearchWord(string Word, int Start, int Length);

/// <summary>
/// What searching regards as the same: case, accents and other spellings of a letter do not count ("Ø" is "o", "ß" is "ss", "ı" is "i",
/// "₂" is "2"), everything that is neither letter nor digit separates words, except an apostrophe inside one ("crow's" is "crows").
/// A single Latin letter is noise and no word.
/// </summary>
public static class SearchText
{
    /// <summary>Longer words are cut; nobody types them, and their cost is bounded.</summary>
    public const int MaxWordLength = 40;

    public static List<SearchWord> Words(string text)
    {
        var words = new List<SearchWord>();
        for (var reader = new Tokenizer(text, stackalloc char[MaxWordLength]); reader.Read();)
            words.Add(new(reader.Word.ToString(), reader.Start, reader.Length));
        return words;
    }

    /// <summary>The words without the spaces between them: one key for "hair loss", "hair-loss" and "hairloss".</summary>
    public static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        for (var reader = new Tokenizer(text, stackalloc char[MaxWordLength]); reader.Read();)
            joined.Append(reader.Word);
        return joined.ToString();
    }

    /// <summary>
    /// Roughly how a word sounds, so that other languages' spellings meet ("mezoterapi" and "mesotherapy", "lazer" and "laser",
    /// "celulite" and "cellulite"): ph is f, th is t, z is s, y is i, c is s or k, doubled letters are single.
    /// </summary>
    public static string SoundOf(string word)
    {
        var sound = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var letter = word[i] switch
            {
                'p' when next == 'h' => 'f',
                'z' => 's',
                'y' => 'i',
                'q' => 'k',
                'c' when next is 'e' or 'i' or 'y' => 's',
                'c' => 'k',
                'a' or 'o' when next == 'e' => 'e',
                var other => other,
            };
            if (word[i] is 'p' or 't' && next == 'h')
                i++;
            if (sound.Length == 0 || sound[^1] != letter)
                sound.Append(letter);
        }
        return sound.ToString();
    }

    /// <summary>Writes a word that is not plain ASCII into <paramref name="into"/> and returns how much of it was needed.</summary>
    internal static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var letter in word.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant())
            foreach (var folded in char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark ? "" : Spelt(letter))
                if (length < into.Length && (char.IsLetterOrDigit(folded) || char.IsSurrogate(folded)))
                    into[length++] = folded;
        return length;
    }

    private static string Spelt(char letter) => letter switch
    {
        'ß' => "ss",
        'ı' => "i",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        _ => letter.ToString(),
    };
}
