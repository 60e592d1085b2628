using ClinicPortal.Core.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ClinicPortal.Web.Hosting;

/// <summary>How much and how slowly a client may send; readers send addresses and a few headers.</summary>
public static class RequestLimits
{
    /// <summary>Of a form of the staff area: far above the longest text, so that one that is too long comes back with its words.</summary>
    public const int StaffForm = 4 * 1024 * 1024;

    /// <summary>Of a file or a pasted table, in and out, in bytes: what can be downloaded can be uploaded.</summary>
    public const int StaffFile = ContentFile.MaxLength;

    /// <summary>Of a form with a file, and with what is typed beside it.</summary>
    public const int StaffFileForm = StaffFile + StaffForm;

    /// <summary>Fields of a form of the staff area: some ten for each row that a large clinic reviews or publishes at once.</summary>
    public const int StaffFields = 50_000;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
    }
}

/// <summary>
/// On a page with a form that takes a file. The framework's attribute has limits of its own for whatever is not said here, so each page
/// says all of them alike.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StaffFileFormLimitsAttribute : RequestFormLimitsAttribute
{
    public StaffFileFormLimitsAttribute() => (ValueCountLimit, ValueLengthLimit, MultipartBodyLengthLimit) =
        (RequestLimits.StaffFields, RequestLimits.StaffFile, RequestLimits.StaffFileForm);
}
