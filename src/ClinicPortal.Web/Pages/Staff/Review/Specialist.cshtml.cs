using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Accounts;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>
/// Where a specialist without an account reads and signs what a link names. The key stands in the query, which is neither logged nor led on
/// with, and only until the code has been typed.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(StaffAuthentication.SignInLimit)]
public sealed class SpecialistModel(
    ClinicDbContext db, ReviewLinks links, RefusalLog refusals, ClinicCalendar calendar, TimeProvider clock) : StaffPageModel
{
    private const string Cookie = "specialist";

    /// <summary>The same for whatever stands against it: nobody can find out which links there are.</summary>
    private const string Refused = "This code does not open this link. Check the code and type it again. Each code works once, and a link "
        + "closes on its last day or after several wrong codes. If it still does not open, ask the clinic for a new link.";

    private const string Ended =
        "Your link has closed in this browser, so nothing was saved. Copy what you typed, then ask the clinic for a new link.";

    private ReviewUnits _units = null!;

    public override string Title => Open is null ? "Review for the clinic" : $"For {Open.Clinician.Name} to review";

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Its fields have no prefix.</summary>
    [BindProperty(Name = "")]
    public ReviewForm Form { get; set; } = new();

    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    /// <summary>None, before the code was typed.</summary>
    public OpenReviewLink? Open { get; private set; }

    /// <summary>When the browser has to show a new code, or the link ends.</summary>
    public DateTimeOffset OpenUntil => Open!.Link.OpenedAt!.Value + ReviewLinks.SessionLife is var session && session < Open.Link.Expires
        ? session : Open.Link.Expires;

    private string? Session => PortalCookies.Read(HttpContext, Cookie);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await links.FindAsync(Session, cancel) is not { } open || Key is not null && !ReviewLinks.HasKey(open.Link, Key))
            return Page();
        if (Key is not null && HttpMethods.IsGet(Request.Method))
            return Redirect(StaffMap.Specialist);
        Open = open;
        var content = (await db.ReadCatalogueAsync(cancel)).ToContent();
        db.ChangeTracker.Clear();
        _units = new(content);
        var lines = await ReviewLine.OfAsync(
            db, await db.PendingAsync(open.Link, _units, cancel), _units, content, await RowNames.OfAsync(db, cancel),
            await db.CommentsAsync(cancel), writer => writer.Is(open.Clinician), cancel);
        // What others have said of it is the clinic's own talk.
        Lines = [.. lines.Select(line => line with
        {
            Comments = [.. line.Comments.Where(one => one.ClinicianId == open.Clinician.Id)],
            Closed = [.. line.Closed.Where(one => one.ClinicianId == open.Clinician.Id)],
        })];
        return Page();
    }

    /// <summary>With an account there is a place to sign in, and whoever made a link must not use it.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (User.Identity?.IsAuthenticated == true)
            return await RefuseAsync(
                "This link is for a specialist without an account, and you are signed in. If it was sent to you, sign out first. "
                + "Otherwise, go to “Review” to sign answers.", cancel);
        if (await links.OpenAsync(Key, Code, cancel) is not { } session)
        {
            refusals.Add("Typed a code that does not open a review link.");
            Code = null;
            return await RefuseAsync(Refused, cancel);
        }
        // Lax, so that whoever follows the link in the mail again is led on.
        PortalCookies.Append(HttpContext, Cookie, StaffMap.Specialist, session, ReviewLinks.SessionLife);
        return Redirect(StaffMap.Specialist);
    }

    public async Task<IActionResult> OnPostSignAsync(CancellationToken cancel)
    {
        if (Form.Chosen.Count == 0)
            return await RefuseAsync("Nothing is ticked. Tick what you have checked, then sign.", cancel);
        var seen = ReviewLine.Read(Form.Seen).Where(one => Form.Chosen.Contains(one.Path)).ToList();
        switch (await links.SignAsync(Session, seen, calendar.Today, cancel))
        {
            case SignOutcome.Done done:
                Form.Chosen.Clear();
                return await Form.DoneAsync(
                    this, StaffMap.Specialist, $"You have signed {Grammar.Count(done.Count, "item")}. Thank you.", cancel);
            case SignOutcome.NotAllowed:
                return await RefuseAsync([Ended], StatusCodes.Status403Forbidden, cancel);
            case SignOutcome.Refused refused:
                await ShowAsync(cancel);
                var names = await RowNames.OfAsync(db, cancel);
                return await RefuseAsync(
                    refused.Units.Select(one => $"{NameOf(one.Path, names)}: {ReasonOf(one.Why)}").Prepend("Nothing was signed."),
                    StatusCodes.Status409Conflict, cancel);
            default:
                throw new InvalidOperationException("An outcome that this page does not know.");
        }

        // A path that somebody has made up names nothing of the store.
        string NameOf(string path, RowNames names) =>
            Lines.Any(line => line.Unit.Path == path) ? names.NameOf(path) : "An answer";
    }

    /// <param name="sent">Which of <see cref="ReviewForm.Comments"/>.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<IActionResult> OnPostCommentAsync(string? sent, CancellationToken cancel)
    {
        var (path, field) = CommentForm.PlaceOf(sent);
        await ShowAsync(cancel);
        if (Open is null)
            return await RefuseAsync([Ended], StatusCodes.Status403Forbidden, cancel);
        if (Lines.FirstOrDefault(line => line.Unit.Path == path) is not { Unit: var unit }
            || Form.Comments.GetValueOrDefault(sent!) is not { } typed)
            return await RefuseAsync(
                "This answer is no longer part of your link, so your comment was not saved. Copy it, and send it to the clinic another "
                    + "way.",
                cancel);
        var by = new Signature(Open.Clinician.Name, clock.GetUtcNow());
        var comment = typed.ToComment(unit, field, by, Open.Clinician.Id, out var problems);
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        await db.AddOnceAsync(comment, cancel);
        Form.Comments.Remove(sent!);
        return await Form.DoneAsync(
            this, $"{StaffMap.Specialist}#{ReviewLine.AnchorOf(unit.Path)}",
            comment.Suggestion is null
                ? "Your comment has been sent to the clinic."
                : "Your wording has been sent to the clinic. If the clinic uses it, someone else will sign it.",
            cancel);
    }

    private static string ReasonOf(SignRefusal why) => why switch
    {
        SignRefusal.Changed =>
            "the clinic changed it, its question or one of its sources while you had the page open. Read it again below.",
        SignRefusal.OwnWork => "you wrote part of it, or later changed its question or one of its sources. Someone else must sign it.",
        SignRefusal.Gone => "it is no longer part of this link.",
        _ => throw new InvalidOperationException("A refusal that this page does not know."),
    };
}
