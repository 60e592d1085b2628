using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>The keys with which the portal encrypts what it keeps and what it gives to browsers.</summary>
public sealed class PortalKeysTests
{
    [Fact]
    public async Task A_new_key_is_for_a_cipher_that_notices_a_change_by_itself()
    {
        await using var portal = new PortalFactory();
        var written = ProtectorOf(portal).Protect("words");

        Assert.Equal("words", ProtectorOf(portal).Unprotect(written));
        Assert.All(KeysOf(portal), key => Assert.Contains("\"AES_256_GCM\"", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_older_release_has_encrypted_can_still_be_read()
    {
        await using var portal = new PortalFactory();
        _ = portal.Reader;
        var keys = new DirectoryInfo(portal.Services.GetRequiredService<DataFolder>().Keys);
        foreach (var key in keys.GetFiles())
            key.Delete();
        // As the framework does it where nobody says otherwise.
        var older = new ServiceCollection();
        older.AddDataProtection().SetApplicationName("ClinicPortal").PersistKeysToFileSystem(keys);
        await using var release = older.BuildServiceProvider();
        var written = release.GetDataProtector("Test").Protect("words");
        Assert.Contains("\"AES_256_CBC\"", Assert.Single(KeysOf(portal)), StringComparison.Ordinal);

        await using var later = new PortalFactory { Data = portal.Services.GetRequiredService<DataFolder>().Path };

        Assert.Equal("words", ProtectorOf(later).Unprotect(written));
    }

    private static IDataProtector ProtectorOf(PortalFactory portal) => portal.Services.GetDataProtector("Test");

    private static List<string> KeysOf(PortalFactory portal)
    {
        var files = Directory.GetFiles(portal.Services.GetRequiredService<DataFolder>().Keys, "key-*.xml");
        Assert.NotEmpty(files);
        return [.. files.Select(File.ReadAllText)];
    }
}
