namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The end of every row's form: why it is changed, its buttons, its draft.</summary>
/// <param name="Editing">Of the row.</param>
/// <param name="Label">On the button that saves.</param>
public sealed record SaveModel(IRowEditing Editing, string Label = "Save")
{
    public bool HasPreview { get; init; } = true;

    /// <summary>The form cites sources, and one that is missing can be added on the way.</summary>
    public bool CitesSources { get; init; }

    /// <summary>On the button that saves and goes on; none, where there is nothing to go on to.</summary>
    public string? Next { get; init; }
}
