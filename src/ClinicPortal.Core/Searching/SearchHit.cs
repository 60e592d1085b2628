using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Searching;

/// <summary>What a hit leads to; of hits that answer as much of a query the earlier kind comes first.</summary>
public enum SearchKind
{
    Concern,
    Comparison,
    Treatment,

    /// <summary>One treatment's answer to one criterion.</summary>
    Row,

    Term,
}

/// <summary>Where the words were found, the strongest first.</summary>
public enum SearchField
{
    /// <summary>The name or the short name; of a row the criterion's term or question.</summary>
    Name,

    /// <summary>Another name; of a row the name of a condition that its answer mentions.</summary>
    OtherName,

    /// <summary>A name that is found and never shown.</summary>
    SearchName,

    /// <summary>The name of a concern for which the treatment is offered.</summary>
    Concern,

    /// <summary>A name of the treatment whose row it is; no row is found by it alone.</summary>
    Treatment,

    /// <summary>Anything else that is written about it.</summary>
    Text,
}

/// <summary>One result.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Slug">
/// Of the treatment, the concern or the term; of a row its treatment's; of a comparison as they stand in its path.
/// </param>
/// <param name="Name">As patients read it.</param>
/// <param name="Field">Where the strongest match stands.</param>
/// <param name="Snippet">Plain text around that match, or what the thing says first; the whole of a name. Never a search name.</param>
/// <param name="MatchStart">Where in <paramref name="Snippet"/> the matching words begin.</param>
/// <param name="MatchLength">Their length; 0 where nothing can be pointed at.</param>
/// <param name="Score">Only good for comparing hits of one kind in one search.</param>
public sealed record SearchHit(
    SearchKind Kind, string Slug, string Name, SearchField Field, string Snippet, int MatchStart, int MatchLength, double Score)
{
    /// <summary>Slug of the criterion that a row answers.</summary>
    public string? Criterion { get; init; }

    public ComparisonAddress? Comparison { get; init; }
}

/// <summary>A treatment or a concern whose name or slug resembles what was asked for.</summary>
public sealed record NearMatch(SearchKind Kind, string Slug, string Name);
