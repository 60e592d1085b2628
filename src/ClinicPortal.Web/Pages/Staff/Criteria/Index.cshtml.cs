using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The questions that every treatment answers, in the order in which patients read them.</summary>
public sealed class CriteriaPageModel(ClinicDbContext db, ClarityCounts clarity, ClinicCalendar calendar) : StaffPageModel
{
    /// <summary>Over how many days, today among them, the page tells what readers said to "Was this clear?".</summary>
    public const int ClarityDays = 90;

    public sealed record Line(
        string Slug, LocalText Group, LocalText Question, LocalText Term, ValueKind Kind, int? Priority, bool Archived);

    public override string Title => "Criteria";

    public IReadOnlyList<IGrouping<LocalText, Line>> Groups { get; private set; } = [];

    private IReadOnlyDictionary<string, (int Clear, int NotClear)> _said = new Dictionary<string, (int, int)>();

    public string ClarityOf(string slug) =>
        _said.TryGetValue(slug, out var said) ? ClarityOf(said) : $"no answers, last {ClarityDays} days";

    /// <summary>"clear 12, not clear 3, last 90 days".</summary>
    public static string ClarityOf((int Clear, int NotClear) said) =>
        string.Create(CultureInfo.InvariantCulture, $"clear {said.Clear:#,0}, not clear {said.NotClear:#,0}, last {ClarityDays} days");

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var lines = await db.Criteria.OrderBy(one => one.Group.Position).ThenBy(one => one.Position)
            .Select(one => new Line(one.Slug, one.Group.Name, one.Question, one.Term, one.Kind, one.Priority, one.Archived))
            .ToListAsync(cancel);
        _said = await clarity.SinceAsync(calendar.Today.AddDays(1 - ClarityDays), cancel);
        Groups = [.. lines.GroupBy(line => line.Group)];
        return Page();
    }
}
