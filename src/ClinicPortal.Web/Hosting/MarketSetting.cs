using ClinicPortal.Core.Markets;

namespace ClinicPortal.Web.Hosting;

/// <summary><c>Portal:Market</c>: by whose advertising rules the clinic publishes.</summary>
public static class MarketSetting
{
    private const string Key = "Portal:Market";

    /// <summary>What to tell whoever starts the portal; none where the setting is understood.</summary>
    public static string? ProblemIn(IConfiguration configuration) => Find(configuration) is not null
        ? null
        : $"{Key} is \"{configuration[Key]}\", which is no market that the portal knows. Set it to one of: "
            + $"{string.Join(", ", KnownMarkets.All.Select(market => market.Slug))}.";

    public static IServiceCollection AddMarket(this IServiceCollection services) =>
        services.AddSingleton(provider =>
            Find(provider.GetRequiredService<IConfiguration>()) ?? throw new InvalidOperationException($"{Key} is not known."));

    // A wrong market must not fall back to one without rules.
    private static Market? Find(IConfiguration configuration) =>
        configuration[Key] is { Length: > 0 } slug ? KnownMarkets.Find(slug) : KnownMarkets.None;
}
