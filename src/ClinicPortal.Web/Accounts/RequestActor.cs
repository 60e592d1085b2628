using System.Security.Claims;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Accounts;

/// <summary>The person who is signed in where the request comes from; outside of any request, whoever sits at the server.</summary>
public sealed class RequestActor(IHttpContextAccessor http) : IActor
{
    public string? Name => http.HttpContext is { } request ? request.User.FindFirstValue(ClaimTypes.GivenName) : "The command line";
}
