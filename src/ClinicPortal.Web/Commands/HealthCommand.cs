using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Commands;

/// <summary>
/// <c>health</c>: asks the portal on this machine whether it is ready; a container image has no other program that could.
/// </summary>
public static class HealthCommand
{
    public const string Name = "health";

    /// <returns>0 if the portal at the configured <c>Urls</c> says that it is ready.</returns>
    public static async Task<int> RunAsync()
    {
        var configuration =
            WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = PortalFolders.ContentRoot }).Configuration;
        var address = PublicOrigin.Reachable((configuration[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5080").Split(';')[0]);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            Console.WriteLine($"{address} answered {(int)answer.StatusCode}.");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (HttpRequestException failure)
        {
            await Console.Error.WriteLineAsync($"No portal answers at {address}: {failure.Message}");
            return 1;
        }
    }
}
