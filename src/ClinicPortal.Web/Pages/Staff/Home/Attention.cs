using System.Runtime.CompilerServices;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What of that which patients read staff should look at next.</summary>
/// <param name="Reviews">Treatments of which something is due for review again, or soon; the most urgent first.</param>
/// <param name="Findings">What contradicts itself or is missing, and the row in which it is put right.</param>
/// <param name="Unclear">Questions whose answers readers called unclear, by address.</param>
/// <param name="FailedMails">How many of the last days, for administrators.</param>
/// <param name="UnknownDois">How many sources have a DOI that is not registered.</param>
/// <param name="Names">Of the rows.</param>
public sealed record Attention(
    IReadOnlyList<(TreatmentEntry Treatment, DateOnly Due)> Reviews, IReadOnlyList<(string Message, string? Row)> Findings,
    IReadOnlyList<(string Name, string Address, string Said)> Unclear, int FailedMails, int UnknownDois, RowNames Names)
{
    /// <summary>More lines of one kind are folded.</summary>
    public const int Most = 5;

    /// <summary>A large clinic that has just begun has thousands: so many are listed.</summary>
    public const int MostFindings = 100;

    public const int MailDays = 7;

    /// <summary>How soon before its day a review is named, so that it is done before patients read that it is late.</summary>
    public const int SoonDays = 30;

    /// <summary>Fewer readers may have clicked by chance.</summary>
    private const int FewestUnclear = 3;

    // To read a whole catalogue for contradictions takes longer than anything else on the page, and an edition never changes.
    private static readonly ConditionalWeakTable<Edition, IReadOnlyList<(string, string?)>> Known = [];

    // They are counted from the store, because an edition does not know when somebody asked.
    private static readonly HashSet<string> NoDois = [];

    public bool IsNeeded => Reviews.Count + Findings.Count + Unclear.Count + FailedMails + UnknownDois > 0;

    public static async Task<Attention> OfAsync(
        Edition edition, ClinicDbContext db, ClarityCounts clarity, ClinicCalendar calendar, DateTimeOffset now, bool isAdministrator,
        RowNames names, CancellationToken cancel)
    {
        var said = await clarity.SinceAsync(calendar.Today.AddDays(1 - CriteriaPageModel.ClarityDays), cancel);
        return new(
            [.. ReviewSchedule.OverdueOn(calendar.Today.AddDays(SoonDays + 1), edition, edition.Treatments).OrderBy(review => review.Due)],
            Known.GetValue(edition, FindingsIn),
            [
                .. from criterion in edition.Criteria
                   let counts = said.GetValueOrDefault(criterion.Slug)
                   where IsUnclear(counts)
                   select (criterion.Term.ToString(), StaffMap.Criterion(criterion.Slug), CriteriaPageModel.ClarityOf(counts)),
            ],
            isAdministrator ? await FailedMailsSinceAsync(now.AddDays(-MailDays), db, cancel) : 0,
            await db.Sources.CountAsync(
                source => !source.Archived && db.DoiChecks.Any(check => check.Doi == source.Doi && !check.IsKnown), cancel),
            names);
    }

    private static Task<int> FailedMailsSinceAsync(DateTimeOffset moment, ClinicDbContext db, CancellationToken cancel) =>
        db.AuditRecords.CountAsync(record => record.Kind == AuditKind.Mail && record.At >= moment, cancel);

    private static bool IsUnclear((int Clear, int NotClear) said) => said.NotClear >= FewestUnclear && said.NotClear >= said.Clear;

    private static IReadOnlyList<(string, string?)> FindingsIn(Edition edition) => ContentProblem.Told(
        ContentRules.WarningsBeforePublishing(edition.Content, published: null, NoDois), edition.Content);
}
