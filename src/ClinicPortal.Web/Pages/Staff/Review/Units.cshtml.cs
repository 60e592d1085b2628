using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is said about a treatment, or all of one kind, as clinicians read, discuss and sign it.</summary>
public sealed class ReviewUnitsModel(
    ClinicDbContext db, Reviews reviews, ReviewComments comments, ClinicCalendar calendar, TimeProvider clock) : StaffPageModel, IRowPage
{
    /// <summary>So many days before a review is due it is shown as due.</summary>
    public const int SoonDays = 30;

    private const int MostYears = 5;

    private ReviewPlace _place = null!;
    private ReviewUnits _units = null!;
    private ClinicContent _content = null!;
    private RowNames _names = null!;

    public override string Title => $"Review: {_place.Name}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Review];

    [FromRoute]
    public string List { get; set; } = "";

    [FromRoute]
    public string? Handle { get; set; }

    public string Row => Handle is null ? List : $"{List}/{Handle}";

    /// <summary>"all": what is signed too.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Its fields have no prefix.</summary>
    [BindProperty(Name = "")]
    public ReviewForm Form { get; set; } = new();

    public IReadOnlyList<ReviewLine> Lines { get; private set; } = [];

    public bool ShowsAll => Show == "all";

    public DateOnly Today => calendar.Today;

    public int Hidden { get; private set; }

    public IReadOnlyList<OpenRequest> Requests { get; private set; } = [];

    /// <summary>Why this person cannot sign here; none, if they can.</summary>
    public string? CannotSign { get; private set; }

    /// <summary>The registration under which this person is not among the clinicians yet; none, if that is not why.</summary>
    public string? MissingClinician { get; private set; }

    /// <summary>When what is signed today is due again, if nobody chooses a day; none, where that differs.</summary>
    public DateOnly? UsualDue =>
        Lines.Select(line => ReviewSchedule.MonthsFor(_content, line.Unit.Path)).Distinct().ToList() is [var months]
            ? Today.AddMonths(months) : null;

    public override string OwnAddress => ShowsAll ? $"{Request.Path}?show=all" : base.OwnAddress;

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        _content = (await db.ReadCatalogueAsync(cancel)).ToContent();
        db.ChangeTracker.Clear();
        (_units, _names) = (new(_content), await RowNames.OfAsync(db, cancel));
        _place = ReviewPlace.Of(_content, _units, _names).FirstOrDefault(place => place.Place == Row)!;
        return _place is not null;
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(user => user.Id == UserId, cancel);
        var clinicians = await db.Clinicians.AsNoTracking().Where(one => !one.Archived).ToListAsync(cancel);
        var role = await db.RoleAtAsync(person, clock.GetUtcNow(), cancel);
        CannotSign = Reviews.SignerOf(person, role, clinicians, out var why) is null ? WordsOf(why, person) : null;
        MissingClinician = CannotSign is not null && why == NoSigner.Clinician ? person.Registration : null;
        var comments = await db.CommentsAsync(cancel);
        var typed = Form.Discussed.ToHashSet();
        var shown = ShowsAll ? _place.Units : [.. _place.Units.Where(unit =>
            !unit.IsSigned || unit.IsOverdueOn(Today.AddDays(SoonDays)) || comments[unit.Path].Any(one => one.ResolvedAt is null)
                || typed.Contains(unit.Path))];
        Hidden = _place.Units.Count - shown.Count;
        Lines = await ReviewLine.OfAsync(db, shown, _units, _content, _names, comments, writer => writer.Is(person), cancel);
        Requests = [.. (await db.OpenRequestsAsync(_units, cancel)).Where(one =>
            one.Path == Row || _place.Units.Any(unit => unit.Path == one.Path))];
        return Page();
    }

    public string NameOf(string path) => _names.NameOf(path);

    /// <summary>"Not signed", "Signed by Dr Example (EX 1), 2 December 2026".</summary>
    public string StateOf(ReviewUnit unit) =>
        unit.Review is not { } review ? "Not signed"
        : !unit.IsSigned ? $"Changed since {Grammar.Credentials(review)} signed it on {calendar.FormatDay(review.At)}"
        : $"Signed by {Grammar.Credentials(review)}, {calendar.FormatDay(review.At)}; "
            + (unit.IsOverdueOn(Today) ? "its review was due on " : "due again on ") + ClinicCalendar.FormatDay(review.NextDue);

    public Task<IActionResult> OnPostSignAsync(CancellationToken cancel) => SignAsync(Form.Chosen, cancel);

    /// <summary>Everything on the page, but for words of their own.</summary>
    public async Task<IActionResult> OnPostSignAllAsync(CancellationToken cancel)
    {
        var read = ReviewLine.Read(Form.Seen).Select(one => _units.Find(one.Path)).OfType<ReviewUnit>().ToList();
        var writers = await db.WritersAsync(read, _units, cancel);
        var person = await db.Users.AsNoTracking().SingleAsync(user => user.Id == UserId, cancel);
        HashSet<string> others = [.. read.Select(unit => unit.Path).Where(path => !writers[path].Any(one => one.Is(person)))];
        return others.Count == 0 && read.Count > 0
            ? await RefuseAsync(
                "You cannot sign anything shown here: you wrote part of each answer, or later changed its question or one of its sources. "
                    + "Ask someone else to sign.",
                cancel)
            : await SignAsync(others, cancel);
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancel)
    {
        if (FormInput.Problems("note", Form.Note, FormInput.LongestReason).ToList() is { Count: > 0 } problems)
            return await RefuseAsync(problems, cancel);
        var known = _place.Units.Select(unit => unit.Path).ToHashSet();
        var rows = Form.Chosen.Where(known.Contains).ToList();
        if (rows.Count == 0 && List != CatalogueKinds.Treatment.List)
            return await RefuseAsync("Nothing is ticked. Tick what should be reviewed.", cancel);
        await db.AskAsync(rows.Count == 0 ? [Row] : rows, Sign(clock.GetUtcNow(), Form.Note), cancel);
        Form.Chosen.Clear();
        Form.Note = null;
        return await Form.DoneAsync(this, OwnAddress, "You have asked for a review. Reviewers will see it under “Review”.", cancel);
    }

    /// <param name="sent">Which of <see cref="ReviewForm.Comments"/>.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<IActionResult> OnPostCommentAsync(string? sent, CancellationToken cancel)
    {
        var (path, field) = CommentForm.PlaceOf(sent);
        if (_units.Find(path) is not { } unit || Form.Comments.GetValueOrDefault(sent!) is not { } typed)
            return await RefuseAsync(
                "This answer has been removed or archived, so your comment was not saved. Your text is below.", cancel);
        var comment = typed.ToComment(unit, field, Sign(clock.GetUtcNow()), clinician: null, out var problems);
        if (problems.Count > 0)
            return await RefuseAsync(problems, cancel);
        await db.AddOnceAsync(comment, cancel);
        Form.Comments.Remove(sent!);
        return await Form.DoneAsync(
            this, StaffMap.ReviewOf(Row, unit.Path),
            comment.Suggestion is null ? "Your comment is saved."
                : "Your suggestion is saved. An editor can use it with one click.",
            cancel);
    }

    /// <summary>The next page takes what is ticked along, and nothing else.</summary>
    public async Task<IActionResult> OnPostSpecialistAsync(CancellationToken cancel) => Form.HasTyped
        ? await RefuseAsync(
            "You have typed a comment, a note or a date on this page. Send it or clear it, then ask the specialist.", cancel)
        : RedirectPreserveMethod(StaffMap.Handler(StaffMap.ReviewLinks.Path, "Choose"));

    public async Task<IActionResult> OnPostResolveAsync(int id, CancellationToken cancel)
    {
        var answer = Form.Answers.GetValueOrDefault(ReviewForm.KeyOf(id));
        if (FormInput.Problems("reply", answer, FormInput.LongestReason).ToList() is { Count: > 0 } problems)
            return await RefuseAsync(problems, cancel);
        if (await db.ResolveAsync(id, Sign(clock.GetUtcNow(), answer), cancel) == 0)
            return await Form.DoneAsync(this, OwnAddress, "This comment is already closed.", cancel);
        Form.Answers.Remove(ReviewForm.KeyOf(id));
        return await Form.DoneAsync(this, OwnAddress, "The comment is closed.", cancel);
    }

    public async Task<IActionResult> OnPostTakeAsync(int id, CancellationToken cancel) =>
        await comments.TakeAsync(id, Sign(clock.GetUtcNow(), "Suggested wording"), cancel) switch
        {
            TakeOutcome.Taken => await AgainAsync(
                "The suggested wording is saved. Someone else must sign it: not you, and not the person who suggested it.", cancel),
            TakeOutcome.Changed => await RefuseAsync(
                ["Nothing was saved: these words have changed since the wording was suggested. Compare the two, and edit by hand."],
                StatusCodes.Status409Conflict, cancel),
            TakeOutcome.Closed => await Form.DoneAsync(this, OwnAddress, "This comment is already closed.", cancel),
            _ => throw new InvalidOperationException("An outcome that this page does not know."),
        };

    private async Task<IActionResult> SignAsync(HashSet<string> chosen, CancellationToken cancel)
    {
        if (chosen.Count == 0)
            return await RefuseAsync("Nothing is ticked. Tick what you have checked, then sign.", cancel);
        if (ModelState[nameof(ReviewForm.NextDue)] is { Errors.Count: > 0 }
            || Form.NextDue <= Today || Form.NextDue > Today.AddYears(MostYears))
            return await RefuseAsync(
                $"The next review must be after today and at most {MostYears} years away. Choose another day, or leave it empty.", cancel);
        var signature = Sign(clock.GetUtcNow(), "Reviewed");
        List<SeenUnit> read = [.. ReviewLine.Read(Form.Seen).Where(one => chosen.Contains(one.Path))];
        switch (await reviews.SignAsync(read, signature, Today, Form.NextDue, cancel))
        {
            case SignOutcome.Done done:
                Form.Chosen.ExceptWith(chosen);
                Form.NextDue = null;
                return await AgainAsync(
                    $"You have signed {Grammar.Count(done.Count, "item")}. Patients will see your name once "
                        + "your signature is published.", cancel);
            case SignOutcome.NotAllowed notAllowed:
                var person = await db.Users.AsNoTracking().SingleAsync(user => user.Id == UserId, cancel);
                return await RefuseAsync([WordsOf(notAllowed.Why, person)], StatusCodes.Status403Forbidden, cancel);
            case SignOutcome.Refused refused:
                return await RefuseAsync(
                    refused.Units.Select(one => $"{NameOf(one.Path)}: {WordsOf(one.Why)}").Prepend("Nothing was signed."),
                    StatusCodes.Status409Conflict, cancel);
            default:
                throw new InvalidOperationException("An outcome that this page does not know.");
        }
    }

    // With what the rows say since.
    private async Task<IActionResult> AgainAsync(string message, CancellationToken cancel) =>
        await LoadAsync(cancel) ? await Form.DoneAsync(this, OwnAddress, message, cancel) : RedirectTo(StaffMap.Review.Path, message);

    private static string WordsOf(SignRefusal why) => why switch
    {
        SignRefusal.Changed => "someone changed it, its question or one of its sources while you had the page open. Read it again below.",
        SignRefusal.OwnWork => "you wrote part of it, or later changed its question or one of its sources. Someone else must sign it.",
        SignRefusal.Gone => "it is no longer there.",
        _ => throw new InvalidOperationException("A refusal that this page does not know."),
    };

    private static string WordsOf(NoSigner why, StaffUser person) => why switch
    {
        NoSigner.Role when person.Role != StaffRole.Editor => "You cannot sign, because your account is protected by a password only. "
            + "Add a passkey or an authenticator app under your name first.",
        NoSigner.Role => "Only reviewers and administrators can sign. You can comment and suggest a better wording.",
        NoSigner.Registration => "Your account has no registration, so you cannot sign. Ask an administrator to invite you again under "
            + "People, with your registration.",
        NoSigner.Clinician => $"You cannot sign yet. Add yourself under Lists, Clinicians, with the registration "
            + $"{person.Registration}, so that patients can see who signed.",
        _ => throw new InvalidOperationException("A reason that this page does not know."),
    };
}
