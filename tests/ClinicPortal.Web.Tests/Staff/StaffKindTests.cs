using ClinicPortal.Core.Catalogue;
using ClinicPortal.Web.Pages.Staff;

namespace ClinicPortal.Web.Tests.Staff;

/// <summary>Whatever stands in the history has a name that staff know it by, and an address.</summary>
public sealed class StaffKindTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public void A_page_of_the_staff_area_belongs_to_one_kind()
    {
        var pages = CatalogueKinds.All.Select(kind => StaffKinds.Of(kind).Page).ToList();

        Assert.Equal(pages.Count, pages.Distinct().Count());
        Assert.All(CatalogueKinds.All, kind => Assert.Equal(kind, StaffKinds.FindByPage(StaffKinds.Of(kind).Page)));
    }

    [Fact]
    public async Task Every_row_has_a_name_in_words_and_an_address()
    {
        await using var db = await StaffBrowser.StoreOf(portal);
        var names = await RowNames.OfAsync(db, StaffBrowser.Cancel);

        List<RowPath> rows =
        [
            .. CatalogueKinds.All.Select(kind => new RowPath(kind, "one-vs-other")),
            .. CatalogueKinds.Parts.Select(part => new RowPath(part.Owner, "one", part, "other")),
        ];

        Assert.All(rows, row => Assert.DoesNotContain('/', names.NameOf(row.ToString())));
        Assert.All(rows, row => Assert.Equal(row.ToString(), StaffMap.RowAt(StaffMap.Address(row.ToString()))));
    }

    [Theory]
    [InlineData("treatments/prp", "PRP: names and summary")]
    [InlineData("treatments/prp/answers/onset", "PRP: First change")]
    [InlineData("contrasts/mesotherapy-vs-prp", "Mesotherapy and PRP compared")]
    [InlineData("concerns/new", "A new concern")]
    [InlineData("conditions/tan", "The condition “A recent tan”")]
    [InlineData("glossary/placebo", "The word “placebo”")]
    [InlineData("groups/basics", "The group “Basics”")]
    [InlineData("glossary/gone", "The word “gone”")]
    [InlineData("glossary", "The order of the glossary")]
    [InlineData("clinic", "The clinic")]
    public async Task A_row_is_called_as_staff_know_it(string path, string name)
    {
        await using var db = await StaffBrowser.StoreOf(portal);

        Assert.Equal(name, (await RowNames.OfAsync(db, StaffBrowser.Cancel)).NameOf(path));
    }
}
