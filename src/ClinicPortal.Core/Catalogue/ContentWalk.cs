using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ClinicPortal.Core.Catalogue;

/// <summary>A text of a catalogue, or the name of something in it.</summary>
/// <param name="Path">Where it stands: <c>treatments[3].answers[2].sources[0]</c>.</param>
/// <param name="Text">A <see cref="LocalText"/> or a string.</param>
/// <param name="Field">To which it belongs.</param>
public readonly record struct ContentText(string Path, object Text, EntryField Field);

/// <summary>Every text of a catalogue with its path. It follows the records themselves, so that no new field can be forgotten.</summary>
public static class ContentWalk
{
    public static IEnumerable<ContentText> Of(ClinicContent content) => Within(content, null, "");

    /// <summary>The texts of one entry.</summary>
    public static IEnumerable<ContentText> Within(object entry) => Within(entry, null, "");

    /// <summary>Writes fields of an entry in JSON anew, a text in every language.</summary>
    /// <param name="entry">Changed in place.</param>
    /// <param name="type">Of the entry.</param>
    /// <param name="write">What to write in place of what stands in a field; none leaves the field as it is.</param>
    internal static void Rewrite(JsonNode? entry, Type type, Func<EntryField, Func<string, string>?> write)
    {
        var info = ContentJson.Options.GetTypeInfo(type);
        if (entry is JsonArray items && info.Kind == JsonTypeInfoKind.Enumerable)
            foreach (var item in items)
                Rewrite(item, info.ElementType!, write);
        if (entry is not JsonObject fields || info.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in info.Properties.Where(property => fields[property.Name] is not null))
            if (write(EntryField.Of(property)) is { } anew)
                fields[property.Name] = Rewritten(fields[property.Name]!, anew);
            else
                Rewrite(fields[property.Name], property.PropertyType, write);
    }

    /// <summary>Takes out of an entry in JSON what a content file does not hold.</summary>
    internal static void KeepInFile(JsonNode? entry, Type type)
    {
        var info = ContentJson.Options.GetTypeInfo(type);
        if (entry is JsonArray items && info.Kind == JsonTypeInfoKind.Enumerable)
            foreach (var item in items)
                KeepInFile(item, info.ElementType!);
        if (entry is not JsonObject fields || info.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in info.Properties)
            if (EntryField.Of(property).IsInFile)
                KeepInFile(fields[property.Name], property.PropertyType);
            else
                fields.Remove(property.Name);
    }

    private static JsonNode Rewritten(JsonNode said, Func<string, string> anew) => said switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => Rewritten(item!, anew))]),
        JsonObject texts => new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)anew((string)text.Value!)))),
        _ => anew((string)said!),
    };

    private static IEnumerable<ContentText> Within(object? value, EntryField? field, string path)
    {
        if (value is null)
            return [];
        if (value is string or LocalText)
            return [new(path, value, field!)];
        var type = ContentJson.Options.GetTypeInfo(value.GetType());
        return type.Kind switch
        {
            JsonTypeInfoKind.Enumerable =>
                ((IEnumerable<object>)value).SelectMany((item, index) => Within(item, field, $"{path}[{index}]")),
            JsonTypeInfoKind.Object => type.Properties.SelectMany(inner =>
                Within(inner.Get!(value), EntryField.Of(inner), path == "" ? inner.Name : $"{path}.{inner.Name}")),
            _ => [],
        };
    }
}
