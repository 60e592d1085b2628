using System.Globalization;
using System.Text.Json;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.Extensions.Primitives;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What a person typed into the form of one row, on its way between browser, draft and form.</summary>
public static class DraftFields
{
    /// <summary>Where a form is kept whose sender was no longer signed in, on its way to the sign-in page.</summary>
    public const string Interrupted = "interrupted-form";

    private const string Prefix = "Form.";
    public const string VersionField = "Form.Version";

    /// <summary>When the draft that a form began with was saved.</summary>
    public const string SavedAtField = "DraftSavedAt";

    /// <summary>Where a form leads on to once its draft is saved.</summary>
    public const string NextField = "Next";

    /// <summary>To a new source, and from there back to the form.</summary>
    public const string NewSource = "source";

    /// <summary>Sent by a script that only asks for what stands around the preview.</summary>
    public const string AroundField = "Around";

    /// <summary>The typed fields as JSON; none, if the form is no row's.</summary>
    public static string? Of(IFormCollection form)
    {
        var fields = form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) || field.Key is "Why" or SavedAtField)
            .ToDictionary(field => field.Key, field => field.Value.ToArray());
        return fields.ContainsKey(VersionField) ? JsonSerializer.Serialize(fields) : null;
    }

    /// <summary>Whether it is the form in which a row is typed, and not another of its page.</summary>
    public static bool IsRowForm(IFormCollection form) => form.ContainsKey(VersionField);

    /// <summary>The fields again; none, if the text is not what <see cref="Of"/> writes.</summary>
    public static FormCollection? Read(string words)
    {
        try
        {
            var fields = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(words)!;
            return new(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
        }
        catch (Exception problem) when (problem is JsonException or ArgumentNullException)
        {
            return null;
        }
    }

    /// <summary>None, where the words belong to no row or are beyond all measure.</summary>
    public static WorkingDraft? DraftOf(int user, string row, string words, DateTimeOffset now) =>
        words.Length <= LongestAt(row) && Read(words) is { } fields
        && int.TryParse(fields[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new() { UserId = user, Path = row, BaseVersion = version, Fields = words, SavedAt = now }
            : null;

    // A table that was pasted is longer than any row.
    private static int LongestAt(string row) =>
        row.StartsWith("content/", StringComparison.Ordinal) ? RequestLimits.StaffForm : WorkingDraft.MaxLength;

    /// <summary>The moment at which the form's draft was saved before; none, if there was none.</summary>
    public static DateTimeOffset? Moment(string? ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var saved)
        && saved > 0 && saved <= DateTimeOffset.MaxValue.UtcTicks
            ? new(saved, TimeSpan.Zero)
            : null;
}
