namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// The register of kinds: everything of which a catalogue holds a list. How a new one is added is told in <c>docs/adding-a-kind.md</c>.
/// </summary>
public static class CatalogueKinds
{
    public static CatalogueKind<Source, SourceEntry> Source { get; } = new NamedKind<Source, SourceEntry>("source", "sources", "key")
    {
        Label = "source",
        Entries = content => content.Sources,
        WithEntries = (content, entries) => content with { Sources = entries },
        Handle = entry => entry.Key,
        Title = entry => entry.Reference,
        SlugText = ShortReference.Of,
        Copy = entry => entry with
        {
            Reference = Copied(entry.Reference, TextLimit.Of<SourceEntry>(one => one.Reference)),
            Doi = null,
            Pmid = null,
        },
        Blank = key => new() { Key = key, Reference = "", State = SourceState.ToBeConfirmed },
        Keep = (before, entry, _) => entry with { Key = before.Key },
        Archive = (entry, archived) => entry with { Archived = archived },
        Cited = null,
    };

    public static CatalogueKind<Clinician, ClinicianEntry> Clinician { get; } =
        new NamedKind<Clinician, ClinicianEntry>("clinician", "clinicians", "slug")
        {
            Label = "clinician",
            Entries = content => content.Clinicians,
            WithEntries = (content, entries) => content with { Clinicians = entries },
            Handle = entry => entry.Slug,
            Title = entry => entry.Name,
            Copy = entry => entry with { Name = Copied(entry.Name, TextLimit.Of<ClinicianEntry>(one => one.Name)) },
            Blank = slug => new() { Slug = slug, Name = "", Role = LocalText.Empty },
            Keep = (before, entry, _) => entry with { Slug = before.Slug },
            Archive = (entry, archived) => entry with { Archived = archived },
            Cited = null,
        };

    public static CatalogueKind<CriterionGroup, CriterionGroupEntry> Group { get; } =
        new NamedKind<CriterionGroup, CriterionGroupEntry>("group", "groups", "slug")
        {
            Label = "group",
            Entries = content => content.Groups,
            WithEntries = (content, entries) => content with { Groups = entries },
            Handle = entry => entry.Slug,
            Title = entry => entry.Name.ToString(),
            Copy = entry => entry with { Name = Copied(entry.Name, TextLimit.Of<CriterionGroupEntry>(one => one.Name)) },
            Blank = slug => new() { Slug = slug, Name = LocalText.Empty },
            Keep = (before, entry, _) => entry with { Slug = before.Slug },
            Archive = (entry, archived) => entry with { Archived = archived },
            Cited = null,
        };

    /// <summary>
    /// How a criterion is answered is said when it is made: changing it touches every typed value, which is another kind of change.
    /// </summary>
    public static CatalogueKind<ComparisonCriterion, CriterionEntry> Criterion { get; } =
        new NamedKind<ComparisonCriterion, CriterionEntry>("criterion", "criteria", "slug")
        {
            Label = "criterion",
            Entries = content => content.Criteria,
            WithEntries = (content, entries) => content with { Criteria = entries },
            Handle = entry => entry.Slug,
            Title = entry => entry.Term.ToString(),
            // A role belongs to one criterion.
            Copy = entry => entry with { Term = Copied(entry.Term, TextLimit.Of<CriterionEntry>(one => one.Term)), Role = null },
            OrderedWithin = row => row.Group.Slug,
            Blank = slug =>
                new()
                {
                    Slug = slug,
                    Group = "",
                    Question = LocalText.Empty,
                    Term = LocalText.Empty,
                    Help = LocalText.Empty,
                    Kind = ValueKind.Prose,
                },
            // A blank one stands in no group.
            Keep = (before, entry, _) => before.Group == "" || entry.Kind == before.Kind
                ? entry with { Slug = before.Slug }
                : entry with { Slug = before.Slug, Kind = before.Kind, Steps = before.Steps },
            Archive = (entry, archived) => entry with { Archived = archived },
            Cited = null,
        };

    /// <summary>
    /// A former version may send readers on to any other concern, and addresses of former names must go on leading somewhere.
    /// </summary>
    public static CatalogueKind<Concern, ConcernEntry> Concern { get; } =
        new NamedKind<Concern, ConcernEntry>("concern", "concerns", "slug")
        {
            Label = "concern",
            Entries = content => content.Concerns,
            WithEntries = (content, entries) => content with { Concerns = entries },
            Handle = entry => entry.Slug,
            FormerHandles = entry => entry.FormerSlugs,
            WentBy = slug => row => row.FormerSlugs.Any(former => former.Slug == slug),
            Title = entry => entry.Name.ToString(),
            Copy = entry => entry with { Name = Copied(entry.Name, TextLimit.Of<ConcernEntry>(one => one.Name)) },
            Blank = slug => new() { Slug = slug, Name = LocalText.Empty },
            Keep = (before, entry, catalogue) => entry with
            {
                Slug = before.Slug,
                FormerSlugs = before.FormerSlugs,
                ReplacedBy = catalogue.Knows<Concern>(entry.ReplacedBy) ? entry.ReplacedBy : null,
            },
            Archive = (entry, archived) => entry with { Archived = archived, ReplacedBy = archived ? entry.ReplacedBy : null },
            Replace = (entry, by) => entry with { ReplacedBy = by },
            Rename = (entry, slug, former) => entry with { Slug = slug, FormerSlugs = former },
            Retire = (entry, file) => entry with
            {
                Archived = true,
                FormerSlugs = NotTaken(entry.FormerSlugs, file.SelectMany(taken => taken.FormerSlugs.Append(taken.Slug))),
                ReplacedBy = file.Any(live => live.Slug == entry.ReplacedBy && !live.Archived) ? entry.ReplacedBy : null,
            },
            Cited = row => row.Sources,
        };

    public static CatalogueKind<Condition, ConditionEntry> Condition { get; } =
        new NamedKind<Condition, ConditionEntry>("condition", "conditions", "slug")
        {
            Label = "condition",
            Entries = content => content.Conditions,
            WithEntries = (content, entries) => content with { Conditions = entries },
            Handle = entry => entry.Slug,
            Title = entry => entry.Name.ToString(),
            Copy = entry => entry with { Name = Copied(entry.Name, TextLimit.Of<ConditionEntry>(one => one.Name)) },
            Blank = slug => new() { Slug = slug, Name = LocalText.Empty },
            Keep = (before, entry, _) => entry with { Slug = before.Slug },
            Archive = (entry, archived) => entry with { Archived = archived },
            Cited = null,
        };

    /// <inheritdoc cref="Concern"/>
    public static CatalogueKind<Treatment, TreatmentEntry> Treatment { get; } =
        new NamedKind<Treatment, TreatmentEntry>("treatment", "treatments", "slug")
        {
            Label = "treatment",
            Entries = content => content.Treatments,
            WithEntries = (content, entries) => content with { Treatments = entries },
            Handle = entry => entry.Slug,
            FormerHandles = entry => entry.FormerSlugs,
            WentBy = slug => row => row.FormerSlugs.Any(former => former.Slug == slug),
            Title = entry => entry.Name.ToString(),
            // One treatment stands for doing nothing.
            Copy = entry => entry with
            {
                Name = Copied(entry.Name, TextLimit.Of<TreatmentEntry>(one => one.Name)),
                ShortName = null,
                InSentence = null,
                Baseline = false,
            },
            Blank = slug => new() { Slug = slug, Name = LocalText.Empty, Summary = LocalText.Empty },
            Keep = (before, entry, catalogue) => entry with
            {
                Slug = before.Slug,
                FormerSlugs = before.FormerSlugs,
                ReplacedBy = catalogue.Knows<Treatment>(entry.ReplacedBy) ? entry.ReplacedBy : null,
            },
            Archive = (entry, archived) => entry with { Archived = archived, ReplacedBy = archived ? entry.ReplacedBy : null },
            Replace = (entry, by) => entry with { ReplacedBy = by },
            Rename = (entry, slug, former) => entry with { Slug = slug, FormerSlugs = former },
            Retire = (entry, file) => entry with
            {
                Archived = true,
                FormerSlugs = NotTaken(entry.FormerSlugs, file.SelectMany(taken => taken.FormerSlugs.Append(taken.Slug))),
                ReplacedBy = file.Any(live => live.Slug == entry.ReplacedBy && !live.Archived) ? entry.ReplacedBy : null,
            },
            Cited = null,
        };

    public static CatalogueKind<Contrast, ContrastEntry> Contrast { get; } = new ContrastKind
    {
        Label = "written comparison",
        Entries = content => content.Contrasts,
        WithEntries = (content, entries) => content with { Contrasts = entries },
        Handle = entry => Catalogue.Contrast.HandleOf(entry.Between),
        Title = entry => Catalogue.Contrast.HandleOf(entry.Between),
        Copy = null,
        Blank = handle => new() { Between = Catalogue.Contrast.Between(handle) },
        Keep = (before, entry, _) => entry with { Between = before.Between },
        Archive = null,
        Cited = row => row.ClinicsSaySources.Concat(row.Passages.SelectMany(passage => passage.Sources)),
    };

    public static CatalogueKind<OutcomeNumber, OutcomeNumberEntry> Number { get; } =
        new NamedKind<OutcomeNumber, OutcomeNumberEntry>("number", "numbers", "key")
        {
            Label = "number",
            Entries = content => content.Numbers,
            WithEntries = (content, entries) => content with { Numbers = entries },
            Handle = entry => entry.Key,
            Title = entry => $"{entry.Outcome}: {entry.Group}",
            Copy = entry => entry with { Outcome = Copied(entry.Outcome, TextLimit.Of<OutcomeNumberEntry>(one => one.Outcome)) },
            Blank = key => new()
            {
                Key = key,
                Outcome = LocalText.Empty,
                Effect = OutcomeEffect.Benefit,
                Group = LocalText.Empty,
                Counted = LocalText.Empty,
                Sources = [],
            },
            Keep = (before, entry, _) => entry with { Key = before.Key },
            Archive = null,
            Cited = row => row.Sources,
        };

    public static CatalogueKind<Question, QuestionEntry> Question { get; } =
        new NamedKind<Question, QuestionEntry>("question", "questions", "key")
        {
            Label = "question",
            Entries = content => content.Questions,
            WithEntries = (content, entries) => content with { Questions = entries },
            Handle = entry => entry.Key,
            Title = entry => entry.Text.ToString(),
            Copy = entry => entry with { Text = Copied(entry.Text, TextLimit.Of<QuestionEntry>(one => one.Text)) },
            Blank = key => new() { Key = key, Text = LocalText.Empty },
            Keep = (before, entry, _) => entry with { Key = before.Key },
            Archive = null,
            Cited = null,
        };

    public static CatalogueKind<GlossaryTerm, GlossaryTermEntry> Term { get; } =
        new NamedKind<GlossaryTerm, GlossaryTermEntry>("term", "glossary", "slug")
        {
            Label = "glossary term",
            Entries = content => content.Glossary,
            WithEntries = (content, entries) => content with { Glossary = entries },
            Handle = entry => entry.Slug,
            Title = entry => entry.Term.ToString(),
            Copy = entry => entry with { Term = Copied(entry.Term, TextLimit.Of<GlossaryTermEntry>(one => one.Term)) },
            Blank = slug => new() { Slug = slug, Term = LocalText.Empty, Definition = LocalText.Empty },
            Keep = (before, entry, _) => entry with { Slug = before.Slug },
            Archive = null,
            Cited = row => row.Sources,
        };

    public static CataloguePart<Treatment, TreatmentEntry, TreatmentAttribute, AnswerEntry> Answer { get; } = new(Treatment, "answers")
    {
        Rows = treatment => treatment.Answers,
        Entries = treatment => treatment.Answers,
        Handle = answer => answer.Criterion,
        About = (answer, criterion) => answer with { Criterion = criterion },
        Blank = criterion => new() { Criterion = criterion },
        Emptied = criterion => new() { Criterion = criterion, Absence = Absence.NotYetReviewed },
        Cited = row => row.Sources,
    };

    public static CataloguePart<Treatment, TreatmentEntry, ConcernEvidence, ConcernEvidenceEntry> Evidence { get; } =
        new(Treatment, "concerns")
        {
            Rows = treatment => treatment.Concerns,
            Entries = treatment => treatment.Concerns,
            Handle = evidence => evidence.Concern,
            About = (evidence, concern) => evidence with { Concern = concern },
            Blank = concern => new() { Concern = concern, Offer = ConcernOffer.NotUsual },
            Emptied = null,
            Cited = row => row.Sources,
        };

    /// <summary>Each finds in place what it refers to, if they are read or written in this order.</summary>
    public static IReadOnlyList<CatalogueKind> All { get; } =
        [Source, Clinician, Group, Criterion, Concern, Condition, Treatment, Contrast, Number, Question, Term];

    public static IReadOnlyList<CataloguePart> Parts { get; } = [Answer, Evidence];

    /// <summary>The kind with that list in the content file.</summary>
    public static CatalogueKind? FindByList(string list) => All.FirstOrDefault(kind => kind.List == list);

    internal static CatalogueKind OfRow(Type row) => All.First(kind => kind.RowType == row);

    internal static CatalogueKind OfEntry(Type entry) => All.First(kind => kind.EntryType == entry);

    private static LocalText Copied(LocalText name, int longest) =>
        new(name.Texts.Select(text => KeyValuePair.Create(text.Key, Copied(text.Value, longest))));

    // Nobody takes the copy for what it was copied from.
    private static string Copied(string name, int longest)
    {
        const string copy = " (copy)";
        return (name.Length + copy.Length > longest ? name[..(longest - copy.Length)] : name) + copy;
    }

    // A name that the file gives to something else is no longer the retired one's.
    private static string[] NotTaken(IReadOnlyList<string> former, IEnumerable<string> taken) => [.. former.Except(taken)];
}
