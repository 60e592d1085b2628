using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Web.Html;
using ClinicPortal.Web.Pages;
using Microsoft.AspNetCore.DataProtection;

namespace ClinicPortal.Web.Hosting;

/// <summary>
/// The patients' pages under the address of a preview, with what is new marked. For whoever is signed in, and with the key of a link in a
/// cookie for its one view. They are only read, kept by nobody and shown by no search engine, as all of the staff area.
/// </summary>
public static class PreviewPages
{
    /// <summary>Where a link leads, and where a preview says why it cannot be shown.</summary>
    public const string Door = PreviewView.Root;

    private const string Cookie = "preview";

    public static string DoorOf(string key) => $"{Door}?key={key}";

    /// <summary>What a view would change, or what stands against showing it.</summary>
    public static string DoorOf(PreviewView view) => $"{Door}?view={view.Name}";

    public static void MapPreviews(this IEndpointRouteBuilder app)
    {
        app.MapRead($"{PreviewView.Root}/link/{{**page}}", (string? page, HttpContext context, Previews previews) =>
            ShowAsync(PreviewView.Link, page, context, previews)).AllowAnonymous();
        app.MapRead($"{PreviewView.Root}/{{view}}/{{**page}}", (string view, string? page, HttpContext context, Previews previews) =>
            PreviewView.Parse(view) is { } parsed ? ShowAsync(parsed, page, context, previews) : Task.FromResult(Results.NotFound()));
    }

    /// <summary>The browser keeps the key encrypted: it stands in no address that is passed on or logged, and in no cookie.</summary>
    public static void Keep(HttpContext context, string key) =>
        PortalCookies.Append(context, Cookie, PreviewView.Root, ProtectorOf(context).Protect(key), null);

    public static Task<PreviewEdition?> OpenAsync(this Previews previews, PreviewView view, HttpContext context) => previews.OpenAsync(
        view,
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null,
        KeyOf(context), context.RequestAborted);

    private static string? KeyOf(HttpContext context)
    {
        try
        {
            return PortalCookies.Read(context, Cookie) is { } kept ? ProtectorOf(context).Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IDataProtector ProtectorOf(HttpContext context) =>
        context.RequestServices.GetDataProtector("PreviewLink");

    private static async Task<IResult> ShowAsync(PreviewView view, string? page, HttpContext context, Previews previews)
    {
        if (await previews.OpenAsync(view, context) is not { } found)
            return view.IsLink ? Results.LocalRedirect(Door) : Results.NotFound();
        if (page is ['/', ..])
            return Results.NotFound();
        if (found.Edition is not { } edition)
            return Results.LocalRedirect(DoorOf(view));
        if (page == PreviewView.Start)
            return Results.LocalRedirect(view.At(RowPages.AddressOf(view.Row, edition)));
        // The address of an edition is what it is.
        if (context.Request.Query.ContainsKey(Core.Comparing.ComparisonAddress.EditionKey))
            return Results.LocalRedirect($"{new PathString("/" + page).ToUriComponent()}{context.Request.QueryString}");
        return await RenderAsync(view, edition, new PathString("/" + page), context);
    }

    private static async Task<IResult> RenderAsync(PreviewView view, Edition edition, PathString path, HttpContext context)
    {
        var renderer = context.RequestServices.GetRequiredService<PatientPageRenderer>();
        var present = context.RequestServices.GetRequiredService<CurrentEdition>().Edition;
        var calendar = context.RequestServices.GetRequiredService<ClinicCalendar>();
        var (shown, against) = view.IsBefore ? (present, edition) : (edition, present);
        var page = await renderer.RenderAsync(context, shown, NoticeOf(view, edition, calendar), path);
        if (page.Location is ['/', ..] next)
            return Results.LocalRedirect(view.At(next));
        if (page.Html.Length == 0)
            return Results.StatusCode(page.Status);
        var other = view.Edition is null ? (await renderer.RenderAsync(context, against, "", path)).Html : null;
        return Results.Text(
            PreviewMarks.Of(page.Html, other, view.IsBefore ? "Will change" : "New", RowPages.IdOf(view.Row), view.At),
            "text/html; charset=utf-8", statusCode: page.Status);
    }

    private static string NoticeOf(PreviewView view, Edition edition, ClinicCalendar calendar) => view switch
    {
        { IsBefore: true } => "Before: this page without the change.",
        { Edition: { } number } => $"You are looking at edition {number}, published on {calendar.FormatDay(edition.PublishedAt)}.",
        { IsTyped: true } => "Preview, not published: every saved change, and what you are typing.",
        { IsTicked: true } => "Preview, not published: the changes you ticked.",
        { IsLink: true } => "Preview, not published: the changes that you were sent. Please do not pass this on.",
        { Row: not null } => "Preview, not published: this change alone.",
        _ => "Preview, not published: every saved change.",
    };
}
