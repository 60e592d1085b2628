using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Testing;

/// <summary>
/// What each type of entry holds, read from its serialized properties, those of nested records included; and the file that pins it for
/// every format in which entries have been published.
/// </summary>
public static class EntryProperties
{
    private const string Preface =
        """
        # What each type of entry holds in each of its formats, in the order in which it is written; EntryFormatTests compares.
        # A section is never changed once a release has published in its format: another content is another format.
        """;

    /// <summary>Every type that stands in an edition by itself.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(ClinicContent).GetProperties().Where(property => property.CanWrite && property.Name != nameof(ClinicContent.Format))
            .Select(property => property.PropertyType)
            .Select(type => type.IsGenericType ? type.GetGenericArguments()[0] : type),
    ];

    public static string SectionOf(Type entry, int format) => $"[{entry.Name}, format {format}]";

    /// <summary>A line for each property: "answers[].text: text by language".</summary>
    public static IEnumerable<string> Of(Type entry, string within = "") =>
        ContentJson.Options.GetTypeInfo(entry).Properties.SelectMany(property => Property(property, within + property.Name));

    /// <summary>The sections of a file, each with its lines.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections(string text)
    {
        var sections = new Dictionary<string, IReadOnlyList<string>>();
        List<string>? section = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line != "" && line[0] != '#'))
            if (line[0] == '[')
                sections.Add(line, section = []);
            else
                section!.Add(line);
        return sections;
    }

    /// <summary>The file with a section for every type's present format. One that is there stays as it is.</summary>
    public static string WithWhatIsMissing(string? text)
    {
        var there = Sections(text ?? "");
        var missing =
            from type in Types
            let section = SectionOf(type, FormatSteps.OfThisRelease.Current(type))
            where !there.ContainsKey(section)
            select string.Join('\n', Of(type).Prepend(section));
        return string.Join("\n\n", missing.Prepend((text ?? Preface).TrimEnd())) + '\n';
    }

    private static IEnumerable<string> Property(JsonPropertyInfo property, string name)
    {
        var (type, path) = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, name);
        while (ContentJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
            (type, path) = (element, path + "[]");
        var isRecord = ContentJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object;
        return (isRecord ? Of(type, path + ".") : [])
            .Prepend($"{path}: {(isRecord ? "record" : Scalar(type))}{(property.IsRequired ? ", required" : "")}");
    }

    private static string Scalar(Type type) =>
        type.IsEnum ? string.Join(" or ", Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))
        : type == typeof(LocalText) ? "text by language"
        : type == typeof(string) ? "text"
        : type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "whole number"
        : type == typeof(decimal) ? "number"
        : type == typeof(DateOnly) ? "day"
        : type == typeof(DateTimeOffset) ? "moment"
        : throw new NotSupportedException($"Say here what a {type.Name} is called in the file.");
}
