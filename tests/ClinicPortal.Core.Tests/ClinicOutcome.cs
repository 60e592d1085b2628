using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Courses;
using ClinicPortal.Core.Deciding;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Numbers;
using ClinicPortal.Core.Sheets;

namespace ClinicPortal.Core.Tests;

/// <summary>All that is derived of one comparison, line by line, as its page would say it.</summary>
internal static class ClinicOutcome
{
    public static IEnumerable<string> Of(Edition edition, Comparison comparison) =>
    [
        comparison.Address.ToString(), comparison.Title, comparison.Decision,
        .. comparison.Rows.SelectMany(Row),
        .. comparison.FirstQuestions.First.Select(comparison.BriefOf)
            .Select(row => $"first {row.Row.Criterion.Slug}: {string.Join(" | ", row.Briefs)}"),
        .. comparison.AnyConcerns.SelectMany(concern =>
            comparison.EvidenceFor(concern).Select(evidence => $"{concern.Slug}: {EvidencePhrase.Of(evidence)}")),
        .. comparison.Contrasts.SelectMany(pair =>
            pair.Contrast.Passages.Select(passage => $"{pair.One.Slug} {pair.Other.Slug}: {passage.Heading}")),
        .. NothingToDraw.Of(comparison),
        .. comparison.Numbers.SelectMany(number => number.Number.Arms.Select(arm => NumberFormatter.Name(number.Number, arm))),
        .. Courses(edition, comparison),
        .. HelpAndUndoing.Of(comparison).SelectMany(Help),
        .. KnowledgeCheck.Of(comparison).SelectMany(Question),
        .. QuestionsToAsk.Of(comparison),
        .. Unknowns.Of(comparison)
        .SelectMany(option => option.Items.Select(item => $"unknown of {option.Treatment.Slug}: {item.Kind} {item.Words} {item.Anchor}")),
        .. Ticks(AskFirst.Of(edition, comparison), comparison),
        .. SheetOf(Sheet.Of(comparison, edition.Content.Questions)),
        .. Scorecard.Of(edition, comparison, new(2026, 11, 27)).Items
            .Select(item => $"{item.Item.Id}: {item.State} {item.Reason} {item.Where}"),
    ];

    private static IEnumerable<string> Row(ComparisonRow row) =>
    [
        $"{row.Criterion.Slug}: {row.Criterion.Question} {row.Agreement} {row.MayHide}",
        .. row.Cells.Select(cell =>
            $"{cell.Treatment.Slug}: {cell.Answer?.Text} {cell.EmptyBecause} {string.Join(' ', cell.Answer?.Sources ?? [])} "
                + $"{string.Join(' ', cell.Numbers.Select(number => number.Key))}"),
        .. row.Passages.Select(passage => $"{passage.One.Slug} {passage.Other.Slug} {passage.Passage.Heading} {passage.Verdict}"),
    ];

    private static IEnumerable<string> Ticks(AskFirst asked, Comparison comparison) =>
    [
        .. from item in asked.Items
           from line in item.Lines
           let said = string.Join(' ', line.SaidIn.Select(criterion => criterion.Slug))
           select $"{item.Condition.Slug} {item.Slot} {item.Condition.Name}: {line.Sentence} {said}",
        .. comparison.Rows.SelectMany(row => row.Cells).SelectMany(asked.NotesOf).Select(note => note.Sentence),
    ];

    private static IEnumerable<string> Courses(Edition edition, Comparison comparison)
    {
        var courses = comparison.Columns.Select(column => Course.Of(edition, column)).ToList();
        return
        [
            .. CourseTable.Of(courses)
            .SelectMany(group =>
                group.Rows.SelectMany(row =>
                    row.Cells.SelectMany(cell => cell.Select(line => $"{group.Name}, {row.Question}: {line.Label} {line.Words}")))),
            .. courses.SelectMany(course => course.Inputs.Select(input => $"{course.Treatment.Slug} {input.Criterion.Slug} {input.Words}")),
            .. courses.SelectMany(course => course.Variants).SelectMany(variant => Timeline.Of(variant).Select(strip => strip.Words)),
            .. courses.SelectMany(course => course.Variants)
                .SelectMany(variant => OccasionFormatter.Of(variant, Occasion.Usual(new(2026, 11, 23)))),
        ];
    }

    private static IEnumerable<string> Help(OptionHelp option) =>
        [
            $"help of {option.Treatment.Slug}: {option.Undo?.Answer?.Text}",
            .. option.GetHelp.Select(quote => $"{quote.Criterion.Slug}: {quote.Words}")];

    private static IEnumerable<string> Question(CheckQuestion question) =>
        [
            $"{question.Asked} {question.Row?.Slug} {question.Because}",
            .. question.Answers.Select(answer => $"{answer.Words} {answer.IsRight}")];

    private static IEnumerable<string> SheetOf(Sheet sheet) =>
    [
        .. sheet.Rows.Select(row => $"sheet {row.Row.Criterion.Slug}: {string.Join(" | ", row.Briefs)}"),
        .. sheet.Numbers.Select(NumberOnPaper.Of), .. sheet.Questions, .. sheet.LeftOut.Select(criterion => $"left out {criterion.Slug}"),
    ];
}
