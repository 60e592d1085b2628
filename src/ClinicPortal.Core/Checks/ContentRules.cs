using System.Collections.Frozen;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Markets;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// What must hold of a catalogue beyond its shape: names are unique, references lead somewhere, figures make sense. The content file
/// is read by these rules, and nothing is published that breaks them.
/// </summary>
public static class ContentRules
{
    /// <summary>Every problem there is, in the order of the rules; none means that the catalogue can be stored and published.</summary>
    public static IReadOnlyList<ContentProblem> Check(ClinicContent content) =>
    [
        .. TextRules.Check(content),
        .. NameRules.Check(content),
        .. ReferenceRules.Check(content),
        .. LifeRules.Check(content),
        .. ClinicRules.Check(content),
        .. CriterionRules.Check(content),
        .. AnswerRules.Check(content),
        .. EvidenceRules.Check(content),
        .. ContrastRules.Check(content),
        .. NumberRules.Check(content),
        .. SourceRules.Check(content),
        .. PictureRules.Check(content),
    ];

    /// <summary>The same, and that every drawing exists which a treatment names.</summary>
    public static IReadOnlyList<ContentProblem> Check(ClinicContent content, KnownPictures pictures) =>
        [.. Check(content), .. pictures.Check(content)];

    /// <summary>
    /// What is worth a look before patients read it. It stops neither saving nor importing, and is published with a reason; see
    /// <see cref="ContradictionRules"/> for why.
    /// </summary>
    /// <param name="content">As it would stand.</param>
    /// <param name="registered">Keys of the sources that were there before it; none, where there were none.</param>
    public static IReadOnlyList<ContentProblem> Warnings(ClinicContent content, IReadOnlySet<string>? registered = null) =>
        [.. ContradictionRules.Check(content, published: null), .. SourceRules.Doubled(content, registered ?? FrozenSet<string>.Empty)];

    /// <summary>Where another source has its DOI or PubMed number already, what to do.</summary>
    public static IReadOnlyList<string> DoubledSource(SourceEntry source, IEnumerable<SourceEntry> others) =>
        [.. SourceRules.Doubled(source, others)];

    /// <summary>Those that patients do not read yet, with what they would look for and not find.</summary>
    /// <param name="content">As it would be published.</param>
    /// <param name="published">As patients read it; none before the first publication.</param>
    /// <param name="unknownDois">Those that are not registered.</param>
    public static IReadOnlyList<ContentProblem> WarningsBeforePublishing(
        ClinicContent content, ClinicContent? published, IReadOnlySet<string> unknownDois) =>
        [.. ContradictionRules.Check(content, published), .. GapRules.Check(content, published, unknownDois)];

    /// <summary>Advertising language that patients do not read yet, of which the clinic's market has a rule.</summary>
    public static IReadOnlyList<ContentProblem> AdvertisingAgainst(Market market, ClinicContent content, ClinicContent? published) =>
        [.. WordingRules.Check(content, published, market, isRule: true)];

    /// <summary>The rest of it: advice, for which nobody is asked for a reason.</summary>
    public static IReadOnlyList<ContentProblem> Advice(Market market, ClinicContent content, ClinicContent? published) =>
        [.. WordingRules.Check(content, published, market, isRule: false)];

    /// <summary>The same of one cell.</summary>
    /// <param name="answer">As it stands, or as it is typed.</param>
    /// <param name="criterion">That it answers.</param>
    /// <param name="treatment">To which it belongs, with the concerns for which it is offered.</param>
    /// <param name="treatments">By whose names the cell could speak of another.</param>
    /// <param name="concerns">Likewise.</param>
    public static IReadOnlyList<ContentProblem> WarningsOfAnswer(
        AnswerEntry answer, CriterionEntry criterion, TreatmentEntry treatment, IEnumerable<TreatmentEntry> treatments,
        IEnumerable<ConcernEntry> concerns) =>
        [.. ContradictionRules.Answer(answer, "answer", criterion, treatment, new(treatments, concerns))];

    /// <summary>What stands against publishing one cell, as far as it can be seen from the cell itself.</summary>
    public static IReadOnlyList<ContentProblem> CheckAnswer(AnswerEntry answer, CriterionEntry criterion)
    {
        var cell = Alone with { Criteria = [criterion], Treatments = [Saying("this", [answer])] };
        return [.. TextRules.Check(cell), .. AnswerRules.Check(cell)];
    }

    /// <summary>What stands against publishing what is known of one treatment for one concern.</summary>
    public static IReadOnlyList<ContentProblem> CheckEvidence(ConcernEvidenceEntry evidence)
    {
        var alone = Alone with { Treatments = [Saying("this", []) with { Concerns = [evidence] }] };
        return [.. TextRules.Check(alone), .. EvidenceRules.Check(alone)];
    }

    /// <summary>What stands against publishing one number, as far as it can be seen from the number itself.</summary>
    public static IReadOnlyList<ContentProblem> CheckNumber(OutcomeNumberEntry number)
    {
        var alone = Alone with { Numbers = [number] };
        return [.. TextRules.Check(alone), .. NumberRules.Check(alone)];
    }

    /// <summary>Where the figures of one number contradict each other, so that it cannot even be saved.</summary>
    public static IReadOnlyList<ContentProblem> CheckCounts(OutcomeNumberEntry number) => [.. CountRules.Check(number, "")];

    /// <summary>What stands against publishing what is written about two treatments, beside what they answer.</summary>
    /// <param name="contrast">Between the two.</param>
    /// <param name="criteria">Those that its passages stand with.</param>
    /// <param name="answers">Of the first and of the second.</param>
    public static IReadOnlyList<ContentProblem> CheckContrast(
        ContrastEntry contrast, IReadOnlyList<CriterionEntry> criteria, params IReadOnlyList<IReadOnlyList<AnswerEntry>> answers)
    {
        var alone = Alone with { Contrasts = [contrast] };
        var beside = alone with { Criteria = criteria, Treatments = [.. contrast.Between.Zip(answers, Saying)] };
        return [.. TextRules.Check(alone), .. ContrastRules.Check(beside)];
    }

    /// <summary>
    /// What stands against publishing one criterion, as far as it can be seen from the criterion itself and those with its role.
    /// </summary>
    public static IReadOnlyList<ContentProblem> CheckCriterion(CriterionEntry criterion, IReadOnlyList<CriterionEntry> sharing)
    {
        var together = Alone with { Criteria = [.. sharing, criterion] };
        return
        [
            .. TextRules.Check(Alone with { Criteria = [criterion] }),
            .. CriterionRules.Check(together)
            .Where(problem => problem.Path.StartsWith($"criteria[{sharing.Count}]", StringComparison.Ordinal)),
        ];
    }

    /// <summary>What stands against publishing one concern, as far as it can be seen from the concern itself.</summary>
    public static IReadOnlyList<ContentProblem> CheckConcern(ConcernEntry concern) =>
        [.. TextRules.Check(Alone with { Concerns = [concern] })];

    /// <summary>What is wrong with the numbers and the address of one source; the path says in which field.</summary>
    public static IReadOnlyList<ContentProblem> CheckSource(SourceEntry source) =>
        [.. SourceRules.Check(Alone with { Sources = [source] })];

    /// <summary>What stands against publishing what the clinic says of itself.</summary>
    /// <param name="clinic">As it stands, or as it is typed.</param>
    /// <param name="archived">Treatments that its comparisons can no longer name.</param>
    public static IReadOnlyList<ContentProblem> CheckClinic(ClinicEntry clinic, IEnumerable<(string Slug, LocalText Name)> archived)
    {
        var alone = Alone with { Clinic = clinic };
        var gone = archived.Select(one => Saying(one.Slug, []) with { Name = one.Name, Archived = true });
        return [.. TextRules.Check(alone), .. ClinicRules.Check(alone with { Treatments = [.. gone] })];
    }

    private static ClinicContent Alone { get; } = new()
    {
        Format = ClinicContent.CurrentFormat,
        Clinic = new() { Name = LocalText.English("Clinic"), Telephone = "0" },
    };

    private static TreatmentEntry Saying(string slug, IReadOnlyList<AnswerEntry> answers) =>
        new() { Slug = slug, Name = LocalText.English("This"), Summary = LocalText.English("This"), Answers = answers };

    /// <summary>The items with the path at which each stands.</summary>
    internal static IEnumerable<(T Item, string Path)> At<T>(this IReadOnlyList<T> items, string path) =>
        items.Select((item, index) => (item, $"{path}[{index}]"));
}
