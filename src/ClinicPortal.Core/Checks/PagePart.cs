namespace ClinicPortal.Core.Checks;

/// <summary>
/// A part that every comparison's page has by construction. The scorecard asks here what the page can do, and a test compares the list
/// with the page: a part that comes or goes must be said here too.
/// </summary>
/// <param name="Id">The id of the part on the page.</param>
public sealed record PagePart(string Id)
{
    public static PagePart Decision { get; } = new("decision");

    public static PagePart Table { get; } = new("everything");

    public static PagePart IfNothingIsDone { get; } = new("if-nothing");

    public static PagePart Help { get; } = new("help");

    public static PagePart Unknown { get; } = new("unknown");

    public static PagePart Sources { get; } = new("sources");

    public static PagePart Made { get; } = new("made");

    public static PagePart Questions { get; } = new("questions");

    public static PagePart Matters { get; } = new("what-matters");

    public static PagePart Guide { get; } = new("guide");

    public static PagePart KnowledgeCheck { get; } = new("check");

    public static PagePart Sure { get; } = new("sure");

    public static PagePart ForWhom { get; } = new("for-whom");

    public static IReadOnlyList<PagePart> All { get; } =
        [
            Decision, Table, IfNothingIsDone, Help, Unknown, Sources, Made, Questions, Matters, Guide, KnowledgeCheck,
            Sure, ForWhom];

    public string Anchor => $"#{Id}";
}
