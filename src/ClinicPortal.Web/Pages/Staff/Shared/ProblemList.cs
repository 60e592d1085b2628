namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is to be put right, each with the row in which it is.</summary>
/// <param name="Names">Of the rows.</param>
public sealed record ProblemList(IReadOnlyList<(string Message, string? Row)> Problems, RowNames Names);
