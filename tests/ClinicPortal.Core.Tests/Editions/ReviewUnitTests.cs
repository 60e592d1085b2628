using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Testing;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editions;

/// <summary>What one signature covers: what opens it again, and what leaves it alone.</summary>
public class ReviewUnitTests
{
    private static readonly DateOnly Due = new(2027, 1, 5);

    private static readonly ClinicContent Signed = Content.SignedUntil(Due);

    private static readonly Dictionary<string, (string Unit, Func<ClinicContent, ClinicContent> Change)> Opening = new()
    {
        ["its text"] = Answer("what", one => one with { Text = En("A roller turns.") }),
        ["its short form"] = Answer("what", one => one with { Brief = En("Turns") }),
        ["its figure"] = Answer("sessions", one => one with { Value = Value(new ValuePart { Min = 3, Max = 5, Approximate = true }) }),
        ["why there is no answer or value"] = Answer("cost", one => one with { Absence = Absence.DoesNotApply }),
        ["when to get help"] = Answer("repeat", one => one with { GetHelp = null }),
        ["what it means for a condition"] = Answer("repeat", one => one with { Conditions = [.. one.Conditions.Take(1)] }),
        ["that it is to be confirmed"] = Answer("what", one => one with { ToBeConfirmed = false }),
        ["what it cites"] = Answer("what", one => one with { Sources = ["first"] }),
        ["the words of its question"] = ("treatments/rolling/answers/pain", Criterion("pain", one => one with { Question = En("Sore?") })),
        ["the help with its question"] = ("treatments/rolling/answers/pain", Criterion("pain", one => one with { Help = En("Sore.") })),
        ["the steps of its question"] = (
            "treatments/rolling/answers/pain", Criterion("pain", one => one with { Steps = [En("No"), En("Some"), En("Much")] })),
        ["the reference of a source"] = (
            "treatments/rolling/answers/what", Source("second", one => one with { Reference = "Another paper, 2020." })),
        ["the state of a source"] = (
            "treatments/rolling/answers/what",
            Source("second", one => one with { State = SourceState.Checked })),
        ["how sure we are"] = Evidence(one => one with { Certainty = Certainty.Moderate }),
        ["the name of the concern that evidence is about"] = (
            "treatments/rolling/concerns/dullness", Concern("dullness", one => one with { Name = En("Shadow") })),
        ["a count"] = ("numbers/n1", content => content with
        {
            Numbers = [content.Numbers[0] with { Outcome = En("Something else") }, .. content.Numbers.Skip(1)],
        }),
        ["a passage"] = ("contrasts/rolling-vs-soaking", content => content with
        {
            Contrasts = [content.Contrasts[0] with { Passages = [content.Contrasts[0].Passages[0] with { Text = En("Otherwise.") }] }],
        }),
        ["what a concern is"] = ("concerns/dullness", Concern("dullness", one => one with { Summary = En("Far less light.") })),
        ["a definition"] = (
            Term, content => content with { Glossary = [content.Glossary[0] with { Definition = En("Otherwise.") }] }),
    };

    private static readonly Dictionary<string, Func<ClinicContent, ClinicContent>> Leaving = new()
    {
        ["the clinic's telephone number"] = content => content with { Clinic = content.Clinic with { Telephone = "1" } },
        ["a treatment's name"] = Treatment(one => one with { Name = En("Roller"), SearchNames = [En("Roll")], Summary = En("It rolls.") }),
        ["a treatment's address"] = Renamed,
        ["a concern's own name"] = Concern("roughness", one => one with { SearchNames = [En("Rough")], OtherNames = [En("Coarse")] }),
        ["the order of treatments"] = content => content with { Treatments = [.. content.Treatments.Reverse()] },
        ["the term of a question"] = Criterion("pain", one => one with { Term = En("Soreness"), Priority = 7, SearchNames = [] }),
        ["staff's note on a source"] = Source("first", one => one with { Note = "Ask the library." }),
        ["other forms of a word"] = content => content with
        {
            Glossary = [content.Glossary[0] with { OtherForms = [En("Rollings")] }, .. content.Glossary.Skip(1)],
        },
    };

    private static string Term => $"glossary/{Content.Glossary[0].Slug}";

    public static TheoryData<string> Openings => [.. Opening.Keys];

    public static TheoryData<string> Leavings => [.. Leaving.Keys];

    [Fact]
    public void What_is_signed_is_signed() =>
        Assert.All(new ReviewUnits(Signed).All, unit => Assert.True(unit is { IsSigned: true, IsOpenAgain: false }, unit.Path));

    [Theory, MemberData(nameof(Openings))]
    public void A_change_of_it_opens_it_again(string what)
    {
        var (path, change) = Opening[what];

        var units = new ReviewUnits(change(Signed));

        Assert.True(units.Find(path) is { IsSigned: false, IsOpenAgain: true }, path);
        Assert.Contains(units.All, unit => unit.IsSigned);
    }

    [Theory, MemberData(nameof(Leavings))]
    public void Nobody_signs_what_things_are_called_or_where_they_stand(string what)
    {
        var changed = Leaving[what](Signed);

        Assert.NotEqual(TemporaryStore.Text(Signed), TemporaryStore.Text(changed));
        Assert.All(new ReviewUnits(changed).All, unit => Assert.True(unit.IsSigned, unit.Path));
        Assert.Empty(new ReviewUnits(Leaving[what](Content)).UnsignedSince(new(Content)));
    }

    [Fact]
    public void A_signature_does_not_hold_under_the_same_words_of_another_treatment()
    {
        var copy = Signed.Treatments.Single(one => one.Slug == "rolling") with { Slug = "twirling", FormerSlugs = [] };

        var units = new ReviewUnits(Signed with { Treatments = [.. Signed.Treatments, copy] });

        Assert.False(units.Find("treatments/twirling/answers/what")!.IsSigned);
        Assert.True(units.Find("treatments/rolling/answers/what")!.IsSigned);
    }

    [Fact]
    public void What_says_nothing_or_is_archived_is_not_signed()
    {
        var units = new ReviewUnits(
            Answer("what", one => new() { Criterion = one.Criterion, Absence = Absence.NotYetReviewed }).Change(Content));

        Assert.Null(units.Find("treatments/rolling/answers/what"));
        Assert.NotNull(units.Find("treatments/rolling/answers/cost"));
        Assert.DoesNotContain(new ReviewUnits(Criterion("cost", one => one with { Archived = true })(Content)).All, unit =>
            unit.Path.EndsWith("/cost", StringComparison.Ordinal));
        Assert.Empty(new ReviewUnits(Treatment(one => one with { Archived = true })(Content)).Of("rolling"));
    }

    [Fact]
    public void How_far_a_treatment_is_signed_is_told_of_all_its_units()
    {
        var edition = new Edition(1, DateTimeOffset.UnixEpoch, Signed);
        var rolling = edition.FindTreatment("rolling")!;
        var review = edition.ReviewOf(rolling);

        Assert.Equal((true, Due, 1), (review.IsWhole, review.NextDue, review.By.Count));
        Assert.Equal(new ReviewUnits(Signed).Of("rolling").Count(), review.Count);
        Assert.Contains(new ReviewUnits(Signed).Of("rolling"), unit => unit.Path == "numbers/n1");

        var changed = new Edition(1, DateTimeOffset.UnixEpoch, Answer("what", one => one with { Text = En("Anew.") }).Change(Signed));
        Assert.Equal((false, review.Count - 1), (changed.ReviewOf(rolling).IsWhole, changed.ReviewOf(rolling).Reviewed));
        // What a market holds back was signed all the same.
        Assert.True(edition.Showing(changed.Content).ReviewOf(rolling).IsWhole);
    }

    [Theory]
    [InlineData(null, null, null, 12)]
    [InlineData(24, null, null, 24)]
    [InlineData(24, 9, null, 9)]
    [InlineData(24, 9, 3, 3)]
    [InlineData(null, null, 3, 3)]
    public void What_stands_nearest_to_an_answer_says_when_it_is_due_again(int? clinic, int? treatment, int? criterion, int months)
    {
        var content = Criterion("pain", one => one with { ReviewMonths = criterion })(
            Treatment(one => one with { ReviewMonths = treatment })(
                Content with { Clinic = Content.Clinic with { ReviewMonths = clinic } }));

        Assert.Equal(months, ReviewSchedule.MonthsFor(content, "treatments/rolling/answers/pain"));
        Assert.Equal(treatment ?? clinic ?? 12, ReviewSchedule.MonthsFor(content, "treatments/rolling/answers/onset"));
        Assert.Equal(clinic ?? 12, ReviewSchedule.MonthsFor(content, "concerns/dullness"));
    }

    private static (string Unit, Func<ClinicContent, ClinicContent> Change) Answer(
        string criterion, Func<AnswerEntry, AnswerEntry> change) =>
        ($"treatments/rolling/answers/{criterion}", Treatment(one => one with
        {
            Answers = [.. one.Answers.Select(answer => answer.Criterion == criterion ? change(answer) : answer)],
        }));

    private static (string Unit, Func<ClinicContent, ClinicContent> Change) Evidence(
        Func<ConcernEvidenceEntry, ConcernEvidenceEntry> change) =>
        ("treatments/rolling/concerns/dullness",
            Treatment(one => one with { Concerns = [change(one.Concerns[0]), .. one.Concerns.Skip(1)] }));

    private static Func<ClinicContent, ClinicContent> Treatment(Func<TreatmentEntry, TreatmentEntry> change) => content =>
        content with { Treatments = [.. content.Treatments.Select(one => one.Slug == "rolling" ? change(one) : one)] };

    private static Func<ClinicContent, ClinicContent> Criterion(string slug, Func<CriterionEntry, CriterionEntry> change) => content =>
        content with { Criteria = [.. content.Criteria.Select(one => one.Slug == slug ? change(one) : one)] };

    private static Func<ClinicContent, ClinicContent> Concern(string slug, Func<ConcernEntry, ConcernEntry> change) => content =>
        content with { Concerns = [.. content.Concerns.Select(one => one.Slug == slug ? change(one) : one)] };

    private static Func<ClinicContent, ClinicContent> Source(string key, Func<SourceEntry, SourceEntry> change) => content =>
        content with { Sources = [.. content.Sources.Select(one => one.Key == key ? change(one) : one)] };

    /// <summary>Everything that names the treatment follows, as when staff change its address.</summary>
    private static ClinicContent Renamed(ClinicContent content) => Treatment(one => one with
    {
        Slug = "whirling",
        FormerSlugs = [.. one.FormerSlugs, "rolling"],
    })(content) with
    {
        Contrasts = [.. content.Contrasts.Select(one =>
            one with { Between = [.. one.Between.Select(slug => slug == "rolling" ? "whirling" : slug).Order(StringComparer.Ordinal)] })],
        Numbers = [.. content.Numbers.Select(one => one with
        {
            Places = [.. one.Places.Select(place => place.Treatment == "rolling" ? place with { Treatment = "whirling" } : place)],
        })],
    };
}
