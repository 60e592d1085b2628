namespace ClinicPortal.Core.Catalogue;

/// <summary>A unit of time. Minutes to weeks convert exactly into each other, months and years too; across the two nothing does.</summary>
public enum Unit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>Why a cell, or the measurable part of it, is empty.</summary>
public enum Absence
{
    NotKnown,
    DoesNotApply,
    NotYetReviewed,
}

/// <summary>
/// The measurable side of a cell: one part, or several labelled ones where variants share a name (ablative and non-ablative laser).
/// It drives comparing, the course over time and sorting; what the patient reads is the cell's text.
/// </summary>
public sealed record AttributeValue
{
    public required IReadOnlyList<ValuePart> Parts { get; init; }
}

/// <summary>
/// A range from <see cref="Min"/> to <see cref="Max"/>, both included; equal ends are a single figure. No <see cref="Max"/> means open
/// ended ("5 or more"); no <see cref="Min"/> means "up to". At least one end is given.
/// </summary>
public sealed record ValuePart
{
    [MaxTextLength(100)]
    public LocalText? Label { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Given for durations only.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Typical practice rather than a research result: shown as "about".</summary>
    public bool Approximate { get; init; }

    [MaxTextLength(200)]
    public LocalText? Note { get; init; }
}
