using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClinicPortal.Core.Exchange;

/// <summary>The YAML skin of the content file's JSON: quoted scalars are texts; plain ones are true, false, numbers or texts.</summary>
internal static partial class ContentYaml
{
    public static JsonValue? Value(string text, bool plain) => plain ? Plain(text) : JsonValue.Create(text);

    public static void Write(JsonNode content, TextWriter writer)
    {
        var emitter =
            new Emitter(writer, new EmitterSettings().WithBestIndent(2).WithBestWidth(100).WithIndentedSequences().WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(content, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private static void Emit(JsonNode? node, Emitter emitter)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
                foreach (var (key, value) in map)
                {
                    emitter.Emit(new Scalar(key));
                    Emit(value, emitter);
                }
                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                var style = list.All(item => item is JsonValue) ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(null, null, isImplicit: true, style));
                foreach (var item in list)
                    Emit(item, emitter);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                var text = value.GetValue<string>();
                emitter.Emit(new Scalar(null, null, text, StyleOf(text), isPlainImplicit: true, isQuotedImplicit: true));
                break;
            default:
                emitter.Emit(new Scalar(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    // Prose is folded over several lines, so that a change shows as the lines it touches; anything that folding could bend is quoted.
    private static ScalarStyle StyleOf(string text) =>
        text.Length > 80 && SafeToFold().IsMatch(text) ? ScalarStyle.Folded
        : PlainWord().IsMatch(text) && Plain(text)?.GetValueKind() == JsonValueKind.String ? ScalarStyle.Plain
        : ScalarStyle.DoubleQuoted;

    private static JsonValue? Plain(string value) => value switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        "null" or "~" or "" => null,
        _ when Number().IsMatch(value) => JsonValue.Create(decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value),
    };

    [GeneratedRegex(@"^-?[0-9]{1,15}(\.[0-9]{1,9})?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[^\s\p{C}]+( [^\s\p{C}]+)*$")]
    private static partial Regex SafeToFold();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9 ,.()/+'’–-]*$")]
    private static partial Regex PlainWord();
}
