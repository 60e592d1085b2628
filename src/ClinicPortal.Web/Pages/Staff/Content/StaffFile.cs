using System.Text;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A text that goes out as a file and comes in again, as large as <see cref="RequestLimits.StaffFile"/>.</summary>
internal static class StaffFile
{
    private static string Largest { get; } = $"{RequestLimits.StaffFile / 1_000_000} MB";

    /// <summary>A file that leaves the portal, as the audit log then says.</summary>
    /// <param name="page">That offers it.</param>
    /// <param name="audit">The log.</param>
    /// <param name="file">As it would be downloaded.</param>
    /// <param name="type">Of the file, as an answer says it.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="otherwise">What to do with one that is too large.</param>
    /// <param name="cancel">Stops showing the page.</param>
    public static async Task<IActionResult> DownloadAsync(
        this StaffPageModel page, AuditLog audit, byte[] file, string type, string name, string otherwise, CancellationToken cancel)
    {
        if (file.Length > RequestLimits.StaffFile)
            return await page.RefuseAsync(
                $"This file would be larger than {Largest}, and could not be uploaded again. {otherwise}", cancel);
        await audit.RecordAsync(AuditKind.Export, name, "Downloaded.", CancellationToken.None);
        return page.File(file, type, name);
    }

    /// <param name="file">As it was uploaded.</param>
    /// <param name="endings">Of the names that such a file may have, as <c>.csv</c>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The text; or why there is none, with the status of the answer.</returns>
    public static async Task<(string Text, string? Problem, int Status)> ReadAsync(
        IFormFile file, IReadOnlyList<string> endings, CancellationToken cancel)
    {
        if (!endings.Contains(Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase))
            return Refused(
                $"Choose a file whose name ends in {string.Join(", ", endings.SkipLast(1))} or {endings[^1]}. Nothing was changed.",
                StatusCodes.Status400BadRequest);
        if (file.Length > RequestLimits.StaffFile)
            return Refused(
                $"This file is larger than {Largest}. Check that it is the right one. Nothing was changed.",
                StatusCodes.Status413PayloadTooLarge);
        using var reader = new StreamReader(
            file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            var text = await reader.ReadToEndAsync(cancel);
            return text.Contains('\0')
                ? Refused("This is not a text file. Choose another. Nothing was changed.", StatusCodes.Status400BadRequest)
                : (text, null, StatusCodes.Status200OK);
        }
        catch (DecoderFallbackException)
        {
            return Refused(
                "This file is not UTF-8 text. Save it as UTF-8; in Excel, choose \"CSV UTF-8\". Nothing was changed.",
                StatusCodes.Status400BadRequest);
        }
    }

    private static (string Text, string? Problem, int Status) Refused(string problem, int status) => ("", problem, status);
}
