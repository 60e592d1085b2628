namespace ClinicPortal.Core.Searching;

/// <summary>A document with its score and its strongest match.</summary>
/// <param name="IsWhole">The whole query is its name.</param>
/// <param name="Named">How much of the query stands in its names, from 0 to 1; a rare word is more than a common one.</param>
/// <param name="Held">How much of the query stands in it at all.</param>
internal readonly record struct Ranked(int Document, bool IsWhole, double Named, double Held, double Score, int Word, int Field);

/// <summary>Adds up how well each document answers the words of one query.</summary>
internal sealed class QueryScorer(int documents, int words)
{
    private readonly float[] _best = new float[documents * words];
    private readonly float[] _named = new float[documents * words];
    private readonly float[] _wholeName = new float[documents];
    private readonly bool[] _isOwn = new bool[documents];
    private readonly (float Strength, int Word, int Field)[] _strongest = new (float, int, int)[documents];
    private double[]? _weights;

    // A word that many documents hold says little.
    private double[] Weights => _weights ??= WeightsOf([.. Enumerable.Range(0, words).Select(RarityOf)]);

    /// <summary>Of several matches of one word in a document the best counts.</summary>
    public void Add(int document, int word, WordMatch match, int field, SearchField kind)
    {
        var (at, likeness) = (document * words + word, (float)match.Likeness);
        var strength = likeness * WeightOf(kind);
        _best[at] = Math.Max(_best[at], strength);
        if (kind != SearchField.Text)
            _named[at] = Math.Max(_named[at], likeness);
        if (strength > _strongest[document].Strength)
            _strongest[document] = (strength, match.Word, field);
        _isOwn[document] |= kind != SearchField.Treatment;
    }

    /// <summary>The whole query is a name: nothing of its kind can stand above it but the same name.</summary>
    public void AddWholeName(int document, int word, int field, SearchField kind)
    {
        var bonus = kind == SearchField.Name ? 2000 : 1000;
        if (bonus <= _wholeName[document])
            return;
        _wholeName[document] = bonus;
        _strongest[document] = (bonus, word, field);
        _isOwn[document] = true;
    }

    public bool IsNamed(int document, int word) => _named[document * words + word] > 0;

    /// <summary>How much of the query these words are.</summary>
    public double WeightOf(IEnumerable<int> asked) => asked.Distinct().Sum(word => Weights[word]);

    /// <summary>
    /// In no order. Within a kind a document that lacks words loses by the square of what it lacks; one with less than half of what the
    /// fullest holds is left out, and so is a row that holds only the name of its treatment.
    /// </summary>
    public IEnumerable<Ranked> Ranked()
    {
        var held = new double[documents];
        for (var document = 0; document < documents; document++)
            if (_isOwn[document])
                held[document] = Sum(document, word => _best[word] > 0 ? 1 : 0);
        var fullest = documents == 0 ? 0 : held.Max();
        return
            from document in Enumerable.Range(0, documents)
            where _isOwn[document] && held[document] >= fullest / 2
            let score = _wholeName[document] + Sum(document, word => _best[word]) * held[document] * held[document]
            let strongest = _strongest[document]
            select new Ranked(
                document, _wholeName[document] > 0, Sum(document, word => _named[word]), held[document], score, strongest.Word,
                strongest.Field);
    }

    private double Sum(int document, Func<int, double> of)
    {
        var sum = 0.0;
        for (var word = 0; word < words; word++)
            sum += Weights[word] * of(document * words + word);
        return sum;
    }

    private double RarityOf(int word)
    {
        var holding = 0;
        for (var document = 0; document < documents; document++)
            if (_best[document * words + word] > 0)
                holding++;
        return Math.Log(1 + (documents + 1.0) / (holding + 1));
    }

    private static double[] WeightsOf(double[] rarities) => [.. rarities.Select(rarity => rarity / rarities.Sum())];

    private static float WeightOf(SearchField field) => field switch
    {
        SearchField.Name => 12,
        SearchField.OtherName or SearchField.SearchName => 10,
        SearchField.Concern or SearchField.Treatment => 5,
        _ => 1,
    };
}
