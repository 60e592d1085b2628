using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One question, answered for every treatment.</summary>
internal sealed class QuestionLine(ClinicDbContext db, string criterion) : MatrixLine
{
    private CriterionEntry _asked = null!;

    public override string Title => $"{_asked.Term}: every treatment";

    public override IReadOnlyList<Crumb> Crumbs =>
        [new(StaffMap.Matrix.Name, new MatrixAddress(_asked.Group).Path), new(_asked.Term.ToString(), StaffMap.Criterion(criterion))];

    public override CriterionEntry? Asked => _asked;

    public override string Row => $"criteria/{criterion}/all-answers";

    public override (string? Place, string? Criterion) Changed => (null, criterion);

    public override string PageAt(int number) => StaffMap.AnswersToQuestion(criterion, number);

    public override (string Treatment, string Criterion) PlaceOf(string key, string? beside = null) => (key, beside ?? criterion);

    public override string KeyOf(string treatment, string question) => treatment;

    public override async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await db.Criteria.Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(one => one.Slug == criterion, cancel)
            is not { } found)
            return false;
        _asked = found.ToEntry();
        Along = [.. (await Choices.TreatmentsAsync(db, cancel)).Where(one => !one.Archived)];
        Beside = NextTo([.. (await Choices.CriteriaAsync(db, cancel)).Where(one => !one.Archived)], criterion);
        return true;
    }
}
