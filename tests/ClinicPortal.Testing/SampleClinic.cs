using System.Runtime.CompilerServices;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;

namespace ClinicPortal.Testing;

/// <summary>The sample clinic of the repository, read once and shared: tests look at it and never change it.</summary>
public static class SampleClinic
{
    private static readonly Lazy<Edition> Published = new(() => new Edition(1, new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), Read()));

    /// <summary>A store after the first start, as bytes: only the first who asks pays for reading the sample clinic into it.</summary>
    public static Lazy<Task<byte[]>> Database { get; } = new(() =>
        TemporaryStore.FileOfAsync(store => store.FirstStart.PrepareAsync(Path, DateTimeOffset.UtcNow)));

    public static string Path => System.IO.Path.Combine(RepositoryRoot(), "content", "sample-clinic.yaml");

    public static ClinicContent Content => Edition.Content;

    public static Edition Edition => Published.Value;

    /// <summary>The drawings that the portal comes with.</summary>
    public static KnownPictures Pictures { get; } = new(
    [
        .. Directory.GetFiles(System.IO.Path.Combine(RepositoryRoot(), "wwwroot", "img", "treatments"), "*.svg")
            .Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ]);

    public static string RepositoryRoot() => RootAbove();

    private static string RootAbove([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", ".."));

    private static ClinicContent Read()
    {
        using var reader = File.OpenText(Path);
        return ContentFile.Read(reader);
    }
}
