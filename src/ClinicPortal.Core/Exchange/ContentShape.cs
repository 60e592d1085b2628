using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;

namespace ClinicPortal.Core.Exchange;

/// <summary>
/// Whether JSON has the shape of the records, key by key. The serializer would stop at the first fault and speak of .NET types; this
/// finds all of them and speaks to the person who wrote the file.
/// </summary>
internal static class ContentShape
{
    public static IReadOnlyList<ContentProblem> Check(JsonNode? content) => [.. Value(content, typeof(ClinicContent), "")];

    private static IEnumerable<ContentProblem> Value(JsonNode? node, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (node is null)
            return [new(path, "There is no value here. Write one, or leave the key out.")];
        if (type == typeof(LocalText))
            return Texts(node, path);
        var info = ContentJson.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Object(node, info, path),
            JsonTypeInfoKind.Enumerable => List(node, info.ElementType!, path),
            _ => Scalar(node, type, path),
        };
    }

    private static IEnumerable<ContentProblem> Object(JsonNode node, JsonTypeInfo info, string path)
    {
        if (node is not JsonObject map)
            return [new(path, $"Keys belong here: {Keys(info)}. Write them indented, each with a colon.")];
        var fields = InFile(info).ToDictionary(field => field.Name);
        var missing = info.Properties.Where(field => field.IsRequired && !map.ContainsKey(field.Name))
            .Select(field => new ContentProblem(path, $"The key \"{field.Name}\" is missing. Add it."));
        return missing.Concat(map.SelectMany(pair => fields.TryGetValue(pair.Key, out var field)
            ? Value(pair.Value, field.PropertyType, Join(path, pair.Key))
            : [new(Join(path, pair.Key), $"There is no key \"{pair.Key}\" here. Use one of: {Keys(info)}; or remove it.")]));
    }

    private static IEnumerable<ContentProblem> List(JsonNode node, Type element, string path) => node is JsonArray list
        ? list.SelectMany((item, index) => Value(item, element, $"{path}[{index}]"))
        : [new(path, "A list belongs here. Begin each item with \"- \", or write [one, two].")];

    private static IEnumerable<ContentProblem> Texts(JsonNode node, string path) => node is JsonObject texts
        ? texts.SelectMany(text => Value(text.Value, typeof(string), Join(path, text.Key)))
        : [new(path, $"A text stands under its language here. Write \"{LocalText.MainCulture}: ...\" on the next line, indented.")];

    private static IEnumerable<ContentProblem> Scalar(JsonNode node, Type type, string path)
    {
        var expected = node is JsonValue value ? Expected(value, type) : Wanted(type);
        return expected is null ? [] : [new(path, $"{expected} belongs here. {Remedy(type)}")];
    }

    private static string? Expected(JsonValue value, Type type)
    {
        var json = value.ToJsonString();
        var fits = value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
            JsonValueKind.Number => type == typeof(decimal) || (type == typeof(int) && IsWhole(json)),
            _ => FitsText(value.GetValue<string>(), type),
        };
        return fits ? null : Wanted(type);
    }

    private static bool FitsText(string text, Type type) =>
        type == typeof(string)
        || (type.IsEnum && Words(type).Contains(text));

    private static bool IsWhole(string number) => int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string Wanted(Type type) =>
        type == typeof(bool) ? "\"true\" or \"false\""
        : type == typeof(int) ? "A whole number"
        : type == typeof(decimal) ? "A number"
        : type.IsEnum ? $"One of the words {string.Join(", ", Words(type))}"
        : "A text";

    private static string Remedy(Type type) =>
        type == typeof(string) ? "Put quotes around a text that looks like a number, \"true\" or \"false\"."
        : type.IsEnum ? "Use one as it is written here."
        : "Write it without quotes.";

    private static IEnumerable<string> Words(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName);

    private static string Keys(JsonTypeInfo info) => string.Join(", ", InFile(info).Select(field => field.Name));

    private static IEnumerable<JsonPropertyInfo> InFile(JsonTypeInfo info) =>
        info.Properties.Where(field => EntryField.Of(field).IsInFile);

    private static string Join(string path, string key) => path == "" ? key : $"{path}.{key}";
}
