using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Web.Pages;

/// <summary>The numbered notes of one page: a source gets its number where it is first cited, and the list at the end shows them.</summary>
public sealed class SourceNotes(Edition edition)
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<SourceEntry> _cited = [];

    public IReadOnlyList<SourceEntry> Cited => _cited;

    public int NumberOf(string key)
    {
        if (_numbers.TryGetValue(key, out var number))
            return number;

        _cited.Add(edition.Source(key));
        return _numbers[key] = _cited.Count;
    }
}
