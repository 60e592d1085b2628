using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Changes how a criterion is answered, once it is plain what becomes of every answer.</summary>
public sealed class CriterionKindModel(ClinicDbContext db, CriterionKinds kinds, TimeProvider clock) : StaffPageModel, IRowPage
{
    private CriterionEntry _criterion = null!;

    public override string Title => $"How it is answered: {_criterion.Term}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Criteria, new(_criterion.Term.ToString(), StaffMap.Criterion(Criterion))];

    [FromRoute]
    public string Criterion { get; set; } = "";

    /// <summary>The kind that is asked about; none, before one is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public ValueKind? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Steps { get; set; }

    /// <summary>Of what would come of it when the page was made, see <see cref="KindChange.Seen"/>.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public string Row => $"criteria/{Criterion}";

    public CriterionEntry Entry => _criterion;

    /// <summary>How it was answered until the last change; none, if there was none.</summary>
    public CriterionEntry? Former { get; private set; }

    /// <summary>Where it is shown what would come of going back there; each answer would say what it said then.</summary>
    public string BackTo(CriterionEntry former) => StaffMap.CriterionKind(Criterion)
        + QueryString.Create("to", former.Kind.ToString()).Add("steps", string.Join('\n', former.Steps));

    /// <summary>What would come of it; none, before a kind is chosen.</summary>
    public KindChange? Change { get; private set; }

    public RowNames Names { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (To is not { } kind)
            return await RefuseAsync("Choose how it is to be answered.", cancel);
        if (await kinds.PreviewAsync(Criterion, kind, TypedSteps(), cancel) is { Problems: { Count: > 0 } problems })
            return await RefuseAsync(problems, cancel);
        var by = Sign(clock.GetUtcNow(), $"Answered by {ValueKinds.Of(kind).Label} from now on");
        if (!await kinds.ChangeAsync(Criterion, kind, TypedSteps(), Seen, by, cancel))
            return await RefuseAsync(
                "Nothing was changed, because this question or its answers have changed since you opened the page. Check what would "
                + "happen now, then press \"Change it\".", cancel);
        return RedirectTo(
            StaffMap.CriterionKind(Criterion),
            $"It is answered by {ValueKinds.Of(kind).Label} now. Patients see that after the next publication.");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Names = await RowNames.OfAsync(db, cancel);
        Former = await kinds.FormerAsync(Criterion, cancel);
        Change = To is { } kind ? await kinds.PreviewAsync(Criterion, kind, TypedSteps(), cancel) : null;
        return Page();
    }

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.FindAsync(CatalogueKinds.Criterion, Criterion, cancel) is not var (entry, _, _))
            return false;
        _criterion = (CriterionEntry)entry;
        return true;
    }

    /// <summary>What an answer would say, or says, in words.</summary>
    public static string Words(CriterionEntry criterion, AnswerEntry answer) =>
        answer.Value is { } value ? ValueFormatter.Of(criterion, value)
            : ValueKinds.Of(criterion).IsMeasured ? "No value"
            : "Text only";

    private LocalText[] TypedSteps() => [.. CriterionForm.Lines(Steps).Select(LocalText.English)];
}
