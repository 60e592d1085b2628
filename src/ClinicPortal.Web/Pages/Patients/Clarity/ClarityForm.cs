using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Feedback;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;

namespace ClinicPortal.Web.Pages.Patients;

/// <summary>
/// "Was this clear?": one press of a button is one count, and nothing else of the reader is kept. The pages that hold the form are cached
/// for everyone and carry no token, so the form is taken only from our own pages, as the browser itself tells.
/// </summary>
public static class ClarityForm
{
    public const string Path = "/was-this-clear";

    private const string Limit = "clarity";
    private const int AnswersPerMinute = 30;

    public static IServiceCollection AddClarityForm(this IServiceCollection services) => services.AddLimit(Limit, _ => AnswersPerMinute);

    public static void MapClarityForm(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, CountAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Limit);

    /// <summary>The button that was pressed names the answer, its value the question: <c>yes=onset</c>.</summary>
    private static async Task<IResult> CountAsync(
        HttpContext context, ClarityCounts counts, TimeProvider clock, Edition edition, RefusalLog refusals, CancellationToken cancel)
    {
        if (!SameOrigin.Sent(context.Request))
        {
            refusals.Add("Sent an answer to \"Was this clear?\" from another site.", RefusalLog.PageOf(context.Request));
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        if (!context.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await context.Request.ReadFormAsync(cancel);
        var (yes, no) = (form["yes"].ToString(), form["no"].ToString());
        if (yes is "" == no is "" || !edition.Criteria.Any(criterion => criterion.Slug == yes + no))
            return Results.StatusCode(StatusCodes.Status400BadRequest);

        await counts.AddAsync(yes + no, yes is not "", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancel);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Back(context.Request) is { } page ? $"{page}#{ThanksOf(yes + no)}" : Path;
        return Results.Empty;
    }

    /// <summary>The words of thanks in the row: they are in view only while the address names them.</summary>
    public static string ThanksOf(string criterion) => $"thanks-{criterion}";

    /// <summary>The page that sent the form, with the rows that its reader chose; none, if the browser does not tell.</summary>
    private static string? Back(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && SameOrigin.IsOurs(request, page)
        && SubPath.Within(request.HttpContext, PathString.FromUriComponent(page)) is var path && ComparisonAddress.IsPath(path.Value!)
            ? path.ToUriComponent() + page.Query
            : null;
}
