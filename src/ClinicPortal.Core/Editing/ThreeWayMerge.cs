using System.Text.Json.Nodes;

namespace ClinicPortal.Core.Editing;

/// <summary>What came of bringing two people's edits of one row together.</summary>
/// <param name="Row">The row with everything that only one of the two has changed; where both have, theirs.</param>
/// <param name="Theirs">Fields taken from the other person.</param>
/// <param name="Conflicts">Fields that both have changed differently; each language of a text is a field.</param>
public sealed record MergedRow(JsonObject Row, IReadOnlyList<string> Theirs, IReadOnlyList<string> Conflicts);

/// <summary>
/// Field by field: where one of the two said something new, it is taken; where both did, and not the same, a person has to decide. Lists of
/// references follow both: what either added is there, what either removed is gone. Conditions are brought together one by one, and so are
/// passages as long as each stays in its place; other lists of parts (a range, the arms of a number) stay whole, because half of one and
/// half of another says nothing.
/// </summary>
public static class ThreeWayMerge
{
    /// <summary>Fields that only mean something together: a count belongs to its denominator.</summary>
    private static readonly string[] Rate = ["denominator", "raw", "arms", "no-rate"];

    /// <param name="ancestor">What both began with; none, if there was no row.</param>
    /// <param name="theirs">What the store says now.</param>
    /// <param name="mine">What is to be saved.</param>
    public static MergedRow Of(JsonObject? ancestor, JsonObject theirs, JsonObject mine)
    {
        var (taken, conflicts) = (new List<string>(), new List<string>());
        var row = Fields(ancestor, theirs, mine, "", taken, conflicts);
        foreach (var name in Torn(ancestor, theirs, mine).Except(conflicts).ToList())
        {
            conflicts.Add(name);
            taken.Remove(name);
            row.Remove(name);
            if (theirs[name] is { } whole)
                row[name] = whole.DeepClone();
        }
        return new(row, taken, conflicts);
    }

    private static JsonObject Fields(
        JsonObject? ancestor, JsonObject theirs, JsonObject mine, string within, List<string> taken, List<string> conflicts)
    {
        var merged = new JsonObject();
        foreach (var name in theirs.Concat(mine).Select(field => field.Key).Distinct().ToList())
            if (Field(ancestor?[name], theirs[name], mine[name], within + name, taken, conflicts) is { } value)
                merged[name] = value;
        return merged;
    }

    private static JsonNode? Field(
        JsonNode? ancestor, JsonNode? theirs, JsonNode? mine, string name, List<string> taken, List<string> conflicts)
    {
        if (JsonNode.DeepEquals(theirs, mine) || JsonNode.DeepEquals(ancestor, theirs))
            return mine?.DeepClone();
        if (JsonNode.DeepEquals(ancestor, mine))
        {
            taken.Add(name);
            return theirs?.DeepClone();
        }
        if (theirs is JsonObject one && mine is JsonObject other && ancestor is null or JsonObject)
        {
            var before = conflicts.Count;
            var fields = Fields(ancestor as JsonObject, one, other, name + ".", taken, conflicts);
            // Each took out what the other let stand and nothing would be left; no text is empty, so that too is for a person to decide.
            if (fields.Count == 0 && conflicts.Count == before)
                conflicts.Add(name);
            return fields;
        }
        if (References(theirs) is { } theirList && References(mine) is { } myList && References(ancestor) is { } oldList)
            return new JsonArray(
                [
                    .. theirList.Except(oldList.Except(myList))
                    .Union(myList.Except(oldList.Except(theirList)))
                    .Select(key => JsonValue.Create(key))]);
        if (name == "conditions")
            return Conditions(ancestor, theirs, mine, name, taken, conflicts);
        if (name == "passages" && InTheirPlaces(ancestor, theirs, mine) is { } places)
            return new JsonArray(
                [.. places.Select((place, index) => Passage(place.Began, place.Theirs, place.Mine, $"{name}[{index}]", taken, conflicts))]);
        conflicts.Add(name);
        return theirs?.DeepClone();
    }

    private static IEnumerable<string> Torn(JsonObject? ancestor, JsonObject theirs, JsonObject mine)
    {
        return Changed(theirs) && Changed(mine) ? Rate.Where(name => !JsonNode.DeepEquals(theirs[name], mine[name])) : [];

        bool Changed(JsonObject row) => Rate.Any(name => !JsonNode.DeepEquals(ancestor?[name], row[name]));
    }

    private static IEnumerable<(JsonNode? Began, JsonNode? Theirs, JsonNode? Mine)>? InTheirPlaces(
        JsonNode? ancestor, JsonNode? theirs, JsonNode? mine) =>
        ancestor is JsonArray began
            && theirs is JsonArray one
            && mine is JsonArray other
            && one.Count == began.Count
            && other.Count == began.Count
            ? began.Zip(one, other)
            : null;

    // Under another heading another passage may stand in this place now: then its fields are not mixed.
    private static JsonNode? Passage(
        JsonNode? ancestor, JsonNode? theirs, JsonNode? mine, string name, List<string> taken, List<string> conflicts)
    {
        var changedByOne =
            JsonNode.DeepEquals(ancestor, theirs) || JsonNode.DeepEquals(ancestor, mine) || JsonNode.DeepEquals(theirs, mine);
        var oneHeading =
            JsonNode.DeepEquals(ancestor?["heading"], theirs?["heading"]) && JsonNode.DeepEquals(ancestor?["heading"], mine?["heading"]);
        if (changedByOne || oneHeading)
            return Field(ancestor, theirs, mine, name, taken, conflicts);
        conflicts.Add(name);
        return theirs?.DeepClone();
    }

    private static JsonArray? Conditions(
        JsonNode? ancestor, JsonNode? theirs, JsonNode? mine, string name, List<string> taken, List<string> conflicts)
    {
        var merged = Fields(ByCondition(ancestor), ByCondition(theirs), ByCondition(mine), name + ".", taken, conflicts);
        return merged.Count == 0 ? null : new([.. merged.Select(mention => mention.Value!.DeepClone())]);

        static JsonObject ByCondition(JsonNode? mentions) =>
            new((mentions?.AsArray() ?? [])
                .Select(mention => KeyValuePair.Create((string)mention!["condition"]!, (JsonNode?)mention.DeepClone())));
    }

    private static List<string>? References(JsonNode? list) => list switch
    {
        null => [],
        JsonArray items when items.All(item => item is JsonValue value && value.TryGetValue<string>(out _)) =>
            [.. items.Select(item => (string)item!)],
        _ => null,
    };
}
