using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Hosting;

/// <summary>What a person must put right before the store can be used, as a sentence; anything else is a bug.</summary>
public static class StoreProblem
{
    /// <param name="problem">What was thrown while the store was opened or used.</param>
    /// <param name="folder">The data folder.</param>
    /// <returns>None for a bug.</returns>
    public static string? Sentence(Exception problem, string folder) => problem switch
    {
        ContentFileException or StoreException or EditionFormatException => problem.Message,
        FileNotFoundException missing => $"There is no file {missing.FileName}. Check the path; it is relative to the folder you are in.",
        IOException or UnauthorizedAccessException => $"{problem.Message} Check the path and its permissions.",
        SqliteException or DbUpdateException { InnerException: SqliteException } =>
            $"The store in {folder} cannot be used: {(problem.InnerException ?? problem).Message}. "
            + "Check that the folder can be written and is not full.",
        _ => null,
    };
}
