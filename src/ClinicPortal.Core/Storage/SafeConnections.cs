using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClinicPortal.Core.Storage;

/// <summary>
/// What SQLite forgets with every connection: references are kept, a writer waits for another one, and a save that was acknowledged
/// survives a power cut (writes are few, so the price is small).
/// </summary>
internal sealed class SafeConnections : DbConnectionInterceptor
{
    /// <summary>How long a writer waits for another one; on a busy machine several that save at once need some seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly string Settings = string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA foreign_keys = ON; PRAGMA busy_timeout = {Patience.TotalMilliseconds}; PRAGMA synchronous = FULL;");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
