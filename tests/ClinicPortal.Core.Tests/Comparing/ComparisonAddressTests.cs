using System.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Comparing;

public class ComparisonAddressTests
{
    private const string Pair = "mesotherapy-vs-prp";

    /// <summary>The example with a concern that has left the catalogue.</summary>
    private static readonly Edition Edition = ExampleEdition.With(content => content with
    {
        Concerns =
        [
            .. content.Concerns,
            new() { Slug = "wrinkles", Name = ExampleEntries.Text("Wrinkles"), Archived = true, ReplacedBy = "skin-rejuvenation" },
        ],
    });

    [Fact]
    public void The_canonical_address_leads_to_the_comparison()
    {
        var address = Chosen(Pair);

        Assert.Equal(["mesotherapy", "prp"], address.Treatments.Select(treatment => treatment.Slug));
        Assert.Equal("/compare/mesotherapy-vs-prp", address.ToString());
        Assert.False(address.WithoutBaseline);
    }

    [Theory]
    [InlineData("prp-vs-mesotherapy", "", "/compare/mesotherapy-vs-prp")]
    [InlineData("Mesotherapy-VS-PRP", "", "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-platelet-rich-plasma", "", "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-prp-vs-", "", "/compare/mesotherapy-vs-prp")]
    [InlineData("prp-vs-mesotherapy", "without=no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData(Pair, "without=No-Treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData(Pair, "without=no-treatment&without=no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData(Pair, "without=", "/compare/mesotherapy-vs-prp")]
    [InlineData(Pair, "without=mesotherapy", "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-no-treatment-vs-prp", "", "/compare/mesotherapy-vs-prp")]
    [InlineData("mesotherapy-vs-prp-vs-no-treatment", "without=no-treatment", "/compare/mesotherapy-vs-prp?without=no-treatment")]
    [InlineData("no-treatment-vs-mesotherapy-vs-prp-vs-no-treatment", "", "/compare/mesotherapy-vs-prp")]
    [InlineData("no-treatment-vs-prp", "", "/compare/prp-vs-no-treatment")]
    [InlineData("prp-vs-no-treatment", "without=no-treatment", "/compare/prp-vs-no-treatment")]
    [InlineData(Pair, "concern=Hair-Loss", "/compare/mesotherapy-vs-prp?concern=hair-loss")]
    [InlineData(Pair, "concern=baldness", "/compare/mesotherapy-vs-prp?concern=hair-loss")]
    [InlineData(Pair, "concern=wrinkles", "/compare/mesotherapy-vs-prp")]
    [InlineData(Pair, "concern=nonsense", "/compare/mesotherapy-vs-prp")]
    [InlineData(Pair, "concern=", "/compare/mesotherapy-vs-prp")]
    [InlineData(Pair, "concern=hair-loss&concern=acne-scars", "/compare/mesotherapy-vs-prp")]
    [InlineData(Pair, "rows=pain,onset", "/compare/mesotherapy-vs-prp?rows=onset,pain")]
    [InlineData(Pair, "rows=onset&rows=pain", "/compare/mesotherapy-vs-prp?rows=onset,pain")]
    [InlineData(Pair, "rows=nonsense", "/compare/mesotherapy-vs-prp")]
    [InlineData(
        "prp-vs-mesotherapy", "weeks=soon&edition=1&rows=pain&without=no-treatment&concern=hair-loss",
        "/compare/mesotherapy-vs-prp?concern=hair-loss&without=no-treatment&rows=pain&edition=1&weeks=soon")]
    public void Every_other_spelling_of_a_comparison_moves_to_its_one_address(string treatments, string query, string address)
    {
        var moved = Assert.IsType<AddressOutcome.Moved>(Parse(treatments, query)).Address;

        Assert.Equal(address, moved.ToString());
        Assert.All(Enum.GetValues<ComparisonPage>(), page =>
            Assert.Equal(new AddressOutcome.Moved(moved with { Page = page }), Parse(treatments, query, page)));
    }

    [Fact]
    public void No_treatment_may_be_one_of_two_and_then_it_is_the_last_option()
    {
        var address = Chosen("prp-vs-no-treatment");

        Assert.True(address.ChoosesBaseline);
        Assert.Equal(["prp", "no-treatment"], address.Treatments.Select(treatment => treatment.Slug));
    }

    [Fact]
    public void No_treatment_does_not_count_among_four()
    {
        var outcome = Parse("laser-fractional-vs-mesotherapy-vs-microneedling-vs-no-treatment-vs-prp");

        Assert.Equal(
            "/compare/laser-fractional-vs-mesotherapy-vs-microneedling-vs-prp",
            Assert.IsType<AddressOutcome.Moved>(outcome).Address.ToString());
    }

    [Fact]
    public void A_reader_can_hide_no_treatment()
    {
        var address = Chosen(Pair, "without=no-treatment");

        Assert.True(address.WithoutBaseline);
        Assert.Null(address.StandingBaseline);
        Assert.Equal("/compare/mesotherapy-vs-prp", address.Path);
        Assert.Equal("/compare/mesotherapy-vs-prp?without=no-treatment", address.ToString());
    }

    [Fact]
    public void What_is_chosen_beside_the_treatments_stands_in_the_query_in_one_order()
    {
        var address = Chosen(Pair, "weeks=4&edition=1&rows=onset,pain&without=no-treatment&concern=hair-loss");

        Assert.Equal("hair-loss", address.Concern?.Slug);
        Assert.Equal(["onset", "pain"], address.Marked.Criteria.Select(criterion => criterion.Slug));
        Assert.Equal(1, address.EditionNumber);
        Assert.Equal("4", address.Weeks);
        Assert.Equal(
            "/compare/mesotherapy-vs-prp?concern=hair-loss&without=no-treatment&rows=onset,pain&edition=1&weeks=4", address.ToString());
        Assert.Equal("/compare/mesotherapy-vs-prp?edition=1", address.Plain.ToString());
        Assert.Equal("/compare?change=mesotherapy-vs-prp&concern=hair-loss&rows=onset,pain", address.ChangeAddress);
    }

    [Theory]
    [InlineData(ComparisonPage.Sheet, "/sheet")]
    [InlineData(ComparisonPage.Standard, "/standard")]
    public void Its_other_pages_take_along_what_is_chosen_but_no_weeks(ComparisonPage page, string suffix)
    {
        var address = Chosen(Pair, "weeks=4&rows=onset&concern=hair-loss");

        var other = address with { Page = page };

        Assert.Equal($"/compare/mesotherapy-vs-prp{suffix}?concern=hair-loss&rows=onset", other.ToString());
        Assert.Equal("/compare/mesotherapy-vs-prp?concern=hair-loss&rows=onset", (other with { Page = ComparisonPage.Whole }).ToString());
        Assert.Equal(other, Assert.IsType<AddressOutcome.Chosen>(Parse(Pair, "weeks=5&rows=onset&concern=hair-loss", page)).Address);
    }

    [Fact]
    public void Weeks_stay_as_they_were_written_so_that_a_page_can_say_what_is_wrong_with_them()
    {
        Assert.Equal(" +1&<b>", Chosen(Pair, "weeks=%20%2B1%26%3Cb%3E").Weeks);
        Assert.Equal("/compare/mesotherapy-vs-prp?weeks=%20%2B1%26%3Cb%3E", Chosen(Pair, "weeks=%20%2b1%26%3cb%3e").ToString());
        Assert.Equal("", Chosen(Pair, "weeks=").Weeks);
        Assert.Equal("4,5", Chosen(Pair, "weeks=4&weeks=5").Weeks);
    }

    [Fact]
    public void Unknown_names_are_told_with_the_treatments_that_are_known()
    {
        var unknown = Assert.IsType<AddressOutcome.Unknown>(Parse("mezoterapi-vs-prp-vs-x-vs-x"));

        Assert.Equal(["mezoterapi", "x"], unknown.UnknownSlugs);
        Assert.Equal(["prp"], unknown.Known.Select(treatment => treatment.Slug));
    }

    [Theory]
    [InlineData("carbon-facial-vs-prp")]
    [InlineData("prp-vs-hollywood-peel")]
    public void An_archived_treatment_offers_its_replacement_and_is_not_compared(string treatments)
    {
        var archived = Assert.IsType<AddressOutcome.Archived>(Parse(treatments));

        Assert.Equal("carbon-facial", archived.Treatment.Slug);
        Assert.Equal("laser-fractional", archived.ReplacedBy?.Slug);
        Assert.Equal(["prp"], archived.Others.Select(treatment => treatment.Slug));
    }

    [Theory]
    [InlineData("prp-vs-prp", "prp", "")]
    [InlineData("prp-vs-mesotherapy-vs-platelet-rich-plasma", "prp", "mesotherapy")]
    [InlineData("no-treatment-vs-no-treatment-vs-prp", "no-treatment", "prp")]
    public void A_treatment_named_twice_is_named_back(string treatments, string twice, string others)
    {
        var outcome = Assert.IsType<AddressOutcome.Twice>(Parse(treatments));

        Assert.Equal(twice, outcome.Treatment.Slug);
        Assert.Equal(others, string.Join(' ', outcome.Others.Select(treatment => treatment.Slug)));
    }

    [Theory]
    [InlineData("prp", "prp")]
    [InlineData("no-treatment", "no-treatment")]
    [InlineData("", "")]
    [InlineData("-vs-", "")]
    public void One_treatment_is_too_few(string treatments, string known) => Assert.Equal(
        known, string.Join(' ', Assert.IsType<AddressOutcome.TooFew>(Parse(treatments)).Known.Select(treatment => treatment.Slug)));

    [Fact]
    public void Five_treatments_are_too_many()
    {
        var edition = SyntheticClinic.Edition(treatments: 5);

        var outcome = ComparisonAddress.Parse(edition, string.Join("-vs-", Enumerable.Range(0, 5).Select(SyntheticClinic.SlugOf)));

        Assert.Equal(5, Assert.IsType<AddressOutcome.TooMany>(outcome).Treatments.Count);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\u00a0")]
    [InlineData("../../etc/passwd")]
    [InlineData("prp vs mesotherapy")]
    [InlineData("\ud800-vs-İ")]
    public void Nonsense_is_unknown_and_no_error(string treatments) => Assert.IsType<AddressOutcome.Unknown>(Parse(treatments));

    [Theory]
    [InlineData("edition=2")]
    [InlineData("edition=0")]
    [InlineData("edition=01")]
    [InlineData("edition=%201")]
    [InlineData("edition=")]
    [InlineData("edition=1&edition=1")]
    [InlineData("edition=99999999999999999999")]
    public void Another_edition_than_the_one_that_is_read_is_looked_for_first(string query) =>
        Assert.IsType<AddressOutcome.UnknownEdition>(Parse("nonsense-vs-prp", query));

    [Fact]
    public void Without_a_described_baseline_nothing_can_be_hidden()
    {
        var edition = ExampleEdition.With(content =>
            content with { Treatments = [.. content.Treatments.Where(treatment => !treatment.Baseline)] });

        Assert.Equal(
            "/compare/mesotherapy-vs-prp",
            Assert.IsType<AddressOutcome.Moved>(ComparisonAddress.Parse(edition, Pair, Without)).Address.ToString());
        Assert.IsType<AddressOutcome.Chosen>(ComparisonAddress.Parse(edition, Pair));

        static IReadOnlyList<string> Without(string key) => key == ComparisonAddress.WithoutKey ? ["no-treatment"] : [];
    }

    [Fact]
    public void An_address_needs_two_to_four_different_treatments()
    {
        TreatmentEntry[] one = [ExampleEdition.Treatment("prp")];

        Assert.Throws<ArgumentException>(() => ComparisonAddress.Of(Edition, one));
        Assert.Throws<ArgumentException>(() => ComparisonAddress.Of(Edition, [.. one, .. one]));
    }

    /// <summary>A route has to spell it out; everything else takes it from <see cref="ComparisonAddress"/>.</summary>
    [Fact]
    public void Nobody_else_builds_an_address()
    {
        var source = Path.Combine(SampleClinic.RepositoryRoot(), "src");
        var lines =
            from file in Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories)
            from line in File.ReadLines(file).Select(line => line.Trim())
            where line.Contains("/compare", StringComparison.Ordinal)
                && !line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("@page ", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line}";

        Assert.Equal(["ComparisonAddress.cs: public const string PickerPath = \"/compare\";"], lines);
    }

    private static AddressOutcome Parse(string treatments, string query = "", ComparisonPage page = ComparisonPage.Whole)
    {
        var values = HttpUtility.ParseQueryString(query);
        return ComparisonAddress.Parse(Edition, treatments, key => values.GetValues(key) ?? [], page);
    }

    private static ComparisonAddress Chosen(string treatments, string query = "") =>
        Assert.IsType<AddressOutcome.Chosen>(Parse(treatments, query)).Address;
}
