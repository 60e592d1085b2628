using System.Globalization;
using System.Text.RegularExpressions;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Testing;

/// <summary>
/// A clinic that says the same under other names: every slug and key is another, in the same order, and none tells what it stands for. What
/// a page says of it is what it says of the first clinic, once the names are put back.
/// </summary>
public sealed partial class RenamedClinic
{
    private readonly Dictionary<string, string> _back = [];
    private readonly Dictionary<string, string> _treatments;
    private readonly Dictionary<string, string> _criteria;
    private readonly Dictionary<string, string> _concerns;
    private readonly Dictionary<string, string> _conditions;
    private readonly Dictionary<string, string> _sources;

    public RenamedClinic(ClinicContent clinic)
    {
        _treatments = Names(clinic.Treatments.SelectMany(one => one.FormerSlugs.Append(one.Slug)));
        _criteria = Names(clinic.Criteria.Select(one => one.Slug));
        _concerns = Names(clinic.Concerns.SelectMany(one => one.FormerSlugs.Append(one.Slug)));
        _conditions = Names(clinic.Conditions.Select(one => one.Slug));
        _sources = Names(clinic.Sources.Select(one => one.Key));
        Content = Renamed(clinic);
    }

    public ClinicContent Content { get; }

    public string Treatment(string slug) => _treatments[slug];

    public string Criterion(string slug) => _criteria[slug];

    public string Concern(string slug) => _concerns[slug];

    /// <summary>The text with the first clinic's names in place of these.</summary>
    public string Back(string text) => Name().Replace(text, name => _back[name.Value]);

    // The order of names is the order of columns, and so it is kept.
    private Dictionary<string, string> Names(IEnumerable<string> names)
    {
        var renamed = new Dictionary<string, string>();
        foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
        {
            renamed.Add(name, string.Create(CultureInfo.InvariantCulture, $"zq{_back.Count:0000}"));
            _back.Add(renamed[name], name);
        }
        return renamed;
    }

    private ClinicContent Renamed(ClinicContent clinic)
    {
        var groups = Names(clinic.Groups.Select(one => one.Slug));
        var clinicians = Names(clinic.Clinicians.Select(one => one.Slug));
        var numbers = Names(clinic.Numbers.Select(one => one.Key));
        var questions = Names(clinic.Questions.Select(one => one.Key));
        var glossary = Names(clinic.Glossary.Select(one => one.Slug));
        return clinic with
        {
            Clinic = clinic.Clinic with { CommonComparisons = [.. clinic.Clinic.CommonComparisons.Select(set => All(set, _treatments))] },
            Clinicians = [.. clinic.Clinicians.Select(one => one with { Slug = clinicians[one.Slug] })],
            Groups = [.. clinic.Groups.Select(one => one with { Slug = groups[one.Slug] })],
            Criteria = [.. clinic.Criteria.Select(one => one with { Slug = _criteria[one.Slug], Group = groups[one.Group] })],
            Concerns = [.. clinic.Concerns.Select(one => one with
            {
                Slug = _concerns[one.Slug], FormerSlugs = All(one.FormerSlugs, _concerns), Sources = Cited(one.Sources),
                ReplacedBy = Maybe(one.ReplacedBy, _concerns),
            })],
            Conditions = [.. clinic.Conditions.Select(one => one with { Slug = _conditions[one.Slug] })],
            Treatments = [.. clinic.Treatments.Select(one => one with
            {
                Slug = _treatments[one.Slug],
                FormerSlugs = All(one.FormerSlugs, _treatments),
                Answers = [.. one.Answers.Select(answer => answer with
                {
                    Criterion = _criteria[answer.Criterion],
                    Conditions = [.. answer.Conditions.Select(mention => mention with { Condition = _conditions[mention.Condition] })],
                    Sources = Cited(answer.Sources),
                })],
                Concerns = [
                    .. one.Concerns.Select(evidence =>
                        evidence with { Concern = _concerns[evidence.Concern], Sources = Cited(evidence.Sources) })],
                Author = Maybe(one.Author, clinicians),
                ReplacedBy = Maybe(one.ReplacedBy, _treatments),
            })],
            Contrasts = [.. clinic.Contrasts.Select(one => one with
            {
                Between = All(one.Between, _treatments),
                ClinicsSaySources = Cited(one.ClinicsSaySources),
                Passages = [.. one.Passages.Select(passage => passage with
                {
                    Criteria = [.. passage.Criteria.Select(row => row with { Criterion = _criteria[row.Criterion] })],
                    Sources = Cited(passage.Sources),
                })],
            })],
            Numbers = [.. clinic.Numbers.Select(one => one with
            {
                Key = numbers[one.Key],
                Concern = Maybe(one.Concern, _concerns),
                Places = [
                    .. one.Places.Select(place =>
                        place with { Treatment = _treatments[place.Treatment], Criterion = _criteria[place.Criterion] })],
                Sources = Cited(one.Sources),
            })],
            Questions = [.. clinic.Questions.Select(one => one with { Key = questions[one.Key] })],
            Glossary = [.. clinic.Glossary.Select(one => one with { Slug = glossary[one.Slug], Sources = Cited(one.Sources) })],
            Sources = [.. clinic.Sources.Select(one => one with { Key = _sources[one.Key] })],
        };
    }

    private string[] Cited(IReadOnlyList<string> sources) => All(sources, _sources);

    private static string[] All(IReadOnlyList<string> names, Dictionary<string, string> renamed) =>
        [.. names.Select(name => renamed[name])];

    private static string? Maybe(string? name, Dictionary<string, string> renamed) => name is null ? null : renamed[name];

    [GeneratedRegex("zq[0-9]{4}")]
    private static partial Regex Name();
}
