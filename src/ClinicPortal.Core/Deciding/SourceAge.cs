using System.Globalization;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Deciding;

/// <summary>How old the sources of a page or of an option were when its edition was published.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Newest">The latest year; none where no source states one.</param>
/// <param name="Old">Those of a year more than <see cref="Years"/> before the edition.</param>
/// <param name="WithoutYear">Those whose age is not known.</param>
public sealed record SourceAge(int Count, int? Newest, int Old, int WithoutYear)
{
    public const int Years = 10;

    public static SourceAge Of(IReadOnlyCollection<SourceEntry> sources, int editionYear) => new(
        sources.Count, sources.Max(source => source.Year),
        sources.Count(source => editionYear - source.Year > Years), sources.Count(source => source.Year is null));

    /// <summary>"The newest of 14 sources is from 2024; 2 are older than 10 years; 3 give no year."</summary>
    public string Words => (Count, Newest) switch
    {
        (0, _) => "No source is named.",
        (1, null) => "The one source gives no year.",
        (_, null) => Of($"None of {Count} sources gives a year."),
        (1, _) => Of($"The one source is from {Newest}{(Old > 0 ? $", more than {Years} years before this edition" : "")}."),
        _ => Of($"The newest of {Count} sources is from {Newest}; {Ages}."),
    };

    private string Ages => (Old, WithoutYear) switch
    {
        (0, 0) => Of($"none is older than {Years} years"),
        (_, 0) => OldOnes,
        (0, _) when Count - WithoutYear == 1 => Undated,
        (0, _) => Of($"{Undated}; none of the others is older than {Years} years"),
        _ => $"{OldOnes}; {Undated}",
    };

    private string OldOnes => Of($"{Old} {(Old == 1 ? "is" : "are")} older than {Years} years");

    private string Undated => Of($"{WithoutYear} {(WithoutYear == 1 ? "gives" : "give")} no year");

    private static string Of(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
