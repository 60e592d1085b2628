using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.Data.Sqlite;

namespace ClinicPortal.Web.Tests.Commands;

/// <summary>The command as it is typed, on a data folder of which no portal need be running.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public async Task It_says_of_each_thing_whether_it_is_right_and_ends_with_1_where_one_is_wrong()
    {
        await using var portal = await PortalProcess.FilledAsync();

        var (code, error, said) = await portal.RunToTheEndAsync("doctor");

        Assert.Equal((1, ""), (code, error));
        var lines = said.Split('\n');
        Assert.Contains("ok      Database: The database is undamaged. Its newest edition is 1.", lines);
        Assert.Contains(lines, line => line.StartsWith("PROBLEM Second copy: Backups are in the data folder", StringComparison.Ordinal));
        Assert.Contains("        Set Portal:Backup:SecondFolder to a folder on another disk or machine.", lines);
        Assert.Contains(lines, line => line.StartsWith("ok      Mail: No mail server is set", StringComparison.Ordinal));
        Assert.False(Directory.Exists(new DataFolder(portal.Data).Backups));
    }

    [Fact]
    public async Task Damage_is_found()
    {
        await using var portal = await PortalProcess.FilledAsync();
        await using (var database = new FileStream(new DataFolder(portal.Data).Database, FileMode.Open))
        {
            // The last page is one of a table or an index, and now of neither.
            database.Position = database.Length - 4096;
            await database.WriteAsync(Enumerable.Repeat((byte)0xA5, 4096).ToArray(), TestContext.Current.CancellationToken);
        }

        var (code, _, said) = await portal.RunToTheEndAsync("doctor");

        Assert.Equal(1, code);
        Assert.Contains("PROBLEM Database: The database is damaged: ", said, StringComparison.Ordinal);
        Assert.Contains("        Stop the portal and restore a backup.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_database_stays_without_one()
    {
        await using var portal = new PortalProcess();

        var (_, _, said) = await portal.RunToTheEndAsync("doctor");

        Assert.Contains($"check   Database: There is no database in {portal.Data}.", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(portal.Data));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_with_all_the_rest_and_not_made()
    {
        await using var portal = new PortalProcess();
        Directory.Delete(portal.Data);

        var (code, error, said) = await portal.RunToTheEndAsync("doctor");

        var isThere = Directory.Exists(portal.Data);
        Directory.CreateDirectory(portal.Data);
        Assert.False(isThere);
        Assert.Equal((1, ""), (code, error));
        Assert.Contains($"check   Data folder: There is no folder {portal.Data}.", said, StringComparison.Ordinal);
        Assert.Contains("Address: ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "The database is empty.")]
    [InlineData(false, "The database is missing from")]
    public async Task A_database_that_was_lost_is_a_problem_and_everything_else_is_told_too(bool isFile, string finding)
    {
        await using var portal = await PortalProcess.FilledAsync();
        var folder = new DataFolder(portal.Data);
        await File.WriteAllTextAsync(Path.Combine(portal.Data, "portal.begun"), "", TestContext.Current.CancellationToken);
        File.Delete(folder.Database);
        if (isFile)
            await File.WriteAllTextAsync(folder.Database, "", TestContext.Current.CancellationToken);

        var (code, error, said) = await portal.RunToTheEndAsync("doctor");

        Assert.Equal((1, ""), (code, error));
        Assert.Contains($"PROBLEM Database: {finding}", said, StringComparison.Ordinal);
        Assert.Contains("Mail: ", said, StringComparison.Ordinal);
        Assert.Equal(isFile, File.Exists(folder.Database));
    }

    [Theory]
    [InlineData("DELETE FROM __EFMigrationsHistory", "The database is empty.")]
    [InlineData(
        "INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_Later', '99.0.0')",
        "The database was written by a newer version of the portal.")]
    [InlineData(
        "INSERT INTO __EFMigrationsHistory VALUES ('20250101000000_Trial', '9.0.0')",
        "The database comes from a trial version of the portal.")]
    public async Task A_database_that_this_release_cannot_use_is_wrong_however_whole_it_is(string sql, string finding)
    {
        await using var portal = await PortalProcess.FilledAsync();
        await using (var connection = new SqliteConnection(new DataFolder(portal.Data).Connection))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (_, _, said) = await portal.RunToTheEndAsync("doctor");

        Assert.Contains($"PROBLEM Database: {finding}", said, StringComparison.Ordinal);
    }
}
