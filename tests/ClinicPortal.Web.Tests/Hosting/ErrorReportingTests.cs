using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Tests.Hosting;

public sealed class ErrorReportingTests : IDisposable
{
    private readonly StringWriter _error = new();

    public static TheoryData<Exception, string> Told => new()
    {
        { new SettingsException(["One.", "Two."]), $"One.{Environment.NewLine}Two." },
        { new StoreException("The data was written by a newer version."), "The data was written by a newer version." },
        { new FileNotFoundException(null, "a.yaml"), "There is no file a.yaml. Check the path; it is relative to the folder you are in." },
        { new UnauthorizedAccessException("No."), "No. Check the path and its permissions." },
        { new SqliteException("full.", 13), Store },
        { new DbUpdateException("An inner error.", new SqliteException("full", 13)), Store },
    };

    private static string Store => "The store in /data cannot be used: full. Check that the folder can be written and is not full.";

    [Theory, MemberData(nameof(Told), DisableDiscoveryEnumeration = true)]
    public async Task What_can_be_put_right_is_a_sentence_and_an_exit_code(Exception failure, string sentence)
    {
        Assert.Equal(1, await RunAsync(failure));
        Assert.Equal(sentence, _error.ToString().Trim());
    }

    [Fact]
    public async Task A_bug_keeps_its_trace()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(new InvalidOperationException("A bug.")));
        Assert.Equal("", _error.ToString());
    }

    public void Dispose() => _error.Dispose();

    private Task<int> RunAsync(Exception failure) =>
        ErrorReporting.RunAsync(() => ErrorReporting.NamingStoreAsync("/data", () => Task.FromException<int>(failure)), _error);
}
