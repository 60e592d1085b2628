using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Html;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What a form offers to choose from.</summary>
public sealed record Choice(string Slug, LocalText Name, bool Archived = false);

/// <summary>The choices as options of a select. They write themselves, because a form of many passages holds a thousand of them.</summary>
/// <param name="choices">In their order; archived ones last.</param>
/// <param name="chosen">The slug of one of them, or none.</param>
public sealed class Options(IReadOnlyList<Choice> choices, string? chosen) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var choice in choices)
            writer.Write(
                $"""<option value="{encoder.Encode(choice.Slug)}"{(choice.Slug == chosen ? " selected" : "")}>"""
                    + $"{encoder.Encode(choice.Name.ToString())}{(choice.Archived ? " (archived)" : "")}</option>");
    }
}

/// <summary>Reads the names that forms offer, and nothing else of their rows.</summary>
public static class Choices
{
    public static async Task<IReadOnlyList<Choice>> TreatmentsAsync(ClinicDbContext db, CancellationToken cancel) =>
        await db.Treatments.OrderBy(one => one.Archived).ThenBy(one => one.Position)
            .Select(one => new Choice(one.Slug, one.Name, one.Archived)).ToListAsync(cancel);

    /// <summary>In the order in which patients read them.</summary>
    public static async Task<IReadOnlyList<Choice>> CriteriaAsync(ClinicDbContext db, CancellationToken cancel) =>
        await Criteria(db).Select(one => new Choice(one.Slug, one.Term, one.Archived || one.Group.Archived)).ToListAsync(cancel);

    /// <summary>The criteria by what they ask.</summary>
    public static async Task<IReadOnlyList<Choice>> QuestionsAsync(ClinicDbContext db, CancellationToken cancel) =>
        await Criteria(db).Select(one => new Choice(one.Slug, one.Question, one.Archived || one.Group.Archived)).ToListAsync(cancel);

    public static async Task<IReadOnlyList<Choice>> ConcernsAsync(ClinicDbContext db, CancellationToken cancel) =>
        await db.Concerns.OrderBy(one => one.Archived).ThenBy(one => one.Position)
            .Select(one => new Choice(one.Slug, one.Name, one.Archived)).ToListAsync(cancel);

    public static async Task<IReadOnlyList<Choice>> ConditionsAsync(ClinicDbContext db, CancellationToken cancel) =>
        await db.Conditions.OrderBy(one => one.Archived).ThenBy(one => one.Position)
            .Select(one => new Choice(one.Slug, one.Name, one.Archived)).ToListAsync(cancel);

    /// <summary>With their roles, as patients read them.</summary>
    public static async Task<IReadOnlyList<Choice>> CliniciansAsync(ClinicDbContext db, CancellationToken cancel) =>
        (await db.Clinicians.OrderBy(one => one.Archived).ThenBy(one => one.Position).AsNoTracking().ToListAsync(cancel))
            .ConvertAll(one => new Choice(one.Slug, LocalText.English(Grammar.Credentials(one.ToEntry())), one.Archived));

    /// <summary>By what names a text can speak of treatments and concerns; nothing else is read of them.</summary>
    public static async Task<(IReadOnlyList<TreatmentEntry> Treatments, IReadOnlyList<ConcernEntry> Concerns)> NamesAsync(
        ClinicDbContext db, CancellationToken cancel)
    {
        var treatments = await db.Treatments.OrderBy(one => one.Position)
            .Select(one => new { one.Slug, one.Name, one.ShortName, one.OtherNames, one.Baseline }).AsNoTracking().ToListAsync(cancel);
        var concerns = await db.Concerns.OrderBy(one => one.Position)
            .Select(one => new { one.Slug, one.Name, one.OtherNames }).AsNoTracking().ToListAsync(cancel);
        return (
            treatments.ConvertAll(one => new TreatmentEntry
            {
                Slug = one.Slug,
                Name = one.Name,
                ShortName = one.ShortName,
                OtherNames = one.OtherNames,
                Baseline = one.Baseline,
                Summary = LocalText.Empty,
            }),
            concerns.ConvertAll(one => new ConcernEntry { Slug = one.Slug, Name = one.Name, OtherNames = one.OtherNames }));
    }

    /// <summary>
    /// A name that came with the form and is not among the choices: a page that has long been open, or a form that is not ours.
    /// </summary>
    public static IEnumerable<string> Unknown(string kind, IReadOnlyList<Choice> choices, IEnumerable<string?> chosen) =>
        chosen.Where(slug => !string.IsNullOrEmpty(slug) && choices.All(choice => choice.Slug != slug))
            .Select(slug => $"There is no {kind} \"{slug}\" any more. Choose another.");

    /// <summary>The numbered notes of a preview: the working sources, whether they are published or not.</summary>
    public static async Task<SourceNotes> NotesAsync(ClinicDbContext db, IEnumerable<string> keys, CancellationToken cancel)
    {
        var cited = keys.Distinct().ToList();
        var sources = await db.Sources.Where(source => cited.Contains(source.Slug)).AsNoTracking().ToListAsync(cancel);
        return new(
            new Edition(
                0, DateTimeOffset.UnixEpoch, Edition.Empty.Content with { Sources = sources.ConvertAll(source => source.ToEntry()) }));
    }

    private static IQueryable<ComparisonCriterion> Criteria(ClinicDbContext db) => db.Criteria
        .OrderBy(one => one.Archived || one.Group.Archived).ThenBy(one => one.Group.Position).ThenBy(one => one.Position);
}
