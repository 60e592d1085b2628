using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace ClinicPortal.Core.Wording;

/// <summary>Reads the files of rules and words that lie beside the code and are built into it.</summary>
internal static class WordingData
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    public static T Read<T>(string file)
    {
        using var stream = typeof(WordingData).Assembly.GetManifestResourceStream(typeof(WordingData), file)
            ?? throw new InvalidOperationException($"{file} is not built in.");
        using var reader = new StreamReader(stream);
        return Yaml.Deserialize<T>(reader);
    }

    /// <summary>Those that say something.</summary>
    public static string[] Lines(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A form with its <c>{name}</c>s filled in.</summary>
    public static string Filled(string form, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
            form = form.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return form;
    }

    /// <summary>The kinds of a file, by their keys: what each is called, why it is looked for and where that is said.</summary>
    public static IReadOnlyList<WordingRule> Rules(string file) =>
        [.. Read<Dictionary<string, KindData>>(file).Select(kind => kind.Value.ToRule(kind.Key))];

    // YAML fills them in.
    private sealed class KindData
    {
        public required string Name { get; init; }

        public required string Why { get; init; }

        public required List<ReferenceData> References { get; init; }

        public WordingRule ToRule(string kind) =>
            new(kind, Name, Why, [.. References.Select(one => new WordingReference(one.Text, one.Address, one.Markets))]);
    }

    private sealed class ReferenceData
    {
        public required string Text { get; init; }

        public required string Address { get; init; }

        public required List<string> Markets { get; init; }
    }
}
