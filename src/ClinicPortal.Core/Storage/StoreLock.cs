namespace ClinicPortal.Core.Storage;

/// <summary>Two processes that start on one folder prepare it one after the other; the system frees the lock when a process dies.</summary>
internal static class StoreLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<IDisposable> TakeAsync(DataFolder folder, CancellationToken cancel)
    {
        var giveUp = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(folder.Lock) && Environment.TickCount64 < giveUp)
            {
                await Task.Delay(100, cancel);
            }
        }
    }
}
