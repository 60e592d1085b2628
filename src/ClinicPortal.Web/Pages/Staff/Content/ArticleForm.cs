using System.Text.RegularExpressions;
using ClinicPortal.Core.Articles;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>An article as it was pasted, where it comes from, and what is done with each of its sentences.</summary>
public sealed class ArticleForm
{
    public string? Text { get; set; }

    public string? Title { get; set; }

    public string? Author { get; set; }

    /// <summary>As the article says it.</summary>
    public string? Date { get; set; }

    public string? Url { get; set; }

    /// <summary>Cite the source of that title which is there already.</summary>
    public bool CiteKnown { get; set; }

    /// <summary>One for each sentence, in their order.</summary>
    public List<ArticleSentenceForm> Sentences { get; set; } = [];

    /// <summary>What is done with all sentences of a group, by its key.</summary>
    public Dictionary<string, ArticleGroupChoice> Groups { get; set; } = [];

    /// <summary>The entry of the registry that its sentences cite.</summary>
    public SourceForm Source() => new()
    {
        Reference = string.Join(
            ". ", new[] { Author, Title, Date }.Select(FormInput.Line).OfType<string>().Select(part => part.TrimEnd('.'))),
        Url = Url,
        Note = "An article that was imported.",
    };

    /// <summary>Whether a source has this title between its author and its date, whoever wrote it and when.</summary>
    public bool IsTitleOf(SourceEntry source) =>
        !source.Archived && FormInput.Line(Title)?.TrimEnd('.') is { } title
        && Regex.IsMatch(source.Reference, $@"(^|[.,:;]\s)[“""']?{Regex.Escape(title)}[”""']?\s*([.,;(]|$)", RegexOptions.IgnoreCase);
}

public enum ArticleGroupChoice
{
    Ticked,
    All,
    None,
}

/// <summary>Where a sentence goes.</summary>
public sealed class ArticleSentenceForm
{
    public bool Accept { get; set; }

    public string? Treatment { get; set; }

    /// <summary>The treatment that it is compared with; then it goes to the contrast of the two.</summary>
    public string? Other { get; set; }

    public string? Criterion { get; set; }

    public static ArticleSentenceForm Of(PlannedSentence sentence, bool isKnown) => new()
    {
        Accept = !isKnown && sentence is { Place: SentencePlace.Cell or SentencePlace.Contrast, Criterion: not null },
        Treatment = sentence.Treatments.ElementAtOrDefault(0)?.Slug,
        Other = sentence.Treatments.ElementAtOrDefault(1)?.Slug,
        Criterion = sentence.Criterion?.Slug,
    };
}

/// <summary>Sentences that are looked at together.</summary>
/// <param name="Key">In the form.</param>
/// <param name="Heading">For staff.</param>
/// <param name="Sentences">In the order of the article.</param>
public sealed record ArticleGroup(string Key, string Heading, IReadOnlyList<PlannedSentence> Sentences)
{
    public const string OfTwo = "-contrast";

    public const string OfClaims = "-claim";

    public const string OnlyTicked = "Only those I tick";

    public const string Whole = "All of them, ticked or not";

    /// <summary>With their names for staff.</summary>
    public static IReadOnlyList<(ArticleGroupChoice Choice, string Name)> Choices { get; } =
        [(ArticleGroupChoice.Ticked, OnlyTicked), (ArticleGroupChoice.All, Whole), (ArticleGroupChoice.None, "None of them")];

    /// <summary>Each treatment, what compares two, what claims, what advertises, and what could not be placed.</summary>
    public static IReadOnlyList<ArticleGroup> Of(ArticlePlan plan) =>
    [
        .. plan.Sentences.Where(sentence => sentence.Place == SentencePlace.Cell).GroupBy(sentence => sentence.Treatments[0].Slug)
            .Select(same => new ArticleGroup(
                same.Key, RunningText.StartUpperCase(RunningText.ShortNameOf(same.First().Treatments[0])), [.. same])),
        .. new ArticleGroup[]
        {
            new(OfTwo, "About two treatments", InPlace(plan, SentencePlace.Contrast)),
            new(OfClaims, "Claims without evidence", InPlace(plan, SentencePlace.Claim)),
            new("-promotional", "Looks like advertising", InPlace(plan, SentencePlace.Promotional)),
            new("-none", "No place found", InPlace(plan, SentencePlace.None)),
        }.Where(group => group.Sentences.Count > 0),
    ];

    private static List<PlannedSentence> InPlace(ArticlePlan plan, SentencePlace place) =>
        [.. plan.Sentences.Where(sentence => sentence.Place == place)];
}
