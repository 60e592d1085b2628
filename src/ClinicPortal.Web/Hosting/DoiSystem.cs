using System.Net;
using ClinicPortal.Core.Editing;

namespace ClinicPortal.Web.Hosting;

/// <summary>doi.org, by the interface that it has for programs: 200 for a DOI that is registered, 404 for one that is not.</summary>
public sealed partial class DoiSystem(HttpClient client, ILogger<DoiSystem> logger) : IDoiSystem
{
    public static Uri Address { get; } = new("https://doi.org/");

    /// <summary>Nobody waits for one answer longer than this.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    public async Task<bool?> KnowsAsync(string doi, CancellationToken cancel)
    {
        try
        {
            var path = string.Join('/', doi.Split('/').Select(Uri.EscapeDataString));
            using var answer = await client.GetAsync(new Uri($"api/handles/{path}?type=URL", UriKind.Relative), cancel);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => true,
                HttpStatusCode.NotFound => false,
                _ => null,
            };
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            LogNoAnswer(logger, problem.Message);
            return null;
        }
    }

    [LoggerMessage(1024, LogLevel.Warning, "doi.org gave no answer: {Problem}")]
    private static partial void LogNoAnswer(ILogger logger, string problem);
}
