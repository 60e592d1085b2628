using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClinicPortal.Core.Storage;

/// <summary>What keeps the store from its work and is no fault of the program.</summary>
/// <param name="Reason">As it follows "because".</param>
/// <param name="IsDamage">It does not pass by itself.</param>
/// <param name="IsLock">It passes as soon as the other program has done its work.</param>
public sealed record StoreTrouble(string Reason, bool IsDamage = false, bool IsLock = false)
{
    private static readonly StoreTrouble Full = new("the disk is full");
    private static readonly StoreTrouble ReadOnly = new("the database is read-only");

    /// <summary>None, if the failure has another cause.</summary>
    public static StoreTrouble? Of(Exception? failure) => failure switch
    {
        null => null,
        SqliteException sqlite => Of(sqlite.SqliteErrorCode),
        _ => Of(failure.InnerException),
    };

    /// <summary>Of a failure to write a file beside the database.</summary>
    internal static StoreTrouble? OfFile(Exception failure) => failure switch
    {
        UnauthorizedAccessException => ReadOnly,
        IOException => Full,
        _ => null,
    };

    private static StoreTrouble? Of(int code) => code switch
    {
        raw.SQLITE_FULL => Full,
        raw.SQLITE_READONLY or raw.SQLITE_PERM => ReadOnly,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new("another program has locked the database", IsLock: true),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN => new("the disk cannot be read or written to"),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new("the database is damaged", IsDamage: true),
        _ => null,
    };
}

/// <summary>
/// How the store does, as far as this process has met it: whoever fails at it says so here, and whoever writes to it again says so too.
/// Damage stays until the process ends.
/// </summary>
public sealed class StoreCondition
{
    private volatile StoreTrouble? _trouble;

    /// <summary>None, if all is well.</summary>
    public StoreTrouble? Trouble => _trouble;

    public void Note(Exception failure) => Note(StoreTrouble.Of(failure));

    internal void Note(StoreTrouble? trouble)
    {
        if (trouble is not null && _trouble is not { IsDamage: true })
            _trouble = trouble;
    }

    public void NoteWritten()
    {
        if (_trouble is { IsDamage: false })
            _trouble = null;
    }

    /// <summary>What a damaged store holds must not become what patients read.</summary>
    /// <exception cref="SqliteException">Damage was found since this process began.</exception>
    public void RefuseDamage()
    {
        if (_trouble is { IsDamage: true } damage)
            throw new SqliteException(damage.Reason, raw.SQLITE_CORRUPT);
    }
}
