namespace ClinicPortal.Core.Catalogue;

/// <summary>An amount as a sentence gives it: a plain number, a length of time, or a sum of money.</summary>
/// <param name="Number">Of the unit.</param>
/// <param name="Unit">Of a length of time only.</param>
/// <param name="IsMoney">In whatever currency.</param>
public readonly record struct Amount(decimal Number, Unit? Unit = null, bool IsMoney = false)
{
    /// <summary>Nothing is the same in every unit.</summary>
    public bool IsNothing => Number == 0;

    /// <summary>A length of time in another unit is the same only where it converts exactly: 7 days are a week, 30 days no month.</summary>
    public bool IsSameAs(Amount other) => (IsNothing && other.IsNothing) || (IsMoney == other.IsMoney && (Unit, other.Unit) switch
    {
        (null, null) => Number == other.Number,
        ({ } unit, { } otherUnit) => UnitLength.Of(unit) is var one && UnitLength.Of(otherUnit) is var another
            && one.Varies == another.Varies && Number * one.Size == other.Number * another.Size,
        _ => false,
    });
}

/// <summary>A range that a text states; a single amount begins and ends at itself.</summary>
/// <param name="Words">As they stand in the text.</param>
/// <param name="Min">"Up to 3 days" begins at nothing.</param>
/// <param name="Max">"5 or more" has none.</param>
/// <param name="IsOpen">The text says "at least" or "or more"; with an end nevertheless in "at least 6 to 12 months".</param>
public sealed record StatedRange(string Words, Amount Min, Amount? Max, bool IsOpen = false)
{
    /// <summary>What stands there as a figure or the word for one; not the 1 of "a week", nor the 0 of "none".</summary>
    public IReadOnlyList<Amount> Figures { get; init; } = [];

    /// <summary>"About" or the like stands before it.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>It tells how often: "daily", "every day".</summary>
    public bool IsFrequency { get; init; }

    public bool IsSingle => Max is { } max && Min.IsSameAs(max);
}
