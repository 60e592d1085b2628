using ClinicPortal.Core.Catalogue;
using CsCheck;

namespace ClinicPortal.Core.Tests.Exchange;

/// <summary>Catalogues that nobody would write and that keep every rule, in the order of an export.</summary>
internal static class RandomCatalogue
{
    private static readonly string[] Nasty =
    [
        "1", "-1.50", "true", "no", "null", "~", "- a", "a: b", "# a", "a #b", "'", "\"", "\\", " a", "a ", "a  b", "a\nb", "\n a\n\n", "%",
        "{}", "[", "*a", "&a", "!a",
        "|", ">", "> a", "?", "? a", ":", "---", "...", "😀", "ı İ ğ", "e\u0301", "\u00a0a", "a\u2028b", "\u200e", "\ufeffa", "a\ufffe", "=",
        "<<", "2026-01-05",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf(Nasty),
        Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u00a1', '\u024f'], Gen.Const('\n'), Gen.Const(' ')), 1, 150]
            .Where(text => !string.IsNullOrWhiteSpace(text)),
        Gen.OneOf(Nasty).Array[2, 40].Select(parts => string.Join(' ', parts)));

    private static readonly Gen<LocalText> Prose = Gen.Select(Text, Text, Gen.Bool, (en, tr, both) =>
        new LocalText(both ? [new("en", en), new("tr", tr)] : [new("en", en)]));

    private static readonly Gen<LocalText?> Sometimes = Gen.Select(Prose, Gen.Bool, (text, there) => there ? text : null);

    private static readonly Gen<LocalText?> Brief = Sometimes.Where(text =>
        text is null || text.Texts.Values.All(words => words.Length <= TextLimit.Of<AnswerEntry>(answer => answer.Brief)));

    private static readonly Gen<LocalText> Short =
        Gen.OneOf(Nasty).Where(text => !string.IsNullOrWhiteSpace(text)).Select(LocalText.English);

    private static readonly Gen<string> Line = Gen.OneOf(Nasty).Where(text => !text.Contains('\n'));

    public static Gen<ClinicContent> Catalogue { get; } =
        from sources in Source.Array[0, 5].Select(Numbered<SourceEntry>((source, index) => source with { Key = $"s{index}" }))
        from criteria in Criterion.Array[0, 5]
            .Select(
                Numbered<CriterionEntry>((criterion, index) =>
                    criterion with { Slug = $"c{index}", Role = criterion.Kind == ValueKind.Prose ? (CriterionRole)index : null }))
        from concerns in Concern(sources).Array[0, 3]
            .Select(
                Numbered<ConcernEntry>((concern, index) =>
                    concern with { Slug = $"n{index}", FormerSlugs = index == 1 ? ["once", "twice"] : [] }))
        from conditions in Condition.Array[0, 3]
            .Select(Numbered<ConditionEntry>((condition, index) => condition with { Slug = $"d{index}" }))
        from treatments in Treatment(sources, criteria, concerns, conditions).Array[0, 4]
            .Select(Numbered<TreatmentEntry>((treatment, index) => treatment with { Slug = $"t{index}", Baseline = index == 0 }))
        from numbers in Number(sources).Array[0, 3].Select(Numbered<OutcomeNumberEntry>(
            (number, index) => number with { Key = $"o{index}", Places = PlaceAt(treatments, criteria, index) }))
        from name in Short
        from line in Line
        from about in Sometimes
        from questions in Prose.Array[0, 3]
        select new ClinicContent
        {
            Format = ClinicContent.CurrentFormat,
            Clinic = new()
            {
                Name = name,
                Telephone = line,
                Email = line,
                About = about,
                Funding = about,
                MedicalCareNotice = about,
                Address = questions,
                Hours = [.. questions.Select(text => new OpeningHours { Days = text, Hours = name })],
            },
            Groups = [new() { Slug = "g", Name = name }],
            Criteria = criteria,
            Concerns = concerns,
            Conditions = conditions,
            Treatments = treatments,
            Contrasts = treatments.Length < 2
                ? []
                : [
                    new()
                    {
                        Between = ["t0", "t1"],
                        ClinicsSay = about,
                        Passages = [.. criteria.Select(criterion => Passage(criterion, name))],
                    }],
            Numbers = sources.Length == 0 ? [] : numbers,
            Questions = [.. questions.Select((text, index) => new QuestionEntry { Key = $"q{index}", Text = text })],
            Sources = sources,
        };

    private static Gen<SourceEntry> Source =>
        Gen.Select(Line, Line, Gen.Bool, Gen.Int[1800, 2100], (reference, note, flag, year) => new SourceEntry
        {
            Key = "",
            Reference = reference,
            Note = flag ? note : null,
            Year = flag ? null : year,
            Pmid = flag ? "007" : null,
            Doi = flag ? null : "10.1000/(x)<y>;z#\u00e9",
            State = flag ? SourceState.Checked : SourceState.ToBeConfirmed,
            Commercial = flag,
        });

    private static Gen<CriterionEntry> Criterion =>
        Gen.Select(Gen.Enum<ValueKind>(), Short, Prose, Gen.Bool, (kind, question, help, flag) => new CriterionEntry
        {
            Slug = "",
            Group = "g",
            Question = question,
            Term = question,
            Help = help,
            SearchNames = flag ? [question] : [],
            Kind = kind,
            InSentence = flag ? question : null,
            Unit = kind == ValueKind.Count ? new() { One = question, Many = question } : null,
            WhenOver = kind == ValueKind.Duration ? question : null,
            Steps = kind is ValueKind.Scale or ValueKind.MoneyBand ? [help, question] : [],
            Priority = flag ? 1 : null,
            AlwaysShown = !flag,
        });

    private static Gen<ConcernEntry> Concern(SourceEntry[] sources) =>
        Gen.Select(Short, Sometimes, Citations(sources), (name, summary, cited) =>
            new ConcernEntry
            {
                Slug = "",
                Name = name,
                OtherNames = [name],
                SearchNames = [name],
                Summary = summary,
                EvidenceChosen = summary,
                Sources = cited,
            });

    private static Gen<ConditionEntry> Condition => Gen.Select(Short, Gen.Bool, (name, always) =>
        new ConditionEntry { Slug = "", Name = name, SearchNames = always ? [name] : [], Always = always });

    // As long as there is one more meaning than a condition can have, that one says nothing.
    private static Gen<AnswerConditionEntry[]> Mentions(ConditionEntry[] conditions) =>
        Gen.Int[0, 3].Array[conditions.Length].Select(meanings => conditions
            .Zip(meanings, (condition, means) => new AnswerConditionEntry { Condition = condition.Slug, Means = (ConditionMeaning)means })
            .Where(mention => Enum.IsDefined(mention.Means)).ToArray());

    private static Gen<TreatmentEntry> Treatment(
        SourceEntry[] sources, CriterionEntry[] criteria, ConcernEntry[] concerns, ConditionEntry[] conditions) =>
        Gen.Select(Short, Prose, Answer(sources, conditions).Array[criteria.Length], Citations(sources), Gen.Bool,
            (name, summary, answers, cited, flag) => new TreatmentEntry
            {
                Slug = "",
                Name = name,
                SearchNames = flag ? [name] : [],
                Summary = summary,
                Picture = flag ? "prp" : null,
                PictureAlt = flag ? name : null,
                Offered = flag ? cited.Length == 0 : null,
                PrescriptionOnly = flag ? PrescriptionRule.Yes : PrescriptionRule.No,
                Answers = [
                .. criteria.Zip(answers, (criterion, answer) => Fitting(answer, criterion))
                .Where(answer => answer.Criterion != "c1" || flag)],
                Concerns = [.. concerns.Select(concern => flag ? Unstudied(concern, cited) : Studied(concern, name, cited))],
            });

    private static ConcernEvidenceEntry Unstudied(ConcernEntry concern, string[] cited) =>
        new() { Concern = concern.Slug, Offer = ConcernOffer.NotUsual, Sources = cited };

    private static ConcernEvidenceEntry Studied(ConcernEntry concern, LocalText comparator, string[] cited) => new()
    {
        Concern = concern.Slug,
        Offer = ConcernOffer.Studied,
        Direction = EvidenceDirection.Mixed,
        Certainty = Certainty.Low,
        Comparator = comparator,
        Sources = cited,
    };

    private static Gen<OutcomeNumberEntry> Number(SourceEntry[] sources) =>
        Gen.Select(Short, Sometimes, Arm.Array[1, 3], Gen.Bool, (text, reason, arms, known) => new OutcomeNumberEntry
        {
            Key = "",
            Outcome = text,
            Effect = known ? OutcomeEffect.Harm : OutcomeEffect.Benefit,
            Group = text,
            Time = known ? text : reason,
            Counted = text,
            Denominator = known ? 100 : null,
            Arms = known ? arms : [],
            NoRate = known ? null : text,
            CertaintyReason = reason,
            Sources = [.. sources.Select(source => source.Key).Take(1)],
        });

    private static Gen<OutcomeArmEntry> Arm =>
        Gen.Select(Short, Gen.Int[0, 90], Gen.Int[0, 3], Gen.Bool, (label, share, kind, counted) => new OutcomeArmEntry
        {
            Label = label,
            Count = kind < 2 ? share : null,
            FewerThan = kind == 2 ? share + 1 : null,
            Min = kind == 3 ? share : null,
            Max = kind == 3 ? share + 10 : null,
            Events = counted ? share * 2 : null,
            Total = counted ? 200 : null,
        });

    private static NumberPlace[] PlaceAt(TreatmentEntry[] treatments, CriterionEntry[] criteria, int index) =>
        treatments.Length == 0 || criteria.Length == 0
            ? []
            : [new() { Treatment = treatments[index % treatments.Length].Slug, Criterion = criteria[index % criteria.Length].Slug }];

    private static Gen<AnswerEntry> Answer(SourceEntry[] sources, ConditionEntry[] conditions) => Gen.Select(
        Prose, Brief, Gen.Decimal[0, 1000], Gen.Int[0, 3], Citations(sources), Mentions(conditions),
        (text, brief, figure, form, cited, mentions) => new AnswerEntry
        {
            Criterion = "",
            Text = text,
            Brief = brief,
            GetHelp = form == 2 && GetHelpQuotes.Missing(text.ToString(), text.ToString()).Any()
                ? null
                : form == 2
                ? LocalText.English(text.ToString())
                : null,
            Value = form == 0
                ? null
                : new()
                {
                    Parts = [
                        new()
                        {
                            Min = form == 1 ? null : Math.Round(figure, form),
                            Max = form == 2 ? null : Math.Round(figure, form),
                            Note = brief,
                        }],
                },
            Conditions = mentions,
            ToBeConfirmed = form == 3,
            Sources = cited,
        });

    private static AnswerEntry Fitting(AnswerEntry answer, CriterionEntry criterion) => answer with
    {
        Criterion = criterion.Slug,
        Value = criterion.Kind == ValueKind.Prose ? null : answer.Value is null ? null : new()
        {
            Parts = [.. answer.Value.Parts.Select(part => criterion.Kind switch
            {
                ValueKind.Duration => part with { Unit = Unit.Week },
                ValueKind.Count => part,
                _ => part with { Min = 0, Max = 1 },
            })],
        },
    };

    private static ContrastPassageEntry Passage(CriterionEntry criterion, LocalText text) =>
        new()
        {
            Heading = text,
            Text = text,
            Criteria = [new() { Criterion = criterion.Slug, Verdict = criterion.Kind == ValueKind.Prose ? EditorVerdict.Overlaps : null }],
        };

    private static Gen<string[]> Citations(SourceEntry[] sources) =>
        Gen.Bool.Array[sources.Length].Select(cited => sources.Where((_, index) => cited[index]).Select(source => source.Key).ToArray());

    private static Func<T[], T[]> Numbered<T>(Func<T, int, T> number) => items => [.. items.Select(number)];
}
