using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Testing;
using ClinicPortal.Web.Tests.Staff;
using ClinicPortal.Web.Html;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace ClinicPortal.Web.Tests.Pages;

public sealed class PictureTests(PortalFactory portal, MarketTests.British british)
    : IClassFixture<PortalFactory>, IClassFixture<MarketTests.British>
{
    public static TheoryData<string> Treatments => [.. SampleClinic.Content.Treatments.Select(treatment => treatment.Slug)];

    [Theory]
    [MemberData(nameof(Treatments))]
    public async Task Every_treatment_of_the_sample_has_its_drawing_on_its_page(string slug)
    {
        var drawing = Assert.Single((await portal.GetPage($"/treatments/{slug}")).QuerySelectorAll("main svg.picture"));

        Assert.Equal("true", drawing.GetAttribute("aria-hidden"));
        Assert.Equal(("none", "currentColor"), (drawing.GetAttribute("fill"), drawing.GetAttribute("stroke")));
    }

    [Fact]
    public async Task Staff_choose_a_drawing_by_what_it_shows_and_see_it()
    {
        var nora = await StaffBrowser.SignedInAsync(portal, "Nora Nurse");
        var page = await nora.PageAsync("/staff/treatments/prp");

        var names = page.QuerySelectorAll("#picture option").Skip(1).Select(one => one.TextContent).ToList();
        Assert.Equal(SampleClinic.Pictures.Keys.Count, names.Distinct().Count());
        Assert.Equal(names, page.QuerySelectorAll(".drawings li:has(svg)").Select(one => one.TextContent.Trim()));
        // A file's own name says nothing to people, and a title inside a drawing would be shown over the page.
        Assert.DoesNotContain(names, name => SampleClinic.Pictures.Keys.Contains(name));
        Assert.Null(page.QuerySelector("svg title"));
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void A_drawing_without_a_title_is_called_by_the_words_of_its_file()
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            var folder = root.CreateSubdirectory(TreatmentPictures.Folder).FullName;
            File.WriteAllText(Path.Combine(folder, "laser-fractional.svg"), "<svg><path/></svg>");
            using var files = new PhysicalFileProvider(root.FullName);

            Assert.Equal("Laser fractional", Assert.Single(new TreatmentPictures(files).All).Name);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_drawing_that_tells_something_is_an_image_with_these_words()
    {
        await using var clinic = new PortalFactory();
        _ = clinic.Reader;
        Show(clinic, "prp", LocalText.English("Blood is \"spun\" & given back."));

        var drawing = (await clinic.GetPage("/treatments/prp")).QuerySelector("svg.picture")!;

        Assert.Equal(("img", null), (drawing.GetAttribute("role"), drawing.GetAttribute("aria-hidden")));
        Assert.Equal("Blood is \"spun\" & given back.", drawing.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Without_a_drawing_or_with_one_that_is_gone_the_page_stands_without()
    {
        await using var clinic = new PortalFactory();
        _ = clinic.Reader;
        Show(clinic, null, null);
        Assert.Null((await clinic.GetPage("/treatments/prp")).QuerySelector("svg.picture"));

        Show(clinic, "gone", null);
        Assert.Null((await clinic.GetPage("/treatments/prp")).QuerySelector("svg.picture"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/treatments")]
    [InlineData("/concerns/wrinkles-dynamic")]
    [InlineData("/search?q=wrinkles")]
    public async Task Where_the_market_withholds_a_name_no_page_but_its_own_draws_it(string address)
    {
        Assert.NotNull((await british.GetPage("/treatments/botulinum")).QuerySelector("svg.picture"));
        Assert.Empty((await british.GetPage(address)).QuerySelectorAll("svg.picture"));
    }

    private static void Show(PortalFactory clinic, string? picture, LocalText? alt) =>
        clinic.Services.GetRequiredService<CurrentEdition>().Replace(new Edition(
            clinic.Services.GetRequiredService<CurrentEdition>().Edition.Number + 1, DateTimeOffset.UnixEpoch, SampleClinic.Content with
            {
                Treatments =
                [
                    .. SampleClinic.Content.Treatments.Select(
                        one => one.Slug == "prp" ? one with { Picture = picture, PictureAlt = alt } : one),
                ],
            }));
}
