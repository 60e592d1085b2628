using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>All questions answered for one treatment.</summary>
public sealed class TreatmentAnswersModel(
    ClinicDbContext db, CatalogueEditor editor, DraftEditing<AnswersForm> drafts, Edition edition, ClinicCalendar calendar)
    : AnswersPageModel(db, editor, drafts, edition, calendar)
{
    private LocalText _name = LocalText.Empty;
    private IReadOnlyList<Choice> _along = [];
    private IReadOnlyList<Choice> _beside = [];

    public override string Title => $"{_name}: all questions{(Number > 1 ? $", page {Number}" : "")}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Matrix, new(_name.ToString(), StaffMap.Treatment(Treatment))];

    [FromRoute]
    public string Treatment { get; set; } = "";

    public override string Row => $"treatments/{Treatment}/all-answers/{Number}";

    public override string PageAt(int number) => StaffMap.AnswersOfTreatment(Treatment, number);

    protected override (string? Place, string? Criterion) Changed => (CatalogueKinds.Treatment.PathOf(Treatment), null);

    protected override IReadOnlyList<Choice> Along => _along;

    protected override IReadOnlyList<Choice> Beside => _beside;

    protected override (string Treatment, string Criterion) PlaceOf(string key, string? beside = null) => (beside ?? Treatment, key);

    protected override string KeyOf(string treatment, string criterion) => criterion;

    protected override async Task<bool> FindAsync(CancellationToken cancel)
    {
        var treatments = await Choices.TreatmentsAsync(Db, cancel);
        if (treatments.FirstOrDefault(one => one.Slug == Treatment) is not { } treatment)
            return false;
        _name = treatment.Name;
        _along = [.. (await Choices.CriteriaAsync(Db, cancel)).Where(one => !one.Archived)];
        _beside = NextTo([.. treatments.Where(one => !one.Archived)], Treatment);
        return true;
    }
}
