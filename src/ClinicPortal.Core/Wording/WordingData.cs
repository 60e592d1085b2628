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
}
