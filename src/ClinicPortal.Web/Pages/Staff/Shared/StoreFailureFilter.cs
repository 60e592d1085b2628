using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A form that the store could not take is shown again with all that was typed, and with the reason.</summary>
public sealed class StoreFailureFilter(ClinicDbContext db, StoreCondition condition) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var handled = await next();
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || StoreTrouble.Of(handled.Exception) is not { } trouble)
            return;
        condition.Note(handled.Exception!);
        if (await AnswerAsync((StaffPageModel)context.HandlerInstance, trouble, context.HttpContext.RequestAborted) is { } answer)
            (handled.Result, handled.ExceptionHandled) = (answer, true);
    }

    private async Task<IActionResult?> AnswerAsync(StaffPageModel page, StoreTrouble trouble, CancellationToken cancel)
    {
        if (page.IsScript)
            return StaffPageModel.Told(StoreMessages.NotSaved(trouble), StatusCodes.Status503ServiceUnavailable);
        try
        {
            // What could not be saved must not look as if it had been.
            db.ChangeTracker.Clear();
            if (page is IRowPage row && !await row.LoadAsync(cancel))
                return new NotFoundResult();
            var form = await page.RefuseAsync(StoreMessages.NotSaved(trouble), cancel);
            StoreFailureHandler.AskToWait(page.Response);
            return form;
        }
        catch (Exception failure) when (StoreTrouble.Of(failure) is not null)
        {
            // Not even the row can be read: the words go to the page that keeps them without it.
            if (!page.Request.HasFormContentType || DraftFields.Of(page.Request.Form) is not { } words)
                return null;
            page.HttpContext.Items[DraftFields.Interrupted] = words;
            StoreFailureHandler.AskToWait(page.Response);
            return new EmptyResult();
        }
    }
}

/// <summary>What staff read while the store cannot do its work.</summary>
public static class StoreMessages
{
    public static string NotSaved(StoreTrouble trouble) => trouble.IsDamage
        ? "This was not saved because the database is damaged. Anything you typed is still below: copy it before you leave this page. "
            + "Then tell the person who looks after the server that a backup must be restored."
        : $"This was not saved because {trouble.Reason}. Anything you typed is still below: try again in a few minutes. "
            + "If it still does not work, tell the person who looks after the server.";

    /// <summary>On every page, before somebody begins to type.</summary>
    public static string Standing(StoreTrouble trouble) => trouble.IsDamage
        ? "The database is damaged. Nothing can be published, and what you save now may be lost. Patients can still read their pages. "
            + "Tell the person who looks after the server that a backup must be restored."
        : $"Nothing can be saved at the moment because {trouble.Reason}. Patients can still read their pages. This may clear up by itself; "
            + "if it does not, tell the person who looks after the server.";
}
