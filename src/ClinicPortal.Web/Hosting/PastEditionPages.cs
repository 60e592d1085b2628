using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// <c>?edition=N</c>: opens that edition before the page is made. It is the one public address that may run SQL, so each client may ask
/// for past editions only so often (<c>Portal:PastEditionsPerMinute</c>); what the page cache holds costs nothing and is not counted.
/// </summary>
public static class PastEditionPages
{
    /// <summary>The limit, for pages that read <see cref="ComparisonAddress.EditionKey"/>.</summary>
    public const string Limit = "past-editions";

    public static IServiceCollection AddPastEditions(this IServiceCollection services) => services
        .AddSingleton<PastEditions>()
        .AddSingleton<Previews>()
        .AddSingleton<PatientPageRenderer>()
        .AddScoped<RequestEdition>()
        .AddScoped(provider => provider.GetRequiredService<RequestEdition>().Edition)
        .AddLimit(Limit, context => OpensPast(context)
            ? context.RequestServices.GetRequiredService<PortalOptions>().PastEditionsPerMinute
            : null);

    /// <summary>After routing, the page cache and the rate limits, before anything that takes an <see cref="Edition"/>.</summary>
    public static IApplicationBuilder UsePastEditions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (Asks(context))
            context.RequestServices.GetRequiredService<RequestEdition>().Ask(await Open(context));
        await next();
    });

    /// <summary>The address itself names an edition.</summary>
    public static bool Asks(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>() is { } page
        && page.Query.Contains(ComparisonAddress.EditionKey) && context.Request.Query.ContainsKey(ComparisonAddress.EditionKey);

    private static bool OpensPast(HttpContext context) =>
        Asks(context) && NumberIn(context) is { } number
        && number < context.RequestServices.GetRequiredService<CurrentEdition>().Edition.Number;

    // Editions are numbered without a gap: what lies beyond the present one needs no look into the store.
    private static async Task<Edition?> Open(HttpContext context)
    {
        var present = context.RequestServices.GetRequiredService<RequestEdition>().Present;
        return NumberIn(context) is not { } number || number > present.Number ? null
            : number == present.Number ? present
            : await context.RequestServices.GetRequiredService<PastEditions>().OpenAsync(number, context.RequestAborted);
    }

    private static int? NumberIn(HttpContext context) =>
        ComparisonAddress.EditionNumberIn(context.Request.Query[ComparisonAddress.EditionKey]);
}
