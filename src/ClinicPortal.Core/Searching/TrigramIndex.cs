using System.Buffers;

namespace ClinicPortal.Core.Searching;

/// <summary>
/// Finds words that share many of their three-letter pieces with another word. A word is padded with two blanks before and one after,
/// so that its beginning counts most. Similarity is Dice's: twice the shared pieces over the pieces of both, 1 for the same pieces.
/// </summary>
internal sealed class TrigramIndex
{
    private readonly Dictionary<ulong, List<int>> _postings = [];
    private readonly List<int> _sizes = [];

    /// <summary>Words are numbered from 0 in the order in which they are added.</summary>
    public void Add(string word)
    {
        var id = _sizes.Count;
        var pieces = PiecesOf(word);
        _sizes.Add(pieces.Count);
        foreach (var piece in pieces)
        {
            if (!_postings.TryGetValue(piece, out var posting))
                _postings.Add(piece, posting = []);
            posting.Add(id);
        }
    }

    public List<(int Id, double Similarity)> Similar(string word, double atLeast)
    {
        var similar = new List<(int, double)>();
        if (_sizes.Count == 0)
            return similar;

        var shared = ArrayPool<int>.Shared.Rent(_sizes.Count);
        shared.AsSpan(0, _sizes.Count).Clear();
        var pieces = PiecesOf(word);
        foreach (var piece in pieces)
            if (_postings.TryGetValue(piece, out var posting))
                foreach (var id in posting)
                    shared[id]++;
        for (var id = 0; id < _sizes.Count; id++)
            if (2.0 * shared[id] / (pieces.Count + _sizes[id]) is var similarity && similarity >= atLeast)
                similar.Add((id, similarity));
        ArrayPool<int>.Shared.Return(shared);
        return similar;
    }

    private static HashSet<ulong> PiecesOf(string word)
    {
        var pieces = new HashSet<ulong>(word.Length + 1);
        var piece = ((ulong)' ' << 16) | ' ';
        for (var i = 0; i <= word.Length; i++)
        {
            piece = ((piece << 16) | (i < word.Length ? word[i] : ' ')) & 0xFFFF_FFFF_FFFF;
            pieces.Add(piece);
        }
        return pieces;
    }
}
