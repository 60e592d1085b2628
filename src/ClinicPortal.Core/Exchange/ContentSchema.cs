using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Exchange;

/// <summary>
/// The JSON Schema of content files, made from the records: an editor that knows it offers the keys and underlines a wrong one. The
/// reader's rules go further. It is committed as content/content.schema.json, and a test holds the two together.
/// </summary>
public static class ContentSchema
{
    private static readonly JsonSerializerOptions Indented = new(ContentJson.Options) { WriteIndented = true, NewLine = "\n" };

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => Transform(context, schema),
    };

    public static string Text()
    {
        var schema = ContentJson.Options.GetJsonSchemaAsNode(typeof(ClinicContent), Exporter).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Clinic Portal content");
        schema["properties"]!["format"] = new JsonObject { ["const"] = ClinicContent.CurrentFormat };
        schema["$defs"] = new JsonObject { ["text"] = Prose() };
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var field = context.PropertyInfo is { } property ? EntryField.Of(property) : null;
        if (context.TypeInfo.Type == typeof(LocalText))
            return ProseReference(field);
        if (node is not JsonObject schema)
            return node;
        // A list of texts comes without its items, because a type with a converter of its own says nothing of its shape.
        if (context.TypeInfo.ElementType == typeof(LocalText))
            schema["items"] = ProseReference(field);
        // Nothing may be null in a content file: what is not there is left out.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(type => (string)type!).First(type => type != "null");
        if (schema["enum"] is JsonArray words)
            schema["enum"] = new JsonArray([.. words.Where(word => word is not null).Select(word => word!.DeepClone())]);
        schema.Remove("default");
        if (schema["properties"] is JsonObject properties)
            foreach (var kept in context.TypeInfo.Properties.Where(one => !EntryField.Of(one).IsInFile))
                properties.Remove(kept.Name);
        if (context.TypeInfo.Type == typeof(ValueKind))
            schema["description"] = string.Join(
                "; ", ValueKinds.All.Select(kind => $"{JsonNamingPolicy.KebabCaseLower.ConvertName($"{kind.Kind}")}: {kind.Label}"));
        if (field is not null)
            Limit(schema, context.TypeInfo, field);
        return schema;
    }

    private static void Limit(JsonObject schema, JsonTypeInfo type, EntryField field)
    {
        if (type.ElementType is { } item && schema["items"] is JsonObject items)
            Limit(items, ContentJson.Options.GetTypeInfo(item), field);
        else if (type.Type == typeof(string))
        {
            schema["maxLength"] = field.MaxLength;
            if (field.IsSlug)
                schema["pattern"] = $"^{Slug.Pattern}$";
        }
    }

    private static JsonObject ProseReference(EntryField? field)
    {
        var reference = new JsonObject { ["$ref"] = "#/$defs/text" };
        if (field is { HasLimit: true })
            reference["additionalProperties"] = new JsonObject { ["maxLength"] = field.MaxLength };
        return reference;
    }

    private static JsonObject Prose() => new()
    {
        ["type"] = "object",
        ["description"] = "A text in each language it is written in; short Markdown allowed.",
        ["minProperties"] = 1,
        ["propertyNames"] = new JsonObject { ["pattern"] = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$" },
        ["additionalProperties"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = TextLimit.Prose },
    };
}
