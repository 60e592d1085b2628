using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Core.Editing;

/// <summary>One row of the working tables, found or about to be added, with all that its words can refer to.</summary>
internal sealed record RowPlace<TEntry>(string Path, WorkingRow<TEntry> Row, TEntry Blank, WorkingCatalogue Catalogue) where TEntry : class
{
    /// <summary>What no save of the row changes: the name it goes by, and what only another kind of change may touch.</summary>
    public Func<TEntry, TEntry> Keep { get; init; } = entry => entry;

    /// <summary>Adds the parts that are rows of their own to what the row itself says.</summary>
    public Func<TEntry, TEntry> Whole { get; init; } = entry => entry;

    /// <summary>The entry itself says whether it is archived; otherwise only the row knows.</summary>
    public bool SaysArchived { get; init; } = true;
}

/// <summary>How each kind of row is found, and how a new one begins.</summary>
internal static class RowPlaces
{
    public static async Task<RowPlace<AnswerEntry>> AnswerAsync(ClinicDbContext db, string treatment, string criterion, CancellationToken cancel)
    {
        var catalogue = await TreatmentPartAsync(db, treatment, cancel);
        var cells = catalogue.Treatment(treatment).Answers;
        return new($"treatments/{treatment}/answers/{criterion}", cells.Find(cell => cell.Criterion.Slug == criterion) ?? Added(cells), new() { Criterion = criterion }, catalogue);
    }

    public static async Task<RowPlace<ConcernEvidenceEntry>> EvidenceAsync(ClinicDbContext db, string treatment, string concern, CancellationToken cancel)
    {
        var catalogue = await TreatmentPartAsync(db, treatment, cancel);
        var cells = catalogue.Treatment(treatment).Concerns;
        return new(
            $"treatments/{treatment}/concerns/{concern}", cells.Find(cell => cell.Concern.Slug == concern) ?? Added(cells),
            new() { Concern = concern, Offer = ConcernOffer.NotUsual }, catalogue);
    }

    /// <summary>A slug that is not there yet makes a new treatment, at the end. Its cells keep what they say.</summary>
    public static async Task<RowPlace<TreatmentEntry>> TreatmentAsync(ClinicDbContext db, string slug, CancellationToken cancel)
    {
        var catalogue = await TreatmentPartAsync(db, slug, cancel);
        var row = catalogue.Treatments.Find(treatment => treatment.Slug == slug);
        if (row is null)
            catalogue.Treatments.Add(row = Added(db, new Treatment { Slug = slug, Position = await EndAsync(db.Treatments.Select(one => (int?)one.Position), cancel) }));
        // A former version may send readers on to any other treatment, and addresses of former names must go on leading somewhere.
        catalogue.Treatments.AddRange(await db.Treatments.Where(other => other.Slug != slug).ToListAsync(cancel));
        var whole = row.ToEntry();
        return new(row.Path, row, new() { Slug = slug, Name = LocalText.Empty, Summary = LocalText.Empty }, catalogue)
        {
            Keep = entry => entry with { Slug = slug, FormerSlugs = whole.FormerSlugs, ReplacedBy = catalogue.Treatments.Exists(other => other.Slug == entry.ReplacedBy) ? entry.ReplacedBy : null },
            Whole = own => own with { Answers = whole.Answers, Concerns = whole.Concerns },
        };
    }

    public static async Task<RowPlace<SourceEntry>> SourceAsync(ClinicDbContext db, string key, CancellationToken cancel)
    {
        var row = await db.Sources.SingleOrDefaultAsync(source => source.Slug == key, cancel)
            ?? Added(db, new Source { Slug = key, Position = await EndAsync(db.Sources.Select(one => (int?)one.Position), cancel) });
        return new(row.Path, row, new() { Key = key, Reference = "", State = SourceState.ToBeConfirmed }, Empty()) { Keep = entry => entry with { Key = key } };
    }

    public static async Task<RowPlace<OutcomeNumberEntry>> NumberAsync(ClinicDbContext db, string key, CancellationToken cancel)
    {
        var catalogue = await NamesAsync(db, cancel);
        var row = await db.Numbers.Include(number => number.Places).Include(number => number.Sources).AsSplitQuery().SingleOrDefaultAsync(number => number.Slug == key, cancel)
            ?? Added(db, new OutcomeNumber { Slug = key, Position = await EndAsync(db.Numbers.Select(one => (int?)one.Position), cancel) });
        var blank = new OutcomeNumberEntry { Key = key, Outcome = LocalText.Empty, Effect = OutcomeEffect.Benefit, Group = LocalText.Empty, Counted = LocalText.Empty, Sources = [] };
        return new(row.Path, row, blank, catalogue) { Keep = entry => entry with { Key = key }, SaysArchived = false };
    }

    public static async Task<RowPlace<ContrastEntry>> ContrastAsync(ClinicDbContext db, string one, string other, CancellationToken cancel)
    {
        var catalogue = await NamesAsync(db, cancel);
        string[] between = string.CompareOrdinal(one, other) < 0 ? [one, other] : [other, one];
        var row = await db.Contrasts.Where(contrast => between.Contains(contrast.First.Slug) && between.Contains(contrast.Second.Slug))
            .Include(contrast => contrast.ClinicsSaySources)
            .Include(contrast => contrast.Passages).ThenInclude(passage => passage.Criteria)
            .Include(contrast => contrast.Passages).ThenInclude(passage => passage.Sources).AsSplitQuery().SingleOrDefaultAsync(cancel)
            ?? Added(db, new Contrast { Position = await EndAsync(db.Contrasts.Select(contrast => (int?)contrast.Position), cancel) });
        return new($"contrasts/{Contrast.HandleOf(one, other)}", row, new() { Between = between }, catalogue) { Keep = entry => entry with { Between = between }, SaysArchived = false };
    }

    /// <summary>Its kind and its steps stay: changing them touches every typed value, which is another kind of change.</summary>
    public static async Task<RowPlace<CriterionEntry>> CriterionAsync(ClinicDbContext db, string slug, CancellationToken cancel)
    {
        var catalogue = Empty();
        catalogue.Groups.AddRange(await db.Groups.ToListAsync(cancel));
        var row = await db.Criteria.SingleAsync(criterion => criterion.Slug == slug, cancel);
        var (kind, steps) = (row.Kind, row.Steps);
        return new(row.Path, row, row.ToEntry(), catalogue) { Keep = entry => entry with { Slug = slug, Kind = kind, Steps = steps } };
    }

    public static async Task<RowPlace<ConcernEntry>> ConcernAsync(ClinicDbContext db, string slug, CancellationToken cancel)
    {
        var catalogue = Empty();
        catalogue.Sources.AddRange(await db.Sources.ToListAsync(cancel));
        catalogue.Concerns.AddRange(await db.Concerns.Include(concern => concern.FormerSlugs).Include(concern => concern.Sources).AsSplitQuery().ToListAsync(cancel));
        var row = catalogue.Concerns.Find(concern => concern.Slug == slug)
            ?? Added(db, new Concern { Slug = slug, Position = await EndAsync(db.Concerns.Select(one => (int?)one.Position), cancel) });
        return new(row.Path, row, new() { Slug = slug, Name = LocalText.Empty }, catalogue) { Keep = entry => entry with { Slug = slug } };
    }

    /// <summary>What a treatment goes by today that went by the slug once: its history keeps the names that it had.</summary>
    public static async Task<string> NowCalledAsync(this ClinicDbContext db, string treatment, CancellationToken cancel) =>
        await db.Treatments.Where(one => one.Slug == treatment || one.FormerSlugs.Any(former => former.Slug == treatment))
            .OrderByDescending(one => one.Slug == treatment).Select(one => one.Slug).FirstOrDefaultAsync(cancel) ?? treatment;

    /// <summary>One treatment with all that its rows refer to.</summary>
    private static async Task<WorkingCatalogue> TreatmentPartAsync(ClinicDbContext db, string treatment, CancellationToken cancel)
    {
        var part = Empty();
        part.Sources.AddRange(await db.Sources.ToListAsync(cancel));
        part.Clinicians.AddRange(await db.Clinicians.ToListAsync(cancel));
        part.Criteria.AddRange(await db.Criteria.ToListAsync(cancel));
        part.Concerns.AddRange(await db.Concerns.ToListAsync(cancel));
        part.Treatments.AddRange(await db.Treatments.Where(one => one.Slug == treatment)
            .Include(one => one.ReplacedBy)
            .Include(one => one.FormerSlugs)
            .Include(one => one.Answers).ThenInclude(answer => answer.Sources)
            .Include(one => one.Concerns).ThenInclude(evidence => evidence.Sources).ToListAsync(cancel));
        part.Treatments.AddRange(part.Treatments.Select(one => one.ReplacedBy).OfType<Treatment>().ToList());
        return part;
    }

    /// <summary>Everything that numbers and contrasts can name, without what it says.</summary>
    private static async Task<WorkingCatalogue> NamesAsync(ClinicDbContext db, CancellationToken cancel)
    {
        var part = Empty();
        part.Sources.AddRange(await db.Sources.ToListAsync(cancel));
        part.Criteria.AddRange(await db.Criteria.ToListAsync(cancel));
        part.Concerns.AddRange(await db.Concerns.ToListAsync(cancel));
        part.Treatments.AddRange(await db.Treatments.ToListAsync(cancel));
        return part;
    }

    private static WorkingCatalogue Empty() => new()
    {
        Clinicians = [], Groups = [], Criteria = [], Concerns = [], Treatments = [], Contrasts = [], Numbers = [], Questions = [], Glossary = [], Sources = [],
    };

    private static async Task<int> EndAsync(IQueryable<int?> positions, CancellationToken cancel) => (await positions.MaxAsync(cancel) ?? -1) + 1;

    private static TRow Added<TRow>(List<TRow> rows) where TRow : new()
    {
        var row = new TRow();
        rows.Add(row);
        return row;
    }

    private static TRow Added<TRow>(ClinicDbContext db, TRow row) where TRow : class
    {
        db.Add(row);
        return row;
    }
}
