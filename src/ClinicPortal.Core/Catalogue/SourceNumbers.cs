using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>The numbers by which a reference is found anywhere, without what people copy along with them.</summary>
public static partial class SourceNumbers
{
    /// <summary>"https://doi.org/10.1000/x" and "doi: 10.1000/x" are 10.1000/x; anything else stays as it is.</summary>
    public static string? Doi(string? typed) => typed is null ? null : BeforeDoi().Replace(typed.Trim(), "");

    /// <summary>"PMID: 12345" and the address of a page in PubMed are 12345; anything else stays as it is.</summary>
    public static string? Pmid(string? typed) => typed is null ? null : AfterPmid().Replace(BeforePmid().Replace(typed.Trim(), ""), "");

    [GeneratedRegex(
        @"^(https?://)?((dx\.|www\.)?doi\.org/)?(doi\s*:?\s*)?(?=10\.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeDoi();

    [GeneratedRegex(
        @"^(https?://)?((pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/)?((pmid|pubmed)\s*:?\s*)?(?=[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforePmid();

    [GeneratedRegex(@"(?<=[0-9])/([?#].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex AfterPmid();
}
