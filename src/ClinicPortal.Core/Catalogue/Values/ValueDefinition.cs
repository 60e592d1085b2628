namespace ClinicPortal.Core.Catalogue;

/// <summary>All that one kind of value means: how it is typed, checked, put into words and compared.</summary>
public abstract class ValueDefinition
{
    public abstract ValueKind Kind { get; }

    /// <summary>How a criterion is answered, as staff read it: "a number of times".</summary>
    public abstract string Label { get; }

    /// <summary>An answer has a typed value beside its text.</summary>
    public virtual bool IsMeasured => true;

    /// <summary>A length of time: each part has a unit.</summary>
    public virtual bool HasUnit => false;

    /// <summary>A price, which not every market lets a clinic tell.</summary>
    public virtual bool IsPrice => false;

    /// <summary>The criterion itself names the steps in which it is answered.</summary>
    public virtual bool HasStepsOfItsCriterion => false;

    /// <summary>The steps to choose from, counted from 0; none where a figure is typed.</summary>
    public virtual IReadOnlyList<string>? StepsOf(CriterionEntry criterion) => null;

    /// <summary>A part in English words, as it stands inside a sentence.</summary>
    public abstract string Format(CriterionEntry criterion, ValuePart part);

    /// <summary>Where a part begins and ends; none, if that cannot be said without its unit.</summary>
    public virtual Extent? ExtentOf(ValuePart part) => Extent.Fixed(part.Min ?? 0, part.Max);

    /// <summary>
    /// How many minutes one unit of a part lasts on average; 1 for what is no length of time, none where its unit is missing.
    /// </summary>
    public virtual decimal? MinutesIn(ValuePart part) => 1;

    /// <summary>Asks for which option a value is highest; none, if nothing can be asked about values of this kind.</summary>
    /// <param name="criterion">To which the values belong.</param>
    /// <param name="ofMany">There are more than two options.</param>
    public abstract string? Prompt(CriterionEntry criterion, bool ofMany);

    /// <summary>What does not fit the criterion about a part, beyond what holds for every range.</summary>
    public virtual IEnumerable<ValueProblem> Problems(CriterionEntry criterion, ValuePart part)
    {
        if (part.Unit is not null)
            yield return new("unit", $"The criterion \"{criterion.Slug}\" is no length of time. Remove the unit.");
    }
}

/// <param name="Field">Of the part; empty where the whole part is meant.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record ValueProblem(string Field, string Message);
