using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Testing;

/// <summary>Entries in one line, as tests write them.</summary>
public static class ExampleEntries
{
    public static LocalText Text(string english) => LocalText.English(english);

    public static CriterionGroupEntry Group(string slug, string name) => new() { Slug = slug, Name = Text(name) };

    public static CriterionEntry Criterion(
        string slug, ValueKind kind, string group = "time", int? priority = null, bool alwaysShown = false,
        IReadOnlyList<string>? steps = null, CriterionRole? role = null) =>
        new()
        {
            Slug = slug,
            Group = group,
            Question = Text($"What about {slug}?"),
            Term = Text(slug),
            Help = Text($"About {slug}."),
            Kind = kind,
            Role = role,
            Priority = priority,
            AlwaysShown = alwaysShown,
            Steps = [.. (steps ?? []).Select(Text)],
        };

    public static AnswerEntry Prose(string criterion, string text, params string[] sources) =>
        new() { Criterion = criterion, Text = Text(text), Sources = sources };

    public static AnswerEntry Typed(string criterion, AttributeValue value, string? text = null, params string[] sources) =>
        new() { Criterion = criterion, Value = value, Text = text is null ? null : Text(text), Sources = sources };

    public static AttributeValue Range(decimal? min, decimal? max, bool approximate = false) =>
        new() { Parts = [Part(min, max, null, approximate)] };

    public static AttributeValue Length(decimal? min, decimal? max, Unit unit, bool approximate = false) =>
        new() { Parts = [Part(min, max, unit, approximate)] };

    public static ValuePart Part(
        decimal? min, decimal? max, Unit? unit = null, bool approximate = false, string? label = null, string? note = null) =>
        new()
        {
            Min = min,
            Max = max,
            Unit = unit,
            Approximate = approximate,
            Label = label is null ? null : Text(label),
            Note = note is null ? null : Text(note),
        };

    public static ConcernEvidenceEntry Evidence(string concern, Certainty certainty, params string[] sources) => new()
    {
        Concern = concern,
        Offer = ConcernOffer.Studied,
        Direction = EvidenceDirection.Improves,
        Certainty = certainty,
        Sources = sources,
    };

    public static SourceEntry Source(string key) => new() { Key = key, Reference = $"Reference {key}", State = SourceState.Checked };
}
