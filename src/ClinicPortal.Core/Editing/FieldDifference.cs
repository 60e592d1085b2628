using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editing;

/// <summary>What stands in a row as a slug or a number is called so.</summary>
/// <param name="NameOf">By the field that it stands in and the slug; the slug itself, where it names nothing.</param>
/// <param name="Asked">The question of an answer, as it is asked today; none, for another row.</param>
public sealed record RowWords(Func<string, string, string> NameOf, CriterionEntry? Asked = null);

/// <summary>One field of a row before and after, in words that staff read: "2 to 4 weeks", not JSON.</summary>
/// <param name="Field">In words: "answer", "sources".</param>
/// <param name="Before">Empty, where it said nothing.</param>
/// <param name="After">Empty, where it says nothing now.</param>
public sealed record FieldDifference(string Field, string Before, string After)
{
    private const string Passage = "passages[", PassageLabel = "passage ";

    /// <summary>A row that is new, or gone, is called by its name already.</summary>
    private static readonly string[] Handles = ["slug", "key"];

    /// <summary>One passage of a comparison: its heading stands first, then each of its parts in a paragraph of its own.</summary>
    public bool IsPassage => Field.StartsWith(PassageLabel, StringComparison.Ordinal);

    /// <summary>The fields that say something else; the handle of a row that is new or gone is not among them.</summary>
    /// <param name="before">In JSON; none, where there was no row.</param>
    /// <param name="after">In JSON; none, where there is no row now.</param>
    /// <param name="words">None tells it as it is stored.</param>
    public static IReadOnlyList<FieldDifference> Between(string? before, string? after, RowWords? words = null)
    {
        var (one, other) = (Row(before), Row(after));
        return
        [
            .. one.Concat(other).Select(field => field.Key).Distinct()
                .Where(name => !JsonNode.DeepEquals(one[name], other[name]))
                .Where(name => words is null || before is not null && after is not null || !Handles.Contains(name))
                .Select(name => new FieldDifference(NameOf(name), Said(name, one[name]), Said(name, other[name]))),
        ];

        string Said(string name, JsonNode? said) =>
            (name == "value" && words?.Asked is { } asked ? InSteps(asked, said) : null) ?? new Teller(words).Words(name, said);
    }

    /// <summary>A field of the content file as staff call it; <c>text.en</c> is the answer.</summary>
    public static string NameOf(string field) =>
        field.Split('.')[0] is var name && name.StartsWith(Passage, StringComparison.Ordinal)
            ? $"{PassageLabel}{int.Parse(name[Passage.Length..^1], CultureInfo.InvariantCulture) + 1}"
            : EntryField.LabelOf(name);

    // Each passage is told apart, as a field of its own.
    private static JsonObject Row(string? json)
    {
        var row = json is null ? [] : JsonNode.Parse(json)!.AsObject();
        if (row.Remove("passages", out var passages))
            foreach (var (index, passage) in passages!.AsArray().Index())
                row.Add($"{Passage}{index}]", passage!.DeepClone());
        return row;
    }

    // A value with a unit is of the time before the question was answered in steps.
    private static string? InSteps(CriterionEntry asked, JsonNode? said) =>
        ValueKinds.Of(asked) is SteppedValue
        && said.Deserialize<AttributeValue>(ContentJson.Options) is { } value && value.Parts.All(part => part.Unit is null)
            ? ValueFormatter.Of(asked, value)
            : null;

    /// <summary>What a field says, in words.</summary>
    private sealed class Teller(RowWords? words)
    {
        public string Words(string field, JsonNode? node) => node switch
        {
            null => "",
            JsonArray sources when field is "sources" or "clinics-say-sources" =>
                string.Join('\n', sources.Select(source => $"- {Words(field, source)}")),
            JsonArray items => string.Join("; ", items.Select(item =>
                item is JsonArray inner ? string.Join(" + ", inner.Select(one => Words(field, one))) : Words(field, item))),
            JsonObject arm when arm.ContainsKey("total") => $"{Rate(arm)} ({arm["events"]} of {arm["total"]})",
            JsonObject arm when arm.ContainsKey("count") || arm.ContainsKey("fewer-than") => Rate(arm),
            JsonObject { Count: > 0 } part when part.ContainsKey("min") || part.ContainsKey("max") => Range(part),
            JsonObject passage when passage.ContainsKey("heading") => string.Join("\n\n", passage.SelectMany(PartsOf)),
            JsonObject review when review.ContainsKey("registration") && review.ContainsKey("next-due") =>
                $"{review["clinician"]} ({review["registration"]}), due again {DayOf(review["next-due"]!)}",
            JsonObject mention when mention.ContainsKey("means") =>
                $"{Words("condition", mention["condition"])}: {Words("means", mention["means"])}",
            JsonObject place when place.ContainsKey("criterion") => string.Join(": ", place.Select(one => Words(one.Key, one.Value))),
            JsonObject text when text.Count == 1 && text.ContainsKey(LocalText.MainCulture) => $"{text[LocalText.MainCulture]}",
            JsonObject { Count: 1 } value when value.ContainsKey("parts") => Words(field, value["parts"]),
            JsonObject fields => string.Join("; ", fields.Select(one => $"{NameOf(one.Key)}: {Words(one.Key, one.Value)}")),
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "yes" : "no",
            JsonValue value when value.TryGetValue<string>(out var said) =>
                words is null ? said : Steps(field, said) ?? words.NameOf(field, said),
            _ => node.ToString(),
        };

        private IEnumerable<string> PartsOf(KeyValuePair<string, JsonNode?> part) => part switch
        {
            { Key: "criteria", Value: JsonArray places } => places.Select(place => $"Question: {Words(part.Key, place)}"),
            { Key: "sources" } => [$"Sources:\n{Words(part.Key, part.Value)}"],
            _ => [Words(part.Key, part.Value)],
        };

        // As the forms call them.
        private static string? Steps(string field, string said) => (field, said) switch
        {
            ("offer", "not-usual") => "not usually",
            ("offer", "studied") => "yes, and it has been studied",
            ("offer", "without-research") => "yes, with little or no controlled research",
            ("direction", "improves") => "it helps",
            ("direction", "mixed") => "they disagree",
            ("effect", "benefit") => "a benefit",
            ("effect", "harm") => "a harm",
            ("absence" or "certainty" or "direction" or "effect" or "kind" or "means" or "prescription-only" or "role" or "state"
                or "verdict", _) => said.Replace('-', ' '),
            _ => null,
        };

        private static string DayOf(JsonNode day) => RunningText.NameOf(day.Deserialize<DateOnly>(ContentJson.Options));

        private string Rate(JsonObject arm) =>
            arm.ContainsKey("min") ? Range(arm)
            : $"{Said(arm["label"])}: {(arm["fewer-than"] is { } bound ? $"fewer than {bound}" : $"{arm["count"]}")}";

        private string Range(JsonObject part)
        {
            var (min, max, unit) = (Figure(part["min"]), Figure(part["max"]), part["unit"]?.ToString());
            var figures = (min, max) switch
            {
                ({ } low, { } high) when low == high => low,
                ({ } low, { } high) => $"{low} to {high}",
                ({ } low, null) => $"{low} or more",
                (_, { } high) => $"up to {high}",
                _ => "",
            };
            var amount = (part["approximate"]?.GetValue<bool>() == true ? "about " : "")
                + figures
                + (unit is null ? "" : $" {unit}{(figures == "1" ? "" : "s")}");
            var labelled = part["label"] is { } label ? $"{Said(label)}: {amount}" : amount;
            return part["note"] is { } note ? $"{labelled} ({Said(note)})" : labelled;
        }

        // In whatever languages it says it.
        private string Said(JsonNode? text) => Words("", text);

        private static string? Figure(JsonNode? figure) => figure is null ? null : PlainNumber.Of(figure.GetValue<decimal>());
    }
}
