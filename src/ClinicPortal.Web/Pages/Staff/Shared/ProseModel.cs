namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// A field of short Markdown: with buttons for it, and a paste that becomes it. Only for texts that patients read as Markdown.
/// </summary>
/// <param name="Id">Of the field on its page.</param>
/// <param name="Name">That the form sends.</param>
/// <param name="Label">What belongs into it.</param>
/// <param name="Text">What stands in it.</param>
public sealed record ProseModel(string Id, string Name, string Label, string? Text)
{
    public int Rows { get; init; } = 4;

    public bool Required { get; init; }
}
