namespace ClinicPortal.Core.Storage;

/// <summary>The one folder that holds everything the portal keeps.</summary>
public sealed record DataFolder(string Path)
{
    public string Database => System.IO.Path.Combine(Path, "portal.db");

    public string Backups => System.IO.Path.Combine(Path, "backups");

    internal string Lock => System.IO.Path.Combine(Path, "portal.lock");
}
