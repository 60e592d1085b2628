using System.Globalization;
using System.Text.RegularExpressions;

namespace ClinicPortal.Core.Storage.Backups;

/// <summary>Why a backup was made.</summary>
public enum BackupReason
{
    Scheduled,
    ByHand,
    BeforeUpgrade,
    BeforeImport,
    BeforeRestore,
}

/// <summary>
/// A backup on the disk: one archive with the database, the keys and the media. Its name tells in UTC when it was made, and why; only what
/// was verified has such a name.
/// </summary>
public sealed partial record BackupFile(string Path, DateTimeOffset MadeAt, BackupReason Reason)
{
    private const string Stamp = "yyyyMMdd-HHmmss";

    private static readonly Dictionary<BackupReason, string> Words = Enum.GetValues<BackupReason>()
        .ToDictionary(reason => reason, reason => Capital().Replace(reason.ToString(), "-$0").TrimStart('-').ToLowerInvariant());

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>How a name says the reason: "before-upgrade".</summary>
    public string ReasonWords => Words[Reason];

    public static string StampOf(DateTimeOffset moment) => moment.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    /// <summary>All in that folder, the newest first; none, if there is no such folder.</summary>
    public static IReadOnlyList<BackupFile> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "portal-*.zip").Select(Parse).OfType<BackupFile>()
            .OrderByDescending(file => file.MadeAt).ThenByDescending(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>None, if the name is not that of a backup.</summary>
    public static BackupFile? Parse(string path) =>
        Form().Match(System.IO.Path.GetFileName(path)) is { Success: true } match
        && DateTime.TryParseExact(match.Groups["stamp"].Value, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out var stamp)
        && Words.FirstOrDefault(word => word.Value == match.Groups["reason"].Value) is { Value: not null } reason
            ? new(path, new(stamp, TimeSpan.Zero), reason.Key)
            : null;

    /// <summary>A name that is still free: two may be made in one second.</summary>
    internal static BackupFile New(string folder, DateTimeOffset madeAt, BackupReason reason)
    {
        var path = System.IO.Path.Combine(folder, $"portal-{StampOf(madeAt)}-{Words[reason]}");
        return Parse(PrivateFiles.Free(path, ".zip"))!;
    }

    [GeneratedRegex(@"^portal-(?<stamp>[0-9]{8}-[0-9]{6})-(?<reason>[a-z-]+)(?:_[0-9]+)?\.zip$")]
    private static partial Regex Form();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
