using System.Collections.Frozen;
using ClinicPortal.Core.Articles;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Core.Wording;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// An article is pasted or uploaded, read sentence by sentence, and what staff accept of it becomes drafts of theirs. Between the steps the
/// page itself holds the article; nothing is stored before something is accepted, and nothing is published.
/// </summary>
[StaffFileFormLimits]
public sealed class ArticleModel(
    ClinicDbContext db, ContentExporter exporter, CatalogueEditor editor, ArticleDrafts drafts, TimeProvider clock) : StaffPageModel
{
    public const int LongestTitle = 200;

    private ClinicContent _content = null!;

    public override string Title => Plan is null ? "Import an article" : "Import an article: choose sentences";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Content];

    [BindProperty]
    public ArticleForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>None, before an article has been read.</summary>
    public ArticlePlan? Plan { get; private set; }

    public IReadOnlyList<ArticleGroup> Groups => Plan is null ? [] : ArticleGroup.Of(Plan);

    public IReadOnlyList<Choice> Treatments { get; private set; } = [];

    public IReadOnlyList<Choice> Criteria { get; private set; } = [];

    /// <summary>Chosen, and without a treatment or a question to go to.</summary>
    public IReadOnlyList<PlannedSentence> Unplaced { get; private set; } = [];

    /// <summary>A source of the same title; none, where there is none.</summary>
    public SourceEntry? SameTitle { get; private set; }

    /// <summary>By number, the sentences that stand, word for word, in the clinic's texts or in drafts of the person.</summary>
    public IReadOnlySet<int> Known { get; private set; } = FrozenSet<int>.Empty;

    /// <summary>The article, by its key in the registry, of which sentences have been accepted.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; set; }

    /// <summary>Drafts of the person that cite it.</summary>
    public IReadOnlyList<Crumb> Made { get; private set; } = [];

    public static string BeginningOf(PlannedSentence sentence) => $"“{RunningText.Beginning(sentence.Text, 60)}”";

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        // A report that was not carried out, perhaps as the session had ended, comes back with its choices.
        if (Plan is null && Form.Sentences.Count > 0)
            await PlanAgainAsync(cancel);
        if (!string.IsNullOrEmpty(Source))
            Made = await MadeAsync(Source, cancel);
        Treatments = [.. (await Choices.TreatmentsAsync(db, cancel)).Where(one => !one.Archived)];
        Criteria = [.. (await Choices.QuestionsAsync(db, cancel)).Where(one => !one.Archived)];
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancel)
    {
        if (Upload is not null && !string.IsNullOrWhiteSpace(Form.Text))
            return await RefuseAsync("You pasted text and chose a file. Use only one: clear the text, or leave out the file.", cancel);
        try
        {
            var article = Upload is null ? ArticleText.Of(Form.Text ?? "") : ArticleText.Read(await BytesAsync(Upload, cancel));
            Form.Text = article.ToString();
            // What is pasted from a page often begins with "Top of page": only what comes marked as its title is taken for that.
            if (Form.Sentences.Count == 0)
                Form.Title ??= article.Blocks.FirstOrDefault(block =>
                    block is { Kind: ArticleBlockKind.Heading, Level: 1, Text.Length: <= LongestTitle })?.Text;
            Form.Author ??= article.Author;
            Form.Date ??= article.Date;
            await PlanAsync(article with { Blocks = ArticleText.Of(Form.Text).Blocks }, cancel);
            Form.Author ??= Plan!.Author;
            Form.Date ??= Plan!.Date;
        }
        catch (ArticleException refused)
        {
            return await RefuseAsync(refused.Message, cancel);
        }
        Form.Sentences = Proposed();
        Form.CiteKnown = SameTitle is not null;
        ModelState.Clear();
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        try
        {
            await PlanAsync(ArticleText.Of(Form.Text ?? ""), cancel);
        }
        catch (ArticleException refused)
        {
            return await RefuseAsync(refused.Message, cancel);
        }
        if (Form.Sentences.Count != Plan!.Sentences.Count)
        {
            Form.Sentences = Proposed();
            return await RefuseAsync("Not all choices arrived. Look through the sentences again.", cancel);
        }
        var chosen = Chosen().ToList();
        var unplaced = chosen.FindAll(one => !HasPlace(one.Accepted));
        Unplaced = unplaced.ConvertAll(one => one.Planned);
        var problems = Problems(chosen.Count, unplaced).ToList();
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        if (await SourceAsync(cancel) is not { } source)
            return await RefuseAsync("There is already a source called that. Give the article another title.", cancel);
        var doubled = await drafts.AddAsync(this, [.. chosen.Select(one => one.Accepted)], _content, source, cancel);
        var names = await RowNames.OfAsync(db, cancel);
        var made = RunningText.Count(chosen.Select(one => one.Accepted.Path).Distinct().Count(), "draft");
        // A page of its own, to which the way back leads from each draft.
        return RedirectTo(
            $"{StaffMap.Article}?source={source}",
            string.Join(' ',
            [
                $"{RunningText.Count(chosen.Count, "sentence")} added to {made}. Patients see nothing until you have saved a draft and it "
                    + "has been published.",
                .. doubled.GroupBy(one => one.Path, one => $"“{one.Criterion.Term}”").Select(same =>
                    $"“{names.NameOf(same.Key)}” already had {(same.Count() == 1 ? "a passage" : "passages")} on "
                        + $"{RunningText.List([.. same], "and")}: merge {(same.Count() == 1 ? "it" : "each")} with the new one, or remove "
                        + "one of the two."),
            ]));
    }

    /// <summary>What is not there yet is ticked, where its place is known.</summary>
    private List<ArticleSentenceForm> Proposed() =>
        [.. Plan!.Sentences.Select(sentence => ArticleSentenceForm.Of(sentence, Known.Contains(sentence.Number)))];

    private async Task<IReadOnlyList<Crumb>> MadeAsync(string source, CancellationToken cancel)
    {
        var names = await RowNames.OfAsync(db, cancel);
        return
        [
            .. from draft in await KeptAsync(cancel)
               where draft.Fields.Any(field => field.Value.Contains(source))
               select new Crumb(names.NameOf(draft.Path), StaffMap.Address(draft.Path)),
        ];
    }

    private ArticleGroupChoice ChoiceOf(ArticleGroup group) => Form.Groups.GetValueOrDefault(group.Key);

    private IEnumerable<ChosenSentence> Chosen() =>
        from @group in Groups
        let all = ChoiceOf(@group)
        from sentence in @group.Sentences
        let form = Form.Sentences[sentence.Number]
        where all == ArticleGroupChoice.All || (all == ArticleGroupChoice.Ticked && form.Accept)
        select new ChosenSentence(@group, sentence, new(
            sentence.Text, form.Treatment ?? "", string.IsNullOrEmpty(form.Other) ? null : form.Other,
            form.Criterion ?? ""));

    private IEnumerable<string> Problems(int chosen, List<ChosenSentence> unplaced)
    {
        if (string.IsNullOrWhiteSpace(Form.Title))
            yield return "Give the article a title. It will be the source of every sentence you accept.";
        else
            foreach (var problem in Form.Source().Problems())
                yield return problem;
        if (chosen == 0)
            yield return "You have not ticked any sentences. Tick at least one.";
        foreach (var one in unplaced.Where(IsWithItself))
            yield return $"{BeginningOf(one.Planned)} has the same treatment twice. Choose another under “Compared with”, or “None”.";
        var missing = unplaced.FindAll(one => !IsWithItself(one));
        if (missing is [var single])
            yield return $"{BeginningOf(single.Planned)} has no place yet. Choose a treatment and a question for it, or leave it out.";
        else if (missing.Count > 1)
            yield return $"{missing.Count} sentences have no place yet. Choose a treatment and a question for each, or leave them out.";
        foreach (var group in unplaced.Select(one => one.Group).Distinct().Where(one => ChoiceOf(one) == ArticleGroupChoice.All))
            yield return $"“{group.Heading}” is set to “{ArticleGroup.Whole}”. Change it to “{ArticleGroup.OnlyTicked}” to leave sentences "
                + "out.";
    }

    /// <summary>What compares two needs a question too: no page shows a passage without one.</summary>
    private bool HasPlace(AcceptedSentence sentence) =>
        IsTreatment(sentence.Treatment) && (sentence.Other is not { } other || (IsTreatment(other) && other != sentence.Treatment))
        && _content.Criteria.Any(one => one.Slug == sentence.Criterion);

    private static bool IsWithItself(ChosenSentence one) => one.Accepted.Other == one.Accepted.Treatment;

    private bool IsTreatment(string slug) => _content.Treatments.Any(one => one.Slug == slug);

    /// <summary>The key of the article among the sources; none, where another has its name.</summary>
    private async Task<string?> SourceAsync(CancellationToken cancel)
    {
        if (Form.CiteKnown && SameTitle is { } there)
            return there.Key;
        var form = Form.Source();
        var reference = InputCleaner.Line(form.Reference!);
        if (await db.Sources.Where(one => one.Reference == reference && !one.Archived).Select(one => one.Slug).FirstOrDefaultAsync(cancel)
            is { } known)
            return known;
        var saved = await editor.AddAsync(CatalogueKinds.Source, null, form.Write, Sign(clock.GetUtcNow()), cancel)
            as SaveOutcome<SourceEntry>.Saved;
        return saved is null ? null : RowPath.Parse(saved.Path)!.Handle;
    }

    private async Task PlanAsync(ArticleText article, CancellationToken cancel)
    {
        _content = await exporter.ExportAsync(cancel);
        Plan = ArticleReader.Plan(article, _content, PromotionalWords);
        SameTitle = _content.Sources.FirstOrDefault(Form.IsTitleOf);
        var known = await KnownTextsAsync(cancel);
        Known = Plan.Sentences.Where(sentence => known.Contains(sentence.Text, StringComparison.Ordinal))
            .Select(sentence => sentence.Number).ToFrozenSet();
    }

    /// <summary>The person's drafts of answers and comparisons.</summary>
    private async Task<IReadOnlyList<(string Path, FormCollection Fields)>> KeptAsync(CancellationToken cancel)
    {
        var (answers, contrasts) = ($"{CatalogueKinds.Treatment.List}/", $"{CatalogueKinds.Contrast.List}/");
        var kept = await db.Drafts
            .Where(draft => draft.UserId == UserId && (draft.Path.StartsWith(answers) || draft.Path.StartsWith(contrasts)))
            .OrderBy(draft => draft.Path).Select(draft => new { draft.Path, draft.Fields }).ToListAsync(cancel);
        return [.. from draft in kept let fields = DraftFields.Read(draft.Fields) where fields is not null select (draft.Path, fields)];
    }

    private async Task<string> KnownTextsAsync(CancellationToken cancel)
    {
        var typed = (await KeptAsync(cancel)).SelectMany(draft => draft.Fields.SelectMany(field => field.Value));
        IEnumerable<string?> texts =
        [
            .. _content.Treatments.SelectMany(treatment => treatment.Answers).Select(answer => answer.Text?.ToString()),
            .. _content.Contrasts.SelectMany(contrast => contrast.Passages).Select(passage => passage.Text.ToString()), .. typed,
        ];
        return string.Join('\n', texts);
    }

    private async Task PlanAgainAsync(CancellationToken cancel)
    {
        try
        {
            await PlanAsync(ArticleText.Of(Form.Text ?? ""), cancel);
        }
        catch (ArticleException)
        {
            return;
        }
        if (Form.Sentences.Count != Plan!.Sentences.Count)
            Form.Sentences = Proposed();
    }

    private static IReadOnlyList<string> PromotionalWords(string sentence, string language) =>
    [
        .. Longest(Advertising.FindInProse(sentence, language))
            .OrderBy(found => found.Start).Select(found => found.Words).Distinct(),
    ];

    /// <summary>Of finds that overlap, the longest.</summary>
    private static List<WordingFinding> Longest(IEnumerable<WordingFinding> finds)
    {
        List<WordingFinding> kept = [];
        foreach (var one in finds.OrderByDescending(found => found.Length))
            if (!kept.Exists(other => one.Start < other.Start + other.Length && other.Start < one.Start + one.Length))
                kept.Add(one);
        return kept;
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        // One byte more than there may be tells the rest.
        var bytes = new byte[Math.Min(file.Length, ArticleText.MaxFileSize + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    private sealed record ChosenSentence(ArticleGroup Group, PlannedSentence Planned, AcceptedSentence Accepted);
}
