using Microsoft.AspNetCore.Http.Features;

namespace ClinicPortal.Web.Hosting;

/// <summary>An answer in memory before the client has any of it, so that it can still be another one.</summary>
public static class ResponseBuffer
{
    /// <param name="context">Of the request.</param>
    /// <param name="next">Answers it into <paramref name="buffer"/>.</param>
    /// <param name="buffer">Holds the whole body afterwards.</param>
    public static async Task RunAsync(HttpContext context, RequestDelegate next, MemoryStream buffer)
    {
        var client = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(buffer));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
        finally
        {
            context.Features.Set(client);
        }
    }

    /// <summary>What the buffer holds, without a copy of it.</summary>
    public static ReadOnlyMemory<byte> Content(this MemoryStream buffer) => buffer.GetBuffer().AsMemory(0, (int)buffer.Length);

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        // Even an empty write begins the answer, and then no error page could stand in for it.
        if (body.Length > 0)
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
