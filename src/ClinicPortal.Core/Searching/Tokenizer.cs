using System.Text;

namespace ClinicPortal.Core.Searching;

/// <summary>Reads a text word by word without a string for each: an index of a large clinic reads a million of them.</summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text, Span<char> buffer)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _buffer = buffer;
    private int _next;
    private int _wordLength;

    /// <summary>The word as it is searched for; good until the next one is read.</summary>
    public readonly ReadOnlySpan<char> Word => _buffer[.._wordLength];

    public int Start { get; private set; }

    /// <summary>Of the word as it is written in the text.</summary>
    public readonly int Length => _next - Start;

    public bool Read()
    {
        while (FindWord(out var ascii))
        {
            var written = _text[Start.._next];
            _wordLength = ascii ? Lower(written) : SearchText.Fold(written, _buffer);
            if (_wordLength > 1 || (_wordLength == 1 && !char.IsAsciiLetter(_buffer[0])))
                return true;
        }
        return false;
    }

    private bool FindWord(out bool ascii)
    {
        ascii = true;
        while (_next < _text.Length && WordCharsAt(_next) == 0)
            _next++;
        Start = _next;
        for (var chars = 1; _next < _text.Length && (chars = WordCharsAt(_next)) > 0; _next += chars)
            ascii &= char.IsAscii(_text[_next]) || IsApostrophe(_text[_next]);
        return _next > Start;
    }

    // How many chars at this place belong to a word. Half a surrogate pair is none.
    private readonly int WordCharsAt(int at)
    {
        var letter = _text[at];
        if (char.IsAscii(letter) || IsApostrophe(letter))
            return char.IsAsciiLetterOrDigit(letter) || IsInnerApostrophe(at) ? 1 : 0;
        Rune.DecodeFromUtf16(_text[at..], out var rune, out var chars);
        return rune != Rune.ReplacementChar && (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || IsMark(rune)) ? chars : 0;
    }

    private readonly bool IsInnerApostrophe(int at) =>
        IsApostrophe(_text[at]) && at > 0 && at + 1 < _text.Length && char.IsLetter(_text[at - 1]) && char.IsLetter(_text[at + 1]);

    private static bool IsApostrophe(char letter) => letter is '\'' or '’';

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private readonly int Lower(ReadOnlySpan<char> written)
    {
        var length = 0;
        foreach (var letter in written)
            if (length < _buffer.Length && !IsApostrophe(letter))
                _buffer[length++] = (char)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter);
        return length;
    }
}
