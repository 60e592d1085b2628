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
