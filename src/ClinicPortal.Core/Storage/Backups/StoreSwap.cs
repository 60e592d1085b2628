namespace ClinicPortal.Core.Storage.Backups;

/// <summary>
/// Puts what lies ready in <see cref="DataFolder.Restoring"/> in the place of the store. From the moment that folder has its name the
/// restore counts as done: whoever opens the store next carries out what is left of it, so that a kill at any point leaves the old or the
/// new and never a mix.
/// </summary>
public static class StoreSwap
{
    /// <summary>Beginning of the name of the folder that holds what was replaced.</summary>
    public const string Replaced = "replaced-";

    /// <summary>Beside the database while it is open, and part of it: with another database they would damage it.</summary>
    private static readonly string[] Companions =
        [.. new[] { "-wal", "-shm", "-journal" }.Select(ending => DataFolder.DatabaseName + ending)];

    /// <summary>Nobody else may have the store open.</summary>
    public static void Finish(DataFolder folder)
    {
        foreach (var step in Steps(folder))
            step();
    }

    /// <summary>What is left to do, one move on the disk after the other; none, if no restore was begun.</summary>
    public static IEnumerable<Action> Steps(DataFolder folder)
    {
        if (!Directory.Exists(folder.Restoring))
            yield break;
        if (Directory.EnumerateDirectories(folder.Restoring, Replaced + "*").FirstOrDefault() is { } replaced)
        {
            if (IsThere(Ready(DataFolder.DatabaseName)))
                foreach (var companion in Companions.Where(name => IsThere(folder.In(name))))
                    yield return () => Move(folder.In(companion), Path.Combine(replaced, companion));
            foreach (var name in DataFolder.Folders.Prepend(DataFolder.DatabaseName).Where(name => IsThere(Ready(name))))
            {
                if (IsThere(folder.In(name)))
                    yield return () => Move(folder.In(name), Path.Combine(replaced, name));
                yield return () => Move(Ready(name), folder.In(name));
            }
            if (Directory.EnumerateFileSystemEntries(replaced).Any())
                yield return () => Move(replaced, folder.In(Path.GetFileName(replaced)));
        }
        yield return () => Directory.Delete(folder.Restoring, recursive: true);

        string Ready(string name) => Path.Combine(folder.Restoring, name);
    }

    private static bool IsThere(string path) => File.Exists(path) || Directory.Exists(path);

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
            File.Move(from, to);
        else
            Directory.Move(from, to);
    }
}
