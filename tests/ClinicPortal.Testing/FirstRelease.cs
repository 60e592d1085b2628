using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Storage;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Testing;

/// <summary>
/// The store of a small clinic that has published twice, with edits between and a draft left over, as the first release writes it. It was
/// made once and stands in <c>first-release.sql</c>; later releases read that file and make none.
/// </summary>
public static class FirstRelease
{
    private static readonly Signature Editor = new("Example Editor", TemporaryStore.Now.AddHours(23), "Written anew");

    public static async Task<string> DumpAsync()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        await ReviewAsync(store, "treatments/rolling/answers/pain");
        await store.Publisher.PublishAsync(Editor.By, "First", TemporaryStore.Now);
        // What the first edition states and the second does not can be stated again.
        await store.ImportAsync(Content with
        {
            Clinic = Content.Clinic with { Funding = null },
            Treatments = [.. Content.Treatments.Select(treatment => treatment with { Offered = null, Author = null })],
        });
        await store.Editor.SaveAnswerAsync("rolling", "what", 1, answer => answer with { Text = En("Otherwise.") }, Editor);
        await store.Editor.SaveAnswerAsync("soaking", "onset", 1, answer => answer with { Text = En("At once.") }, Editor);
        await TakeBackAsync(store, "treatments/soaking/answers/onset");
        await store.Publisher.PublishAsync(Editor.By, null, TemporaryStore.Now.AddDays(1));
        await LeaveADraftAsync(store);
        return StoreDump.Of(store.Folder.Database);
    }

    private static async Task TakeBackAsync(TemporaryStore store, string path)
    {
        await using var db = store.Context();
        var first = db.Changes.Single(change => change.Path == path && change.Version == 1);
        await store.Editor.RestoreAsync(first, Editor with { Why = "Back to version 1" });
    }

    private static async Task ReviewAsync(TemporaryStore store, string path)
    {
        await using var db = store.Context();
        const string email = "clinician@clinic.example";
        var person = new StaffUser
        {
            UserName = email,
            Email = email,
            Name = "Example Clinician",
            Role = StaffRole.Reviewer,
            Registration = Content.Clinicians[0].Registration,
            ConcurrencyStamp = "1",
            SecurityStamp = "1",
        };
        db.Add(person);
        await db.SaveChangesAsync();
        var unit = new ReviewUnits(await store.ExportAsync()).Find(path)!;
        await store.Reviews.SignAsync(
            [new(path, unit.Hash)], new(person.Name, TemporaryStore.Now) { ById = person.Id }, new(2026, 11, 23), nextDue: null);
    }

    private static async Task LeaveADraftAsync(TemporaryStore store)
    {
        await using var db = store.Context();
        const string email = "editor@clinic.example";
        var person = new StaffUser { UserName = email, Email = email, Name = Editor.By, ConcurrencyStamp = "1", SecurityStamp = "1" };
        db.Add(person);
        await db.SaveChangesAsync();
        var draft = new WorkingDraft
        {
            UserId = person.Id,
            Path = "treatments/rolling/answers/pain",
            BaseVersion = 1,
            Fields = """{"Form.Text":"Hardly any."}""",
            SavedAt = Editor.At,
        };
        await store.Drafts.SaveAsync(draft, began: null);
    }
}
