using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>How a field of an entry is typed.</summary>
public enum FormControl
{
    Line,
    Text,

    /// <summary>Short Markdown.</summary>
    Prose,

    /// <summary>Several texts, one on a line.</summary>
    Lines,
    Check,
    Sources,
}

/// <summary>
/// A field of the form that serves most kinds. What it may hold is read from the entry: its limit, and whether it must be there.
/// </summary>
/// <param name="Name">In the content file's word.</param>
/// <param name="Label">As staff read it.</param>
/// <param name="Control">How it is typed.</param>
public sealed record FormField(string Name, string Label, FormControl Control)
{
    public string? Hint { get; init; }

    /// <summary>The name of the form's field.</summary>
    public string FormName => $"Form.Fields[{Name}]";

    public bool IsRequired(CatalogueKind kind) => Property(kind).IsRequired;

    public int Limit(CatalogueKind kind) => EntryField.Of(Property(kind)).MaxLength;

    /// <summary>What stands in the field for an entry in JSON; none, where nothing does.</summary>
    public string?[]? Read(JsonObject entry) => (Control, entry[Name]) switch
    {
        (FormControl.Check, var flag) => (bool?)flag == true ? ["true"] : null,
        (FormControl.Sources, var keys) => keys is null ? null : [.. keys.AsArray().Select(key => (string?)key)],
        (FormControl.Lines, var lines) => [lines is null ? null : string.Join('\n', lines.AsArray().Select(Words))],
        (_, var text) => [text is null ? null : Words(text) is { Length: > 0 } words ? words : null],
    };

    /// <summary>Why it cannot be saved as it was typed.</summary>
    public IEnumerable<string> Problems(CatalogueKind kind, string?[] typed)
    {
        var (name, text) = ($"field \"{Label}\"", typed.FirstOrDefault());
        return Control switch
        {
            FormControl.Check or FormControl.Sources => [],
            FormControl.Lines => FormInput.ProblemsOfLines($"line of the {name}", text, Limit(kind)),
            _ => [.. IsRequired(kind) ? FormInput.Needed(name, text) : [], .. FormInput.Problems(name, text, Limit(kind))],
        };
    }

    /// <summary>Puts what was typed into an entry in JSON.</summary>
    public void Write(CatalogueKind kind, JsonObject entry, string?[] typed)
    {
        var before = entry[Name];
        var text = typed.FirstOrDefault();
        JsonNode? after = Control switch
        {
            FormControl.Check => text == "true",
            FormControl.Sources => Node(typed.Where(key => key is not null)),
            FormControl.Lines => Node(FormInput.Names(Texts(before), text)),
            _ when Property(kind).PropertyType == typeof(string) => FormInput.Line(text),
            _ => Node(LocalText.Rewritten(Text(before), text)) ?? (IsRequired(kind) ? new JsonObject() : null),
        };
        if (after is null)
            entry.Remove(Name);
        else
            entry[Name] = after;
    }

    private JsonPropertyInfo Property(CatalogueKind kind) =>
        ContentJson.Options.GetTypeInfo(kind.EntryType).Properties.Single(property => property.Name == Name);

    private static string Words(JsonNode? text) => text is JsonValue ? (string)text! : Text(text)!.ToString();

    private static LocalText? Text(JsonNode? text) => text.Deserialize<LocalText>(ContentJson.Options);

    private static IReadOnlyList<LocalText> Texts(JsonNode? lines) => [.. (lines?.AsArray() ?? []).Select(line => Text(line)!)];

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, ContentJson.Options);
}
