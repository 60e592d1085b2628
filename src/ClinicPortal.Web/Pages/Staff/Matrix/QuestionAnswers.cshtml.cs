using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One question answered for every treatment.</summary>
public sealed class QuestionAnswersModel(
    ClinicDbContext db, CatalogueEditor editor, DraftEditing<AnswersForm> drafts, Edition edition, ClinicCalendar calendar)
    : AnswersPageModel(db, editor, drafts, edition, calendar)
{
    private IReadOnlyList<Choice> _along = [];
    private IReadOnlyList<Choice> _beside = [];

    public override string Title => $"{Asked.Term}: every treatment{(Number > 1 ? $", page {Number}" : "")}";

    public override IReadOnlyList<Crumb> Crumbs =>
        [new(StaffMap.Matrix.Name, new MatrixAddress(Asked.Group).Path), new(Asked.Term.ToString(), StaffMap.Criterion(Criterion))];

    [FromRoute]
    public string Criterion { get; set; } = "";

    public override string Row => $"criteria/{Criterion}/all-answers/{Number}";

    public CriterionEntry Asked { get; private set; } = null!;

    public override string PageAt(int number) => StaffMap.AnswersToQuestion(Criterion, number);

    protected override (string? Place, string? Criterion) Changed => (null, Criterion);

    protected override IReadOnlyList<Choice> Along => _along;

    protected override IReadOnlyList<Choice> Beside => _beside;

    protected override (string Treatment, string Criterion) PlaceOf(string key, string? beside = null) => (key, beside ?? Criterion);

    protected override string KeyOf(string treatment, string criterion) => treatment;

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Db.Criteria.Include(one => one.Group).AsNoTracking().SingleOrDefaultAsync(one => one.Slug == Criterion, cancel)
            is not { } criterion)
            return false;
        Asked = criterion.ToEntry();
        _along = [.. (await Choices.TreatmentsAsync(Db, cancel)).Where(one => !one.Archived)];
        _beside = NextTo([.. (await Choices.CriteriaAsync(Db, cancel)).Where(one => !one.Archived)], Criterion);
        return true;
    }
}
