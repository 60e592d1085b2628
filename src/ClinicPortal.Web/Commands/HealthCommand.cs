using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Commands;

/// <summary>
/// <c>health</c>: asks the portal on this machine whether it is ready; a container image has no other program that could.
/// </summary>
public static class HealthCommand
{
    public const string Name = "health";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <returns>0 if the portal at the configured <c>Urls</c> says that it is ready.</returns>
    public static async Task<int> RunAsync()
    {
        var address = ServerUrls.FirstReachable(PortalBuilder.ForCommand().Builder.Configuration);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var patience = new CancellationTokenSource(LongestWait);
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
            Console.WriteLine($"{address} answered {(int)answer.StatusCode}.");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"No portal answers at {address}: {failure.Message}");
            return 1;
        }
    }
}
