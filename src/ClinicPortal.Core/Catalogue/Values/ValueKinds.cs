namespace ClinicPortal.Core.Catalogue;

/// <summary>What kind of answer a criterion takes: the word for it in the store and in the content file.</summary>
public enum ValueKind
{
    Prose,

    /// <summary>A number of times, for example sessions.</summary>
    Count,

    /// <summary>A length of time with a <see cref="Unit"/>.</summary>
    Duration,

    /// <summary>A step of the criterion's own scale, counted from 0.</summary>
    Scale,

    /// <summary>A step of the criterion's price bands, counted from 0.</summary>
    MoneyBand,

    /// <summary>0 for no, 1 for yes.</summary>
    YesNo,
}

/// <summary>
/// The register of value kinds: what each means for forms, checks, words and comparing. How a new one is added is told in
/// <c>docs/adding-a-kind.md</c>.
/// </summary>
public static class ValueKinds
{
    public static IReadOnlyList<ValueDefinition> All { get; } =
        [new ProseValue(), new CountValue(), new DurationValue(), new ScaleValue(), new MoneyBandValue(), new YesNoValue()];

    // A kind without a definition, or with two, is found before anything is read.
    private static readonly ValueDefinition[] ByKind = [.. Enum.GetValues<ValueKind>().Select(kind => All.Single(one => one.Kind == kind))];

    public static ValueDefinition Of(ValueKind kind) => ByKind[(int)kind];

    public static ValueDefinition Of(CriterionEntry criterion) => Of(criterion.Kind);
}
