using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Publishing;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;
using ClinicPortal.Testing;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Reviewing;

/// <summary>Who signs what, and what becomes of a signature.</summary>
public class ReviewsTests
{
    private const string What = "treatments/rolling/answers/what", Pain = "treatments/rolling/answers/pain";

    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signature_is_a_change_of_its_own_that_patients_read_with_the_next_edition()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.PublishAsync(PublishingInTests.Reason);
        await clinic.SaveAsync(What, "A roller turns.", clinic.Nora);

        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Rae, What));

        var review = (await clinic.UnitAsync(What)).Review!;
        Assert.Equal(("Example Clinician", "EX 1", TemporaryStore.Now), (review.Clinician, review.Registration, review.At));
        Assert.Equal(["Nora Nurse"], review.Writers);
        // Half a year is what the treatment has set.
        Assert.Equal(new DateOnly(2027, 5, 23), review.NextDue);
        Assert.True((await clinic.UnitAsync(What)).IsSigned);
        Assert.Equal(new PublishOutcome.Published(2), await clinic.PublishAsync(reason: null));
        // Sent twice, it is one signature.
        var later = clinic.Rae with { At = TemporaryStore.Now.AddMinutes(1) };
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(later, What));
        Assert.Empty(await clinic.ChangedAsync());
        var edition = await clinic.Store.Publisher.OpenLatestAsync(Cancel);
        Assert.Equal(1, edition.ReviewOf(edition.FindTreatment("rolling")!).Reviewed);
        // "Checked, still right" needs no edit, and is a change to publish too.
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Rae, [What], new DateOnly(2027, 1, 1)));
        Assert.Equal([What], await clinic.ChangedAsync());
        Assert.Equal(new PublishOutcome.Published(3), await clinic.PublishAsync(reason: null));
    }

    [Fact]
    public async Task Nobody_signs_words_of_their_own_whatever_their_role_is_by_then()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Words of Nora.", clinic.Nora);
        await clinic.SetAsync(clinic.Nora, person => (person.Role, person.Registration) = (StaffRole.Administrator, "EX 1"));

        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Nora, What));
        // A new name is not another person.
        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Nora with { By = "Nora Newname" }, What));

        await clinic.SignAsync(clinic.Rae, What);
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Nora, What));
    }

    [Fact]
    public async Task An_administrator_who_is_late_with_a_second_factor_signs_nothing_until_there_is_one()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Words of Nora.", clinic.Nora);
        await clinic.SetAsync(clinic.Ada, person => person.AdministratorSince = TemporaryStore.Now.AddDays(-8));

        Assert.Equal(new SignOutcome.NotAllowed(NoSigner.Role), await clinic.SignAsync(clinic.Ada, What));

        await clinic.SetAsync(clinic.Ada, person => person.TwoFactorEnabled = true);
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Ada, What));
    }

    [Fact]
    public async Task Whoever_turns_a_question_or_a_source_round_does_not_sign_what_others_had_answered_before()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Words of Nora.", clinic.Nora);
        await clinic.SignAsync(clinic.Ada, What);
        await AskAsync(asked => asked with { Question = En("What is it not?") });
        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Rae, What));
        // Whoever has looked at both may sign; patients are not told that whoever asks has answered.
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Ada, What));
        Assert.Equal(["Nora Nurse"], (await clinic.UnitAsync(What)).Review!.Writers);
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Rae, What));

        await clinic.Store.Editor.SaveSourceAsync("second", null, source => source with { Reference = "Retracted." }, clinic.Rae, Cancel);
        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Rae, What));
        // Somebody else has answered with the source before their eyes.
        await clinic.SaveAsync(What, "Words of Nora again.", clinic.Nora);
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Rae, What));

        // A mend that is taken back has changed nothing.
        await AskAsync(asked => asked with { Question = En("What else is it?") });
        await AskAsync(asked => asked with { Question = En("What is it not?") });
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Rae, What));

        // Where a question stands, and what staff note of a source, is not what was signed.
        await AskAsync(asked => asked with { Term = En("What it is, in short") });
        await clinic.Store.Editor.SaveSourceAsync("second", null, source => source with { Note = "Read." }, clinic.Rae, Cancel);
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Rae, What));

        Task AskAsync(Func<CriterionEntry, CriterionEntry> change) =>
            clinic.Store.Editor.SaveAsync(CatalogueKinds.Criterion, "what", null, change, clinic.Rae, Cancel);
    }

    [Fact]
    public async Task A_signature_that_is_taken_back_frees_nobody_to_sign_for_a_question_of_their_own()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SaveAsync(What, "Words of Nora.", clinic.Nora);
        await clinic.SignAsync(clinic.Ada, What);
        await clinic.Store.Editor.SaveCriterionAsync(
            "what", null, asked => asked with { Question = En("What is it not?") }, clinic.Rae, Cancel);
        await clinic.SignAsync(clinic.Ada with { At = TemporaryStore.Now.AddDays(1) }, What);
        await using var db = clinic.Store.Context();
        var first = await db.Changes.Where(change => change.Path == What && change.ChangeSet.Signs).OrderBy(change => change.Id)
            .FirstAsync(Cancel);

        await clinic.Store.Editor.RestoreAsync(first, clinic.Ada, Cancel);

        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Rae, What));
    }

    [Fact]
    public async Task A_signature_that_is_taken_back_or_restored_over_frees_nobody_to_sign_their_own_words()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SetAsync(clinic.Nora, person => (person.Role, person.Registration) = (StaffRole.Reviewer, "EX 1"));
        await clinic.SaveAsync(What, "Words of Nora.", clinic.Nora);
        await clinic.SignAsync(clinic.Rae, What);
        await using var db = clinic.Store.Context();
        var changes = await db.Changes.Where(change => change.Path == What).OrderBy(change => change.Id).ToListAsync(Cancel);
        var (written, signed) = (changes[^2], changes[^1]);

        await clinic.Store.Editor.RestoreAsync(written, clinic.Ada, Cancel);
        Assert.Null((await clinic.UnitAsync(What)).Review);
        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Nora, What));

        await clinic.SaveAsync(What, "Words of Ada.", clinic.Ada);
        await clinic.SignAsync(clinic.Rae, What);
        await clinic.Store.Editor.RestoreAsync(written, clinic.Ada, Cancel);
        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Nora, What));

        // Signed once, it is signed again when it is restored with its signature.
        await clinic.Store.Editor.RestoreAsync(signed, clinic.Ada, Cancel);
        Assert.True((await clinic.UnitAsync(What)).IsSigned);
    }

    [Fact]
    public async Task A_reason_is_given_for_what_was_listed_and_for_nothing_else()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.PublishAsync(PublishingInTests.Reason);
        await clinic.SaveAsync(What, "Otherwise.", clinic.Nora);
        var listed = (await clinic.Store.Publisher.DraftAsync(null, TemporaryStore.Now, Cancel)).Listed;
        await clinic.SaveAsync(Pain, "Otherwise too.", clinic.Nora);

        Assert.IsType<PublishOutcome.NeedsReason>(await PublishAsync(What, Pain));
        Assert.Equal(new PublishOutcome.Published(2), await PublishAsync(What));

        async Task<PublishOutcome> PublishAsync(params string[] paths)
        {
            await using var db = clinic.Store.Context();
            var choice = new PublishChoice(paths.ToHashSet(), 1, await db.NewestChangeAsync(Cancel), listed);
            return await clinic.Store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, choice, "Why", Cancel);
        }
    }

    [Fact]
    public async Task What_was_changed_while_somebody_read_it_is_not_signed_and_nothing_with_it()
    {
        using var clinic = await Clinic.OpenAsync();
        var read = await clinic.ReadAsync(What, Pain);
        await clinic.Store.Editor.SaveSourceAsync("second", 1, source => source with { Reference = "Retracted." }, clinic.Nora, Cancel);

        var outcome = await clinic.Store.Reviews.SignAsync(read, clinic.Rae, Today, null, Cancel);

        Assert.Equal([(What, SignRefusal.Changed)], Assert.IsType<SignOutcome.Refused>(outcome).Units);
        Assert.All((await clinic.UnitsAsync()).All, unit => Assert.Null(unit.Review));
        Assert.Equal(
            [("treatments/rolling/answers/gone", SignRefusal.Gone)],
            Assert.IsType<SignOutcome.Refused>(await clinic.Store.Reviews.SignAsync(
                [new("treatments/rolling/answers/gone", "")], clinic.Rae, Today, null, Cancel)).Units);
    }

    [Theory]
    [InlineData(StaffRole.Editor, "EX 1", false, NoSigner.Role)]
    [InlineData(StaffRole.Reviewer, "EX 1", true, NoSigner.Role)]
    [InlineData(StaffRole.Administrator, null, false, NoSigner.Registration)]
    [InlineData(StaffRole.Reviewer, "EX 2", false, NoSigner.Clinician)]
    public async Task Only_a_clinician_whom_patients_can_read_about_signs(StaffRole role, string? registration, bool left, NoSigner why)
    {
        using var clinic = await Clinic.OpenAsync();
        var read = await clinic.ReadAsync(What);
        await clinic.SetAsync(clinic.Rae, person => (person.Role, person.Registration, person.Left) = (role, registration, left));

        Assert.Equal(new SignOutcome.NotAllowed(why), await clinic.Store.Reviews.SignAsync(read, clinic.Rae, Today, null, Cancel));
    }

    [Fact]
    public async Task Saving_without_a_change_keeps_a_signature_and_restoring_what_was_signed_brings_it_back()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SignAsync(clinic.Rae, What);

        Assert.IsType<SaveOutcome<AnswerEntry>.Unchanged>(
            await clinic.Store.Editor.SaveAnswerAsync("rolling", "what", 2, answer => answer with { }, clinic.Nora, Cancel));
        Assert.True((await clinic.UnitAsync(What)).IsSigned);

        // The form was opened before it was signed: both are kept, and what was signed is no longer what it says.
        await clinic.Store.Editor.SaveAnswerAsync("rolling", "what", 1, answer => answer with { Text = En("Anew.") }, clinic.Nora, Cancel);
        Assert.True((await clinic.UnitAsync(What)).IsOpenAgain);

        await using var db = clinic.Store.Context();
        var signed = await db.Changes.SingleAsync(change => change.Path == What && change.ChangeSet.Signs, Cancel);
        await clinic.Store.Editor.RestoreAsync(signed, clinic.Nora, Cancel);
        Assert.True((await clinic.UnitAsync(What)).IsSigned);
    }

    [Fact]
    public async Task A_content_file_and_a_copy_bring_no_signature_along_and_take_none_away()
    {
        using var clinic = await Clinic.OpenAsync();
        await clinic.SignAsync(clinic.Rae, What);

        Assert.DoesNotContain("review:", await clinic.Store.ExportTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await clinic.Store.ImportAsync(Content));
        await clinic.Store.ImportAsync(Content.SignedUntil(new(2030, 1, 1)));
        Assert.Equal([What], (await clinic.UnitsAsync()).All.Where(unit => unit.Review is not null).Select(unit => unit.Path));

        await clinic.Store.Editor.AddAsync(
            CatalogueKinds.Treatment, "rolling", entry => entry with { Name = En("Twirling") }, clinic.Nora, Cancel);
        Assert.Null((await clinic.UnitAsync("treatments/twirling/answers/what")).Review);
    }

    [Fact]
    public void A_content_file_that_signs_for_a_clinician_is_refused()
    {
        var text = TemporaryStore.Text(Content).Replace(
            "      - criterion: pain\n", "      - criterion: pain\n        review:\n          clinician: Dr Nobody\n",
            StringComparison.Ordinal);

        var refused = Assert.Throws<ContentFileException>(() => ContentFile.Read(new StringReader(text)));

        Assert.Contains("There is no key \"review\" here.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("review,", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_signed_is_published_for_a_reason_only_and_patients_read_the_reason()
    {
        using var clinic = await Clinic.OpenAsync();

        var refused = Assert.IsType<PublishOutcome.NeedsReason>(await clinic.PublishAsync(reason: " "));
        Assert.Equal((await clinic.UnitsAsync()).All.Select(unit => unit.Path), refused.Unreviewed.Select(unit => unit.Path));
        Assert.Equal(0, await clinic.Store.Publisher.LatestNumberAsync(Cancel));

        Assert.Equal(new PublishOutcome.Published(1), await clinic.PublishAsync("The clinic opens today"));
        // What patients read already needs no reason again.
        await clinic.Store.Editor.SaveClinicAsync(1, one => one with { Telephone = "020 7946 0001" }, clinic.Nora, Cancel);
        Assert.Equal(new PublishOutcome.Published(2), await clinic.PublishAsync(reason: null));
        await clinic.SaveAsync(What, "Otherwise.", clinic.Nora);
        var refusedAgain = Assert.IsType<PublishOutcome.NeedsReason>(await clinic.PublishAsync(reason: null));
        Assert.Equal([What], refusedAgain.Unreviewed.Select(unit => unit.Path));

        var edition = await clinic.Store.Publisher.OpenLatestAsync(Cancel);
        Assert.Equal(
            [new(1, TemporaryStore.Now, refused.Unreviewed.Count, refused.Warnings.Count, "The clinic opens today")], edition.Overrides);
    }

    [Fact]
    public async Task A_request_waits_until_all_of_it_is_signed()
    {
        using var clinic = await Clinic.OpenAsync();
        await using var db = clinic.Store.Context();
        await db.AskAsync(["treatments/rolling", Pain], clinic.Nora with { Why = "New figures" }, Cancel);
        await db.AskAsync([Pain], clinic.Nora, Cancel);

        var units = await clinic.UnitsAsync();
        var open = await db.OpenRequestsAsync(units, Cancel);
        Assert.Equal(["treatments/rolling", Pain], open.Select(request => request.Path));
        Assert.Equal(units.Of("rolling").Count(), open[0].Open.Count);
        Assert.Equal("New figures", open[0].Request.Note);

        await clinic.SignAsync(clinic.Rae, Pain);
        open = await db.OpenRequestsAsync(await clinic.UnitsAsync(), Cancel);
        Assert.Equal(["treatments/rolling"], open.Select(request => request.Path));
        await clinic.SignAsync(clinic.Rae, [.. units.Of("rolling").Select(unit => unit.Path)], null);
        // What is signed can be asked about again: it may be overdue.
        await db.AskAsync([Pain], clinic.Nora with { At = TemporaryStore.Now.AddDays(1) }, Cancel);
        Assert.Equal([Pain], (await db.OpenRequestsAsync(await clinic.UnitsAsync(), Cancel)).Select(request => request.Path));
        await db.TakeBackAsync((await db.ReviewRequests.SingleAsync(one => one.DoneAt == null, Cancel)).Id, TemporaryStore.Now, Cancel);
        // Closed for good: words that are changed later were never asked about.
        await clinic.SaveAsync(Pain, "Some.", clinic.Nora);
        Assert.Empty(await db.OpenRequestsAsync(await clinic.UnitsAsync(), Cancel));
    }

    [Fact]
    public async Task A_suggested_wording_is_taken_with_one_click_and_signed_by_neither_of_the_two()
    {
        using var clinic = await Clinic.OpenAsync();
        var suggested = await clinic.SuggestAsync(What, "A roller turns.", clinic.Rae);

        Assert.Equal(TakeOutcome.Taken, await clinic.Store.Comments.TakeAsync(suggested, clinic.Nora, Cancel));

        Assert.Equal("A roller turns.", ((AnswerEntry)(await clinic.UnitAsync(What)).Entry).Text!.ToString());
        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Rae, What));
        await clinic.SetAsync(clinic.Nora, person => (person.Role, person.Registration) = (StaffRole.Reviewer, "EX 1"));
        Assert.Equal([(What, SignRefusal.OwnWork)], await clinic.RefusedAsync(clinic.Nora, What));
        Assert.Equal(new SignOutcome.Done(1), await clinic.SignAsync(clinic.Ada, What));
        Assert.Equal(["Nora Nurse", "Rae Reviewer"], (await clinic.UnitAsync(What)).Review!.Writers.Order());
        Assert.Equal(TakeOutcome.Closed, await clinic.Store.Comments.TakeAsync(suggested, clinic.Nora, Cancel));
    }

    [Fact]
    public async Task A_suggested_wording_is_not_put_over_words_that_nobody_saw()
    {
        using var clinic = await Clinic.OpenAsync();
        var suggested = await clinic.SuggestAsync(What, "A roller turns.", clinic.Rae);
        await clinic.SaveAsync(What, "Changed meanwhile.", clinic.Nora);

        Assert.Equal(TakeOutcome.Changed, await clinic.Store.Comments.TakeAsync(suggested, clinic.Nora, Cancel));

        Assert.Equal("Changed meanwhile.", ((AnswerEntry)(await clinic.UnitAsync(What)).Entry).Text!.ToString());
    }

    /// <summary>
    /// A model of two cells beside the store: what each says, who has written it since it was signed, what is signed and what patients have
    /// read. No path lets unsigned words out without a reason.
    /// </summary>
    [Fact]
    public Task Whatever_people_do_patients_read_only_what_is_signed_or_what_has_a_reason() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 2]).Array[1, 12].SampleAsync(
            async steps =>
            {
                using var clinic = await Clinic.OpenAsync();
                await clinic.PublishAsync(PublishingInTests.Reason);
                string[] cells = [What, Pain];
                var said = await clinic.TextsAsync(cells);
                var read = new HashSet<(string, string)>(said.Select(one => (one.Key, one.Value)));
                var (signed, writers) = (new HashSet<(string, string)>(), cells.ToDictionary(cell => cell, _ => new HashSet<int>()));
                Signature[] people = [clinic.Nora, clinic.Rae, clinic.Ada];
                await clinic.SetAsync(clinic.Nora, person => (person.Role, person.Registration) = (StaffRole.Reviewer, "EX 1"));
                foreach (var (act, at, who, text) in steps)
                {
                    var (cell, person) = (cells[at], people[who]);
                    switch (act)
                    {
                        case 0 or 1 when said[cell] != $"Words {text}.":
                            await clinic.SaveAsync(cell, $"Words {text}.", person);
                            said[cell] = $"Words {text}.";
                            writers[cell].Add(person.ById!.Value);
                            break;
                        case 2 or 3:
                            var done = await clinic.SignAsync(person, cell) is SignOutcome.Done;
                            Assert.Equal(!writers[cell].Contains(person.ById!.Value), done);
                            if (!done)
                                break;
                            signed.RemoveWhere(one => one.Item1 == cell);
                            signed.Add((cell, said[cell]));
                            writers[cell].Clear();
                            break;
                        case 4:
                            var outcome = await clinic.PublishAsync(reason: null);
                            var open = cells.Where(one => !signed.Contains((one, said[one])) && !read.Contains((one, said[one])));
                            // It may need one for a contradiction too.
                            var unsigned = outcome is PublishOutcome.NeedsReason stopped ? stopped.Unreviewed : [];
                            Assert.Equal(open.Order(), unsigned.Select(unit => unit.Path).Order());
                            if (outcome is PublishOutcome.Published)
                                read = [.. said.Select(one => (one.Key, one.Value))];
                            break;
                        case 5:
                            if (await clinic.PublishAsync(PublishingInTests.Reason) is PublishOutcome.Published)
                                read = [.. said.Select(one => (one.Key, one.Value))];
                            break;
                        default:
                            break;
                    }
                }
            },
            iter: Trials.Of(60), threads: 1);

    /// <summary>The small clinic with three people: Nora writes, Rae and Ada may sign.</summary>
    private sealed class Clinic : IDisposable
    {
        public required TemporaryStore Store { get; init; }

        public Signature Nora { get; private set; } = null!;

        public Signature Rae { get; private set; } = null!;

        public Signature Ada { get; private set; } = null!;

        public static async Task<Clinic> OpenAsync()
        {
            var clinic = new Clinic { Store = await TemporaryStore.HoldingAsync(Content) };
            clinic.Nora = await clinic.InviteAsync("Nora Nurse", StaffRole.Editor, null);
            clinic.Rae = await clinic.InviteAsync("Rae Reviewer", StaffRole.Reviewer, " ex 1 ");
            clinic.Ada = await clinic.InviteAsync("Ada Admin", StaffRole.Administrator, "EX 1");
            return clinic;
        }

        public void Dispose() => Store.Dispose();

        public async Task SetAsync(Signature who, Action<StaffUser> change)
        {
            await using var db = Store.Context();
            change(await db.Users.SingleAsync(person => person.Id == who.ById, Cancel));
            await db.SaveChangesAsync(Cancel);
        }

        public async Task<ReviewUnits> UnitsAsync()
        {
            await using var db = Store.Context();
            return new((await db.ReadCatalogueAsync(Cancel)).ToContent());
        }

        public async Task<ReviewUnit> UnitAsync(string path) => (await UnitsAsync()).Find(path)!;

        public async Task<Dictionary<string, string>> TextsAsync(string[] cells)
        {
            var units = await UnitsAsync();
            return cells.ToDictionary(cell => cell, cell => ((AnswerEntry)units.Find(cell)!.Entry).Text!.ToString());
        }

        public async Task<IReadOnlyList<SeenUnit>> ReadAsync(params string[] paths)
        {
            var units = await UnitsAsync();
            return [.. paths.Select(path => new SeenUnit(path, units.Find(path)!.Hash))];
        }

        public Task<SignOutcome> SignAsync(Signature who, string path) => SignAsync(who, [path], null);

        public async Task<SignOutcome> SignAsync(Signature who, string[] paths, DateOnly? nextDue) =>
            await Store.Reviews.SignAsync(await ReadAsync(paths), who, Today, nextDue, Cancel);

        public async Task<IReadOnlyList<(string, SignRefusal)>> RefusedAsync(Signature who, string path) =>
            Assert.IsType<SignOutcome.Refused>(await SignAsync(who, path)).Units;

        public async Task SaveAsync(string path, string text, Signature who)
        {
            var place = RowPath.Parse(path)!;
            Assert.IsType<SaveOutcome<AnswerEntry>.Saved>(await Store.Editor.SaveAnswerAsync(
                place.Handle, place.PartHandle, null, answer => answer with { Text = En(text), Brief = null }, who, Cancel));
        }

        public Task<PublishOutcome> PublishAsync(string? reason) =>
            Store.Publisher.PublishAsync("Ada", null, TemporaryStore.Now, choice: null, reason, Cancel);

        public async Task<IReadOnlyList<string>> ChangedAsync()
        {
            await using var db = Store.Context();
            return [.. (await db.PendingAsync(await Store.Publisher.LatestNumberAsync(Cancel), Cancel)).Select(row => row.Path)];
        }

        public async Task<int> SuggestAsync(string path, string wording, Signature who)
        {
            await using var db = Store.Context();
            var comment = new ReviewComment
            {
                Path = path,
                Field = "text",
                By = who.By,
                ById = who.ById!.Value,
                At = who.At,
                Suggestion = wording,
                SuggestedFor = ReviewComments.WordsOf((await UnitAsync(path)).Entry, "text"),
            };
            db.Add(comment);
            await db.SaveChangesAsync(Cancel);
            return comment.Id;
        }

        private async Task<Signature> InviteAsync(string name, StaffRole role, string? registration)
        {
            await using var db = Store.Context();
            var person = new StaffUser { UserName = name, Email = name, Name = name, Role = role, Registration = registration };
            db.Add(person);
            await db.SaveChangesAsync(Cancel);
            return new(name, TemporaryStore.Now) { ById = person.Id };
        }
    }
}
