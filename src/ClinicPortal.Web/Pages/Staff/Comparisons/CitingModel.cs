namespace ClinicPortal.Web.Pages.Staff;

/// <param name="Name">Of the form's part, as in <c>Form.ClinicsSaySources</c>.</param>
/// <param name="Form">What is cited.</param>
/// <param name="Registry">The references by key.</param>
public sealed record CitingModel(string Name, CitingForm Form, IReadOnlyDictionary<string, string> Registry)
{
    public string Id => string.Concat(Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}

/// <summary>One passage of the form with what it can choose from.</summary>
public sealed record PassageModel(PassageForm Form, int Index, IReadOnlyList<Choice> Criteria, IReadOnlyDictionary<string, string> Registry)
{
    public string Name => $"Form.Passages[{Index}]";

    public CitingModel Citing => new($"{Name}.Sources", Form.Sources, Registry);
}
