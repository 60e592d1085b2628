namespace ClinicPortal.Core.Checks;

/// <summary>Something in a catalogue that must be put right before anyone can rely on it.</summary>
/// <param name="Path">Where it stands: <c>treatments[3].answers[2].sources[0]</c>.</param>
/// <param name="Message">What is wrong with which thing, and what to do.</param>
public sealed record ContentProblem(string Path, string Message);
