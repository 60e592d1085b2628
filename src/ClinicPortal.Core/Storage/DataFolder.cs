namespace ClinicPortal.Core.Storage;

/// <summary>The one folder that holds everything the portal keeps.</summary>
public sealed record DataFolder(string Path)
{
    public string Database => System.IO.Path.Combine(Path, "portal.db");

    public string Backups => System.IO.Path.Combine(Path, "backups");

    /// <summary>A note that a portal has begun here: a database that is missing is then a loss, and no reason to begin anew.</summary>
    internal string Begun => System.IO.Path.Combine(Path, "portal.begun");

    internal string Lock => System.IO.Path.Combine(Path, "portal.lock");
}
