using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Markets;
using ClinicPortal.Core.Searching;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Searching;

public class SearchIndexTests
{
    private static readonly SearchIndex Index = SearchIndex.Of(ExampleEdition.Edition, KnownMarkets.None);

    [Theory]
    [InlineData("mezoterapi", "mesotherapy")]
    [InlineData("platlet plasma", "prp")]
    [InlineData("prp", "prp")]
    [InlineData("micro needling", "microneedling")]
    [InlineData("microneedeling", "microneedling")]
    [InlineData("lazer", "laser-fractional")]
    [InlineData("watchfull waiting", "no-treatment")]
    [InlineData("hairloss", "hair-loss")]
    [InlineData("hair-loss", "hair-loss")]
    [InlineData("HAİR LOSS", "hair-loss")]
    [InlineData("alopecia", "hair-loss")]
    [InlineData("platlets", "platelets")]
    [InlineData("doing nothing", "no-treatment")]
    public void What_people_type_finds_what_they_mean(string query, string slug) =>
        Assert.Equal(slug, Index.Find(query)[0].Slug);

    [Fact]
    public void A_misspelt_medicine_is_found()
    {
        var edition = WithTreatments(("botulinum", "Botulinum toxin type A"), ("ha-filler", "Hyaluronic acid filler"));

        Assert.Equal("botulinum", SearchIndex.Of(edition, KnownMarkets.None).Find("botulnum")[0].Slug);
    }

    [Fact]
    public void A_name_comes_before_a_concern_and_a_concern_before_prose()
    {
        var hits = Index.Find("scars");

        Assert.Equal(
            [
                "acne-scars:Name", "laser-fractional:Concern", "mesotherapy:Concern", "microneedling:Concern",
                "laser-fractional#evidence:Text", "laser-fractional#serious-risks:Text", "microneedling#evidence:Text",
                "microneedling#serious-risks:Text",
            ],
            hits.Select(hit => $"{Place(hit)}:{hit.Field}"));
        Assert.Equal(SearchField.Text, Assert.Single(Index.Find("centrifuge spun blood"), hit => Place(hit) == "prp#process").Field);
    }

    [Fact]
    public void A_treatment_offered_for_skin_comes_before_one_that_only_mentions_it() =>
        // Microneedling is called skin needling too, so the word does not tell its rows apart.
        Assert.Equal(
            [
                "skin-rejuvenation", "microneedling", "mesotherapy", "prp", "laser-fractional", "mesotherapy#serious-risks",
            ],
            Index.Find("skin").Select(Place));

    [Fact]
    public void Another_word_for_a_condition_finds_what_mentions_it_and_is_not_shown()
    {
        var edition = ExampleEdition.With(content => content with
        {
            Conditions =
            [
                new() { Slug = "scars", Name = Text("Raised scars"), SearchNames = [Text("keloids")] },
                new() { Slug = "gone", Name = Text("Gone"), SearchNames = [Text("vanishing")], Archived = true },
            ],
            Treatments =
                [.. content.Treatments.Select(treatment => treatment.Slug == "prp" ? Mentioning(treatment, "scars", "gone") : treatment)],
        });

        var hit = Assert.Single(SearchIndex.Of(edition, KnownMarkets.None).Find("keloids"));

        Assert.Equal(("prp#evidence", "Raised scars", 0), (Place(hit), hit.Snippet, hit.MatchLength));
        Assert.Empty(SearchIndex.Of(edition, KnownMarkets.None).Find("vanishing"));

        static TreatmentEntry Mentioning(TreatmentEntry treatment, params string[] conditions) => treatment with
        {
            Answers =
            [
                treatment.Answers[0] with
                {
                    Conditions =
                        [.. conditions.Select(slug => new AnswerConditionEntry { Condition = slug, Means = ConditionMeaning.AskFirst })],
                },
                .. treatment.Answers.Skip(1),
            ],
        };
    }

    [Fact]
    public void Treatments_for_hair_loss_are_found_however_it_is_written() =>
        Assert.Equal(["hair-loss", "mesotherapy", "prp"], Index.Find("hairloss").Select(Place));

    [Fact]
    public void What_stands_after_two_hundred_characters_is_not_read() =>
        Assert.Empty(Index.Find(new string('-', SearchIndex.MaxQueryLength) + "prp"));

    [Fact]
    public void What_holds_all_words_comes_before_what_holds_some() =>
        Assert.Equal("laser-fractional", Index.Find("fractional laser for acne scars")[0].Slug);

    [Fact]
    public void A_hit_shows_the_words_around_its_match_without_Markdown()
    {
        var hit = Index.Find("reviews").Single();

        Assert.Equal("We are not sure it works. Reviews found no clear proof.", hit.Snippet);
        Assert.Equal("Reviews", hit.Snippet.Substring(hit.MatchStart, hit.MatchLength));
    }

    [Fact]
    public void A_long_text_is_cut_at_words_around_its_match()
    {
        var filling = string.Concat(Enumerable.Repeat("nothing of note here ", 20));
        var edition = WithTreatments(("a", "Alpha"));
        var longText = ExampleEdition.Of(edition.Content with
        {
            Treatments = [edition.Content.Treatments[0] with { Summary = Text($"{filling}then **hyaluronidase** dissolves it {filling}") }],
        });

        var hit = SearchIndex.Of(longText, KnownMarkets.None).Find("hyaluronidase").Single();

        Assert.StartsWith("… ", hit.Snippet);
        Assert.EndsWith(" …", hit.Snippet);
        Assert.InRange(hit.Snippet.Length, 100, 170);
        Assert.Equal("hyaluronidase", hit.Snippet.Substring(hit.MatchStart, hit.MatchLength));
        Assert.DoesNotContain("*", hit.Snippet);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?*%_'\"<>")]
    [InlineData("\0\u0001\u001b")]
    [InlineData("\ud800\udfff\ud800")]
    [InlineData("a")]
    [InlineData("zzzzqqqq xxxxwwww")]
    public void What_means_nothing_finds_nothing(string? query) => Assert.Empty(Index.Find(query));

    [Fact]
    public void However_long_a_query_is_it_is_read_to_its_longest_length_and_no_further()
    {
        var endless = string.Concat(Enumerable.Repeat("prp ", 10_000));
        var late = "prp".PadRight(SearchIndex.MaxQueryLength) + "mesotherapy";

        Assert.NotEmpty(Index.Find(endless));
        Assert.Equal(Index.Find(endless[..SearchIndex.MaxQueryLength]), Index.Find(endless));
        Assert.Equal(Index.Find("prp"), Index.Find(late));
        Assert.Empty(Index.Find(new string('x', 10_000)));
    }

    [Fact]
    public void Whatever_is_typed_is_answered_with_at_most_fifty_hits_that_point_into_their_snippets() =>
        Gen.Select(Gen.String, Gen.Int[0, 3]).Sample((noise, repeated) =>
        {
            var hits = Index.Find(string.Concat(Enumerable.Repeat("skin ", repeated)) + noise);

            return hits.Count <= SearchIndex.MaxHits
                && hits.All(hit => hit.MatchStart >= 0 && hit.MatchStart + hit.MatchLength <= hit.Snippet.Length);
        });

    [Fact]
    public void There_are_at_most_fifty_hits() =>
        Assert.Equal(SearchIndex.MaxHits, SearchIndex.Of(SyntheticClinic.Edition(treatments: 100), KnownMarkets.None).Find("co").Count);

    [Fact]
    public void A_treatment_that_was_archived_is_not_found() =>
        Assert.DoesNotContain(Index.Find("carbon facial"), hit => hit.Slug == "carbon-facial");

    [Fact]
    public void Searching_for_a_treatments_own_name_finds_it_first()
    {
        foreach (var edition in new[] { ExampleEdition.Edition, SyntheticClinic.Edition(treatments: 200) })
            foreach (var treatment in edition.Treatments)
                foreach (var name in new[] { treatment.Name, treatment.ShortName ?? treatment.Name })
                    Assert.Equal(treatment.Slug, SearchIndex.Of(edition, KnownMarkets.None).Find(name.ToString())[0].Slug);
    }

    [Fact]
    public void Whatever_treatments_are_called_each_is_first_under_its_own_name() =>
        Gen.String[Gen.Char["abcdefgç éôßİı-'(2"], 3, 25].Array[2, 8].Sample(drawn =>
        {
            var names = drawn.Where(name => SearchText.Words(name).Count > 0).DistinctBy(SearchText.Joined).ToArray();
            var edition = WithTreatments([.. names.Select((name, i) => ($"t{i}", name))]);

            return names.Select((name, i) => SearchIndex.Build(edition, KnownMarkets.None).Find(name)[0].Slug == $"t{i}")
                .All(first => first);
        }, iter: 300);

    [Fact]
    public void The_same_edition_and_query_have_the_same_answer()
    {
        var edition = SyntheticClinic.Edition(treatments: 50);

        Assert.Equal(
            SearchIndex.Build(edition, KnownMarkets.None).Find("corba ros"),
            SearchIndex.Build(edition, KnownMarkets.None).Find("corba ros"));
        Assert.Same(SearchIndex.Of(edition, KnownMarkets.None), SearchIndex.Of(edition, KnownMarkets.None));
    }

    [Theory]
    [InlineData("mezoterapi", "mesotherapy")]
    [InlineData("micro-needling", "microneedling")]
    [InlineData("platelet-plasma", "prp")]
    [InlineData("hair-los", "hair-loss")]
    public void An_unknown_slug_is_answered_with_the_nearest_names(string slug, string nearest) =>
        Assert.Equal(nearest, Index.Nearest(slug, 3)[0].Slug);

    [Fact]
    public void Names_that_resemble_nothing_have_no_near_match()
    {
        Assert.Empty(Index.Nearest("qqq", 3));
        Assert.Empty(Index.Nearest("", 3));
        Assert.Single(Index.Nearest("micro-needling", 1));
    }

    [Fact]
    public void A_search_name_finds_its_thing_and_is_not_shown()
    {
        var index = IndexOf(content => content with
        {
            Concerns = [.. content.Concerns.Select(one => one.Slug == "hair-loss" ? one with { SearchNames = [Turkish("kellik")] } : one)],
            Treatments =
            [
                .. content.Treatments.Select(one => one.Slug == "prp" ? one with { SearchNames = [Text("vampire facial")] } : one),
            ],
            Criteria = [.. content.Criteria.Select(one => one.Slug == "pain" ? one with { SearchNames = [Text("ouch")] } : one)],
        });

        Assert.Equal(["hair-loss"], index.Find("kellik").Select(Place));
        Assert.Equal(["prp"], index.Find("vampire facial").Select(Place));
        Assert.All(index.Find("ouch"), hit => Assert.Equal("pain", hit.Criterion));
        foreach (var query in new[] { "kellik", "vampire facial", "ouch" })
            Assert.All(index.Find(query), hit => Assert.DoesNotContain(query, $"{hit.Name} {hit.Snippet}", StringComparison.Ordinal));

        static LocalText Turkish(string text) => new([new("tr", text)]);
    }

    [Fact]
    public void One_word_of_a_long_search_name_says_no_more_than_prose_and_two_in_a_row_name_it()
    {
        var index = IndexOf(content => content with
        {
            Concerns = [new() { Slug = "dimples", Name = Text("Dimples"), SearchNames = [Text("orange peel skin")] }],
            Treatments = [new() { Slug = "peel", Name = Text("Strong chemical peel"), Summary = Text("A peel.") }],
            Contrasts = [],
            Numbers = [],
        });

        Assert.Equal("peel", index.Find("peel")[0].Slug);
        Assert.Equal("dimples", index.Find("orange peel")[0].Slug);
    }

    [Theory]
    [InlineData("hair loss pain", "chair")]
    [InlineData("hair loss pain", "lose")]
    [InlineData("microneedling", "needing")]
    [InlineData("mesotherapy", "therapist")]
    [InlineData("PRP", "pip")]
    public void A_word_that_only_looks_like_a_name_is_no_misspelling_of_it(string name, string query) =>
        Assert.Empty(SearchIndex.Of(WithTreatments(("it", name)), KnownMarkets.None).Find(query));

    [Fact]
    public void A_word_that_the_clinic_itself_writes_is_no_misspelling()
    {
        var edition = ExampleEdition.With(content => content with
        {
            Treatments =
            [
                new() { Slug = "numbing", Name = Text("Numbing"), Summary = Text("A cream.") },
                new() { Slug = "other", Name = Text("Other"), Summary = Text("It is nubbing.") },
            ],
            Contrasts = [],
            Numbers = [],
            Concerns = [],
            Glossary = [],
        });

        Assert.Equal("numbing", SearchIndex.Of(edition, KnownMarkets.None).Find("numbbing")[0].Slug);
        Assert.Equal(["other"], SearchIndex.Of(edition, KnownMarkets.None).Find("nubbing").Select(hit => hit.Slug));
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("ie")]
    [InlineData("de")]
    [InlineData("tr")]
    public void Where_a_market_withholds_a_name_search_finds_it_by_none_of_its_names(string market)
    {
        var index = SearchIndex.Of(SampleClinic.Edition, KnownMarkets.Find(market)!);

        foreach (var query in new[] { "botox", "botulinum", "Botulinum toxin type A", "botulinm", "botox or fillers", "botox pain" })
            Assert.DoesNotContain(index.Find(query), hit => hit.Slug.Contains("botulinum", StringComparison.Ordinal));
        Assert.DoesNotContain(index.Nearest("botulinm", 3), near => near.Slug == "botulinum");
        Assert.Equal("botulinum", SearchIndex.Of(SampleClinic.Edition, KnownMarkets.None).Nearest("botulinm", 3)[0].Slug);
        Assert.Equal("mesotherapy", index.Find("mezoterapi")[0].Slug);
    }

    private static string Place(SearchHit hit) => hit.Criterion is null ? hit.Slug : $"{hit.Slug}#{hit.Criterion}";

    private static SearchIndex IndexOf(Func<ClinicContent, ClinicContent> change) =>
        SearchIndex.Of(ExampleEdition.With(change), KnownMarkets.None);

    private static Edition WithTreatments(params (string Slug, string Name)[] treatments) => ExampleEdition.With(content => content with
    {
        Treatments = [.. treatments.Select(treatment =>
            new TreatmentEntry { Slug = treatment.Slug, Name = Text(treatment.Name), Summary = Text("Nothing to say.") })],
        Contrasts = [],
        Numbers = [],
        Concerns = [],
    });
}
