using System.Globalization;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>The audit log as CSV, sent while it is read: it may be longer than memory has room for.</summary>
internal sealed class AuditFile(IAsyncEnumerable<AuditRecord> records, ClinicCalendar calendar, char separator) : IActionResult
{
    public const string Name = "audit-log.csv";

    private static readonly string[] Columns = ["When", "UTC", "Kind", "By", "Account", "About", "What", "Times", "Network"];

    public Task ExecuteResultAsync(ActionContext context)
    {
        var (response, cancel) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = Name }.ToString();
        return TableText.WriteAsync(response.Body, Columns, records.Select(Row), separator, cancel);
    }

    private IReadOnlyList<string> Row(AuditRecord record) =>
    [
        calendar.FormatMoment(record.At), record.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        AuditModel.NameOf(record.Kind), record.By, record.ById?.ToString(CultureInfo.InvariantCulture) ?? "", record.Subject, record.What,
        record.Count.ToString(CultureInfo.InvariantCulture), record.Network ?? "",
    ];
}
