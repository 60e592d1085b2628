using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One treatment, with the answers to all questions.</summary>
internal sealed class TreatmentLine(ClinicDbContext db, string treatment) : MatrixLine
{
    private LocalText _name = LocalText.Empty;

    public override string Title => $"{_name}: all questions";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Matrix, new(_name.ToString(), StaffMap.Treatment(treatment))];

    public override CriterionEntry? Asked => null;

    public override string Row => $"treatments/{treatment}/all-answers";

    public override (string? Place, string? Criterion) Changed => (CatalogueKinds.Treatment.PathOf(treatment), null);

    public override string PageAt(int number) => StaffMap.AnswersOfTreatment(treatment, number);

    public override (string Treatment, string Criterion) PlaceOf(string key, string? beside = null) => (beside ?? treatment, key);

    public override string KeyOf(string subject, string criterion) => criterion;

    public override async Task<bool> FindAsync(CancellationToken cancel)
    {
        var treatments = await Choices.TreatmentsAsync(db, cancel);
        if (treatments.FirstOrDefault(one => one.Slug == treatment) is not { } found)
            return false;
        _name = found.Name;
        Along = [.. (await Choices.CriteriaAsync(db, cancel)).Where(one => !one.Archived)];
        Beside = NextTo([.. treatments.Where(one => !one.Archived)], treatment);
        return true;
    }
}
