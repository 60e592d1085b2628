namespace ClinicPortal.Core.Searching;

/// <summary>What a hit leads to; of equal hits the earlier kind comes first.</summary>
public enum SearchKind
{
    Treatment,
    Concern,
    Term,
}

/// <summary>Where the words were found, the strongest first.</summary>
public enum SearchField
{
    /// <summary>The name or the short name.</summary>
    Name,

    OtherName,

    /// <summary>The name of a concern for which the treatment is offered.</summary>
    Concern,

    /// <summary>Anything else that is written about it.</summary>
    Text,
}

/// <summary>One result.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Slug">Of the treatment, the concern or the term.</param>
/// <param name="Name">As patients read it.</param>
/// <param name="Field">Where the strongest match stands.</param>
/// <param name="Snippet">Plain text around that match; the whole of a name.</param>
/// <param name="MatchStart">Where in <paramref name="Snippet"/> the matching words begin.</param>
/// <param name="MatchLength">Their length; 0 where nothing can be pointed at.</param>
/// <param name="Score">Only good for comparing hits of one search.</param>
public sealed record SearchHit(
    SearchKind Kind, string Slug, string Name, SearchField Field, string Snippet, int MatchStart, int MatchLength, double Score);

/// <summary>A treatment or a concern whose name or slug resembles what was asked for.</summary>
public sealed record NearMatch(SearchKind Kind, string Slug, string Name);
