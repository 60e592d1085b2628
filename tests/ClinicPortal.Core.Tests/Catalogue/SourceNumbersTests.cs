using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Tests.Catalogue;

/// <summary>A number is taken as people copy it.</summary>
public sealed class SourceNumbersTests
{
    [Theory]
    [InlineData("10.1000/wrist.1", "10.1000/wrist.1")]
    [InlineData("https://doi.org/10.1000/wrist.1", "10.1000/wrist.1")]
    [InlineData("http://dx.doi.org/10.1000/wrist.1", "10.1000/wrist.1")]
    [InlineData(" doi:10.1000/wrist.1 ", "10.1000/wrist.1")]
    [InlineData("DOI 10.1000/wrist.1", "10.1000/wrist.1")]
    [InlineData("https://example.org/10.1000/wrist.1", "https://example.org/10.1000/wrist.1")]
    [InlineData("wrist", "wrist")]
    [InlineData(null, null)]
    public void A_doi_loses_what_stands_before_it(string? typed, string? doi) => Assert.Equal(doi, SourceNumbers.Doi(typed));

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("PMID: 12345", "12345")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/12345/", "12345")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/12345/?from=list", "12345")]
    [InlineData("https://www.ncbi.nlm.nih.gov/pubmed/12345", "12345")]
    [InlineData("about 12", "about 12")]
    [InlineData(null, null)]
    public void A_pubmed_number_loses_its_address(string? typed, string? pmid) => Assert.Equal(pmid, SourceNumbers.Pmid(typed));
}
