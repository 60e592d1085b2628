namespace ClinicPortal.Core.Checks;

/// <summary>
/// A part that every comparison's page has by construction. The scorecard asks here what the page can do, and a test compares the list
/// with the page: a part that comes or goes must be said here too.
/// </summary>
/// <param name="Id">The id of the part on the page.</param>
/// <param name="Stands">Whether the page has it.</param>
public sealed record PagePart(string Id, bool Stands)
{
    public static PagePart Decision { get; } = new("decision", true);

    public static PagePart Table { get; } = new("everything", true);

    public static PagePart IfNothingIsDone { get; } = new("if-nothing", true);

    public static PagePart Help { get; } = new("help", true);

    public static PagePart Unknown { get; } = new("unknown", true);

    public static PagePart Sources { get; } = new("sources", true);

    public static PagePart Made { get; } = new("made", true);

    public static PagePart Scorecard { get; } = new("standard", true);

    public static PagePart Questions { get; } = new("questions", true);

    public static PagePart Matters { get; } = new("matters", false);

    public static PagePart Guide { get; } = new("guide", false);

    public static PagePart KnowledgeCheck { get; } = new("check", false);

    public static PagePart Sure { get; } = new("sure", false);

    public static PagePart ForWhom { get; } = new("for-whom", false);

    public static IReadOnlyList<PagePart> All { get; } =
        [Decision, Table, IfNothingIsDone, Help, Unknown, Sources, Made, Scorecard, Questions, Matters, Guide, KnowledgeCheck, Sure, ForWhom];

    public string Anchor => $"#{Id}";
}
