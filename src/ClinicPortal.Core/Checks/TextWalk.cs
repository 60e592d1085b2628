using System.Text.Json.Serialization.Metadata;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>Every text of a catalogue with its path. It follows the records themselves, so that no new field can be forgotten.</summary>
internal static class TextWalk
{
    public static IEnumerable<(string Path, object Text)> Of(ClinicContent content) => Within(content, "");

    private static IEnumerable<(string Path, object Text)> Within(object? value, string path)
    {
        if (value is null)
            return [];
        if (value is string or LocalText)
            return [(path, value)];
        var type = ContentJson.Options.GetTypeInfo(value.GetType());
        return type.Kind switch
        {
            JsonTypeInfoKind.Enumerable => ((IEnumerable<object>)value).SelectMany((item, index) => Within(item, $"{path}[{index}]")),
            JsonTypeInfoKind.Object => type.Properties.SelectMany(field =>
                Within(field.Get!(value), path == "" ? field.Name : $"{path}.{field.Name}")),
            _ => [],
        };
    }
}
