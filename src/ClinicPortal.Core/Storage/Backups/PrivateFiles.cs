namespace ClinicPortal.Core.Storage.Backups;

/// <summary>Backups hold keys and the hashes of passwords: only the portal's own user may read them.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }
        Directory.CreateDirectory(path, Folder);
        System.IO.File.SetUnixFileMode(path, Folder);
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File;
        return new(path, options);
    }

    /// <summary>That path, or with a number after it, where nothing stands yet.</summary>
    public static string Free(string path, string ending = "") => Enumerable.Range(1, int.MaxValue)
        .Select(count => count == 1 ? path + ending : $"{path}_{count}{ending}")
        .First(free => !System.IO.File.Exists(free) && !Directory.Exists(free));

    /// <summary>Copies all of it onto the disk, so that it outlives a power cut.</summary>
    public static async Task CopyAsync(Stream from, string to, CancellationToken cancel)
    {
        await using var file = Create(to);
        await from.CopyToAsync(file, cancel);
        file.Flush(flushToDisk: true);
    }
}

/// <summary>A private folder that goes when the work in it is done; one that a killed process has left goes with the next.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Prefix = ".scratch-";

    public ScratchFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, Prefix + System.IO.Path.GetRandomFileName());
        PrivateFiles.MakeFolder(Path);
    }

    public string Path { get; }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Nobody else may be at work there.</summary>
    public static void ClearIn(string parent)
    {
        foreach (var left in Directory.EnumerateDirectories(parent, Prefix + "*"))
            Directory.Delete(left, recursive: true);
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
