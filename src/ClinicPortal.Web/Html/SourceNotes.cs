using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using Microsoft.AspNetCore.Html;

namespace ClinicPortal.Web.Html;

/// <summary>The numbered notes of one page: a source gets its number where it is first cited, and the list at the end shows them.</summary>
public sealed class SourceNotes(Edition edition)
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<SourceEntry> _cited = [];

    public IReadOnlyList<SourceEntry> Cited => _cited;

    /// <summary>
    /// Links to the sources, and the mark of what a clinician has still to confirm; numbered now, not when it is written.
    /// </summary>
    public IHtmlContent Of(IReadOnlyList<string> sources, bool toBeConfirmed = false) =>
        sources.Count == 0 && !toBeConfirmed ? HtmlString.Empty : new Mark([.. sources.Select(NumberOf)], toBeConfirmed);

    private int NumberOf(string key)
    {
        if (_numbers.TryGetValue(key, out var number))
            return number;

        _cited.Add(edition.Source(key));
        return _numbers[key] = _cited.Count;
    }

    private sealed class Mark(int[] numbers, bool toBeConfirmed) : IHtmlContent
    {
        private static readonly ConcurrentDictionary<int, string> Links = [];

        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<span class=\"notes\">");
            foreach (var number in numbers)
                writer.Write(Links.GetOrAdd(number, n => $"""<a href="#source-{n}" aria-label="Source {n}">{n}</a>"""));
            if (toBeConfirmed)
                writer.Write("<span aria-hidden=\"true\">†</span><span class=\"visually-hidden\"> to be confirmed by a clinician</span>");
            writer.Write("</span>");
        }
    }
}
