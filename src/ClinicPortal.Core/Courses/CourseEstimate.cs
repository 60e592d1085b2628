namespace ClinicPortal.Core.Courses;

/// <summary>A figure of a course, or why there is none. Where an unknown goes in, no number comes out.</summary>
public sealed record CourseEstimate
{
    private CourseEstimate() { }

    public QuantityRange? Known { get; private init; }

    /// <summary>"How long a session takes is not known", as it stands inside a sentence; none beside a figure.</summary>
    public string? Because { get; private init; }

    /// <summary>What has to stand beside the figure: "plus numbing".</summary>
    public string? Note { get; init; }

    public static CourseEstimate Of(QuantityRange known) => new() { Known = known };

    public static CourseEstimate Unknown(string because) => new() { Because = because };

    /// <summary>The same figure at one of its ends; nothing where there is none.</summary>
    public CourseEstimate At(Func<QuantityRange, QuantityRange> end) => Known is { } known ? this with { Known = end(known) } : this;

    /// <summary>Both figures made into one; the first that is missing says why there is none.</summary>
    public CourseEstimate With(CourseEstimate other, Func<QuantityRange, QuantityRange, QuantityRange> work) =>
        Known is not { } one ? this : other.Known is not { } two ? other : Of(work(one, two));
}
