using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using YamlDotNet.Core;

namespace ClinicPortal.Core.Exchange;

/// <summary>Reads and writes the content file: the whole of it or nothing. docs/content-guide.md explains every key.</summary>
public static class ContentFile
{
    /// <summary>Far more than a clinic writes; a larger file is something else.</summary>
    public const int MaxLength = 10_000_000;

    private const string SchemaLine = "# yaml-language-server: $schema=content.schema.json\n";

    /// <exception cref="ContentFileException">It is not a content file, or breaks a rule; every problem is listed.</exception>
    public static ClinicContent Read(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return Read(reader, path);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static ClinicContent Read(TextReader reader, string file = "content")
    {
        var yaml = Parse(reader, file);
        Refuse(FormatProblem(yaml.Root), yaml, file);
        Refuse(ContentShape.Check(yaml.Root), yaml, file);
        var content = yaml.Root.Deserialize<ClinicContent>(ContentJson.Options)!;
        Refuse(ContentRules.Check(content), yaml, file);
        return content;
    }

    /// <summary>Equal contents are written as equal bytes.</summary>
    public static void Write(ClinicContent content, TextWriter writer)
    {
        writer.Write(SchemaLine);
        var file = JsonSerializer.SerializeToNode(content, ContentJson.Options)!;
        ContentWalk.KeepInFile(file, typeof(ClinicContent));
        ContentYaml.Write(file, writer);
    }

    private static YamlContent Parse(TextReader reader, string file)
    {
        var text = Text(reader, file);
        try
        {
            return YamlContent.Read(text);
        }
        catch (YamlException fault)
        {
            throw new ContentFileException([new(file, Place(fault, text), "", Sentence(fault))]);
        }
    }

    private static string Text(TextReader reader, string file)
    {
        var text = new StringBuilder();
        var block = new char[64 * 1024];
        try
        {
            while (reader.Read(block) is > 0 and var count)
                if (text.Append(block, 0, count).Length > MaxLength)
                    throw Refused(
                        file, $"This file has more than {MaxLength / 1_000_000} million characters. Check that it is the right one.");
        }
        catch (DecoderFallbackException)
        {
            throw Refused(file, "This file is not UTF-8 text. Save it as UTF-8.");
        }
        return text.ToString();
    }

    // The parser finds a tab at the start of the mapping that it stands in, which may be the whole file.
    private static FilePosition Place(YamlException fault, string text)
    {
        var tab = fault.Message.Contains("tab as indentation", StringComparison.Ordinal)
            ? text.Split('\n').Index().FirstOrDefault(line => line.Item.TrimStart(' ').StartsWith('\t')).Index
            : 0;
        return tab > 0 ? new(tab + 1, 1) : new(fault.Start.Line, fault.Start.Column);
    }

    // Ours are whole sentences already; the parser's are not.
    private static string Sentence(YamlException fault) => fault.Message.EndsWith('.') && fault.GetType() == typeof(YamlException)
        ? fault.Message
        : $"This is not valid YAML ({fault.Message.TrimEnd('.')}). Check the indentation, the quotes and the colons around this place.";

    private static IReadOnlyList<ContentProblem> FormatProblem(JsonNode? root) => root switch
    {
        null => [new("", "This file is empty. A content file begins with \"format: 1\"; an export shows the rest.")],
        JsonObject map when map["format"] is JsonValue format && IsOtherFormat(format) =>
        [
            new("format", $"This file has format {format.ToJsonString()}, and this version of the portal reads format "
                + $"{ClinicContent.CurrentFormat}. Use a version that reads it, or export the content again."),
        ],
        _ => [],
    };

    private static bool IsOtherFormat(JsonValue format) =>
        format.GetValueKind() == JsonValueKind.Number && format.GetValue<decimal>() != ClinicContent.CurrentFormat;

    private static ContentFileException Refused(string file, string message) => new([new(file, null, "", message)]);

    private static void Refuse(IReadOnlyList<ContentProblem> problems, YamlContent yaml, string file)
    {
        if (problems.Count > 0)
            throw new ContentFileException(
                [.. problems.Select(problem => new FileProblem(file, yaml.Find(problem.Path), problem.Path, problem.Message))]);
    }
}
