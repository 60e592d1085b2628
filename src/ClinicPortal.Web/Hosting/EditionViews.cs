using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// Shows the patients' pages of another edition than the present one: as they were, or as they would be if everything were published that
/// staff have saved. Which one stands in a signed token that expires. It is kept in a cookie of the one browser that asked, so that every
/// link leads on in the same edition; each page says so, and none is kept or indexed.
/// </summary>
public sealed class EditionViews(
    IDataProtectionProvider protection, Publisher publisher, PastEditions past, CurrentEdition current, TimeProvider clock)
    : IDisposable
{
    private const string Cookie = "edition-view";

    /// <summary>In place of an edition's number.</summary>
    private const string Draft = "draft";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("EditionView").ToTimeLimitedDataProtector();

    // One draft is made at a time, and it is kept as long as nothing is saved, published, hidden or shown again.
    private readonly SemaphoreSlim _drafting = new(1);
    private ((int Edition, int Change) State, int Holds, Edition? Edition)? _draft;

    /// <summary>For a member of staff: as long as a working day.</summary>
    public static TimeSpan OfStaff { get; } = TimeSpan.FromHours(8);

    /// <summary>For a colleague who is sent a link.</summary>
    public static TimeSpan OfColleague { get; } = TimeSpan.FromDays(7);

    /// <param name="edition">Its number; none for the next edition, as it stands when it is read.</param>
    /// <param name="lasts">How long the token is good for.</param>
    public string TokenOf(int? edition, TimeSpan lasts) =>
        _protector.Protect(edition?.ToString(CultureInfo.InvariantCulture) ?? Draft, clock.GetUtcNow() + lasts);

    /// <summary>Whether the browser has a token that is still good; tells without a look into the store.</summary>
    public bool IsAsked(HttpRequest request) => AskedBy(request.Cookies[Cookie]) is not null;

    /// <summary>The edition that the browser wants to see; none, if it wants no other than the present one or cannot have it.</summary>
    public Task<Edition?> OpenAsync(HttpRequest request, CancellationToken cancel) => OpenAsync(request.Cookies[Cookie], cancel);

    /// <summary>None, where the token is no longer good, where the edition cannot be opened, and where no draft can be made.</summary>
    public async Task<Edition?> OpenAsync(string? token, CancellationToken cancel)
    {
        try
        {
            return AskedBy(token) switch
            {
                null => null,
                Draft => await DraftAsync(cancel),
                var number => await OpenAsync(int.Parse(number, CultureInfo.InvariantCulture), cancel),
            };
        }
        catch (Exception failure) when (failure is DbException or EditionFormatException or MissingEntryException)
        {
            // Patients read on from memory, and so does whoever looked at another edition.
            return null;
        }
    }

    /// <summary>Any that was ever published; none, if there is no such edition.</summary>
    /// <exception cref="EditionFormatException">It was published by a newer release.</exception>
    public async Task<Edition?> OpenAsync(int number, CancellationToken cancel) =>
        number == current.Edition.Number ? current.Edition : await past.OpenAsync(number, cancel);

    /// <summary>What would be published now, as patients might read it; none, where something stands against it.</summary>
    public async Task<Edition?> DraftAsync(CancellationToken cancel)
    {
        await _drafting.WaitAsync(cancel);
        try
        {
            var state = await publisher.StateAsync(cancel);
            var holds = current.Holds.Number;
            if (_draft is { } kept && (kept.State, kept.Holds) == (state, holds))
                return kept.Edition;
            var made = (await publisher.DraftAsync(chosen: null, clock.GetUtcNow(), cancel)).Edition;
            var draft = made is null ? null : current.ForPatients(made);
            _draft = (state, holds, draft);
            return draft;
        }
        finally
        {
            _drafting.Release();
        }
    }

    public static void Begin(HttpContext context, string token) => context.Response.Cookies.Append(
        Cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });

    /// <summary>From now on the browser shows what patients read.</summary>
    public static void End(HttpResponse response) => response.Cookies.Delete(Cookie);

    public void Dispose() => _drafting.Dispose();

    private string? AskedBy(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null
                : _protector.Unprotect(token, out var until) is var asked && until > clock.GetUtcNow() ? asked : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

public static class EditionViewPages
{
    /// <summary>Back to what patients read.</summary>
    public const string End = Path + "/end";

    private const string Path = "/preview", Home = "/";

    /// <summary>The address for a colleague. The token stands in the query, because paths are written small.</summary>
    public static string AddressOf(string token) => $"{Path}?token={token}";

    /// <summary>After routing; for the pages of patients only, and not where the address itself asks for an edition.</summary>
    public static IApplicationBuilder UseEditionViews(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var views = context.RequestServices.GetRequiredService<EditionViews>();
        if (IsOfPatients(context.GetEndpoint()) && !PastEditionPages.Asks(context) && views.IsAsked(context.Request))
        {
            if (await views.OpenAsync(context.Request, context.RequestAborted) is { } edition)
                context.RequestServices.GetRequiredService<RequestEdition>().View(edition);
            else
                EditionViews.End(context.Response);
            KeepToItself(context.Response);
        }
        await next();
    });

    public static void MapEditionViews(this IEndpointRouteBuilder app)
    {
        app.MapGet(End, (HttpContext context) =>
        {
            EditionViews.End(context.Response);
            KeepToItself(context.Response);
            return Results.LocalRedirect(Home);
        }).AllowAnonymous();
        app.MapGet(Path, async (string? token, HttpContext context, EditionViews views) =>
        {
            KeepToItself(context.Response);
            if (await views.OpenAsync(token, context.RequestAborted) is null)
                return Results.NotFound();
            EditionViews.Begin(context, token!);
            return Results.LocalRedirect(Home);
        }).AllowAnonymous();
    }

    private static bool IsOfPatients(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<PageActionDescriptor>() is { ViewEnginePath: var page }
        && page.StartsWith("/Patients/", StringComparison.Ordinal) && !page.StartsWith("/Patients/Error/", StringComparison.Ordinal);

    private static void KeepToItself(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
