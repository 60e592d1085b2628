namespace ClinicPortal.Core.Storage;

/// <summary>Locks on files: the system frees them when a process dies.</summary>
internal static class StoreLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Two processes that start on one folder prepare it one after the other.</summary>
    public static Task<IDisposable> TakeAsync(DataFolder folder, CancellationToken cancel) => TakeAsync(folder.Lock, cancel);

    /// <summary>Waits for whoever holds that file.</summary>
    public static async Task<IDisposable> TakeAsync(string file, CancellationToken cancel)
    {
        var giveUp = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file) && Environment.TickCount64 < giveUp)
            {
                await Task.Delay(100, cancel);
            }
        }
    }

    /// <summary>Says that somebody works with the store; any number may.</summary>
    /// <exception cref="StoreException">A backup is taking its place just now.</exception>
    public static IDisposable Share(DataFolder folder)
    {
        try
        {
            return new FileStream(folder.InUse, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (IOException) when (File.Exists(folder.InUse))
        {
            throw new StoreException($"A backup is being restored in {folder.Path}. Wait until that has finished, then try again.");
        }
    }

    /// <summary>Keeps everybody else from beginning to work with the store.</summary>
    /// <exception cref="StoreException">Somebody works with it.</exception>
    public static IDisposable TakeWhole(DataFolder folder)
    {
        try
        {
            return new FileStream(folder.InUse, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(folder.InUse))
        {
            throw new StoreException(
                $"The portal or another command is using {folder.Path}. Nothing was changed. Stop it, then restore the backup.");
        }
    }
}
