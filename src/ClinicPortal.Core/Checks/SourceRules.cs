using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>What a source gives as its address can be one.</summary>
internal static partial class SourceRules
{
    public static IEnumerable<ContentProblem> Check(ClinicContent content)
    {
        foreach (var (source, path) in content.Sources.At("sources"))
        {
            if (source.Doi is { } doi && !Doi().IsMatch(doi))
                yield return new(path + ".doi",
                    $"\"{doi}\" is not a DOI. A DOI begins with \"10.\" and has no spaces, for example 10.1000/182.");
            if (source.Pmid is { } pmid && !Pmid().IsMatch(pmid))
                yield return new(path + ".pmid", $"\"{pmid}\" is not a PubMed number. Write only its digits, for example 23963501.");
            if (source.Url is { } url && !IsWebAddress(url))
                yield return new(path + ".url", $"\"{url}\" is not a web address. Write the whole address, starting with \"https://\".");
            if (source.Year is { } year && !SourceEntry.IsYear(year))
                yield return new(path + ".year", $"{year} is not a year of publication. Write four digits, or leave the year empty.");
        }
    }

    /// <summary>A DOI or a PubMed number belongs to one reference, in use or archived: what to do where another has it already.</summary>
    public static IEnumerable<string> Doubled(SourceEntry source, IEnumerable<SourceEntry> others) =>
        from other in others
        where other.Key != source.Key
        let number = source.Doi is not null && string.Equals(other.Doi, source.Doi, StringComparison.OrdinalIgnoreCase) ? "DOI"
            : source.Pmid is not null && other.Pmid == source.Pmid ? "PubMed number"
            : null
        where number is not null
        select $"\"{other.Reference}\" already has this {number}"
            + (other.Archived ? ", but it is archived. Restore it and cite it instead of adding another." : ". Cite that source instead.");

    /// <summary>
    /// Of each source in use that another one in use came before. A new one may also stand in the place of an archived one; a source that
    /// was there stays as it is when its double is archived.
    /// </summary>
    /// <param name="content">Those that the registry had and those of a file, together.</param>
    /// <param name="registered">Keys of those that the registry had; the others are new, and come after them.</param>
    public static IEnumerable<ContentProblem> Doubled(ClinicContent content, IReadOnlySet<string> registered) =>
        from at in content.Sources.At("sources").Index()
        let source = at.Item.Item
        where !source.Archived
        let isNew = !registered.Contains(source.Key)
        let earlier = content.Sources.Take(at.Index).Where(other => !other.Archived && registered.Contains(other.Key) != isNew)
        from problem in isNew
            ? Doubled(source, content.Sources.Where(other => registered.Contains(other.Key)))
                .Concat(Doubled(source, earlier))
            : Doubled(source, earlier)
        select new ContentProblem(at.Item.Path, problem);

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !url.Contains(' ');

    [GeneratedRegex(@"^10\.[0-9]{4,9}/\S+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Doi();

    [GeneratedRegex(@"^[0-9]{1,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pmid();
}
