using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Editing;

/// <summary>What stands in a row as a slug or a number is called so.</summary>
/// <param name="Conditions">Names by their slugs; one that is not among them is called by its slug.</param>
/// <param name="Asked">The question of an answer, as it is asked today; none, for another row.</param>
public sealed record RowWords(IReadOnlyDictionary<string, string> Conditions, CriterionEntry? Asked = null);

/// <summary>One field of a row before and after, in words that staff read: "2 to 4 weeks", not JSON.</summary>
/// <param name="Field">In words: "answer", "sources".</param>
/// <param name="Before">Empty, where it said nothing.</param>
/// <param name="After">Empty, where it says nothing now.</param>
public sealed record FieldDifference(string Field, string Before, string After)
{
    private const string Passage = "passages[";

    /// <summary>The fields that say something else; none exactly if the two rows say the same.</summary>
    /// <param name="before">In JSON; none, where there was no row.</param>
    /// <param name="after">In JSON; none, where there is no row now.</param>
    /// <param name="words">None, where the row has nothing of that kind.</param>
    public static IReadOnlyList<FieldDifference> Between(string? before, string? after, RowWords? words = null)
    {
        var (one, other) = (Row(before, words), Row(after, words));
        return
        [
            .. one.Concat(other).Select(field => field.Key).Distinct()
                .Where(name => !JsonNode.DeepEquals(one[name], other[name]))
                .Select(name => new FieldDifference(NameOf(name), Said(name, one[name]), Said(name, other[name]))),
        ];

        string Said(string name, JsonNode? said) =>
            (name == "value" && words?.Asked is { } asked ? InSteps(asked, said) : null) ?? Words(said);
    }

    /// <summary>A field of the content file as staff call it; <c>text.en</c> is the answer.</summary>
    public static string NameOf(string field) => field.Split('.')[0] switch
    {
        "text" => "answer",
        "brief" => "answer in one line",
        "value" => "measurable value",
        "absence" => "why it is empty",
        "get-help" => "when to get help",
        "conditions" => "conditions it mentions",
        "offer" => "whether clinics offer it",
        "offered" => "whether this clinic offers it",
        "author" => "who wrote it",
        "review" => "signed by",
        "review-months" => "months to the next review",
        "evidence-chosen" => "how the studies were chosen",
        "funding" => "who paid for it",
        "comparator" => "what it was compared with",
        "no-rate" => "why there is no rate",
        var name when name.StartsWith(Passage, StringComparison.Ordinal) =>
            $"passage {int.Parse(name[Passage.Length..^1], CultureInfo.InvariantCulture) + 1}",
        var name => name.Replace('-', ' '),
    };

    // Each passage is told apart, as a field of its own.
    private static JsonObject Row(string? json, RowWords? words)
    {
        var row = json is null ? [] : JsonNode.Parse(json)!.AsObject();
        if (row.Remove("passages", out var passages))
            foreach (var (index, passage) in passages!.AsArray().Index())
                row.Add($"{Passage}{index}]", passage!.DeepClone());
        foreach (var mention in row["conditions"]?.AsArray() ?? [])
            if (words?.Conditions.GetValueOrDefault((string)mention!["condition"]!) is { } name)
                mention["condition"] = name;
        return row;
    }

    // A value with a unit is of the time before the question was answered in steps.
    private static string? InSteps(CriterionEntry asked, JsonNode? said) =>
        ValueKinds.Of(asked) is SteppedValue
        && said.Deserialize<AttributeValue>(ContentJson.Options) is { } value && value.Parts.All(part => part.Unit is null)
            ? ValueFormatter.Of(asked, value)
            : null;

    private static string Words(JsonNode? node) => node switch
    {
        null => "",
        JsonArray items => string.Join("; ", items.Select(Words)),
        JsonObject arm when arm.ContainsKey("total") => $"{Rate(arm)} ({Words(arm["events"])} of {Words(arm["total"])})",
        JsonObject arm when arm.ContainsKey("count") || arm.ContainsKey("fewer-than") => Rate(arm),
        JsonObject { Count: > 0 } part when part.ContainsKey("min") || part.ContainsKey("max") => Range(part),
        JsonObject passage when passage.ContainsKey("heading") => string.Join('\n', passage.Select(field => Words(field.Value))),
        JsonObject review when review.ContainsKey("registration") && review.ContainsKey("next-due") =>
            $"{Words(review["clinician"])} ({Words(review["registration"])}), due again {DayOf(review["next-due"]!)}",
        JsonObject mention when mention.ContainsKey("means") =>
            $"{Words(mention["condition"])}: {Words(mention["means"]).Replace('-', ' ')}",
        JsonObject place when place.ContainsKey("criterion") => string.Join(": ", place.Select(field => Words(field.Value))),
        JsonObject text when text.Count == 1 && text.ContainsKey(LocalText.MainCulture) => Words(text[LocalText.MainCulture]),
        JsonObject { Count: 1 } value when value.ContainsKey("parts") => Words(value["parts"]),
        JsonObject fields => string.Join("; ", fields.Select(field => $"{field.Key}: {Words(field.Value)}")),
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "yes" : "no",
        _ => node.ToString(),
    };

    private static string DayOf(JsonNode day) => RunningText.NameOf(day.Deserialize<DateOnly>(ContentJson.Options));

    private static string Rate(JsonObject arm) =>
        arm.ContainsKey("min") ? Range(arm)
        : $"{Words(arm["label"])}: {(arm["fewer-than"] is { } bound ? $"fewer than {Words(bound)}" : Words(arm["count"]))}";

    private static string Range(JsonObject part)
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
        var labelled = part["label"] is { } label ? $"{Words(label)}: {amount}" : amount;
        return part["note"] is { } note ? $"{labelled} ({Words(note)})" : labelled;
    }

    private static string? Figure(JsonNode? figure) => figure is null ? null : PlainNumber.Of(figure.GetValue<decimal>());
}
