using ClinicPortal.Testing;

namespace ClinicPortal.Benchmarks;

/// <summary>Makes the files that hold a release to what earlier ones have written. Neither verb changes what a file says already.</summary>
internal static class Pins
{
    public static async Task<int> WriteFirstReleaseAsync(string file)
    {
        if (File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"{file} is there already. The store of a release that people run is never made anew.");
            return 1;
        }
        await File.WriteAllTextAsync(file, await FirstRelease.DumpAsync());
        return 0;
    }

    public static async Task<int> AddEntryFormatsAsync(string file)
    {
        await File.WriteAllTextAsync(file, EntryProperties.WithWhatIsMissing(File.Exists(file) ? await File.ReadAllTextAsync(file) : null));
        return 0;
    }
}
