using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Reviewing;

/// <summary>What a specialist without an account can do with a link, and when it ends.</summary>
public class ReviewLinksTests
{
    private const string What = "treatments/rolling/answers/what", Pain = "treatments/rolling/answers/pain";

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_opens_its_link_once_and_the_store_holds_neither()
    {
        using var clinic = await Clinic.OpenAsync();
        var (link, other) = (await clinic.MakeAsync(What), await clinic.MakeAsync(What));

        Assert.Null(await clinic.Links.OpenAsync(link.Key, other.Code, Cancel));
        Assert.Null(await clinic.Links.OpenAsync(other.Key + "0", other.Code, Cancel));
        Assert.Null(await clinic.Links.OpenAsync(null, null, Cancel));
        var session = await clinic.Links.OpenAsync(link.Key, $" {link.Code[..4]} {link.Code[4..]}", Cancel);

        Assert.Equal((link.Link.Id, "Example Clinician"), await clinic.OpenedByAsync(session));
        Assert.Null(await clinic.Links.OpenAsync(link.Key, link.Code, Cancel));
        Assert.Null(await clinic.OpenedByAsync(link.Key));
        await using var db = clinic.Store.Context();
        var kept = string.Join(
            '\n', (await db.ReviewLinks.ToListAsync(Cancel)).Select(one => $"{one.KeyHash} {one.CodeHash} {one.SessionHash}"));
        Assert.All([link.Key, link.Code, session!], secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReviewLinks.MostWrongCodes - 1, true)]
    [InlineData(ReviewLinks.MostWrongCodes, false)]
    public async Task Five_wrong_codes_close_a_link(int wrong, bool opens)
    {
        using var clinic = await Clinic.OpenAsync();
        var link = await clinic.MakeAsync(What);

        for (var tries = 0; tries < wrong; tries++)
            Assert.Null(await clinic.Links.OpenAsync(link.Key, link.Code + "1", Cancel));

        Assert.Equal(opens, await clinic.Links.OpenAsync(link.Key, link.Code, Cancel) is not null);
    }

    public static TheoryData<string> Ends => ["expired", "revoked", "replaced", "left open", "archived"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_link_that_has_ended_opens_nothing_and_signs_nothing(string end)
    {
        using var clinic = await Clinic.OpenAsync();
        var (unopened, opened) = (await clinic.MakeAsync(What), await clinic.MakeAsync(What));
        var session = await clinic.Links.OpenAsync(opened.Key, opened.Code, Cancel);
        var read = await clinic.ReadAsync(What);

        foreach (var link in new[] { unopened, opened })
            switch (end)
            {
                case "revoked": Assert.True(await clinic.Links.RevokeAsync(link.Link.Id, clinic.Nora, Cancel)); break;
                case "replaced": Assert.NotNull(await clinic.Links.RenewAsync(link.Link.Id, clinic.Nora, Cancel)); break;
                default: break;
            }
        if (end == "archived")
            await clinic.ArchiveAsync("example-clinician");
        clinic.Clock.Now += end switch
        {
            "expired" => TimeSpan.FromDays(ReviewLinks.UsualDays),
            "left open" => ReviewLinks.SessionLife,
            _ => TimeSpan.Zero,
        };

        Assert.Null(await clinic.OpenedByAsync(session));
        Assert.Equal(new SignOutcome.NotAllowed(NoSigner.Link), await clinic.Links.SignAsync(session, read, Today, Cancel));
        // A browser that was left open for too long ends nothing but its own session.
        Assert.Equal(end == "left open", await clinic.Links.OpenAsync(unopened.Key, unopened.Code, Cancel) is not null);
        Assert.Null((await clinic.UnitsAsync()).Find(What)!.Review);
    }

    [Fact]
    public async Task It_is_good_until_the_last_moment_and_a_replacement_no_longer_than_the_first()
    {
        using var clinic = await Clinic.OpenAsync();
        var link = await clinic.MakeAsync(What);
        clinic.Clock.Now += TimeSpan.FromDays(ReviewLinks.UsualDays) - TimeSpan.FromTicks(1);

        var second = await clinic.Links.RenewAsync(link.Link.Id, clinic.Nora with { At = clinic.Clock.Now }, Cancel);

        Assert.Equal(link.Link.Expires, second!.Link.Expires);
        Assert.Equal(link.Link.Paths, second.Link.Paths);
        Assert.NotNull(await clinic.Links.OpenAsync(second.Key, second.Code, Cancel));
        Assert.Null(await clinic.Links.RenewAsync(second.Link.Id, clinic.Nora with { At = link.Link.Expires }, Cancel));
    }

    [Fact]
    public async Task A_specialist_signs_what_the_link_names_and_nothing_else()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "A roller turns.", clinic.Nora);
        var session = await clinic.OpenedAsync(What);

        Assert.Equal(
            [(Pain, SignRefusal.Gone)],
            Assert.IsType<SignOutcome.Refused>(
                await clinic.Links.SignAsync(session, await clinic.ReadAsync(What, Pain), Today, Cancel)).Units);
        Assert.All((await clinic.UnitsAsync()).All, unit => Assert.Null(unit.Review));
        Assert.Equal(new SignOutcome.Done(1), await clinic.Links.SignAsync(session, await clinic.ReadAsync(What), Today, Cancel));

        var review = (await clinic.UnitsAsync()).Find(What)!.Review!;
        Assert.Equal(("Example Clinician", "EX 1"), (review.Clinician, review.Registration));
        Assert.Equal(["Nora Nurse"], review.Writers);
        await using var db = clinic.Store.Context();
        var set = await db.ChangeSets.OrderBy(one => one.Id).LastAsync(Cancel);
        Assert.Equal(("Example Clinician", (int?)null, true), (set.By, set.ById, set.Signs));
        Assert.Empty(await db.PendingAsync(
            (await db.LinksInForceAsync(clinic.Clock.Now, Cancel)).Single(), await clinic.UnitsAsync(), Cancel));
        Assert.Equal(
            [AuditKind.Access, AuditKind.SignIn, AuditKind.Access],
            (await db.AuditRecords.Where(one => one.Subject == "Example Clinician (EX 1)").OrderBy(one => one.Id).ToListAsync(Cancel))
                .Select(one => one.Kind));
    }

    [Fact]
    public async Task What_was_changed_while_the_specialist_read_it_is_not_signed()
    {
        using var clinic = await Clinic.OpenAsync();
        var session = await clinic.OpenedAsync(What);
        var read = await clinic.ReadAsync(What);
        await clinic.SaveAsync(What, "Changed meanwhile.", clinic.Nora);

        Assert.Equal(
            [(What, SignRefusal.Changed)],
            Assert.IsType<SignOutcome.Refused>(await clinic.Links.SignAsync(session, read, Today, Cancel)).Units);
    }

    [Fact]
    public async Task Whoever_has_written_with_an_account_does_not_sign_it_through_a_link()
    {
        using var clinic = await Clinic.OpenAsync();
        var rae = await clinic.InviteAsync("Rae Reviewer", " ex 1 ");
        await clinic.SaveAsync(What, "Words of Rae.", rae);
        var session = await clinic.OpenedAsync(What, Pain);

        Assert.Equal(
            [(What, SignRefusal.OwnWork)],
            Assert.IsType<SignOutcome.Refused>(
                await clinic.Links.SignAsync(session, await clinic.ReadAsync(What, Pain), Today, Cancel)).Units);
    }

    [Fact]
    public async Task A_wording_that_a_specialist_suggested_and_somebody_took_is_signed_by_a_third()
    {
        using var clinic = await Clinic.OpenAsync();
        var session = await clinic.OpenedAsync(What);
        await clinic.SuggestAndTakeAsync(What, "A roller turns.");
        var rae = await clinic.InviteAsync("Rae Reviewer", "EX 1");
        var tom = await clinic.InviteAsync("Tom Third", "EX 3");
        var read = await clinic.ReadAsync(What);

        Assert.Equal(
            [(What, SignRefusal.OwnWork)],
            Assert.IsType<SignOutcome.Refused>(await clinic.Links.SignAsync(session, read, Today, Cancel)).Units);
        // The specialist with an account of their own is the same person.
        Assert.Equal(
            [(What, SignRefusal.OwnWork)],
            Assert.IsType<SignOutcome.Refused>(await clinic.Store.Reviews.SignAsync(read, rae, Today, null, Cancel)).Units);
        Assert.Equal(new SignOutcome.Done(1), await clinic.Store.Reviews.SignAsync(read, tom, Today, null, Cancel));
        Assert.Equal(
            ["Example Clinician", "Nora Nurse"], (await clinic.UnitsAsync()).Find(What)!.Review!.Writers.Order());
    }

    [Fact]
    public async Task A_clinician_whom_patients_could_not_tell_apart_gets_no_link()
    {
        using var clinic = await Clinic.OpenAsync();

        Assert.Null(await clinic.Links.MakeAsync(
            await clinic.ClinicianAsync("no-registration"), [What], ReviewLinks.UsualDays, clinic.Nora, Cancel));
    }

    /// <summary>The small clinic with Nora, who writes and makes links, and three clinicians.</summary>
    private sealed class Clinic : IDisposable
    {
        public required TemporaryStore Store { get; init; }

        public required MovingClock Clock { get; init; }

        public Signature Nora { get; private set; } = null!;

        public ReviewLinks Links => Store.Links;

        public static async Task<Clinic> OpenAsync()
        {
            var clock = new MovingClock();
            var clinic = new Clinic { Store = await TemporaryStore.OpenAsync(clock), Clock = clock };
            await clinic.Store.ImportAsync(Content with
            {
                Clinicians =
                [
                    .. Content.Clinicians,
                    new() { Slug = "third-clinician", Name = "Third Clinician", Role = En("Reviewer"), Registration = "EX 3" },
                    new() { Slug = "no-registration", Name = "Somebody", Role = En("Reviewer") },
                ],
            });
            clinic.Nora = await clinic.InviteAsync("Nora Nurse", null);
            return clinic;
        }

        public void Dispose() => Store.Dispose();

        public async Task<int> ClinicianAsync(string slug)
        {
            await using var db = Store.Context();
            return (await db.Clinicians.SingleAsync(one => one.Slug == slug, Cancel)).Id;
        }

        public async Task<NewReviewLink> MakeAsync(params string[] rows) => (await Links.MakeAsync(
            await ClinicianAsync("example-clinician"), rows, ReviewLinks.UsualDays, Nora, Cancel))!;

        public async Task<string?> OpenedAsync(params string[] rows) =>
            await MakeAsync(rows) is var link ? await Links.OpenAsync(link.Key, link.Code, Cancel) : null;

        public async Task<(int, string)?> OpenedByAsync(string? session) =>
            await Links.FindAsync(session, Cancel) is { } open ? (open.Link.Id, open.Clinician.Name) : null;

        public async Task<ReviewUnits> UnitsAsync()
        {
            await using var db = Store.Context();
            return new((await db.ReadCatalogueAsync(Cancel)).ToContent());
        }

        public async Task<IReadOnlyList<SeenUnit>> ReadAsync(params string[] paths)
        {
            var units = await UnitsAsync();
            return [.. paths.Select(path => new SeenUnit(path, units.Find(path)!.Hash))];
        }

        public async Task SaveAsync(string path, string text, Signature who)
        {
            var place = RowPath.Parse(path)!;
            Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(await Store.Editor.SaveAnswerAsync(
                place.Handle, place.PartHandle, null, answer => answer with { Text = En(text), Brief = null }, who, Cancel));
        }

        public async Task ArchiveAsync(string clinician) =>
            await Store.RunAsync($"UPDATE Clinician SET Archived = 1 WHERE Slug = '{clinician}'");

        public async Task SuggestAndTakeAsync(string path, string wording)
        {
            await using var db = Store.Context();
            var comment = new ReviewComment
            {
                Path = path,
                Field = "text",
                By = "Example Clinician",
                ById = null,
                ClinicianId = await ClinicianAsync("example-clinician"),
                At = Clock.Now,
                Suggestion = wording,
                SuggestedFor = ReviewComments.WordsOf((await UnitsAsync()).Find(path)!.Entry, "text"),
            };
            db.Add(comment);
            await db.SaveChangesAsync(Cancel);
            Assert.Equal(TakeOutcome.Taken, await Store.Comments.TakeAsync(comment.Id, Nora, Cancel));
        }

        public async Task<Signature> InviteAsync(string name, string? registration)
        {
            await using var db = Store.Context();
            var person = new StaffUser
            {
                UserName = name,
                Email = name,
                Name = name,
                Role = registration is null ? StaffRole.Administrator : StaffRole.Reviewer,
                Registration = registration,
            };
            db.Add(person);
            await db.SaveChangesAsync(Cancel);
            return new(name, TemporaryStore.Now) { ById = person.Id };
        }
    }
}
