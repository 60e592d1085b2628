using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Numbers;
using ClinicPortal.Core.Wording;

namespace ClinicPortal.Core.Checks;

/// <summary>
/// How evenly a comparison tells of its options: answer by answer against the same row of the others, and for each option its good sides
/// against its risks. No standard says how much "equal detail" is, so the bands are the portal's own and are stated wherever the result is.
/// Doing nothing is shown and not judged: there is less to tell of it.
/// </summary>
public sealed class Balance
{
    /// <summary>An answer is at most twice as long as the median of its row, and at least half as long; so are two sides.</summary>
    public const int MostTimes = 2;

    /// <summary>Words that never count as more: a sentence. "Yes." and "Not needed." are equally long.</summary>
    public const int Sentence = 15;

    /// <summary>Where its figures stand on the page of the standard.</summary>
    public const string Anchor = "#balance";

    /// <summary>The questions about what an option may give.</summary>
    public static IReadOnlyList<CriterionRole> GoodSides { get; } =
        [CriterionRole.Evidence, CriterionRole.Onset, CriterionRole.Duration];

    /// <summary>The questions about what it may do to a reader.</summary>
    public static IReadOnlyList<CriterionRole> Risks { get; } =
        [CriterionRole.Pain, CriterionRole.CommonEffects, CriterionRole.SeriousRisks, CriterionRole.NotSuitable];

    internal Balance(ScorecardPage page)
    {
        Options = [.. page.Comparison.Columns.Select(column => OptionOf(page, column))];
        Uneven = [.. page.Comparison.Rows.SelectMany(UnevenIn)];
        Unanswered =
        [
            .. from row in page.Comparison.Rows
               from cell in row.Cells
               where !cell.Treatment.Baseline && IsUnanswered(cell)
               select (row.Criterion, cell.Treatment),
        ];
        Tilting =
        [
            .. from row in page.Comparison.Rows
               where row.Criterion.Role is { } role && (GoodSides.Contains(role) || Risks.Contains(role))
               let judged = row.Cells.Where(cell => !cell.Treatment.Baseline).ToList()
               where judged.Any(IsUnanswered) && !judged.All(IsUnanswered)
               select (row.Criterion, ScorecardPage.Names(judged.Where(IsUnanswered).Select(cell => cell.Treatment))),
        ];
        Unlike = [.. page.Comparison.Rows.SelectMany(UnlikeIn)];
    }

    /// <summary>One for each column.</summary>
    public IReadOnlyList<OptionBalance> Options { get; }

    /// <summary>The answers that are much longer or shorter than their row's median.</summary>
    public IReadOnlyList<UnevenAnswer> Uneven { get; }

    /// <summary>Nobody has answered, nor said why there is no answer.</summary>
    public IReadOnlyList<(CriterionEntry Criterion, TreatmentEntry Treatment)> Unanswered { get; }

    /// <summary>Of these, what makes one option look better or worse than another: only some of the options lack it.</summary>
    public IReadOnlyList<(CriterionEntry Criterion, string Lacking)> Tilting { get; }

    /// <summary>
    /// Where the options of a row are measured in different units, over different times, in different groups or out of different numbers.
    /// It is told and not judged here: "2 days" and "6 months" need no common unit, and counts have items of their own.
    /// </summary>
    public IReadOnlyList<UnlikeRow> Unlike { get; }

    /// <summary>The options that tell their good sides and their risks in unequal detail.</summary>
    public IEnumerable<OptionBalance> Lopsided => Options.Where(option => option.IsJudged && !option.IsEven);

    public bool IsEven => Uneven.Count == 0 && Unanswered.Count == 0 && !Lopsided.Any();

    internal static bool IsWithin(double words, double others) =>
        Math.Abs(words - others) <= Sentence || (words <= MostTimes * others && others <= MostTimes * words);

    private static bool IsUnanswered(ComparisonCell cell) =>
        cell.Answer is { IsWithheld: true } || cell.EmptyBecause == Absence.NotYetReviewed;

    private static int WordsIn(params IEnumerable<LocalText?> texts) => Readability.Of(texts.OfType<LocalText>()).Words;

    private static OptionBalance OptionOf(ScorecardPage page, TreatmentEntry treatment)
    {
        var cells = page.Comparison.Rows.SelectMany(
            row => row.Cells.Where(cell => cell.Treatment.Slug == treatment.Slug),
            (row, cell) => (row.Criterion.Role, Cell: cell)).ToList();
        var evidence = page.Studied.Where(one => one.Treatment.Slug == treatment.Slug).Select(one => one.Evidence).ToList();
        return new(
            treatment,
            WordsIn(cells.Select(one => one.Cell.Answer?.Text).Concat(evidence.Select(one => one.Note))),
            SideOf(GoodSides, OutcomeEffect.Benefit, evidence), SideOf(Risks, OutcomeEffect.Harm, []));

        SideTold SideOf(IReadOnlyList<CriterionRole> roles, OutcomeEffect effect, IReadOnlyList<ConcernEvidenceEntry> besides)
        {
            var side = cells.Where(one => one.Role is { } role && roles.Contains(role)).Select(one => one.Cell).ToList();
            var answers = side.Select(cell => cell.Answer).OfType<AnswerEntry>().ToList();
            var numbers = side.SelectMany(cell => cell.Numbers).Where(number => number.Effect == effect).Distinct().ToList();
            return new(
                WordsIn(answers.Select(answer => answer.Text).Concat(besides.Select(one => one.Note))),
                answers.Count(answer => answer.Value is not null) + numbers.Count(number => number.Denominator is not null),
                answers.SelectMany(answer => answer.Sources).Concat(besides.SelectMany(one => one.Sources))
                    .Concat(numbers.SelectMany(number => number.Sources)).Distinct().Count());
        }
    }

    private static IEnumerable<UnevenAnswer> UnevenIn(ComparisonRow row)
    {
        var told = row.Cells.Where(cell => !cell.Treatment.Baseline && !IsUnanswered(cell) && cell.Answer?.Text is not null)
            .Select(cell => (cell.Treatment, Words: WordsIn(cell.Answer!.Text))).ToList();
        if (told.Count == 0)
            return [];
        var median = MedianOf([.. told.Select(one => one.Words).Order()]);
        return told.Where(one => !IsWithin(one.Words, median))
            .Select(one => new UnevenAnswer(row.Criterion, one.Treatment, one.Words, median));
    }

    private static double MedianOf(IReadOnlyList<int> ordered) =>
        (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2.0;

    private static IEnumerable<UnlikeRow> UnlikeIn(ComparisonRow row)
    {
        var units = row.Cells.Select(cell => (cell.Treatment, In: UnitsOf(cell.Answer))).Where(one => one.In.Length > 0).ToList();
        if (units.DistinctBy(one => one.In).Count() > 1)
            yield return new(row.Criterion, "Different units", Told(units));
        (string What, Func<OutcomeNumberEntry, string?> Of)[] measures =
        [
            ("Different time spans", number => number.Time?.ToString()),
            ("Different groups", number => number.Group.ToString()),
            ("Counted out of different numbers", number => $"{NumberFormatter.Figure(number.Denominator!.Value)} {number.Counted}"),
        ];
        foreach (var (what, of) in measures)
        {
            var counts =
                (from cell in row.Cells
                 from number in cell.Numbers
                 where number.Denominator is not null && of(number) is not null
                 select (cell.Treatment, In: of(number)!)).Distinct().ToList();
            if (counts.DistinctBy(one => one.Treatment.Slug).Count() > 1 && counts.DistinctBy(one => one.In).Count() > 1)
                yield return new(row.Criterion, what, Told(counts));
        }

        static string Told(IEnumerable<(TreatmentEntry Treatment, string In)> all) =>
            string.Join("; ", all.Select(one => $"{RunningText.NameOf(one.Treatment)}: {one.In}"));
    }

    // "days and weeks", in that order.
    private static string UnitsOf(AnswerEntry? answer) => RunningText.List(
        [
            .. (answer?.Value?.Parts ?? []).Select(part => part.Unit).OfType<Unit>().Distinct().Order()
                .Select(unit => $"{RunningText.StartLowerCase(unit.ToString())}s"),
        ], "and");
}

/// <summary>What is told on one side.</summary>
/// <param name="Words">Of the answers, and of what is said beside them of each concern.</param>
/// <param name="Measured">Typed values, a step of a scale too, and counts out of a whole.</param>
/// <param name="Sources">Each once.</param>
public sealed record SideTold(int Words, int Measured, int Sources);

/// <summary>What is told of one option.</summary>
/// <param name="Treatment">The column.</param>
/// <param name="Words">Of all its answers, and of what is said of each concern.</param>
/// <param name="Good">What it may give.</param>
/// <param name="Bad">What it may do to a reader.</param>
public sealed record OptionBalance(TreatmentEntry Treatment, int Words, SideTold Good, SideTold Bad)
{
    public bool IsJudged => !Treatment.Baseline;

    public bool IsEven => !Differences.Any();

    /// <summary>What is uneven, as it stands after "has": "a figure about its risks but none about its good sides".</summary>
    public IEnumerable<string> Differences
    {
        get
        {
            if (!Balance.IsWithin(Good.Words, Bad.Words))
                yield return $"{RunningText.Count(Good.Words, "word")} about its good sides but {Bad.Words} about its risks";
            if (Good.Measured > 0 != Bad.Measured > 0)
                yield return OnlyOn("a figure", Good.Measured > 0);
            if (Good.Sources > 0 != Bad.Sources > 0)
                yield return OnlyOn("a source", Good.Sources > 0);
        }
    }

    private static string OnlyOn(string what, bool good) =>
        good ? $"{what} about its good sides but none about its risks" : $"{what} about its risks but none about its good sides";
}

/// <summary>An answer that is much longer or shorter than the others of its row.</summary>
public sealed record UnevenAnswer(CriterionEntry Criterion, TreatmentEntry Treatment, int Words, double Median)
{
    public bool IsShort => Words < Median;

    /// <summary>Of the other answers and this one, in whole words.</summary>
    public int UsualWords => (int)Math.Round(Median, MidpointRounding.AwayFromZero);
}

/// <summary>A row whose options are measured differently.</summary>
/// <param name="Criterion">The row.</param>
/// <param name="What">In which way: "Different units".</param>
/// <param name="Told">"PRP: days; mesotherapy: weeks".</param>
public sealed record UnlikeRow(CriterionEntry Criterion, string What, string Told);
