using System.Globalization;
using System.Security.Claims;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Accounts;

/// <summary>The person who is signed in where the request comes from; outside of any request, the portal itself.</summary>
public sealed class RequestActor(IHttpContextAccessor http) : IActor
{
    public string? Name => http.HttpContext is { } request ? request.User.FindFirstValue(ClaimTypes.GivenName) : AuditRecord.Portal;

    public int? Id => http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        ? int.Parse(id, CultureInfo.InvariantCulture)
        : null;

    public string? Network => RateLimits.NetworkOf(http.HttpContext?.Connection.RemoteIpAddress);
}

/// <summary>Whoever sits at the server.</summary>
public sealed class CommandLineActor : IActor
{
    public string Name => "The command line";

    public int? Id => null;

    public string? Network => null;
}
