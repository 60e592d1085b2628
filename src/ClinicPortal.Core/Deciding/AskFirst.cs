using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Comparing;
using ClinicPortal.Core.Editions;

namespace ClinicPortal.Core.Deciding;

/// <summary>
/// What the compared answers mean for the conditions that a reader may have. An answer that mentions none is silent and never a no,
/// because a list of reasons is never complete.
/// </summary>
public sealed class AskFirst
{
    private readonly Dictionary<string, AskFirstItem> _items;

    private AskFirst(Edition edition, Comparison comparison)
    {
        var mentions = (
            from row in comparison.Rows
            from cell in row.Cells
            from mention in cell.Answer?.Conditions ?? []
            select (mention.Condition, Mention: new Mention(cell.Treatment, row.Criterion, mention.Means)))
            .ToLookup(found => found.Condition, found => found.Mention);
        Items =
        [
            .. edition.Conditions
                .Select((condition, index) => new AskFirstItem(condition, index + 1, LinesOf(comparison, mentions[condition.Slug])))
                .Where(item => item.Condition.Always || item.Lines.Any(line => line.Means is not null)),
        ];
        _items = Items.ToDictionary(item => item.Condition.Slug);
    }

    /// <summary>Those that at least one column mentions, and those that stand on every comparison; in the clinic's order.</summary>
    public IReadOnlyList<AskFirstItem> Items { get; }

    /// <param name="edition">In which the comparison was made.</param>
    /// <param name="comparison">Of its treatments.</param>
    public static AskFirst Of(Edition edition, Comparison comparison) => new(edition, comparison);

    /// <summary>What stands in a cell for each condition that its answer mentions, once the reader has ticked it.</summary>
    public IEnumerable<AskFirstNote> NotesOf(ComparisonCell cell) =>
        from mention in cell.Answer?.Conditions ?? []
        let item = _items.GetValueOrDefault(mention.Condition)
        where item is not null
        select new AskFirstNote(item, mention.Means, cell.Treatment.Baseline);

    /// <summary>What the answers of an option together mean for each condition that they mention.</summary>
    public IEnumerable<AskFirstNote> NotesFor(TreatmentEntry option) =>
        from item in Items
        from line in item.Lines
        where line.Means is not null && line.Treatments.Contains(option)
        select new AskFirstNote(item, line.Means!.Value, option.Baseline);

    private static AskFirstLine[] LinesOf(Comparison comparison, IEnumerable<Mention> mentions) =>
    [
        .. comparison.Columns.Select(option => StrongestOf(option, [.. mentions.Where(mention => mention.Treatment == option)]))
            // Doing nothing is no treatment to be careful about, unless its own answers say so.
            .Where(option => option.Means is not null || !option.Treatment.Baseline)
            .GroupBy(option => (option.Means, option.Treatment.Baseline))
            .OrderBy(alike => alike.Key.Means is null).ThenBy(alike => alike.Key.Means)
            .Select(alike => new AskFirstLine(
                alike.Key.Means,
                [.. alike.Select(option => option.Treatment)],
                [
                    .. comparison.Rows.Select(row => row.Criterion)
                        .Where(criterion => alike.Any(option => option.SaidIn.Contains(criterion))),
                ])),
    ];

    /// <summary>The strongest that the answers of one option mean, and the questions whose answers mean just that.</summary>
    private static (TreatmentEntry Treatment, ConditionMeaning? Means, IReadOnlyList<CriterionEntry> SaidIn) StrongestOf(
        TreatmentEntry option, IReadOnlyList<Mention> mentions)
    {
        ConditionMeaning? strongest = mentions.Count == 0 ? null : mentions.Min(mention => mention.Means);
        return (option, strongest, [.. mentions.Where(mention => mention.Means == strongest).Select(mention => mention.Criterion)]);
    }

    private sealed record Mention(TreatmentEntry Treatment, CriterionEntry Criterion, ConditionMeaning Means);
}

/// <summary>One condition to tick, and what it then means for each option.</summary>
/// <param name="Condition">Of the clinic's list.</param>
/// <param name="Slot">Its place among those in use, from 1: by it the style sheet shows what belongs to a tick.</param>
/// <param name="Lines">The strongest first; what no answer mentions comes last.</param>
public sealed record AskFirstItem(ConditionEntry Condition, int Slot, IReadOnlyList<AskFirstLine> Lines);

/// <summary>Options for which a condition means the same.</summary>
/// <param name="Means">None, where no answer mentions it.</param>
/// <param name="Treatments">At least one.</param>
/// <param name="SaidIn">The questions in whose answers it stands.</param>
public sealed record AskFirstLine(ConditionMeaning? Means, IReadOnlyList<TreatmentEntry> Treatments, IReadOnlyList<CriterionEntry> SaidIn)
{
    public string Sentence => $"{Names}: {AskFirstNote.Words(Means, Treatments.Count, Treatments[0].Baseline)}";

    private string Names => RunningText.StartUpperCase(RunningText.List([.. Treatments.Select(RunningText.NameOf)], "and"));
}

/// <summary>What stands in a cell that mentions a condition.</summary>
/// <param name="OfBaseline">Of doing nothing, for which nobody asks a clinic.</param>
public sealed record AskFirstNote(AskFirstItem Item, ConditionMeaning Means, bool OfBaseline)
{
    public string Sentence => $"You ticked “{Item.Condition.Name}”: {Words(Means, 1, OfBaseline)}";

    internal static string Words(ConditionMeaning? means, int treatments, bool ofBaseline) => means switch
    {
        ConditionMeaning.DoNot => "not suitable for you.",
        ConditionMeaning.AskFirst when ofBaseline => "see a doctor about this, whatever you choose, if none has looked at it yet.",
        ConditionMeaning.AskFirst => "ask the clinic first.",
        ConditionMeaning.NoReasonAgainst => $"this is no reason against {(treatments == 1 ? "it" : "them")}.",
        null => "not mentioned. Ask the clinic all the same.",
        _ => throw new InvalidOperationException($"No words for {means}."),
    };
}
