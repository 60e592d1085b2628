using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Searching;

namespace ClinicPortal.Core.Articles;

/// <summary>
/// Proposes for each sentence of an article the treatment and the question that it answers, by names, headings and what such sentences
/// say. The same article and catalogue always give the same plan; where it is not certain, it proposes nothing.
/// </summary>
public sealed partial class ArticleReader
{
    /// <summary>An article of more sentences is refused: each of them is looked at by a person.</summary>
    public const int MaxSentences = 400;

    // A definition only decides between questions of which the sentence says as much.
    private const int WeightOfCue = 2;
    private const int WeightOfHeading = 4;
    private const int WeightOfDefinition = 1;
    private const int MostWordsOfLead = 6;
    private const int MostWordsOfName = 4;

    // As far from the start or the end as an article names its author.
    private const int BlocksOfByline = 3;

    private readonly Func<string, string, IReadOnlyList<string>> _promotionalWords;
    private readonly ArticleNames _names;
    private readonly ArticleCues _cues;
    private readonly Regex _date;
    private readonly ArticleText _article;
    private readonly List<Asked> _asked;
    private readonly List<PlannedSentence> _sentences = [];
    private readonly HashSet<TreatmentEntry> _defined = [];
    private readonly List<string> _unknown = [];
    private Section _section = Section.None;

    private ArticleReader(ArticleText article, ClinicContent content, Func<string, string, IReadOnlyList<string>> promotionalWords)
    {
        (_article, _promotionalWords, _names, _cues) = (article, promotionalWords, new(content), ArticleCues.For(article));
        _date = DateOf(_cues);
        _asked =
        [
            .. content.Criteria.Where(criterion => !criterion.Archived).Select(criterion => new Asked(
                criterion, _cues.Of(criterion),
                [
                    .. new[] { criterion.Question, criterion.Term }.Concat(criterion.SearchNames)
                        .SelectMany(text => text.Texts.Values).Select(Phrase.Of).Where(phrase => phrase.Words.Count > 0),
                ])),
        ];
    }

    /// <param name="article">To be read.</param>
    /// <param name="content">Whose treatments and questions it may write about.</param>
    /// <param name="promotionalWords">The words of a sentence, in the language of the article, that advertise.</param>
    /// <exception cref="ArticleException">It has more than <see cref="MaxSentences"/> sentences.</exception>
    public static ArticlePlan Plan(
        ArticleText article, ClinicContent content, Func<string, string, IReadOnlyList<string>> promotionalWords) =>
        new ArticleReader(article, content, promotionalWords).Plan(content);

    private ArticlePlan Plan(ClinicContent content)
    {
        foreach (var block in _article.Blocks)
            if (block.Kind == ArticleBlockKind.Heading)
                _section = SectionOf(block);
            else
                ReadParagraph(block.Text);
        return new(
            _cues.Language, _cues.LanguageName, _sentences,
            new(Lacks(), Unanswered(content), [.. _unknown.Distinct(StringComparer.OrdinalIgnoreCase)]), Author(), Date());
    }

    private Section SectionOf(ArticleBlock heading)
    {
        var words = new ArticleWords(heading.Text);
        var named = Named(words, out var unclear);
        var asked = AskedBy(words, out _);
        var isBelow = heading.Level == 0 || _section.Level == 0 || heading.Level > _section.Level;
        return named.Count == 0 && !unclear && asked is not null && isBelow
            ? _section with { Asked = asked, Question = heading.Text }
            : new(heading.Text, heading.Level, unclear ? [] : named, asked, asked is null ? null : heading.Text);
    }

    private void ReadParagraph(string text)
    {
        var section = _section;
        if (Lead().Match(text) is { Success: true } lead && lead.Groups["lead"].Value is var title
            && new ArticleWords(title) is { Count: <= MostWordsOfLead } words)
        {
            var named = Named(words, out var unclear);
            var asked = AskedBy(words, out var isQuestion);
            if (named.Count > 0 || unclear)
                section = new(title, 0, unclear ? [] : named, asked ?? section.Asked, asked is null ? section.Question : title);
            else if (isQuestion)
                section = section with { Asked = asked, Question = title };
            if (named.Count > 0 || unclear || isQuestion)
                text = text[lead.Length..];
        }
        IReadOnlyList<TreatmentEntry> before = [];
        foreach (var sentence in PlainText.Sentences(text))
            if (_sentences.Count == MaxSentences)
                throw new ArticleException($"This article has more than {MaxSentences} sentences. Import a part of it at a time.");
            else
                before = ReadSentence(sentence, section, before);
    }

    /// <param name="text">The sentence.</param>
    /// <param name="section">That it stands in.</param>
    /// <param name="before">The treatments that the sentence before, in the same paragraph, is about.</param>
    /// <returns>Those that this one is about.</returns>
    private IReadOnlyList<TreatmentEntry> ReadSentence(string text, Section section, IReadOnlyList<TreatmentEntry> before)
    {
        var words = new ArticleWords(text);
        var (about, why) = About(words, section, before);
        var claim = ClaimIn(words);
        var (asked, says) = claim is null ? AnswerIn(words, section, about) : (null, "");
        if (about.Count == 0)
            NoteUnknown(text, words, section);
        var place = about.Count switch
        {
            > 0 when claim is not null => SentencePlace.Claim,
            2 => SentencePlace.Contrast,
            1 when asked is not null => SentencePlace.Cell,
            _ => SentencePlace.None,
        };
        var promotional = _promotionalWords(text, _cues.Language);
        var reason = place switch
        {
            SentencePlace.Claim => $"{why}. “{claim}” is a claim, and the sentence gives no evidence for it.",
            _ when about.Count > 0 && asked is null => $"{why}, but it is not clear which question it answers.",
            SentencePlace.None => $"{why}.",
            // Where one heading tells both, it is named once.
            _ => says.StartsWith(why, StringComparison.OrdinalIgnoreCase) ? $"{why}{says[why.Length..]}." : $"{why}, and {says}.",
        };
        _sentences.Add(new(
            _sentences.Count, text, promotional.Count > 0 ? SentencePlace.Promotional : place, about, asked?.Criterion, reason,
            promotional));
        return about;
    }

    private (IReadOnlyList<TreatmentEntry> About, string Why) About(
        ArticleWords words, Section section, IReadOnlyList<TreatmentEntry> before)
    {
        var there = _names.In(words);
        var named = Named(there);
        if (there.Any(name => name.Treatments.Count > 1))
            return ([], "Uses a name that could mean several treatments");
        var goesOn = _cues.GoesOn.Any(words.StartsWith);
        return named switch
        {
            { Count: > 2 } => ([], "Names more than two treatments"),
            { Count: 2 } when AreOnlyBeside(words, there) => ([], $"Compares something else with {Listed(named)}"),
            { Count: 2 } when IsCombination(words) => ([named[0]], $"Names {Listed(named)} together"),
            { Count: 2 } => (named, $"Names {Listed(named)}"),
            [var one] when IsOnlyBeside(words, there) => before is [var other] && goesOn && other != one
                ? ([other, one], $"Still about {RunningText.NameOf(other)}, and compares it with {RunningText.NameOf(one)}")
                : ([], $"Compares something else with {RunningText.NameOf(one)}"),
            [var one] when goesOn && before is [var other] && other != one =>
                ([], $"May be about {RunningText.NameOf(other)} or about {RunningText.NameOf(one)}"),
            [var one] => ([one], $"Names {RunningText.NameOf(one)}"),
            _ when _cues.Several.Any(words.Has) => before.Count == 2 ? (before, $"Still about {Listed(before)}")
                : section.Treatments.Count == 2 ? (section.Treatments, Under(section.Title))
                : ([], "Is about several treatments without naming them"),
            _ when goesOn && before is [var one] && !_names.HintsAtOther(words, one) =>
                (before, $"Still about {RunningText.NameOf(one)}"),
            _ when section.Treatments is [var one] && before.Count == 0 && (goesOn || section.Asked is not null)
                && !_names.HintsAtOther(words, one) => (section.Treatments, Under(section.Title)),
            _ => ([], "Does not name any of the clinic's treatments"),
        };
    }

    private static string Under(string? heading) => $"Is under the heading “{heading}”";

    // "Cooling is faster than PRP" says nothing of PRP alone.
    private bool IsOnlyBeside(ArticleWords words, IReadOnlyList<NamedThere> there) => there.All(name =>
        _cues.Against.Any(cue => Enumerable.Range(name.At - cue.Words.Count - 1, 2).Append(name.At + name.Length)
            .Any(at => at >= 0 && words.IsAt(at, cue, inflected: false))));

    // "It costs less than PRP and microneedling", unlike "Unlike PRP, mesotherapy needs no blood".
    private bool AreOnlyBeside(ArticleWords words, IReadOnlyList<NamedThere> there) =>
        _cues.Against.Any(cue => there[0].At - cue.Words.Count is > 0 and var at && words.IsAt(at, cue, inflected: false))
        && there.Zip(there.Skip(1)).All(pair => pair.Second.At - pair.First.At - pair.First.Length <= 1);

    private bool IsCombination(ArticleWords words) =>
        _asked.Find(asked => asked.Criterion.Role == CriterionRole.Combination)?.Topic is { } combination
        && combination.Sentences.Any(words.Has) && !_cues.Compares.Any(words.Has);

    /// <summary>Its word for how good a treatment is; none beside a word for a study or a source.</summary>
    private string? ClaimIn(ArticleWords words) =>
        _cues.Claims.FirstOrDefault(words.Has) is { } claim && !_cues.Evidence.Sentences.Concat(_cues.Sources.Sentences).Any(words.Has)
            ? claim.Text : null;

    private (Asked? Asked, string Says) AnswerIn(ArticleWords words, Section section, IReadOnlyList<TreatmentEntry> about)
    {
        var isKind = _cues.Kind.Any(words.Has);
        var isDefinition = about is [var one] && _defined.Add(one) && _names.In(words) is [{ At: 0 } name, ..]
            && _cues.Defines.Any(cue => words.IsAt(name.At + name.Length, cue, inflected: false));
        var severalConcerns = _names.ConcernsIn(words) > 1;
        var found =
            (from asked in _asked
             let cues = SaidIn(words, asked).ToList()
             let underHeading = section.Asked == asked && (section.Treatments.Count == 0 || about.Any(section.Treatments.Contains))
             // Under "What is PRP?" an article says all kinds of things.
             let weight = asked.Criterion.Role == CriterionRole.What ? WeightOfCue : WeightOfHeading
             let score = cues.Count * WeightOfCue + (underHeading ? weight : 0)
                + (severalConcerns && asked.Criterion.Role == CriterionRole.Areas ? WeightOfCue : 0)
                + (isDefinition && asked.Criterion.Role == CriterionRole.What && (isKind || cues.Count > 0) ? WeightOfDefinition : 0)
             where score > 0
             orderby score descending, underHeading descending
             select (Asked: asked, Score: score, UnderHeading: underHeading, Cues: cues)).ToList();
        if (found.Count == 0 || (found.Count > 1 && found[0].Score == found[1].Score && !found[0].UnderHeading))
            return (null, "");
        var (best, _, under, said) = found[0];
        var question = $"“{best.Criterion.Question}”";
        return (best, under ? $"is under the heading “{section.Question}”, which fits {question}"
            : said.Count > 0 ? $"“{said.MaxBy(cue => cue.Text.Length)!.Text}” suggests {question}"
            : $"answers {question}");
    }

    // What somebody comes with is no risk of what is done about it.
    private IEnumerable<Phrase> SaidIn(ArticleWords words, Asked asked) =>
        (asked.Topic?.Sentences ?? []).Concat(asked.Names).Where(words.Has)
            .Where(cue => asked.Criterion.Role != CriterionRole.SeriousRisks || _names.IsBesideConcerns(words, cue));

    private List<TreatmentEntry> Named(ArticleWords words, out bool unclear)
    {
        var there = _names.In(words);
        unclear = there.Any(name => name.Treatments.Count > 1);
        return Named(there);
    }

    private static List<TreatmentEntry> Named(IReadOnlyList<NamedThere> there) =>
        [.. there.Where(name => name.Treatments.Count == 1).Select(name => name.Treatments[0]).Distinct()];

    /// <summary>The question that a heading asks; none, where two are as likely.</summary>
    private Asked? AskedBy(ArticleWords heading, out bool isQuestion)
    {
        var found = _asked
            .Select(asked => (Asked: asked, Words: (asked.Topic?.Headings ?? []).Concat(asked.Names)
                .Where(heading.Has).Select(phrase => phrase.Words.Count).DefaultIfEmpty().Max()))
            .Where(one => one.Words > 0).OrderByDescending(one => one.Words).Take(2).ToList();
        isQuestion = found.Count > 0;
        return found.Count == 0 || (found.Count == 2 && found[0].Words == found[1].Words) ? null : found[0].Asked;
    }

    private void NoteUnknown(string text, ArticleWords words, Section section)
    {
        if (_names.In(words).Count > 0 || words.Count == 0 || CommonWords.Stop.Contains(words[0]) || _cues.GoesOn.Any(words.StartsWith))
            return;
        var title = Phrase.Of(Bracket().Replace(section.Title ?? "", ""));
        if (section is { Treatments.Count: 0, Asked: null } && title.Words.Count is > 0 and <= MostWordsOfName
            && words.StartsWith(title) && _names.ConcernsIn(new(section.Title!)) == 0)
            _unknown.Add(title.Text.Trim());
        else if (_cues.Kind.Any(words.Has) && NameAtStart().Match(text) is { Success: true } start
            && new ArticleWords(start.Value) is { Count: > 0 and <= MostWordsOfName } name && _names.ConcernsIn(name) == 0)
            _unknown.Add(start.Value.Trim());
        else if (_cues.Kind.Any(cue => words.IsAt(words.Count - 1, cue, inflected: false)) && NameBeforeItsKind(text) is { } told
            && _names.ConcernsIn(new(told)) == 0)
            _unknown.Add(told);
    }

    /// <summary>"Ozon tedavisi" of "Ozon tedavisi de bir yöntemdir"; none, where no such name begins the text.</summary>
    private string? NameBeforeItsKind(string text)
    {
        var written = text.Split(' ');
        return char.IsUpper(text[0])
            ? Enumerable.Range(2, MostWordsOfName - 1).Where(count => count < written.Length)
                .Where(count => _cues.EndsName.Any(cue => new ArticleWords(written[count - 1]).StartsWith(cue)))
                .Select(count => string.Join(' ', written[..count])).FirstOrDefault()
            : null;
    }

    private ArticleLack[] Lacks()
    {
        var blocks = _article.Blocks.Select(block => (block.Text, Words: new ArticleWords(block.Text))).ToList();
        var headings = _article.Blocks.Where(block => block.Kind == ArticleBlockKind.Heading).Select(block => block.Text).ToList();
        var sober = headings.Where(IsSober)
            .Concat(_sentences.Where(sentence => sentence.PromotionalWords.Count == 0).Select(sentence => sentence.Text))
            .Select(text => (Text: text, Words: new ArticleWords(text))).ToList();
        bool Has(Func<ArticleWords, Phrase, bool> isThere, Topic topic) =>
            topic.Sentences.Any(cue => sober.Exists(one => isThere(one.Words, cue)));
        var hasReferences = headings.Select(text => new ArticleWords(text))
            .Any(words => _cues.Sources.Headings.Any(cue => words.Count == cue.Words.Count && words.StartsWith(cue)));
        bool Holds(Regex pattern) => blocks.Exists(block => pattern.IsMatch(block.Text));
        var hasDate = _article.Date is not null || Holds(DateOfFigures()) || blocks.Exists(block => Enumerable.Range(0, block.Words.Count)
            .Any(at => _cues.Months.Any(month => block.Words.IsAt(at, month, inflected: false))
                && Enumerable.Range(at + 1, 2).Any(next => next < block.Words.Count && Year().IsMatch(block.Words[next]))));
        return
        [
            .. new (ArticleLack Lack, bool IsThere)[]
            {
                (ArticleLack.SeriousRisks, Has(_names.IsBesideConcerns, _cues.SeriousRisks)),
                (ArticleLack.Numbers, sober.Exists(one => Number().IsMatch(_date.Replace(one.Text, "")))),
                (ArticleLack.Sources,
                    hasReferences || Has((words, cue) => words.Has(cue), _cues.Sources) || sober.Exists(one => Link().IsMatch(one.Text))),
                (ArticleLack.Date, hasDate),
                (ArticleLack.Author, _article.Author is not null || Bylines().Any(NamesAuthor)),
            }.Where(one => !one.IsThere).Select(one => one.Lack),
        ];
    }

    // The "Dr Smith", the "50% off" and the "no serious risks" of an advertisement tell a reader nothing.
    private bool IsSober(string text) => _promotionalWords(text, _cues.Language).Count == 0;

    private IEnumerable<string> Bylines() =>
        _article.Blocks.Take(BlocksOfByline).Concat(_article.Blocks.Skip(BlocksOfByline).TakeLast(BlocksOfByline))
            .SelectMany(block => PlainText.Sentences(DotOfName().Replace(block.Text, "$1"))).Where(IsSober);

    private bool NamesAuthor(string byline) => new ArticleWords(byline) is var words && _cues.Author.Any(words.Has);

    private string? Author()
    {
        var by = string.Join('|', _cues.Byline.Select(cue => Regex.Escape(cue.Text)));
        var name = new Regex(
            $@"(^(?=(Dr|Prof|Doç|Op|Uzm)\b)|(?<!\b(?i:reviewed|checked) )\b(?i:{by})\b\s*:?\s+)"
            + @"(?<name>\p{Lu}[\p{L}'’-]*(\s+\p{Lu}[\p{L}'’-]*){0,4})");
        return Bylines().Where(NamesAuthor).Select(byline => name.Match(byline)).FirstOrDefault(found => found.Success)
            ?.Groups["name"].Value;
    }

    private string? Date() => Bylines().Select(byline => _date.Match(byline)).FirstOrDefault(found => found.Success)?.Value;

    private static Regex DateOf(ArticleCues cues) => new(
        $@"(\b\d{{1,2}}(st|nd|rd|th)?\s+)?\b({string.Join('|', cues.Months.Select(month => month.Text))})\s+"
            + $@"(\d{{1,2}}(st|nd|rd|th)?,?\s+)?(19|20)\d\d\b|{DateOfFigures()}",
        RegexOptions.IgnoreCase);

    private UnansweredQuestions[] Unanswered(ClinicContent content) =>
    [
        .. from treatment in content.Treatments
           let about = _sentences.Where(sentence => sentence.Treatments.Contains(treatment)).ToList()
           where about.Count > 0
           select new UnansweredQuestions(
               treatment,
               [
                   .. _asked.Select(asked => asked.Criterion).Where(criterion => !about.Exists(sentence =>
                       sentence.Criterion == criterion && sentence.Place != SentencePlace.Promotional)),
               ]),
    ];

    private static string Listed(IEnumerable<TreatmentEntry> treatments) =>
        RunningText.List([.. treatments.Select(RunningText.NameOf)], "and");

    [GeneratedRegex(@"^(?<lead>[^.:!?]{3,60}):\s+(?=\S+\s+\S+\s+\S)")]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*\(.*")]
    private static partial Regex Bracket();

    // It ends no sentence: "Prof. Ada M. Sample".
    [GeneratedRegex(@"\b(Dr|Prof|Doç|Op|Uzm|Öğr|\p{Lu})\.(?=\s)")]
    private static partial Regex DotOfName();

    [GeneratedRegex(@"^\p{Lu}[^.,;:()]{2,60}?(?=(\s\([^)]*\)|,[^,]{1,80},)?\s(is|are)\s)")]
    private static partial Regex NameAtStart();

    [GeneratedRegex(@"(?<![\p{L}\d])(?!(19|20)\d\d\b)\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"https?://|\bwww\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(\d{1,2}[./]\d{1,2}[./](19|20)\d\d|(19|20)\d\d-\d\d-\d\d)\b")]
    private static partial Regex DateOfFigures();

    [GeneratedRegex(@"^(19|20)\d\d$")]
    private static partial Regex Year();

    /// <summary>A question with the words by which an article asks or answers it.</summary>
    private sealed record Asked(CriterionEntry Criterion, Topic? Topic, IReadOnlyList<Phrase> Names);

    /// <summary>What the headings above a sentence say.</summary>
    private sealed record Section(string? Title, int Level, IReadOnlyList<TreatmentEntry> Treatments, Asked? Asked, string? Question)
    {
        public static Section None { get; } = new(null, 0, [], null, null);
    }
}
