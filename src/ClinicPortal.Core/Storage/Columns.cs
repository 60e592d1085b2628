using System.Text.Json;
using ClinicPortal.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ClinicPortal.Core.Storage;

/// <summary>How the catalogue's own types stand in a column.</summary>
internal static class Columns
{
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<TreatmentId>().HaveConversion<TreatmentIdColumn>();
        conventions.Properties<CriterionId>().HaveConversion<CriterionIdColumn>();
        conventions.Properties<DateTimeOffset>().HaveConversion<MomentColumn>();
        conventions.Properties<Enum>().HaveConversion<string>();
        AsJson<LocalText>(conventions);
        AsJson<IReadOnlyList<LocalText>>(conventions);
        AsJson<IReadOnlyList<OpeningHours>>(conventions);
        AsJson<IReadOnlyList<OutcomeArmEntry>>(conventions);
        AsJson<AttributeValue>(conventions);
        AsJson<CountedUnit>(conventions);
        AsJson<ReviewEntry>(conventions);
    }

    private static void AsJson<T>(ModelConfigurationBuilder conventions) where T : class =>
        conventions.Properties<T>().HaveConversion<JsonColumn<T>, JsonComparer<T>>();
}

internal sealed class TreatmentIdColumn() : ValueConverter<TreatmentId, int>(id => id.Value, value => new(value));

internal sealed class CriterionIdColumn() : ValueConverter<CriterionId, int>(id => id.Value, value => new(value));

/// <summary>SQLite cannot order a DateTimeOffset; it orders ticks.</summary>
internal sealed class MomentColumn() : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new(ticks, TimeSpan.Zero));

internal sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, ContentJson.Options),
    json => JsonSerializer.Deserialize<T>(json, ContentJson.Options)!) where T : class;

/// <summary>The values are immutable, so one is its own snapshot; two are the same if their columns are.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (one, other) => JsonSerializer.Serialize(one, ContentJson.Options) == JsonSerializer.Serialize(other, ContentJson.Options),
    value => JsonSerializer.Serialize(value, ContentJson.Options).GetHashCode(StringComparison.Ordinal),
    value => value) where T : class;
