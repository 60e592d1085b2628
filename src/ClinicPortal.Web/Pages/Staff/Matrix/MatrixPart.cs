using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Some rows and columns of the matrix, whole: answers as they are saved, each with its version.</summary>
public sealed class MatrixPart
{
    private readonly Dictionary<(string Treatment, string Criterion), MatrixCell> _cells;
    private readonly Dictionary<string, int> _versions;

    private MatrixPart(IEnumerable<MatrixCell> cells, Dictionary<string, int> versions) =>
        (_cells, _versions) = (cells.ToDictionary(cell => (cell.Treatment.Slug, cell.Criterion.Slug)), versions);

    public static MatrixPart Nothing { get; } = new([], []);

    /// <param name="db">The store.</param>
    /// <param name="treatments">Their slugs; those that are not there are left out.</param>
    /// <param name="criteria">Likewise.</param>
    /// <param name="context">On which the states depend.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<MatrixPart> ReadAsync(
        ClinicDbContext db, IReadOnlyList<string> treatments, IReadOnlyList<string> criteria, MatrixContext context,
        CancellationToken cancel)
    {
        var asked = await db.Criteria.Include(one => one.Group).Where(one => criteria.Contains(one.Slug)).AsNoTracking()
            .ToListAsync(cancel);
        var rows = await db.Treatments.Where(one => treatments.Contains(one.Slug))
            .Include(one => one.Answers.Where(answer => criteria.Contains(answer.Criterion.Slug))).ThenInclude(answer => answer.Sources)
            .Include(one => one.Answers.Where(answer => criteria.Contains(answer.Criterion.Slug))).ThenInclude(answer => answer.Criterion)
            .Include(one => one.Answers.Where(answer => criteria.Contains(answer.Criterion.Slug))).ThenInclude(answer => answer.Conditions)
            .ThenInclude(mention => mention.Condition)
            .Include(one => one.Concerns).ThenInclude(evidence => evidence.Concern)
            .AsNoTrackingWithIdentityResolution().ToListAsync(cancel);
        return new(
            AnswerMatrix.Of(rows.ConvertAll(one => one.ToEntry()), asked.ConvertAll(one => one.ToEntry()), context).Cells,
            rows.SelectMany(one => one.Answers).ToDictionary(answer => answer.Path, answer => answer.Version));
    }

    public MatrixCell? Find((string Treatment, string Criterion) place) => _cells.GetValueOrDefault(place);

    /// <summary>0, where nobody has written the answer yet.</summary>
    public int VersionOf(MatrixCell cell) => _versions.GetValueOrDefault(cell.Path);
}
