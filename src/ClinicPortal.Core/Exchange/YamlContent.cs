using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ClinicPortal.Core.Exchange;

/// <summary>
/// A content file's YAML as JSON, with the place of every key and item. It takes the plain part of YAML: one document without anchors,
/// aliases or tags, no key twice, and no deeper than a catalogue goes, so that no file can grow while it is read.
/// </summary>
internal sealed class YamlContent
{
    private const int DeepestLevel = 20;

    private readonly Dictionary<string, FilePosition> _places = [];
    private readonly Parser _parser;

    private YamlContent(string text) => _parser = new Parser(new StringReader(text));

    public JsonNode? Root { get; private set; }

    /// <exception cref="YamlException">The text is not YAML, or uses a part of it that content does not.</exception>
    public static YamlContent Read(string text)
    {
        var content = new YamlContent(text);
        content.ReadDocument();
        return content;
    }

    /// <summary>Where <paramref name="path"/> stands in the file, or the nearest thing around it.</summary>
    public FilePosition? Find(string path)
    {
        while (!_places.ContainsKey(path) && path != "")
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return _places.TryGetValue(path, out var position) ? position : null;
    }

    private void ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
            return;
        _parser.Consume<DocumentStart>();
        Root = Node("", 1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            throw Refused(second, "A second document begins here. A content file is one document: remove the line \"---\".");
    }

    private JsonNode? Node(string path, int level)
    {
        var node = _parser.Consume<ParsingEvent>();
        _places.TryAdd(path, At(node));
        if (node is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            throw Refused(
                node, "Content files use no anchors (&) and no tags (!). Write the value out, in quotes if it begins with such a sign.");
        if (level > DeepestLevel)
            throw Refused(node, $"This is nested more than {DeepestLevel} levels deep. Check the brackets and the indentation.");
        return node switch
        {
            MappingStart => Mapping(path, level),
            SequenceStart => Sequence(path, level),
            Scalar scalar => ContentYaml.Value(scalar.Value, scalar.Style == ScalarStyle.Plain),
            _ => throw Refused(node, "Content files use no aliases (*). Write the value out, in quotes if it begins with this sign."),
        };
    }

    private JsonObject Mapping(string path, int level)
    {
        var map = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key) || !key.Anchor.IsEmpty || !key.Tag.IsEmpty)
                throw Refused(_parser.Current!, "A key is a plain word here. Check the indentation and the colon.");
            if (map.ContainsKey(key.Value))
                throw Refused(key, $"The key \"{key.Value}\" stands here a second time. Remove one of the two.");
            var place = path == "" ? key.Value : $"{path}.{key.Value}";
            _places.TryAdd(place, At(key));
            map.Add(key.Value, Node(place, level + 1));
        }
        return map;
    }

    private JsonArray Sequence(string path, int level)
    {
        var list = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            list.Add(Node($"{path}[{list.Count}]", level + 1));
        return list;
    }

    private static FilePosition At(ParsingEvent node) => new(node.Start.Line, node.Start.Column);

    private static YamlException Refused(ParsingEvent at, string message) => new(at.Start, at.End, message);
}
