namespace ClinicPortal.Core.Searching;

/// <summary>The names and slugs of treatments and concerns, to answer an unknown one with "did you mean".</summary>
internal sealed class NearNames
{
    // Below this two names share little more than an ending such as "-therapy".
    private const double AtLeast = 0.3;

    private readonly TrigramIndex _trigrams = new();
    private readonly List<NearMatch> _matches = [];

    public NearNames(IEnumerable<SearchDocument> documents)
    {
        foreach (var document in documents)
            if (document.Kind is SearchKind.Treatment or SearchKind.Concern)
                foreach (var key in KeysOf(document))
                {
                    _trigrams.Add(key);
                    _matches.Add(new(document.Kind, document.Slug, document.Name));
                }
    }

    public IReadOnlyList<NearMatch> To(string slugOrName, int count)
    {
        var key = KeyOf(slugOrName);
        if (key.Length == 0)
            return [];
        return
        [
            .. _trigrams.Similar(key, AtLeast)
                .Select(near => (Match: _matches[near.Id], near.Similarity))
                .OrderByDescending(near => near.Similarity)
                .ThenBy(near => near.Match.Kind)
                .ThenBy(near => near.Match.Slug, StringComparer.Ordinal)
                .Select(near => near.Match)
                .Distinct()
                .Take(count),
        ];
    }

    private static IEnumerable<string> KeysOf(SearchDocument document) =>
        document.Fields.Where(field => field.Field <= SearchField.SearchName).Select(field => field.Text)
            .Append(document.Slug)
            .Concat(document.FormerSlugs)
            .Select(KeyOf)
            .Distinct();

    private static string KeyOf(string name) => SearchText.SoundOf(SearchText.Joined(name));
}
