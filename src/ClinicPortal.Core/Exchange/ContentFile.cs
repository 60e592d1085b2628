using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using YamlDotNet.RepresentationModel;

namespace ClinicPortal.Core.Exchange;

/// <summary>Reads and writes the content file.</summary>
public static class ContentFile
{
    public static ClinicContent Read(TextReader reader)
    {
        var yaml = new YamlStream();
        yaml.Load(reader);
        return ContentYaml.ToJson(yaml.Documents[0].RootNode).Deserialize<ClinicContent>(ContentJson.Options)!;
    }

    public static void Write(ClinicContent content, TextWriter writer) =>
        ContentYaml.Write(JsonSerializer.SerializeToNode(content, ContentJson.Options)!, writer);
}
