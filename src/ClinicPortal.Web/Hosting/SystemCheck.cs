namespace ClinicPortal.Web.Hosting;

/// <summary>One thing that the portal stands on, and how it is.</summary>
/// <param name="Subject">In a word or two.</param>
/// <param name="State">Whether somebody must do something.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Fix">What to do about it; none, where all is right.</param>
public sealed record SystemCheck(string Subject, SystemState State, string Finding, string? Fix = null)
{
    public static SystemCheck Right(string subject, string finding) => new(subject, SystemState.Right, finding);

    /// <summary>It may be as it should be, which only those who know the clinic can tell.</summary>
    public static SystemCheck Unsure(string subject, string finding, string fix) => new(subject, SystemState.Unsure, finding, fix);

    public static SystemCheck Wrong(string subject, string finding, string fix) => new(subject, SystemState.Wrong, finding, fix);
}

public enum SystemState
{
    Right,
    Unsure,
    Wrong,
}
