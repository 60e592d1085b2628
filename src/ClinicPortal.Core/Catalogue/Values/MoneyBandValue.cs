namespace ClinicPortal.Core.Catalogue;

/// <summary>A step of the criterion's price bands.</summary>
public sealed class MoneyBandValue : SteppedValue
{
    public override ValueKind Kind => ValueKind.MoneyBand;

    public override string Label => "price bands";

    public override bool IsPrice => true;

    public override bool HasStepsOfItsCriterion => true;

    public override IReadOnlyList<string> StepsOf(CriterionEntry criterion) => [.. criterion.Steps.Select(step => step.ToString())];

    public override string Prompt(CriterionEntry criterion, bool ofMany) => $"Which costs {(ofMany ? "most" : "more")}?";

    /// <summary>The bands in which the prices of the text lie, and those that it names; "£150" lies in "£100 to £300".</summary>
    public override IEnumerable<StatedRange> StatedIn(CriterionEntry criterion, string text)
    {
        List<PriceBand> bands = [.. StepsOf(criterion).Select(PriceBand.Of).OfType<PriceBand>()];
        return bands.Count < criterion.Steps.Count
            ? base.StatedIn(criterion, text)
            : base.StatedIn(criterion, text).Concat(EnglishAmounts.Read(text).SelectMany(price => InBands(price, bands)));
    }

    // Neighbouring bands are one: "£100 to £300" and "£300 to £1,000" are "£100 to £1,000". What is not written so is listed.
    protected override string Between(IReadOnlyList<string> steps) => (steps[0].Split(" to "), steps[^1].Split(" to ")) switch
    {
        ([var from, _], [_, var to]) => $"{from} to {to}",
        ([var under], [_, var to]) when under.StartsWith("Under ", StringComparison.Ordinal) => $"Up to {to}",
        ([var from, _], [var over]) when over.StartsWith("Over ", StringComparison.Ordinal) => $"{from} or more",
        _ => RunningText.List([steps[0], .. steps.Skip(1).Select(RunningText.StartLowerCase)], "or"),
    };

    // Two bands meet in one price: a range begins in the upper and ends in the lower of them, a single price may be either.
    private static IEnumerable<StatedRange> InBands(StatedRange price, List<PriceBand> bands)
    {
        if (!(price.Min.IsMoney || price.Min.IsNothing) || price.Max is { IsMoney: false, IsNothing: false })
            return [];
        if (price.IsSingle)
            return bands.Index().Where(band => band.Item.Holds(price.Min.Number))
                .Select(band => price with { Min = new(band.Index), Max = new(band.Index) });
        var first = bands.FindIndex(band => band.CanBegin(price.Min.Number));
        var last = price.Max is { } end ? bands.FindIndex(band => band.CanEnd(end.Number)) : bands.Count - 1;
        return first < 0 || last < 0 ? [] : [price with { Min = new(first), Max = new(last) }];
    }

    private sealed record PriceBand(decimal From, decimal? To)
    {
        public static PriceBand? Of(string step) =>
            EnglishAmounts.Read(step) is [{ Min: { IsMoney: true } } price, ..] ? new(price.Min.Number, price.Max?.Number)
            : step.Any(char.IsDigit) ? null : new(0, 0);

        public bool Holds(decimal price) => price == 0 ? To == 0 : price >= From && !(price > To);

        public bool CanBegin(decimal price) => price >= From && !(price >= To);

        public bool CanEnd(decimal price) => price > From && !(price > To);
    }
}
