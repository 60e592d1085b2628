using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The answers that the passages of one pair rest on.</summary>
/// <param name="Grounds">In the order in which patients read the questions.</param>
/// <param name="Problems">What stands against publishing the passages.</param>
public sealed record ContrastBasis(IReadOnlyList<ContrastBasis.Ground> Grounds, IReadOnlyList<string> Problems)
{
    /// <param name="Criterion">That a passage stands with.</param>
    /// <param name="Answers">Of the first treatment and of the second.</param>
    /// <param name="Agreement">Computed from typed values; from the editor's words where there are none.</param>
    public sealed record Ground(CriterionEntry Criterion, IReadOnlyList<AnswerEntry?> Answers, Agreement Agreement);

    public static async Task<ContrastBasis> OfAsync(
        ClinicDbContext db, ContrastEntry contrast, IReadOnlyList<string> treatments, CancellationToken cancel)
    {
        var verdicts = contrast.Passages.SelectMany(passage => passage.Criteria).ToLookup(row => row.Criterion, row => row.Verdict);
        var asked = verdicts.Select(row => row.Key).ToList();
        var criteria = (await db.Criteria.Include(one => one.Group).Where(one => asked.Contains(one.Slug))
            .OrderBy(one => one.Group.Position).ThenBy(one => one.Position).AsNoTracking().ToListAsync(cancel))
            .ConvertAll(one => one.ToEntry());
        var cells = (await db.Set<TreatmentAttribute>().Include(cell => cell.Criterion).Include(cell => cell.Treatment)
                .Where(cell => treatments.Contains(cell.Treatment.Slug) && asked.Contains(cell.Criterion.Slug))
                .AsNoTracking().ToListAsync(cancel))
            .ToLookup(cell => cell.Treatment.Slug, cell => cell.ToEntry());
        List<IReadOnlyList<AnswerEntry>> answered = [.. treatments.Select(slug => cells[slug].ToList())];
        var problems = ContentRules.CheckContrast(contrast, criteria, answered);
        return new([.. criteria.Select(GroundOf)], [.. problems.Select(problem => problem.Message)]);

        Ground GroundOf(CriterionEntry criterion)
        {
            List<AnswerEntry?> answers = [.. answered.Select(cells => cells.FirstOrDefault(cell => cell.Criterion == criterion.Slug))];
            return new(criterion, answers, AnswerComparer.Compare(criterion, answers, (_, _) => verdicts[criterion.Slug].Max()));
        }
    }
}
