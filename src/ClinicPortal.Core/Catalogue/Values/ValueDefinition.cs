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

    /// <summary>
    /// What an English text states of this kind, in the numbers in which a part counts. A typed value that the text does not state is
    /// reported; where nothing is stated and <see cref="MustBeStated"/> is not set, the text is free.
    /// </summary>
    public virtual IEnumerable<StatedRange> StatedIn(CriterionEntry criterion, string text) => [];

    /// <summary>A typed value has to stand in the text too.</summary>
    public virtual bool MustBeStated => IsMeasured;

    /// <summary>One end of a part, as texts are compared with it.</summary>
    public Amount AmountOf(decimal end, ValuePart part) => new(end, HasUnit ? part.Unit : null);

    /// <summary>"No downtime": nothing of what is asked about, in the clinic's own words.</summary>
    protected static IEnumerable<StatedRange> NothingOf(CriterionEntry criterion, string text) =>
        from name in new[] { criterion.Term, criterion.Unit?.One, criterion.Unit?.Many }
        where name is not null && PlainText.FindWords(text, $"no {name}") >= 0
        select new StatedRange($"no {RunningText.StartLowerCase($"{name}")}", new(0), new(0));

    /// <summary>What does not fit the criterion about a part, beyond what holds for every range.</summary>
    public virtual IEnumerable<ValueProblem> Problems(CriterionEntry criterion, ValuePart part)
    {
        if (part.Unit is not null)
            yield return new("unit", $"“{criterion.Question}” does not ask for a length of time. Remove the unit.");
    }
}

/// <param name="Field">Of the part; empty where the whole part is meant.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record ValueProblem(string Field, string Message);
