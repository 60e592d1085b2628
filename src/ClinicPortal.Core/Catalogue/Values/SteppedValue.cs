namespace ClinicPortal.Core.Catalogue;

/// <summary>A value that is one of a few named steps, or a range of them; what lies off the steps stays a number.</summary>
public abstract class SteppedValue : ValueDefinition
{
    public abstract override IReadOnlyList<string> StepsOf(CriterionEntry criterion);

    public override IEnumerable<ValueProblem> Problems(CriterionEntry criterion, ValuePart part)
    {
        var highest = StepsOf(criterion).Count - 1;
        if (IsNoStep(part.Min, highest) || IsNoStep(part.Max, highest))
            yield return new("",
                $"“{criterion.Question}” is answered by steps, numbered from 0 to {highest}. Choose one of them.");
        foreach (var problem in base.Problems(criterion, part))
            yield return problem;
    }

    public override string Format(CriterionEntry criterion, ValuePart part)
    {
        var steps = StepsOf(criterion);
        var (first, last) = (StepAt(steps, part.Min), StepAt(steps, part.Max));
        if ((part.Min is not null && first is null) || (part.Max is not null && last is null))
            return ValueFormatter.Range(part, "", "");
        return (first, last) switch
        {
            (not null, null) => $"{first} or more",
            (null, not null) => $"Up to {RunningText.StartLowerCase(last)}",
            (null, null) => ValueFormatter.Range(part, "", ""),
            _ when part.Min == part.Max => first,
            _ => Between([.. steps.Take((int)part.Max!.Value + 1).Skip((int)part.Min!.Value)]),
        };
    }

    /// <summary>The steps that the text names, alone or as a range, in any form of their words ("stronger" names "strong").</summary>
    public override IEnumerable<StatedRange> StatedIn(CriterionEntry criterion, string text) =>
        StepReader.Read(text, StepsOf(criterion)).Concat(NothingOf(criterion, text));

    /// <summary>Several steps in one phrase, from the first to the last.</summary>
    protected abstract string Between(IReadOnlyList<string> steps);

    private static bool IsNoStep(decimal? value, int highest) => value is { } step && (step != decimal.Truncate(step) || step > highest);

    private static string? StepAt(IReadOnlyList<string> steps, decimal? step) =>
        step is { } number && ValueFormatter.IsWhole(number) && number >= 0 && number < steps.Count ? steps[(int)number] : null;
}
