using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;

namespace ClinicPortal.Core.Deciding;

/// <summary>Why something counts as not known, in the order in which readers are told.</summary>
public enum UnknownKind
{
    NotKnown,
    NotSureItHelps,
    LittleResearch,
    NoRate,
    NotSureOfCount,
    Withheld,
    NotYetReviewed,
    ToBeConfirmed,
}

/// <summary>One thing that the page does not know about one option.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Words">A question, or what stands after a colon.</param>
/// <param name="Anchor">The row or number that it is about.</param>
public sealed record Unknown(UnknownKind Kind, string Words, string Anchor);

/// <summary>Everything that the page does not know about one column.</summary>
public sealed record OptionUnknowns(TreatmentEntry Treatment, IReadOnlyList<Unknown> Items);

/// <summary>
/// "What we do not know", derived from the cells, the evidence and the numbers of a comparison and from nothing else. A cell, a concern and
/// a number count once for an option, for the first reason that holds. "Does not apply" is an answer and is not counted.
/// </summary>
public static class Unknowns
{
    public static IReadOnlyList<OptionUnknowns> Of(Comparison comparison) =>
    [
        .. comparison.Columns.Select((column, index) => new OptionUnknowns(column,
        [
            .. comparison.Rows.SelectMany(row => OfCell(row.Criterion, row.Cells[index]))
                .Concat(column.Baseline ? [] : comparison.AnyConcerns.SelectMany(concern => OfConcern(concern, column)))
                .Concat(
                    comparison.Numbers.Where(number => number.Treatments.Any(one => one.Slug == column.Slug))
                        .SelectMany(number => OfNumber(number.Number)))
                .OrderBy(item => item.Kind),
        ])),
    ];

    /// <summary>What stands before the colon.</summary>
    public static string LabelOf(UnknownKind kind) => kind switch
    {
        UnknownKind.NotKnown => "Not known",
        UnknownKind.NotSureItHelps => "We are not sure that it helps with",
        UnknownKind.LittleResearch => "Offered with little or no controlled research for",
        UnknownKind.NoRate => "We do not know how often this happens",
        UnknownKind.NotSureOfCount => "We are not sure that this count is true of other people",
        UnknownKind.Withheld => "Withheld",
        UnknownKind.NotYetReviewed => "Not yet reviewed",
        UnknownKind.ToBeConfirmed => "Still to be confirmed by a clinician",
        _ => throw new InvalidOperationException($"No words for {kind}."),
    };

    /// <summary>Where the row about a concern stands in the table.</summary>
    public static string AnchorOf(ConcernEntry concern) => $"how-sure-{concern.Slug}";

    private static IEnumerable<Unknown> OfCell(CriterionEntry criterion, ComparisonCell cell)
    {
        var kind = (cell.EmptyBecause ?? cell.Answer!.Absence) switch
        {
            _ when cell.Answer is { IsWithheld: true } => UnknownKind.Withheld,
            Absence.NotKnown => UnknownKind.NotKnown,
            Absence.NotYetReviewed => UnknownKind.NotYetReviewed,
            _ when cell.Answer is { ToBeConfirmed: true } => UnknownKind.ToBeConfirmed,
            _ => (UnknownKind?)null,
        };
        if (kind is { } why)
            yield return new(why, criterion.Question.ToString(), criterion.Slug);
    }

    private static IEnumerable<Unknown> OfConcern(ConcernEntry concern, TreatmentEntry column)
    {
        var name = RunningText.NameOf(concern);
        var question = $"How sure are we that it helps with {name}?";
        var anchor = AnchorOf(concern);
        switch (column.Concerns.FirstOrDefault(evidence => evidence.Concern == concern.Slug))
        {
            case { IsWithheld: true }: yield return new(UnknownKind.Withheld, question, anchor); break;
            case null or
            {
                Offer: ConcernOffer.Studied,
                Certainty: null,
            }:
                yield return new(UnknownKind.NotYetReviewed, question, anchor); break;
            case { Offer: ConcernOffer.WithoutResearch }: yield return new(UnknownKind.LittleResearch, name, anchor); break;
            case { Certainty: Certainty.VeryLow }: yield return new(UnknownKind.NotSureItHelps, name, anchor); break;
            case { ToBeConfirmed: true }: yield return new(UnknownKind.ToBeConfirmed, question, anchor); break;
        }
    }

    private static IEnumerable<Unknown> OfNumber(OutcomeNumberEntry number)
    {
        var words = RunningText.StartLowerCase(number.Outcome.ToString());
        if (number.Denominator is null)
            yield return new(UnknownKind.NoRate, words, $"number-{number.Key}");
        else if (number.Certainty == Certainty.VeryLow)
            yield return new(UnknownKind.NotSureOfCount, words, $"number-{number.Key}");
        else if (number.Certainty is null)
            yield return new(UnknownKind.NotYetReviewed, $"How sure are we of this count: {words}?", $"number-{number.Key}");
    }
}
