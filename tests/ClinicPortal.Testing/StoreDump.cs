using Microsoft.Data.Sqlite;

namespace ClinicPortal.Testing;

/// <summary>A whole database as the statements that make it again, the same for the same content.</summary>
public static class StoreDump
{
    public static string Of(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=false");
        connection.Open();
        var tables = Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        IEnumerable<string> statements =
        [
            "PRAGMA foreign_keys = OFF;",
            "BEGIN TRANSACTION;",
            .. tables.SelectMany(table => Schema(connection, "table", table).Concat(Rows(connection, table))),
            .. Schema(connection, "index"),
            "DELETE FROM \"sqlite_sequence\";",
            .. Rows(connection, "sqlite_sequence"),
            "COMMIT;",
            "PRAGMA foreign_keys = ON;",
        ];
        return string.Join('\n', statements) + '\n';
    }

    private static List<string> Schema(SqliteConnection connection, string type, string name = "*") => Texts(
        connection, $"SELECT sql || ';' FROM sqlite_master WHERE type = '{type}' AND sql IS NOT NULL AND name GLOB '{name}' ORDER BY name");

    private static List<string> Rows(SqliteConnection connection, string table)
    {
        var values = Texts(connection, $"SELECT 'quote(\"' || name || '\")' FROM pragma_table_info('{table}') ORDER BY cid");
        var row = string.Join(" || ',' || ", values);
        return Texts(connection, $"SELECT 'INSERT INTO \"{table}\" VALUES(' || {row} || ');' FROM \"{table}\" ORDER BY rowid");
    }

    private static List<string> Texts(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
