namespace ClinicPortal.Core.Searching;

/// <summary>A document with its score and its strongest match.</summary>
internal readonly record struct Ranked(int Document, double Score, int Word, int Field);

/// <summary>Adds up how well each document answers the words of one query.</summary>
internal sealed class QueryScorer(int documents, int words)
{
    private readonly float[] _best = new float[documents * words];
    private readonly float[] _wholeName = new float[documents];
    private readonly (float Strength, int Word, int Field)[] _strongest = new (float, int, int)[documents];

    /// <summary>Of several matches of one word in a document the best counts.</summary>
    public void Add(int document, int word, WordMatch match, int field, SearchField kind)
    {
        var strength = (float)match.Likeness * WeightOf(kind);
        if (strength > _best[document * words + word])
            _best[document * words + word] = strength;
        if (strength > _strongest[document].Strength)
            _strongest[document] = (strength, match.Word, field);
    }

    /// <summary>The whole query is a name: nothing can stand above it but the same name.</summary>
    public void AddWholeName(int document, int word, int field, SearchField kind)
    {
        var bonus = kind == SearchField.Name ? 2000 : 1000;
        if (bonus <= _wholeName[document])
            return;
        _wholeName[document] = bonus;
        _strongest[document] = (bonus, word, field);
    }

    /// <summary>
    /// Best first; equal ones by <paramref name="order"/>. A word that many documents hold says little, and a document that lacks words
    /// loses by the square of what it lacks; one with less than half of what the fullest holds is left out.
    /// </summary>
    public List<Ranked> Ranked(Comparison<int> order)
    {
        var rarity = new double[words];
        for (var word = 0; word < words; word++)
            rarity[word] = RarityOf(word);
        var total = rarity.Sum();
        var held = new double[documents];
        for (var document = 0; document < documents; document++)
            for (var word = 0; word < words; word++)
                if (_best[document * words + word] > 0)
                    held[document] += rarity[word] / total;

        var fullest = documents == 0 ? 0 : held.Max();
        var ranked = new List<Ranked>();
        for (var document = 0; document < documents; document++)
            if (held[document] > 0 && held[document] >= fullest / 2)
                ranked.Add(new(document, ScoreOf(document, rarity, held[document]), _strongest[document].Word, _strongest[document].Field));
        ranked.Sort((one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : order(one.Document, other.Document));
        return ranked;
    }

    private double RarityOf(int word)
    {
        var holding = 0;
        for (var document = 0; document < documents; document++)
            if (_best[document * words + word] > 0)
                holding++;
        return Math.Log(1 + (documents + 1.0) / (holding + 1));
    }

    private double ScoreOf(int document, double[] rarity, double held)
    {
        var score = 0.0;
        for (var word = 0; word < words; word++)
            score += rarity[word] * _best[document * words + word];
        return _wholeName[document] + score * held * held;
    }

    private static float WeightOf(SearchField field) => field switch
    {
        SearchField.Name => 12,
        SearchField.OtherName => 10,
        SearchField.Concern => 5,
        _ => 1,
    };
}
