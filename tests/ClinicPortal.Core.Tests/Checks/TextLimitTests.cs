using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Testing;

namespace ClinicPortal.Core.Tests.Checks;

/// <summary>
/// The limit that a field says of itself is the one that an import keeps and that the schema tells; the forms have tests of their own.
/// </summary>
public sealed class TextLimitTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(ContentSchema.Text())!;

    /// <summary>One place of each field that holds words or names of its own, in the small clinic.</summary>
    private static readonly Dictionary<string, ContentText> Fields = ContentWalk.Of(SmallClinic.Content)
        .Where(text => text.Field.RefersTo is null)
        .GroupBy(text => Key(text.Path)).ToDictionary(field => field.Key, field => field.First());

    public static TheoryData<string> Keys => [.. Fields.Keys];

    [Fact]
    public void The_small_clinic_fills_every_field_that_the_schema_knows() => Assert.Equal(
        TextsIn(Schema, "").Order(), ContentWalk.Of(SmallClinic.Content).Select(text => Key(text.Path)).Distinct().Order());

    [Theory, MemberData(nameof(Keys))]
    public void An_import_takes_a_text_as_long_as_its_field_allows_and_none_that_is_longer(string key)
    {
        var (path, _, field) = Fields[key];
        var longest = key == "sources[].doi" ? "10.1000/" + new string('a', field.MaxLength - 8) : new string('a', field.MaxLength);

        Assert.DoesNotContain(ContentRules.Check(With(path, longest)), problem => IsTooLong(problem, path, field));
        Assert.Contains(ContentRules.Check(With(path, longest + "a")), problem => IsTooLong(problem, path, field));
    }

    [Theory, MemberData(nameof(Keys))]
    public void The_schema_tells_how_long_a_text_may_be(string key)
    {
        var field = Fields[key].Field;

        var told = At(Schema, key);

        Assert.Equal(
            field.MaxLength,
            (int?)(
                told["maxLength"]
                    ?? told["additionalProperties"]?["maxLength"]
                    ?? Schema["$defs"]!["text"]!["additionalProperties"]!["maxLength"]));
    }

    [Fact]
    public void A_short_name_of_72_characters_is_refused_by_an_import_as_by_the_form()
    {
        var content = SmallClinic.WithRolling(rolling => rolling with { ShortName = LocalText.English(new('a', 72)) });

        Assert.Equal(
            ("treatments[1].short-name", "“Short name” is too long for a page. Shorten it to 40 characters or fewer."),
            Problem(content));
    }

    private static (string Path, string Message) Problem(ClinicContent content) =>
        Assert.Single(ContentRules.Check(content)) is var problem ? (problem.Path, problem.Message) : default;

    private static bool IsTooLong(ContentProblem problem, string path, EntryField field) =>
        (problem.Path == path || problem.Path == $"{path}.{LocalText.MainCulture}")
        && (problem.Message.Contains($"to {field.MaxLength} ") || problem.Message.Contains($"up to {field.MaxLength} lower-case letters"));

    private static string Key(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\[\d+\]", "[]");

    /// <summary>The small clinic with other words at a path.</summary>
    private static ClinicContent With(string path, string words)
    {
        var content = JsonSerializer.SerializeToNode(SmallClinic.Content, ContentJson.Options)!;
        var steps = path.Replace("[", ".[").Split('.');
        var node = steps[..^1].Aggregate(content, (within, step) => Step(within, step)!);
        JsonNode value = Step(node, steps[^1]) is JsonObject ? new JsonObject { [LocalText.MainCulture] = words } : JsonValue.Create(words);
        if (node is JsonArray list)
            list[Index(steps[^1])] = value;
        else
            node[steps[^1]] = value;
        return content.Deserialize<ClinicContent>(ContentJson.Options)!;
    }

    private static JsonNode? Step(JsonNode node, string step) => step.StartsWith('[') ? node[Index(step)] : node[step];

    private static int Index(string step) => int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture);

    private static JsonNode At(JsonNode schema, string key) =>
        key.Replace("[]", ".[]")
            .Split('.')
            .Aggregate(schema, (within, step) => step == "[]" ? within["items"]! : within["properties"]![step]!);

    private static IEnumerable<string> TextsIn(JsonNode schema, string key) =>
        schema["$ref"] is not null || (string?)schema["type"] == "string" && schema["enum"] is null && schema["format"] is null ? [key]
        : schema["items"] is { } items ? TextsIn(items, key + "[]")
        : schema["properties"] is JsonObject fields ? fields.SelectMany(field =>
            TextsIn(field.Value!, key == "" ? field.Key : $"{key}.{field.Key}"))
        : [];
}
