using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// How entries are written as JSON, for editions and, behind its YAML skin, for the content file: kebab-case names, words for enums,
/// nothing unknown accepted, nothing empty written.
/// </summary>
public static class ContentJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
            TypeInfoResolver =
                new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver
                {
                    Modifiers = { ForgetWhatIsNeverWritten, LeaveOutWhatIsEmpty },
                },
        };
        options.MakeReadOnly();
        return options;
    }

    // Otherwise an ignored property would still be listed as one of the entry's fields, and a file that has it would be taken.
    private static void ForgetWhatIsNeverWritten(System.Text.Json.Serialization.Metadata.JsonTypeInfo type)
    {
        foreach (var ignored in type.Properties.Where(property => property is { Get: null, Set: null }).ToList())
            type.Properties.Remove(ignored);
    }

    private static void LeaveOutWhatIsEmpty(System.Text.Json.Serialization.Metadata.JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.IsRequired))
            property.ShouldSerialize = (_, _) => true;
        foreach (var property in type.Properties.Where(p =>
            !p.IsRequired && typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType) && p.PropertyType != typeof(string)))
            property.ShouldSerialize = (_, value) => value is System.Collections.IEnumerable items && items.GetEnumerator().MoveNext();
    }
}
