using ClinicPortal.Core.Storage;
using Serilog;
using Serilog.Events;

namespace ClinicPortal.Web.Hosting;

/// <summary>One line for each request, with nothing that tells who reads: no query, no client address, no browser.</summary>
public static class PortalLogging
{
    public static IServiceCollection AddPortalLogging(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSerilog(
            (provider, logger) => logger
                .ReadFrom.Configuration(configuration)
                .ReadFrom.Services(provider)
                .Filter.ByExcluding(line => IsFailedStart(line) || StoreTrouble.Of(line.Exception) is not null)
                .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture),
            preserveStaticLogger: true);

    public static IApplicationBuilder UsePortalRequestLogging(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        // Its own logger, not the static one: two portals in one process must not write into each other's log.
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{Method} {Path} {Status} in {Elapsed:0.0} ms";
        // Written as in an address, so that an encoded line break cannot begin a line of its own in the log.
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("Method", new ScalarValue(context.Request.Method)),
            new("Path", new ScalarValue(context.Request.Path.ToUriComponent())),
            new("Status", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, error) =>
            error is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/health") || Path.HasExtension(context.Request.Path.Value) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });

    // What keeps the store from its work is told in a sentence, see StoreWatcher, and not as a trace for each request that meets it.
    // Whoever starts the portal reads why it cannot listen as a sentence, see ServerUrls, and not as two traces.
    private static bool IsFailedStart(LogEvent line) =>
        line.MessageTemplate.Text is "Unable to start Kestrel." or "Hosting failed to start";
}
