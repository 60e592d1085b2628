using ClinicPortal.Core.Storage.Backups;
using Microsoft.Data.Sqlite;

namespace ClinicPortal.Core.Storage;

/// <summary>The one folder that holds everything the portal keeps.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>The database's file, by the name that it has in a backup too.</summary>
    internal const string DatabaseName = "portal.db";

    /// <summary>Folders that a backup holds beside the database: keys, and pictures and other files of the clinic.</summary>
    internal static readonly IReadOnlyList<string> Folders = ["keys", "media"];

    public string Database => In(DatabaseName);

    /// <summary>
    /// How the portal connects to it. Whoever meets another writer waits for as long as <see cref="SafeConnections"/> says, and not for the
    /// half minute that is usual.
    /// </summary>
    public string Connection => new SqliteConnectionStringBuilder
    {
        DataSource = Database,
        DefaultTimeout = (int)SafeConnections.Patience.TotalSeconds,
    }.ToString();

    /// <summary>With them cookies and the like are protected; without them every sign-in ends.</summary>
    public string Keys => In(Folders[0]);

    /// <summary>What the portal did, a file a day; no part of a backup.</summary>
    public string Logs => In("logs");

    public string Backups => In("backups");

    /// <summary>A note that a portal has begun here: a database that is missing is then a loss, and no reason to begin anew.</summary>
    internal string Begun => In("portal.begun");

    internal string Lock => In("portal.lock");

    /// <summary>Held by everybody who works with the store, so that nobody replaces it under them.</summary>
    internal string InUse => In("portal.in-use");

    /// <summary>A backup that takes the store's place, complete and verified; see <see cref="Backups.StoreSwap"/>.</summary>
    internal string Restoring => In("restoring");

    /// <summary>
    /// Makes the folder, where there is none: for the portal's own account alone, because it holds keys and hashes of passwords.
    /// </summary>
    public void Create()
    {
        if (!Directory.Exists(Path))
            PrivateFiles.MakeFolder(Path);
    }

    internal string In(string name) => System.IO.Path.Combine(Path, name);
}
