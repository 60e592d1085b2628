using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>
/// The numbered notes of one page: a source gets its number where it is first cited, and the list at the end shows them. Whichever is
/// rarer has a mark of its own: a text that a clinician has still to confirm, or one that rests on its sources alone.
/// </summary>
/// <param name="edition">Which holds the sources.</param>
/// <param name="comparison">Whose texts are marked; none on a page that compares nothing.</param>
public sealed class SourceNotes(Edition edition, Comparison? comparison = null)
{
    // Most texts have still to be confirmed, so the others are marked.
    private readonly bool _marksConfirmed =
        AnswersOf(comparison).Sum(answer => answer.ToBeConfirmed ? 1 : -1) > 0;

    /// <summary>What the marks of the page mean; none, where nothing is marked.</summary>
    public string? Key =>
        _marksConfirmed && AnswersOf(comparison).Any(answer => !answer.ToBeConfirmed && answer.Sources.Count > 0)
            ? "Texts marked ● come straight from their sources. A clinician still needs to confirm the others."
        : _marksConfirmed ? "A clinician still needs to confirm these texts."
        : IsToBeConfirmed(comparison) || edition.Content.Glossary.Any(term => term.ToBeConfirmed)
            ? "A clinician still needs to confirm the texts marked †."
        : null;

    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<SourceEntry> _cited = [];

    public IReadOnlyList<SourceEntry> Cited => _cited;

    /// <summary>
    /// Links to the sources, and the mark; numbered now, not when it is written.
    /// </summary>
    /// <param name="sources">Their keys.</param>
    /// <param name="toBeConfirmed">Whether a clinician has still to confirm the text; none where that is not asked of it.</param>
    public IHtmlContent Of(IReadOnlyList<string> sources, bool? toBeConfirmed = null)
    {
        var mark = (toBeConfirmed, _marksConfirmed) switch
        {
            (true, false) => ToBeConfirmed,
            (false, true) when sources.Count > 0 => Confirmed,
            _ => "",
        };
        return sources.Count == 0 && mark.Length == 0 ? HtmlString.Empty : new Mark([.. sources.Select(LinkTo)], mark);
    }

    /// <summary>
    /// Those of a written contrast: one that rests only on sources that nobody has checked has still to be confirmed.
    /// </summary>
    public IHtmlContent Of(ContrastPassageEntry passage) => Of(passage.Sources, IsToBeConfirmed(passage) ? true : null);

    private const string ToBeConfirmed =
        "<span aria-hidden=\"true\">†</span><span class=\"visually-hidden\"> to be confirmed by a clinician</span>";

    private const string Confirmed =
        "<span aria-hidden=\"true\">●</span><span class=\"visually-hidden\"> comes straight from its sources</span>";

    /// <summary>The id of the place where a source is first cited.</summary>
    public static string CitedAt(int number) => $"cited-{number}";

    private string LinkTo(string key)
    {
        if (_numbers.TryGetValue(key, out var number))
            return $"""<a href="#source-{number}" aria-label="Source {number}">{number}</a>""";

        _cited.Add(edition.Source(key));
        number = _numbers[key] = _cited.Count;
        return $"""<a href="#source-{number}" id="{CitedAt(number)}" aria-label="Source {number}">{number}</a>""";
    }

    private bool IsToBeConfirmed(ContrastPassageEntry passage) =>
        passage.Sources.Count > 0 && passage.Sources.All(key => edition.Source(key).State == SourceState.ToBeConfirmed);

    private bool IsToBeConfirmed(Comparison? comparison) =>
        AnswersOf(comparison).Any(answer => answer.ToBeConfirmed)
        || comparison is not null && (comparison.AnyConcerns.Any(concern => concern.ToBeConfirmed)
            || comparison.Contrasts.SelectMany(pair => pair.Contrast.Passages).Any(IsToBeConfirmed)
            || comparison.Columns.SelectMany(column => column.Concerns).Any(evidence => evidence.ToBeConfirmed));

    private static IEnumerable<AnswerEntry> AnswersOf(Comparison? comparison) =>
        comparison?.Rows.SelectMany(row => row.Cells).Select(cell => cell.Answer).OfType<AnswerEntry>() ?? [];

    private sealed class Mark(string[] links, string mark) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<span class=\"notes\">");
            foreach (var link in links)
                writer.Write(link);
            writer.Write(mark);
            writer.Write("</span>");
        }
    }
}
