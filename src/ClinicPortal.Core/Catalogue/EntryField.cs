using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// A field of an entry that holds texts or names of other entries, with what holds for it wherever it is written or read.
/// </summary>
public sealed class EntryField
{
    private static readonly ConcurrentDictionary<JsonPropertyInfo, EntryField> Known = new();

    private EntryField(JsonPropertyInfo field)
    {
        var reference = AttributeOf<RefersToAttribute>(field);
        Name = field.Name;
        IsSlug = reference is not null || AttributeOf<SlugAttribute>(field) is not null;
        HasLimit = AttributeOf<MaxTextLengthAttribute>(field) is not null;
        MaxLength = AttributeOf<MaxTextLengthAttribute>(field)?.Characters
            ?? (IsSlug ? Slug.MaxLength : ItemOf(field.PropertyType) == typeof(LocalText) ? TextLimit.Prose : TextLimit.Line);
        IsText = ItemOf(field.PropertyType) is var item && (item == typeof(string) || item == typeof(LocalText));
        IsWords = IsText && !IsSlug && AttributeOf<CodeAttribute>(field) is null;
        IsInFile = AttributeOf<NotInFileAttribute>(field) is null;
        RefersTo = reference is null ? null : CatalogueKinds.OfEntry(reference.Entry);
        IsNamedOnce = reference is not null && (reference.OnceInList || field.PropertyType != typeof(string));
    }

    /// <summary>In the content file's word.</summary>
    public string Name { get; }

    /// <summary>It holds a text or a name, or a list of them.</summary>
    public bool IsText { get; }

    /// <summary>It holds what people read, and neither a name for addresses nor a code.</summary>
    public bool IsWords { get; }

    /// <summary>It holds a name that stands in addresses, of its own entry or of another.</summary>
    public bool IsSlug { get; }

    /// <summary>It stands in content files.</summary>
    public bool IsInFile { get; }

    /// <summary>Its limit is one of its own.</summary>
    public bool HasLimit { get; }

    /// <summary>The most characters of a text in one language.</summary>
    public int MaxLength { get; }

    /// <summary>The kind of what it names; none where it holds words.</summary>
    public CatalogueKind? RefersTo { get; }

    /// <summary>Whether its list may name a thing only once.</summary>
    public bool IsNamedOnce { get; }

    public static EntryField Of(JsonPropertyInfo field) => Known.GetOrAdd(field, known => new(known));

    /// <summary>As staff call a field of that name: "answer in one line", and not "brief".</summary>
    public static string LabelOf(string name) => name switch
    {
        "text" => "answer",
        "brief" => "answer in one line",
        "value" => "measured value",
        "absence" => "why there is no answer or value",
        "get-help" => "when to get help",
        "conditions" => "conditions it mentions",
        "offer" => "whether clinics offer it",
        "offered" => "whether this clinic offers it",
        "author" => "who wrote it",
        "review" => "signed by",
        "review-months" => "months to the next review",
        "evidence-chosen" => "how the studies were chosen",
        "funding" => "who paid for it",
        "comparator" => "what it was compared with",
        "no-rate" => "why there is no rate",
        "slug" => "short name",
        "key" => "short name in the content file",
        "between" => "treatments compared",
        "raw" => "shown as counted, not scaled",
        "denominator" => "out of how many",
        "counted" => "what is counted",
        "arms" => "counts",
        "effect" => "benefit or harm",
        "certainty-reason" => "why we are this sure",
        "direction" => "what the studies say",
        "places" => "answers it appears in",
        "clinics-say" => "what clinics say",
        "clinics-say-sources" => "sources of what clinics say",
        "if-nothing-is-done" => "what happens if nothing is done",
        "needs-medical-care" => "needs medical care first",
        "doi" => "DOI",
        "pmid" => "PubMed number",
        "url" => "web address",
        "in-sentence" => "in a sentence",
        "many" => "word for several",
        "one" => "word for one",
        "picture-alt" => "what the drawing shows",
        "search-names" => "words people search with",
        "when-over" => "how a sentence says that it is over",
        _ => name.Replace('-', ' '),
    };

    /// <summary>The kinds that entries of a type name anywhere, in the order of the register.</summary>
    public static IReadOnlyList<CatalogueKind> KindsNamedBy(Type entry)
    {
        var named = FieldsOf(entry).Select(field => field.RefersTo).ToHashSet();
        return [.. CatalogueKinds.All.Where(named.Contains)];
    }

    /// <summary>The field that is a property of an entry; none, if it has no such property.</summary>
    public static EntryField? Find(Type entry, string property) =>
        ContentJson.Options.GetTypeInfo(entry).Properties
            .FirstOrDefault(field => field.Name == ContentJson.Options.PropertyNamingPolicy!.ConvertName(property)) is { } found
                ? Of(found)
                : null;

    /// <summary>Calls everything that an entry in JSON refers to by another name.</summary>
    /// <param name="entry">Changed in place.</param>
    /// <param name="type">Of the entry.</param>
    /// <param name="nameOf">The name that a thing of a kind goes by instead.</param>
    internal static void Rename(JsonNode? entry, Type type, Func<CatalogueKind, string, string> nameOf) => ContentWalk.Rewrite(
        entry, type, field => field.RefersTo is { } kind ? name => nameOf(kind, name) : null);

    /// <summary>The paths of everything that an entry in JSON refers to.</summary>
    internal static IReadOnlySet<string> PathsNamedBy(JsonNode? entry, Type type)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        Rename(entry, type, (kind, name) =>
        {
            named.Add(kind.PathOf(name));
            return name;
        });
        return named;
    }

    private static Type ItemOf(Type type) => ContentJson.Options.GetTypeInfo(type).ElementType is { } item ? ItemOf(item) : type;

    private static IEnumerable<EntryField> FieldsOf(Type type)
    {
        var info = ContentJson.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => FieldsOf(info.ElementType!),
            JsonTypeInfoKind.Object => info.Properties.SelectMany(field => FieldsOf(field.PropertyType).Prepend(Of(field))),
            _ => [],
        };
    }

    private static T? AttributeOf<T>(JsonPropertyInfo field) where T : Attribute =>
        field.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().SingleOrDefault();
}
