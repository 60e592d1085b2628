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

    /// <summary>Writes the words of an entry in JSON anew, in every language; names, addresses and codes are left as they are.</summary>
    /// <param name="entry">Changed in place.</param>
    /// <param name="type">Of the entry.</param>
    /// <param name="write">A text for a text.</param>
    internal static void Rewrite(JsonNode? entry, Type type, Func<string, string> write)
    {
        var info = ContentJson.Options.GetTypeInfo(type);
        if (entry is JsonArray items && info.Kind == JsonTypeInfoKind.Enumerable)
            foreach (var item in items)
                Rewrite(item, info.ElementType!, write);
        if (entry is not JsonObject fields || info.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var property in info.Properties.Where(property => fields[property.Name] is not null))
            if (EntryField.Of(property) is not { IsText: true } field)
                Rewrite(fields[property.Name], property.PropertyType, write);
            else if (field.IsWords)
                fields[property.Name] = Rewritten(fields[property.Name]!, write);
    }

    private static JsonNode Rewritten(JsonNode words, Func<string, string> write) => words switch
    {
        JsonArray list => new JsonArray([.. list.Select(item => Rewritten(item!, write))]),
        JsonObject texts => new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, (JsonNode?)write((string)text.Value!)))),
        _ => write((string)words!),
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
