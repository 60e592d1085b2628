using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Articles;

/// <summary>What articles of one language say where they answer a question.</summary>
internal sealed class ArticleCues
{
    private static readonly Lazy<IReadOnlyList<ArticleCues>> All =
        new(() => [new("en", "English", Read("en")), new("tr", "Turkish", Read("tr"))]);

    private const string SourcesKey = "sources";

    private static readonly HashSet<string> OfRoles = [.. Enum.GetValues<CriterionRole>().Select(KeyOf)];

    private readonly Dictionary<string, Topic> _topics;

    private ArticleCues(string language, string name, Dictionary<string, Topic> topics)
    {
        _topics = topics;
        (Language, LanguageName) = (language, name);
        GoesOn = Said("goes-on");
        Several = Said("several");
        Compares = Said("compares");
        Author = Said("author");
        Byline = Said("byline");
        Kind = Said("kind");
        EndsName = Said("ends-name");
        Against = Said("against");
        Defines = Said("defines");
        Months = Said("months");
        Claims = Said("claims");
    }

    /// <summary>Of its culture.</summary>
    public string Language { get; }

    /// <summary>For staff.</summary>
    public string LanguageName { get; }

    /// <summary>How a sentence begins that goes on about the treatment before.</summary>
    public IReadOnlyList<Phrase> GoesOn { get; }

    /// <summary>Two or more treatments, without their names.</summary>
    public IReadOnlyList<Phrase> Several { get; }

    public IReadOnlyList<Phrase> Compares { get; }

    public IReadOnlyList<Phrase> Author { get; }

    /// <summary>After which the name of the author stands: "by".</summary>
    public IReadOnlyList<Phrase> Byline { get; }

    /// <summary>What treatments are called: "procedure".</summary>
    public IReadOnlyList<Phrase> Kind { get; }

    /// <summary>Where a language puts what a treatment is at the end of a sentence: the last word of the name before it.</summary>
    public IReadOnlyList<Phrase> EndsName { get; }

    /// <summary>Beside the name of a treatment that is not what the sentence is about: "than".</summary>
    public IReadOnlyList<Phrase> Against { get; }

    /// <summary>After a name, where it is told what that is.</summary>
    public IReadOnlyList<Phrase> Defines { get; }

    public IReadOnlyList<Phrase> Months { get; }

    /// <summary>How good a treatment is: "effective".</summary>
    public IReadOnlyList<Phrase> Claims { get; }

    public Topic Evidence => _topics[KeyOf(CriterionRole.Evidence)];

    public Topic Sources => _topics[SourcesKey];

    public Topic SeriousRisks => _topics[KeyOf(CriterionRole.SeriousRisks)];

    /// <summary>Those of the language of which the article has most of the common words; English, where it has none.</summary>
    public static ArticleCues For(ArticleText article)
    {
        var words = article.Blocks.SelectMany(block => ArticleWords.Folded(block.Text)).CountBy(word => word).ToDictionary();
        return All.Value.MaxBy(cues => cues.Said("language").Sum(common => words.GetValueOrDefault(common.Words[0])))!;
    }

    /// <summary>By its role; a question without one by what it asks.</summary>
    public Topic? Of(CriterionEntry criterion)
    {
        if (criterion.Role is { } role)
            return _topics.GetValueOrDefault(KeyOf(role));
        var asked = new[] { criterion.Question, criterion.Term }.Concat(criterion.SearchNames)
            .SelectMany(text => text.Texts.Values).Select(text => new ArticleWords(text)).ToList();
        return _topics.Where(topic => topic.Value.Headings.Count > 0 && !OfRoles.Contains(topic.Key) && topic.Key != SourcesKey)
            .Select(topic => topic.Value)
            .FirstOrDefault(topic => topic.Headings.Any(heading => asked.Exists(words => words.Has(heading))));
    }

    private static string KeyOf(CriterionRole role) =>
        string.Concat(role.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{letter}" : $"{letter}"))
            .ToLowerInvariant();

    private IReadOnlyList<Phrase> Said(string key) => _topics[key].Sentences;

    private static Dictionary<string, Topic> Read(string language)
    {
        using var reader = new StreamReader(
            typeof(ArticleCues).Assembly.GetManifestResourceStream($"Cues.{language}.txt")
            ?? throw new InvalidOperationException($"No cues for {language}."));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => line.Split(':'))
            .ToDictionary(line => line[0].Trim(), line => new Topic(Phrases(line[1]), Phrases(line[2])));
    }

    private static IReadOnlyList<Phrase> Phrases(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Phrase.Of)];
}

/// <param name="Headings">What headings say that ask it.</param>
/// <param name="Sentences">What sentences say that answer it.</param>
internal sealed record Topic(IReadOnlyList<Phrase> Headings, IReadOnlyList<Phrase> Sentences);
