using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Editions;
using ClinicPortal.Core.Reviewing;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What is signed together with others on one page: everything of a treatment, or all of a kind that belongs to none.</summary>
/// <param name="Place">As in <see cref="FieldChange.Path"/>: a treatment, or a list.</param>
public sealed record ReviewPlace(string Place, string Name, IReadOnlyList<ReviewUnit> Units)
{
    /// <summary>Kinds whose rows belong to no treatment.</summary>
    public static IReadOnlyList<CatalogueKind> Shared { get; } = [CatalogueKinds.Contrast, CatalogueKinds.Concern, CatalogueKinds.Term];

    public int Open => Units.Count(unit => !unit.IsSigned);

    public int OpenAgain => Units.Count(unit => unit.IsOpenAgain);

    public int OverdueOn(DateOnly day) => Units.Count(unit => unit.IsOverdueOn(day));

    public DateOnly? NextDue => Units.Where(unit => unit.IsSigned).Min(unit => (DateOnly?)unit.Review!.NextDue);

    public static IReadOnlyList<ReviewPlace> Of(ClinicContent content, ReviewUnits units, RowNames names) =>
    [
        .. from treatment in content.Treatments
           where !treatment.Archived
           select new ReviewPlace(
               CatalogueKinds.Treatment.PathOf(treatment.Slug), names.Treatment(treatment.Slug), [.. units.Of(treatment.Slug)]),
        .. from kind in Shared
           select new ReviewPlace(
               kind.List, StaffKinds.Of(kind).Plural,
               [.. units.All.Where(unit => unit.Path.StartsWith(kind.List + "/", StringComparison.Ordinal))]),
    ];

    /// <summary>The place whose page shows a row.</summary>
    public static string? OfRow(string path, ReviewUnits units, ClinicContent content) => path.Split('/') switch
    {
        ["treatments", var treatment, ..] => CatalogueKinds.Treatment.PathOf(treatment),
        ["numbers", ..] => content.Treatments.Where(one => units.Of(one.Slug).Any(unit => unit.Path == path))
            .Select(one => CatalogueKinds.Treatment.PathOf(one.Slug)).FirstOrDefault(),
        var parts => parts[0],
    };
}

/// <summary>One unit as a clinician reads it before signing.</summary>
/// <param name="Unit">What is signed.</param>
/// <param name="Name">As staff call it.</param>
/// <param name="Question">That it answers, in the patient's words; none, where it answers none.</param>
/// <param name="Fields">What it says, field by field.</param>
/// <param name="Sources">That it cites.</param>
/// <param name="SinceSigned">
/// What its row says otherwise than when it was last signed; none, where nobody has signed it or it holds.
/// </param>
/// <param name="OwnWork">Whoever looks may not sign it, being a <see cref="UnitWriter"/> of it.</param>
/// <param name="Comments">Those that are open, the oldest first.</param>
/// <param name="Closed">Those that have been closed, the oldest first.</param>
public sealed record ReviewLine(
    ReviewUnit Unit, string Name, string? Question, IReadOnlyList<FieldDifference> Fields, IReadOnlyList<SourceEntry> Sources,
    IReadOnlyList<FieldDifference>? SinceSigned, bool OwnWork, IReadOnlyList<ReviewComment> Comments,
    IReadOnlyList<ReviewComment> Closed)
{
    // Where it stands is its heading, and who signed it stands beside.
    private static readonly string[] Aside = ["criterion", "concern", "slug", "key", "between", "sources", "review", "archived"];

    /// <summary>The fields for which a wording can be suggested, and none for a comment on the whole.</summary>
    public IEnumerable<string?> Wordings =>
        ReviewComments.FieldsOf(Unit.Entry).Where(name => ReviewComments.WordsOf(Unit.Entry, name) != "").Append<string?>(null);

    /// <summary>It is marked for a clinician to confirm, which a signature leaves as it is.</summary>
    public bool IsToBeConfirmed => Unit.Entry is AnswerEntry { ToBeConfirmed: true } or ConcernEvidenceEntry { ToBeConfirmed: true }
        or ConcernEntry { ToBeConfirmed: true } or GlossaryTermEntry { ToBeConfirmed: true };

    public string Anchor => AnchorOf(Unit.Path);

    /// <summary>As a form sends it, with what was read.</summary>
    public string Seen => $"{Unit.Path}|{Unit.Hash}";

    /// <summary>What forms sent as <see cref="Seen"/>.</summary>
    public static IEnumerable<SeenUnit> Read(IEnumerable<string> seen) =>
        seen.OfType<string>().Select(one => one.Split('|')).Where(parts => parts.Length == 2)
            .Select(parts => new SeenUnit(parts[0], parts[1]));

    public static string AnchorOf(string path) => path.Replace('/', '-');

    public static async Task<IReadOnlyList<ReviewLine>> OfAsync(
        ClinicDbContext db, IReadOnlyList<ReviewUnit> shown, ReviewUnits units, ClinicContent content, RowNames names,
        ILookup<string, ReviewComment> comments, Func<UnitWriter, bool> isOwn, CancellationToken cancel)
    {
        var writers = await db.WritersAsync(shown, units, cancel);
        var signed = await db.LastSignedAsync([.. shown.Where(unit => unit.IsOpenAgain).Select(unit => unit.Path)], cancel);
        var criteria = content.Criteria.ToDictionary(one => one.Slug, one => one.Question.ToString());
        return
        [
            .. from unit in shown
               let said = Json(unit.Entry)
               select new ReviewLine(
                   unit,
                   unit.Entry is AnswerEntry { Criterion: var asked } ? names.Criterion(asked) : names.NameOf(unit.Path),
                   unit.Entry is AnswerEntry answer ? criteria[answer.Criterion] : null,
                   FieldDifference.Between(null, Without(said, Aside), names.WordsOf(unit.Path)),
                   units.SourcesOf(unit),
                   unit.IsOpenAgain
                       ? FieldDifference.Between(
                           Without(signed.GetValueOrDefault(unit.Path), "review"), Without(said, "review"), names.WordsOf(unit.Path))
                       : null,
                   writers[unit.Path].Any(isOwn),
                   [.. comments[unit.Path].Where(one => one.ResolvedAt is null)],
                   [.. comments[unit.Path].Where(one => one.ResolvedAt is not null)]),
        ];
    }

    private static string? Without(string? json, params IEnumerable<string> fields)
    {
        if (json is null)
            return null;
        var entry = JsonNode.Parse(json)!.AsObject();
        foreach (var field in fields)
            entry.Remove(field);
        return entry.ToJsonString(ContentJson.Options);
    }

    private static string Json(object entry) => JsonSerializer.Serialize(entry, entry.GetType(), ContentJson.Options);
}
