using System.Collections;
using System.Globalization;
using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A sentence that was accepted, and where it goes.</summary>
/// <param name="Text">As the article says it.</param>
/// <param name="Treatment">By slug.</param>
/// <param name="Other">The treatment that it is compared with; none for an answer.</param>
/// <param name="Criterion">By slug.</param>
public sealed record AcceptedSentence(string Text, string Treatment, string? Other, string Criterion)
{
    /// <summary>The row that it goes to.</summary>
    public string Path => Other is null
        ? $"{CatalogueKinds.Treatment.PathOf(Treatment)}/answers/{Criterion}"
        : CatalogueKinds.Contrast.PathOf(Contrast.HandleOf(Treatment, Other));
}

/// <summary>A question of a comparison that another passage answers already.</summary>
/// <param name="Path">Of the comparison.</param>
/// <param name="Criterion">That both answer.</param>
public sealed record DoubledPassage(string Path, CriterionEntry Criterion);

/// <summary>
/// Puts accepted sentences of an article into the drafts of the person who accepts them: behind what the draft, or else the store, says.
/// A sentence that stands there already is not added again.
/// </summary>
public sealed class ArticleDrafts(ClinicDbContext db, WorkingDrafts drafts, TimeProvider clock)
{
    /// <param name="page">Of the person.</param>
    /// <param name="accepted">Whose treatments and criteria are in the catalogue.</param>
    /// <param name="content">The catalogue.</param>
    /// <param name="source">That they cite.</param>
    /// <param name="cancel">Stops before the next draft is saved.</param>
    /// <returns>What is told twice now.</returns>
    public async Task<IReadOnlyList<DoubledPassage>> AddAsync(
        StaffPageModel page, IReadOnlyList<AcceptedSentence> accepted, ClinicContent content, string source, CancellationToken cancel)
    {
        List<DoubledPassage> doubled = [];
        foreach (var row in accepted.GroupBy(sentence => sentence.Path))
            if (row.First() is { Other: null } answer)
                await AddToAnswerAsync(page, row.Key, [.. row], content, answer, source, cancel);
            else
                doubled.AddRange(await AddToContrastAsync(page, row.Key, [.. row], content, source, cancel));
        return doubled;
    }

    private async Task AddToAnswerAsync(
        StaffPageModel page, string path, IReadOnlyList<AcceptedSentence> sentences, ClinicContent content, AcceptedSentence of,
        string source, CancellationToken cancel)
    {
        var entry = content.Treatments.Single(one => one.Slug == of.Treatment).Answers.FirstOrDefault(one => one.Criterion == of.Criterion);
        var version = await db.Treatments.Where(one => one.Slug == of.Treatment).SelectMany(one => one.Answers)
            .Where(one => one.Criterion.Slug == of.Criterion).Select(one => one.Version).SingleOrDefaultAsync(cancel);
        var kind = content.Criteria.Single(one => one.Slug == of.Criterion).Kind;
        var conditions = content.Conditions.Where(one => !one.Archived).Select(one => one.Slug);
        await AddAsync(page, path, AnswerForm.Of(entry, version, kind, conditions), form =>
        {
            form.Absence = string.IsNullOrWhiteSpace(form.Text) ? null : form.Absence;
            form.Text = With(form.Text, sentences);
            form.ToBeConfirmed = true;
            form.Sources = [.. form.Sources.Union([source])];
            return form.Problems().Any() ? null : form.Write(entry ?? new() { Criterion = of.Criterion });
        }, cancel);
    }

    private async Task<IReadOnlyList<DoubledPassage>> AddToContrastAsync(
        StaffPageModel page, string path, IReadOnlyList<AcceptedSentence> sentences, ClinicContent content, string source,
        CancellationToken cancel)
    {
        var handle = RowPath.Parse(path)!.Handle;
        var between = Contrast.Between(handle);
        var entry = content.Contrasts.FirstOrDefault(one => Contrast.HandleOf(one.Between) == handle);
        var version = await db.Contrasts.Where(one => between.Contains(one.First.Slug) && between.Contains(one.Second.Slug))
            .Select(one => one.Version).SingleOrDefaultAsync(cancel);
        List<DoubledPassage> doubled = [];
        await AddAsync(page, path, entry is null ? new ContrastForm() : ContrastForm.Of(entry, version), form =>
        {
            form.Passages.RemoveAll(passage => passage.IsEmpty);
            foreach (var same in sentences.GroupBy(sentence => sentence.Criterion))
            {
                var criterion = content.Criteria.Single(one => one.Slug == same.Key);
                var passage = form.Passages.Find(one => one.Sources.All.Contains(source) && Asks(one, same.Key));
                if (form.Passages.Exists(one => one != passage && one.Criteria.Any(row => row.Criterion == same.Key)))
                    doubled.Add(new(path, criterion));
                if (passage is null)
                    form.Passages.Add(passage = new()
                    {
                        Heading = criterion.Term.ToString(),
                        Criteria = [new() { Criterion = same.Key }],
                        Sources = CitingForm.Of([source]),
                    });
                passage.Text = With(passage.Text, same);
            }
            return form.Problems().Any() ? null : form.Write(entry ?? new() { Between = between });
        }, cancel);
        return doubled;
    }

    private async Task AddAsync<TForm>(
        StaffPageModel page, string path, TForm stored, Func<TForm, object?> add, CancellationToken cancel)
        where TForm : class, IRowForm, new()
    {
        var draft = await drafts.FindAsync(page.UserId, path, cancel);
        var form = stored;
        if (draft is not null && DraftFields.Read(draft.Fields) is { } typed)
            await page.BindAsync(form = new TForm(), "Form", typed);
        var entry = add(form);
        var fields = Fields("Form", form).ToDictionary(field => field.Name, field => new StringValues(field.Value));
        var saved = new WorkingDraft
        {
            UserId = page.UserId,
            Path = path,
            BaseVersion = form.Version,
            Fields = DraftFields.Of(new FormCollection(fields))!,
            Entry = entry is null ? null : JsonSerializer.Serialize(entry, ContentJson.Options),
            SavedAt = clock.GetUtcNow(),
        };
        await drafts.SaveAsync(saved, draft?.SavedAt, cancel);
    }

    private static bool Asks(PassageForm passage, string criterion) =>
        passage.Criteria.Where(row => !string.IsNullOrEmpty(row.Criterion)).Select(row => row.Criterion).SequenceEqual([criterion]);

    private static string With(string? text, IEnumerable<AcceptedSentence> sentences)
    {
        var added = string.Join(' ', sentences.Select(sentence => sentence.Text)
            .Where(sentence => text?.Contains(sentence, StringComparison.Ordinal) != true));
        return string.IsNullOrWhiteSpace(text) ? added : added == "" ? text : $"{text.TrimEnd()}\n\n{added}";
    }

    /// <summary>What a browser would send of a form.</summary>
    private static IEnumerable<(string Name, string Value)> Fields(string name, object? value) => value switch
    {
        null => [],
        string text => [(name, text)],
        bool or Enum or int => [(name, Convert.ToString(value, CultureInfo.InvariantCulture)!)],
        IDictionary named => named.Keys.Cast<object>().SelectMany(key => Fields($"{name}[{key}]", named[key])),
        IEnumerable list => list.Cast<object?>().SelectMany((item, index) => Fields($"{name}[{index}]", item)),
        _ => value.GetType().GetProperties().Where(property => property.CanWrite)
            .SelectMany(property => Fields($"{name}.{property.Name}", property.GetValue(value))),
    };
}
