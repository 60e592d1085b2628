using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A row or a column of the matrix: the answers that stand in it, and what stands beside it.</summary>
internal abstract class MatrixLine
{
    public abstract string Title { get; }

    public abstract IReadOnlyList<Crumb> Crumbs { get; }

    /// <summary>The question that all of its answers answer, if it is one.</summary>
    public abstract CriterionEntry? Asked { get; }

    /// <summary>Under which its drafts are kept, without the number of the page.</summary>
    public abstract string Row { get; }

    /// <summary>Where the history tells of changes to these answers.</summary>
    public abstract (string? Place, string? Criterion) Changed { get; }

    /// <summary>By what the answers are told apart, in order: the treatments in use, or the criteria.</summary>
    public IReadOnlyList<Choice> Along { get; protected set; } = [];

    /// <summary>What stands before and after it in the matrix.</summary>
    public IReadOnlyList<Choice> Beside { get; protected set; } = [];

    public abstract string PageAt(int number);

    /// <summary>Reads what it is about; false, if there is no such thing.</summary>
    public abstract Task<bool> FindAsync(CancellationToken cancel);

    /// <summary>The treatment and the criterion of an answer.</summary>
    /// <param name="key">By which it is told from the others.</param>
    /// <param name="beside">In a line beside this one; none is this one.</param>
    public abstract (string Treatment, string Criterion) PlaceOf(string key, string? beside = null);

    /// <summary>By which an answer is told from the others.</summary>
    public abstract string KeyOf(string treatment, string criterion);

    /// <summary>What stands before and after one of several.</summary>
    protected static IReadOnlyList<Choice> NextTo(IReadOnlyList<Choice> all, string slug) =>
        [.. all.TakeWhile(one => one.Slug != slug).TakeLast(1), .. all.SkipWhile(one => one.Slug != slug).Skip(1).Take(1)];
}
