using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// One piece of prose in every language it has been written in (culture name -> text, short Markdown allowed).
/// Stored as one JSON object; cultures are kept in ordinal order, so equal texts have equal bytes.
/// </summary>
[JsonConverter(typeof(LocalTextConverter))]
public sealed class LocalText : IEquatable<LocalText>
{
    /// <summary>The language the store is written in first; a missing translation falls back to it.</summary>
    public const string MainCulture = "en";

    private readonly SortedDictionary<string, string> _texts;
    private readonly string _main;

    public LocalText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        _texts = new SortedDictionary<string, string>(new Dictionary<string, string>(texts), StringComparer.Ordinal);
        _main = _texts.GetValueOrDefault(MainCulture) ?? _texts.Values.FirstOrDefault() ?? "";
    }

    public static LocalText Empty { get; } = new([]);

    public static LocalText English(string text) => new([new(MainCulture, text)]);

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>
    /// <paramref name="before"/> with another text in the main culture, as <see cref="InputCleaner"/> cleans it; nothing, if no language
    /// says anything then.
    /// </summary>
    public static LocalText? Rewritten(LocalText? before, string? text)
    {
        var texts = new Dictionary<string, string>(before?._texts ?? []);
        if (InputCleaner.Clean(text ?? "") is { Length: > 0 } typed)
            texts[MainCulture] = typed;
        else
            texts.Remove(MainCulture);
        return texts.Count == 0 ? null : new(texts);
    }

    /// <summary>The text in <paramref name="culture"/>, else in the main culture, else in the first one there is.</summary>
    public string In(string culture) => _texts.GetValueOrDefault(culture) ?? _main;

    /// <summary>The text in the main culture, so that a page can write <c>@treatment.Name</c>.</summary>
    public override string ToString() => _main;

    public bool Equals(LocalText? other) => other is not null && _texts.SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() =>
        _texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));
}

internal sealed class LocalTextConverter : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (culture, text) in value.Texts)
            writer.WriteString(culture, text);
        writer.WriteEndObject();
    }
}
