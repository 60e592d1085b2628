using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is written about one pair, as it is typed.</summary>
public sealed class ContrastForm : IRowForm
{
    public int Version { get; set; }

    public List<PassageForm> Passages { get; set; } = [];

    public string? ClinicsSay { get; set; }

    public CitingForm ClinicsSaySources { get; set; } = new();

    public IEnumerable<string?> Questions => Passages.SelectMany(passage => passage.Criteria).Select(row => row.Criterion);

    public static ContrastForm Of(ContrastEntry entry, int version) => new()
    {
        Version = version,
        Passages = [.. entry.Passages.Select(PassageForm.Of)],
        ClinicsSay = entry.ClinicsSay?.ToString(),
        ClinicsSaySources = CitingForm.Of(entry.ClinicsSaySources),
    };

    /// <summary>An empty passage at the end, and in each an empty row for one more question.</summary>
    public void AddSpareRows()
    {
        if (Passages.Count == 0 || !Passages[^1].IsEmpty)
            Passages.Add(new());
        foreach (var passage in Passages.Where(passage =>
            passage.Criteria.Count == 0 || !string.IsNullOrEmpty(passage.Criteria[^1].Criterion)))
            passage.Criteria.Add(new());
    }

    /// <summary>Of passages that are to be saved: where words are missing, with the id of the field.</summary>
    public IEnumerable<(string Id, string Name)> EmptyFields => Kept.SelectMany(passage => new[]
        {
            (Id: $"heading-{passage.Number - 1}", Name: $"Heading of passage {passage.Number}", Text: passage.Form.Heading),
            (Id: $"text-{passage.Number - 1}", Name: $"Text of passage {passage.Number}", Text: passage.Form.Text),
        })
        .Where(one => FormInput.Needed(one.Name, one.Text).Any()).Select(one => (one.Id, one.Name));

    private IEnumerable<(PassageForm Form, int Number)> Kept => Passages.Select((passage, index) => (Form: passage, Number: index + 1))
        .Where(passage => !passage.Form.IsEmpty && !passage.Form.Remove);

    public IEnumerable<string> Problems() =>
    [
        .. Kept.SelectMany(passage => passage.Form.Problems(passage.Number)),
        .. Passages.Select(passage => FormInput.Count("Its place", passage.Place, out _)).OfType<string>(),
        .. FormInput.Problems("text of what clinics say", ClinicsSay),
    ];

    public ContrastEntry Write(ContrastEntry before) => before with
    {
        Passages = [.. Passages.Select((passage, index) => (Form: passage, Index: index, Place: passage.PlaceOr(index + 1)))
            .Where(passage => !passage.Form.IsEmpty && !passage.Form.Remove)
            // Of two with one number, the one that was moved up comes first and the one that was moved down comes last.
            .OrderBy(passage => passage.Place).ThenBy(passage => passage.Place.CompareTo(passage.Index + 1))
            .Select(passage => passage.Form.Write(before.Passages.ElementAtOrDefault(passage.Index)))],
        ClinicsSay = LocalText.Rewritten(before.ClinicsSay, ClinicsSay),
        ClinicsSaySources = ClinicsSaySources.All,
    };

    /// <summary>The same, citing only what the registry holds.</summary>
    public ContrastEntry WriteKnown(ContrastEntry before, IReadOnlyDictionary<string, string> registry)
    {
        var written = Write(before);
        return written with
        {
            Passages = [.. written.Passages.Select(passage => passage with { Sources = [.. passage.Sources.Where(registry.ContainsKey)] })],
            ClinicsSaySources = [.. written.ClinicsSaySources.Where(registry.ContainsKey)],
        };
    }

    /// <summary>A reason for each source that the registry does not hold.</summary>
    public IEnumerable<string> Unknown(IReadOnlyDictionary<string, string> registry) =>
        Passages.Select(passage => passage.Sources).Append(ClinicsSaySources).SelectMany(citing => citing.All).Distinct()
            .Where(key => !registry.ContainsKey(key))
            .Select(key =>
                $"\"{key}\" is not among the sources. Choose one from the list, or press \"Save a draft and add a source\".");
}

/// <summary>One passage as it is typed.</summary>
public sealed class PassageForm
{
    private const string OrRemove = "Fill it in, or tick “Remove this passage”.";

    public string? Place { get; set; }

    public bool Remove { get; set; }

    public string? Heading { get; set; }

    public string? Text { get; set; }

    public List<VerdictForm> Criteria { get; set; } = [];

    public CitingForm Sources { get; set; } = new();

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace($"{Heading}{Text}") && Criteria.All(row => string.IsNullOrEmpty(row.Criterion)) && Sources.All.Count == 0;

    public static PassageForm Of(ContrastPassageEntry passage) => new()
    {
        Heading = passage.Heading.ToString(),
        Text = passage.Text.ToString(),
        Criteria = [.. passage.Criteria.Select(row => new VerdictForm { Criterion = row.Criterion, Verdict = row.Verdict })],
        Sources = CitingForm.Of(passage.Sources),
    };

    public int PlaceOr(int index)
    {
        FormInput.Count("", Place, out var place);
        return place ?? index;
    }

    /// <param name="number">As the page counts passages.</param>
    public IEnumerable<string> Problems(int number) =>
    [
        .. FormInput.Needed($"heading of passage {number}", Heading, OrRemove),
        .. FormInput.Needed($"text of passage {number}", Text, OrRemove),
        .. FormInput.Problems($"heading of passage {number}", Heading, TextLimit.Of<ContrastPassageEntry>(entry => entry.Heading)),
        .. FormInput.Problems($"text of passage {number}", Text),
        .. Criteria.Where(row => !string.IsNullOrEmpty(row.Criterion)).GroupBy(row => row.Criterion).Where(same => same.Count() > 1)
            .Select(_ => $"The passage “{Heading}” lists the same question twice. Remove one of the two."),
    ];

    public ContrastPassageEntry Write(ContrastPassageEntry? before) => new()
    {
        Heading = LocalText.Rewritten(before?.Heading, Heading) ?? LocalText.Empty,
        Text = LocalText.Rewritten(before?.Text, Text) ?? LocalText.Empty,
        Criteria = [
            .. Criteria.Where(row => !string.IsNullOrEmpty(row.Criterion))
            .Select(row => new ContrastCriterionEntry { Criterion = row.Criterion!, Verdict = row.Verdict })],
        Sources = Sources.All,
    };
}

/// <summary>A question that a passage stands with, and the editor's word on it.</summary>
public sealed class VerdictForm
{
    public string? Criterion { get; set; }

    public EditorVerdict? Verdict { get; set; }
}

/// <summary>Sources where a form cites many times: ticks at those that are cited, and a field for one more.</summary>
public sealed class CitingForm
{
    public List<string> Keys { get; set => field = [.. value.Where(key => !string.IsNullOrWhiteSpace(key))]; } = [];

    /// <summary>One key, or several with spaces between them.</summary>
    public string? Adding { get; set; }

    public IReadOnlyList<string> All =>
        [.. Keys.Concat((Adding ?? "").Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    public static CitingForm Of(IReadOnlyList<string> keys) => new() { Keys = [.. keys] };
}
