using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Publishing;

/// <summary>
/// In which format each type of entry is written, and the way up from its older ones. An edition is never rewritten, so whatever changes
/// what an entry holds, in itself or in a record within it, adds a step here: it makes of an entry in the format before one in the next.
/// </summary>
/// <param name="steps">By type of entry, the oldest first; a type without any is still in its first format.</param>
public sealed class FormatSteps(IReadOnlyDictionary<Type, IReadOnlyList<Action<JsonObject>>> steps)
{
    public static FormatSteps OfThisRelease { get; } = new(new Dictionary<Type, IReadOnlyList<Action<JsonObject>>>());

    /// <summary>The step to a format that only adds what may be missing.</summary>
    public static void OnlyAdds(JsonObject entry) { }

    /// <summary>The number of the format in which this release writes it.</summary>
    public int Current(Type entry) => 1 + StepsOf(entry).Count;

    /// <exception cref="EditionFormatException">The entry was written by a newer release.</exception>
    public object Read(StoredEntry stored, Type type)
    {
        var current = Current(type);
        if (stored.Format < 1 || stored.Format > current)
            throw new EditionFormatException(
                $"An edition holds a {stored.Kind} in format {stored.Format}, and this version of the portal reads formats up to "
                + $"{current}. Install the version that published it, or a newer one.");
        if (stored.Format == current)
            return JsonSerializer.Deserialize(stored.Json, type, ContentJson.Options)!;
        var entry = JsonNode.Parse(stored.Json)!.AsObject();
        foreach (var step in StepsOf(type).Skip(stored.Format - 1))
            step(entry);
        return entry.Deserialize(type, ContentJson.Options)!;
    }

    private IReadOnlyList<Action<JsonObject>> StepsOf(Type entry) => steps.GetValueOrDefault(entry, []);
}

/// <summary>An edition was written by a newer release than this one.</summary>
public sealed class EditionFormatException(string message) : Exception(message);
