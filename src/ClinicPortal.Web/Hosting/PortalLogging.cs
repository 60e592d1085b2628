using System.Globalization;
using ClinicPortal.Core.Storage;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// One line for each request, with nothing that tells who reads: no query, no client address, no browser. As compact JSON to a file a day
/// in the data folder; and to the console, as text where somebody watches it (a terminal, or development) and else as compact JSON without
/// the requests that went well, which the file has.
/// </summary>
public static class PortalLogging
{
    /// <summary>
    /// How many lines may wait to be written. Further ones are lost: a slow console must not hold up whoever asks for a page.
    /// </summary>
    private const int MostWaiting = 10_000;

    private const int DaysKept = 31;

    /// <summary>A day that has more goes on in further files, which count as days.</summary>
    private const long LargestFile = 50_000_000;

    /// <summary>How long a line may wait to be written together with others, which costs less than each by itself.</summary>
    private static readonly TimeSpan LongestInMemory = TimeSpan.FromSeconds(1);

    private const string Request = "{Method} {Path} {Status} in {Elapsed:0.0} ms";

    private const string Text = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static IServiceCollection AddPortalLogging(this WebApplicationBuilder builder, PortalOptions options) =>
        builder.Services.AddSerilog(
            (provider, logger) => logger
                .ReadFrom.Configuration(builder.Configuration)
                .ReadFrom.Services(provider)
                .Filter.ByExcluding(line => IsFailedStart(line) || StoreTrouble.Of(line.Exception) is not null)
                .WriteTo.Async(
                    sinks =>
                    {
                        if (builder.Environment.IsDevelopment() || !Console.IsOutputRedirected)
                            sinks.Console(outputTemplate: Text, formatProvider: CultureInfo.InvariantCulture);
                        else
                            sinks.Logger(console => console
                                .Filter.ByExcluding(line => line.MessageTemplate.Text == Request && line.Level < LogEventLevel.Error)
                                .WriteTo.Console(new RenderedCompactJsonFormatter()));
                        sinks.File(
                            new RenderedCompactJsonFormatter(),
                            Path.Combine(new DataFolder(options.DataDirectory).Logs, "portal-.log"),
                            buffered: true,
                            flushToDiskInterval: LongestInMemory,
                            rollingInterval: RollingInterval.Day,
                            rollOnFileSizeLimit: true,
                            fileSizeLimitBytes: LargestFile,
                            retainedFileCountLimit: DaysKept);
                    },
                    MostWaiting),
            preserveStaticLogger: true);

    public static IApplicationBuilder UsePortalRequestLogging(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        // Its own logger, not the static one: two portals in one process must not write into each other's log.
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = Request;
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
