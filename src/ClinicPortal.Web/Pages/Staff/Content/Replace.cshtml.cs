using System.ComponentModel.DataAnnotations;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is to be found and what is to stand there instead.</summary>
public sealed class ReplaceForm
{
    public string? Find { get; set; }

    /// <summary>A space alone is words too.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? With { get; set; }

    public bool WholeWords { get; set; }

    public bool MatchCase { get; set; }

    /// <summary>As in <see cref="ReplaceBatch.Lists"/>.</summary>
    public List<string?> Lists { get; set; } = [];
}

/// <summary>Words are replaced in many texts at once.</summary>
public sealed class ReplaceModel(BatchEditing<ReplaceForm> editing) : StaffPageModel, IBatchPage<ReplaceForm>
{
    public const int Longest = 200;

    public override string Title => "Find and replace";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Content];

    [BindProperty]
    public ReplaceForm Form { get; set; } = new();

    /// <summary>The rows that are ticked, when it is saved.</summary>
    [BindProperty]
    public List<string?> Chosen { get; set; } = [];

    /// <summary>Each with its name for staff.</summary>
    public static IReadOnlyList<(string List, string Name)> Lists { get; } = [.. ReplaceBatch.Lists.Select(list => (list, NameOf(list)))];

    public BatchEditing<ReplaceForm> Editing => editing.For(this);

    public string Place => "content/replace";

    public bool IsBlank => string.IsNullOrEmpty(Form.Find);

    public IEnumerable<(string Place, string Message)> Remarks =>
        Editing.Problems.Concat(Editing.Preview?.Problems ?? []).Distinct().Select(problem => (problem.Place, problem.Message))
            .Concat((Editing.Preview?.Warnings ?? []).Select(warning => (warning.Path ?? "", warning.Message)));

    private bool IsSaving => string.Equals(Request.Query["handler"], "Save", StringComparison.OrdinalIgnoreCase);

    public bool IsTicked(string path) => !IsSaving || Chosen.Contains(path);

    [IgnoresModelState]
    public Task<IActionResult> OnPostTryAsync(CancellationToken cancel) => Editing.TryAsync(cancel);

    [IgnoresModelState]
    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancel) => Editing.SaveAsync(cancel);

    [IgnoresModelState]
    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel) => Editing.DiscardAsync(cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        // A reference says what its authors called their work: it is looked through only if somebody asks for that.
        if (HttpMethods.IsGet(Request.Method) && Form.Lists.Count == 0)
            Form.Lists = [.. ReplaceBatch.Lists.Where(list => list != CatalogueKinds.Source.List)];
        return Editing.ShowAsync(cancel);
    }

    public Task<BatchRequest> ReadAsync(CancellationToken cancel)
    {
        List<string> lists = [.. Form.Lists.OfType<string>()];
        var replacement = new Replacement(Form.Find ?? "", Form.With ?? "") { WholeWords = Form.WholeWords, MatchCase = Form.MatchCase };
        List<BatchProblem> problems =
        [
            .. string.IsNullOrWhiteSpace(replacement.Find) ? new BatchProblem[] { new("", "Say what to find.") } : [],
            .. FormInput.Problems("text to find", Form.Find, Longest).Concat(FormInput.Problems("replacement", Form.With, Longest))
                .Select(problem => new BatchProblem("", problem)),
            .. lists.Count == 0 ? new BatchProblem[] { new("", "Tick at least one place to look in.") } : [],
            .. IsSaving && Chosen.Count == 0 ? new BatchProblem[] { new("", "Nothing is ticked. Tick at least one entry.") } : [],
        ];
        if (problems.Count > 0)
            return Task.FromResult(new BatchRequest(null, problems));
        return Task.FromResult(new BatchRequest(new ReplaceBatch(replacement, lists, _ => true), [])
        {
            Chosen = new ReplaceBatch(replacement, lists, path => !IsSaving || Chosen.Contains(path)),
        });
    }

    private static string NameOf(string list) => list.Split('/') switch
    {
        [ClinicProfile.OnlyPath] => "The clinic itself",
        [_, "answers"] => "Answers",
        [_, _] => "What is known for each concern",
        _ => StaffKinds.Of(CatalogueKinds.FindByList(list)!).Plural,
    };
}
