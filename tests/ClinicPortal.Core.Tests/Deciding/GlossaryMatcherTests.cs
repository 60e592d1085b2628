using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.ExampleEntries;

namespace ClinicPortal.Core.Tests.Deciding;

public class GlossaryMatcherTests
{
    private static readonly GlossaryMatcher Glossary = new(
    [
        Term("prp", "PRP", "platelet-rich plasma"), Term("platelets", "Platelets", "platelet"), Term("plasma", "Plasma"),
        Term("ablative", "Ablative laser", "ablative"), Term("non-ablative", "Non-ablative laser", "non-ablative"),
        Term("cannula", "Cannula"),
    ]);

    // What makes and breaks words where it meets.
    private static readonly string[] Pieces =
        [
            "PRP", "platelet", "Plasma", "plasmas", "-rich", "non-", "ablative", " laser", "cannula", "cannulas", "s", "x", "é", "\u0301",
            "-", "'s", ".", " ", " ", " "];

    private static readonly Gen<string> AnyText =
        Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).Array[0, 30].Select(pieces => string.Concat(pieces));

    [Theory]
    [InlineData("Platelets help. A platelet is small.", "Platelets")]
    [InlineData("It is made from platelet-rich plasma, so plasma and platelets are in it.", "platelet-rich plasma, plasma, platelets")]
    [InlineData("Platelet-rich plasma; platelet-rich plasma again.", "Platelet-rich plasma")]
    [InlineData("A non-ablative laser, unlike an ablative one.", "non-ablative laser, ablative")]
    [InlineData("Non-ablative, then non-ablative.", "Non-ablative")]
    [InlineData("Two cannulas, or (cannula) or cannula's.", "cannulas")]
    [InlineData("A Cannula.", "Cannula")]
    [InlineData("Plasmapheresis, cannulate, PRPs', subplasma, platelet-poor.", "PRPs")]
    [InlineData("plasma_x, plasma\u0301, éplasma, plasmá", "")]
    [InlineData("", "")]
    public void A_word_is_explained_where_it_first_stands(string text, string marked) =>
        Assert.Equal(marked, string.Join(", ", PlacesIn(text, new(Glossary)).Select(place => text[place.Start..place.End])));

    [Fact]
    public void On_one_page_each_word_is_explained_once_however_many_texts_it_has() =>
        AnyText.Array[1, 5].Sample(texts =>
        {
            var page = new GlossaryMentions(Glossary);

            var explained = texts.SelectMany(text => PlacesIn(text, page)).Select(place => place.Term.Slug).ToList();

            Assert.Equal(explained.Distinct(), explained);
            Assert.Equal(explained, page.Terms.Select(term => term.Slug));
        });

    [Fact]
    public void Words_inside_other_words_are_not_touched() =>
        AnyText.Sample(text =>
        {
            var end = 0;
            foreach (var place in PlacesIn(text, new(Glossary)))
            {
                Assert.True(end <= place.Start && place.Start < place.End && place.End <= text.Length);
                Assert.DoesNotMatch(@"[\w-]$", text[..place.Start]);
                Assert.DoesNotMatch(@"^[\w-]", text[place.End..]);
                end = place.End;
            }
        });

    [Fact]
    public void A_word_that_stands_alone_is_never_missed() =>
        AnyText.Sample(text =>
        {
            var page = new GlossaryMentions(Glossary);
            _ = PlacesIn(text, page).Count();

            foreach (var (slug, forms) in new[]
            {
                ("prp", "PRP PRPs"),
                ("cannula", "cannula cannulas"),
                ("platelets", "platelet platelets"),
            })
                Assert.True(
                    !text.Split(' ').Intersect(forms.Split(' ')).Any() || page.Terms.Any(term => term.Slug == slug), $"{slug} in “{text}”");
        });

    [Fact]
    public void The_portals_own_words_for_certainty_are_left_alone_in_a_sentence()
    {
        var sample = new GlossaryMentions(new(SampleClinic.Content.Glossary));

        Assert.Empty(PlacesIn("It may help, it probably does, and it takes about two weeks.", sample));
    }

    [Fact]
    public void A_clinic_without_a_glossary_explains_nothing() =>
        Assert.Empty(PlacesIn("PRP", new(new([]))));

    private static IEnumerable<GlossaryPlace> PlacesIn(string text, GlossaryMentions page)
    {
        for (var from = 0; page.Next(text, from) is { } place; from = place.End)
            yield return place;
    }

    private static GlossaryTermEntry Term(string slug, string term, params string[] others) =>
        new() { Slug = slug, Term = Text(term), OtherForms = [.. others.Select(Text)], Definition = Text("A meaning.") };
}
