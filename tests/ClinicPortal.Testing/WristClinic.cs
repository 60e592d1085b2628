using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;

namespace ClinicPortal.Testing;

/// <summary>
/// A clinic of another field, as it would enter itself: names, words and a baseline of its own. Whatever the software says of it by itself
/// must fit a wrist as well as anything else.
/// </summary>
public static class WristClinic
{
    private static readonly Lazy<Edition> Published = new(() => ExampleEdition.Of(Read()));

    public static Edition Edition => Published.Value;

    private static ClinicContent Read()
    {
        using var reader = File.OpenText(Path.Combine(SampleClinic.RepositoryRoot(), "tests", "ClinicPortal.Testing", "wrist-clinic.yaml"));
        return ContentFile.Read(reader, "wrist-clinic.yaml");
    }
}
