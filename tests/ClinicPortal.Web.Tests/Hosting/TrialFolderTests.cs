using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;

namespace ClinicPortal.Web.Tests.Hosting;

/// <summary>A data folder that this release cannot use ends the start with what to do about it.</summary>
public class TrialFolderTests
{
    [Theory]
    [InlineData("--urls", "http://localhost:0")]
    [InlineData("staff", "invite", "ada@clinic.example")]
    [InlineData("content", "publish")]
    public async Task Data_of_a_trial_before_the_first_release_ends_it_with_a_sentence(params string[] arguments)
    {
        await using var portal = new PortalProcess();
        using (var trial = new TemporaryStore())
        {
            await trial.HoldTrialDataAsync("20261124005539_Initial");
            File.Copy(trial.Folder.Database, new DataFolder(portal.Data).Database);
        }

        var (exitCode, error, _) = await portal.RunToTheEndAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"The data in {portal.Data} comes from a trial version of the portal", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("newer version", error, StringComparison.Ordinal);
    }
}
