using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace ClinicPortal.Web.Hosting;

/// <summary>A request that fails because the store cannot do its work is answered with 503: it is worth asking again in a while.</summary>
public sealed class StoreFailureHandler(StoreCondition condition) : IExceptionHandler
{
    private const string Wait = "30";

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (StoreTrouble.Of(exception) is null)
            return ValueTask.FromResult(false);
        condition.Note(exception);
        AskToWait(httpContext.Response);
        return ValueTask.FromResult(true);
    }

    public static void AskToWait(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = Wait;
    }
}
