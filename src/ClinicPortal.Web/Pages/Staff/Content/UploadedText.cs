using System.Text;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The text of a file that somebody has chosen.</summary>
internal static class UploadedText
{
    /// <summary>Far more than a clinic writes.</summary>
    public const int MaxBytes = 5_000_000;

    /// <returns>The text; or why there is none, with the status of the answer.</returns>
    public static async Task<(string Text, string? Problem, int Status)> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length > MaxBytes)
            return Refused(
                $"This file is larger than {MaxBytes / 1_000_000} MB. Check that it is the right one. Nothing was changed.",
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
