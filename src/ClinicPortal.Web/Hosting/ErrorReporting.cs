using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// What a person can put right is a sentence on the error stream and an exit code; anything else is a bug and may show its trace.
/// </summary>
public static class ErrorReporting
{
    /// <returns>What <paramref name="work"/> returns; 1, if it failed for a reason that was told.</returns>
    public static async Task<int> RunAsync(Func<Task<int>> work, TextWriter error)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (SentenceOf(failure) is { } sentence)
        {
            await error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>Gives a database that cannot be used a sentence that names its folder.</summary>
    /// <exception cref="StoreException">The database cannot be used.</exception>
    public static async Task<T> NamingStoreAsync<T>(string folder, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (failure is SqliteException or DbUpdateException { InnerException: SqliteException })
        {
            var reason = (failure.InnerException ?? failure).Message.TrimEnd('.');
            throw new StoreException($"The store in {folder} cannot be used: {reason}. "
                + "Check that the folder can be written and is not full.");
        }
    }

    private static string? SentenceOf(Exception failure) => failure switch
    {
        SettingsException or ContentFileException or StoreException or EditionFormatException => failure.Message,
        FileNotFoundException missing => $"There is no file {missing.FileName}. Check the path; it is relative to the folder you are in.",
        IOException or UnauthorizedAccessException => $"{failure.Message} Check the path and its permissions.",
        _ when failure.GetBaseException() is { Source: { } source } cause && source.StartsWith("Serilog", StringComparison.Ordinal) =>
            $"The settings of Serilog cannot be used: {cause.Message}",
        _ => null,
    };
}
