using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>Fields that two people have changed: what both began with, what the other has saved, what this one has typed.</summary>
public sealed record ConflictModel(IReadOnlyList<ConflictModel.Field> Fields)
{
    /// <summary>Of its heading; a page that shows several tells them apart.</summary>
    public string Id { get; init; } = "conflict";

    public sealed record Field(string Name, string Began, FieldDifference Theirs, FieldDifference Mine);

    /// <param name="conflict">As the store found it.</param>
    /// <param name="words">What the row names.</param>
    public static ConflictModel Of<TEntry>(SaveOutcome<TEntry>.Conflict conflict, RowWords words) where TEntry : class
    {
        var (began, theirs, mine) = (Json(conflict.Ancestor), Json(conflict.Theirs), Json(conflict.Mine));
        var theirChanges = FieldDifference.Between(began, theirs, words);
        var myChanges = FieldDifference.Between(began, mine, words);
        return new([.. conflict.Fields.Select(FieldDifference.NameOf).Distinct().Select(name =>
        {
            var (their, my) =
                (theirChanges.FirstOrDefault(change => change.Field == name), myChanges.FirstOrDefault(change => change.Field == name));
            // Of fields that only mean something together, one may have been changed by one person only.
            var before = (their ?? my)!.Before;
            return new Field(name, before, their ?? new(name, before, before), my ?? new(name, before, before));
        })]);
    }

    private static string? Json<TEntry>(TEntry? entry) where TEntry : class =>
        entry is null ? null : JsonSerializer.Serialize(entry, ContentJson.Options);
}
