using Microsoft.Data.Sqlite;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// What a database holds, in figures: they tell a whole copy from one that has lost something, and which of two is newer.
/// </summary>
/// <param name="Steps">The migrations that it has taken.</param>
/// <param name="Edition">The newest; 0, if nothing was published.</param>
/// <param name="Change">The newest change of the history; 0, if nothing was saved.</param>
/// <param name="Rows">How many each table holds.</param>
public sealed record StoreFacts(IReadOnlyList<string> Steps, int Edition, int Change, IReadOnlyDictionary<string, long> Rows)
{
    public long AllRows => Rows.Values.Sum();

    /// <summary>All in one transaction, so that they belong together.</summary>
    internal static StoreFacts Read(SqliteConnection connection)
    {
        var tables = Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        return new(
            tables.Contains("__EFMigrationsHistory") ? Texts(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY 1") : [],
            tables.Contains("Edition") ? (int)Number(connection, "SELECT COALESCE(MAX(Number), 0) FROM Edition") : 0,
            tables.Contains("FieldChange") ? (int)Number(connection, "SELECT COALESCE(MAX(Id), 0) FROM FieldChange") : 0,
            tables.ToDictionary(table => table, table => Number(connection, $"SELECT COUNT(*) FROM \"{table}\"")));
    }

    /// <summary>Tables that do not hold as many rows here as there.</summary>
    public IEnumerable<string> TablesUnlike(StoreFacts other) =>
        from table in Rows.Keys.Union(other.Rows.Keys).Order(StringComparer.Ordinal)
        where Rows.GetValueOrDefault(table, -1) != other.Rows.GetValueOrDefault(table, -1)
        select table;

    internal static List<string> Texts(SqliteConnection connection, string query)
    {
        using var command = Command(connection, query);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static long Number(SqliteConnection connection, string query)
    {
        using var command = Command(connection, query);
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteCommand Command(SqliteConnection connection, string query)
    {
        var command = connection.CreateCommand();
        command.CommandText = query;
        return command;
    }
}
