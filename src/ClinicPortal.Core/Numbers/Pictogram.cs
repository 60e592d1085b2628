using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Numbers;

/// <summary>
/// How the counts of one <see cref="OutcomeNumberEntry"/> can be seen. Every arm is drawn out of the one denominator that the store
/// states, in a picture of the same size: an icon for each up to <see cref="MostIcons"/>, above that a bar, because nobody counts so
/// many icons. Nothing is ever scaled: "18 of 19" stays 19 icons. A bound and a range are no exact count: they are said in words and
/// have neither icons nor a bar.
/// </summary>
public sealed record Pictogram(int Denominator, IReadOnlyList<PictogramArm> Arms)
{
    public const int MostIcons = 1_000;

    private const int NarrowColumns = 10;

    private const int WideColumns = 50;

    /// <summary>A share below this is thinner than a hair in a bar drawn to scale.</summary>
    private const decimal Hair = 0.005m;

    public bool HasIcons => Denominator <= MostIcons;

    /// <summary>Icons in a row: ten up to a hundred, so that a full row is ten of a hundred; fifty above.</summary>
    public int Columns => Denominator <= NarrowColumns * NarrowColumns ? NarrowColumns : WideColumns;

    public int Rows => (Denominator + Columns - 1) / Columns;

    /// <summary>At least one arm happened, but so seldom that its part of the bar cannot be seen.</summary>
    public bool IsTooThinToSee => !HasIcons && Arms.Any(arm => arm.Filled > 0 && arm.Share < Hair);

    /// <summary>None where no rate is known or no arm has a count: then nothing is drawn, and the number says why.</summary>
    public static Pictogram? Of(OutcomeNumberEntry number) =>
        number.Denominator is { } denominator && number.Arms.Where(arm => arm.Count is not null).ToList() is { Count: > 0 } drawn
            ? new(denominator, [.. drawn.Select(arm => new PictogramArm(arm.Label, arm.Count!.Value, denominator))])
            : null;

    /// <summary>The filled and the unfilled icons of each row, filled ones first, so that they stand together.</summary>
    public IEnumerable<(int Filled, int Unfilled)> RowsOf(PictogramArm arm)
    {
        for (var first = 0; first < Denominator; first += Columns)
        {
            var icons = Math.Min(Columns, Denominator - first);
            var filled = Math.Clamp(arm.Filled - first, 0, icons);
            yield return (filled, icons - filled);
        }
    }
}

/// <summary>One arm of a <see cref="Pictogram"/>: how many of the denominator it happened to.</summary>
public sealed record PictogramArm(LocalText Label, int Filled, int Denominator)
{
    public int Unfilled => Denominator - Filled;

    public decimal Share => (decimal)Filled / Denominator;
}
