using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One cell as it is typed.</summary>
public sealed class AnswerForm : IRowForm
{
    private const int SpareParts = 1;

    /// <summary>What an answer can mean for a condition, in staff's words.</summary>
    public static IReadOnlyList<(ConditionMeaning Value, string Name)> Meanings { get; } =
    [
        (ConditionMeaning.DoNot, "Do not"),
        (ConditionMeaning.AskFirst, "Ask first"),
        (ConditionMeaning.NoReasonAgainst, "No reason against"),
    ];

    public int Version { get; set; }

    public string? Text { get; set; }

    public string? Brief { get; set; }

    public string? GetHelp { get; set; }

    public List<PartForm> Parts { get; set; } = [];

    public Absence? Absence { get; set; }

    /// <summary>What the answer means for each condition that the form asks about, by slug; none where it does not mention it.</summary>
    public SortedDictionary<string, ConditionMeaning?> Conditions { get; set; } = [];

    public bool ToBeConfirmed { get; set; }

    public List<string> Sources { get; set; } = [];

    /// <summary>It answers, and with a value where it can be measured: then it needs no reason for saying nothing.</summary>
    public bool SaysAll => !string.IsNullOrWhiteSpace(Text) && (Parts.Count == 0 || Parts.Exists(part => !part.IsEmpty));

    /// <param name="entry">None, where nobody has written the answer yet.</param>
    /// <param name="version">Of its row.</param>
    /// <param name="kind">How it is measured.</param>
    /// <param name="conditions">To ask about, beside those that it mentions.</param>
    public static AnswerForm Of(AnswerEntry? entry, int version, ValueKind kind, IEnumerable<string> conditions) => new()
    {
        Version = version,
        Text = entry?.Text?.ToString(),
        Brief = entry?.Brief?.ToString(),
        GetHelp = entry?.GetHelp?.ToString(),
        Parts = ValueKinds.Of(kind).IsMeasured
            ? [.. (entry?.Value?.Parts ?? []).Select(PartForm.Of), .. Enumerable.Repeat(0, SpareParts).Select(_ => new PartForm())]
            : [],
        Absence = entry?.Absence,
        Conditions = new(conditions.Union((entry?.Conditions ?? []).Select(mention => mention.Condition))
            .ToDictionary(asked => asked, asked => entry?.Conditions.FirstOrDefault(mention => mention.Condition == asked)?.Means)),
        ToBeConfirmed = entry?.ToBeConfirmed ?? false,
        Sources = [.. entry?.Sources ?? []],
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Problems("answer", Text),
        .. FormInput.Problems("answer in one line", Brief, TextLimit.Of<AnswerEntry>(entry => entry.Brief)),
        .. FormInput.Problems("part on when to get help", GetHelp),
        .. Parts.SelectMany(part => part.Problems()),
    ];

    public AnswerEntry Write(AnswerEntry before)
    {
        var parts = before.Value?.Parts ?? [];
        var written =
            Parts.Select((part, index) => (Form: part, Before: index < parts.Count ? parts[index] : null)).Where(part => !part.Form.IsEmpty)
            .Select(part => part.Form.Write(part.Before)).ToList();
        return before with
        {
            Text = LocalText.Rewritten(before.Text, Text),
            Brief = LocalText.Rewritten(before.Brief, Brief),
            GetHelp = LocalText.Rewritten(before.GetHelp, GetHelp),
            Value = written.Count == 0 ? null : new() { Parts = written },
            Absence = Absence,
            Conditions = Mentions(before),
            ToBeConfirmed = ToBeConfirmed,
            Sources = Sources,
        };
    }

    // A condition that the form did not ask about, because it has been added since, stays as it was.
    private AnswerConditionEntry[] Mentions(AnswerEntry before) =>
    [
        .. before.Conditions.Where(mention => !Conditions.ContainsKey(mention.Condition)),
        .. from asked in Conditions
           where asked.Value is not null
           select new AnswerConditionEntry { Condition = asked.Key, Means = asked.Value!.Value },
    ];
}

/// <summary>One part of a typed value; figures stay as they were typed until they are known to be figures.</summary>
public sealed class PartForm
{
    public string? Label { get; set; }

    public string? Min { get; set; }

    public string? Max { get; set; }

    public Unit? Unit { get; set; }

    public bool Approximate { get; set; }

    public string? Note { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace($"{Label}{Min}{Max}{Note}");

    public static PartForm Of(ValuePart part) => new()
    {
        Label = part.Label?.ToString(),
        Min = part.Min is { } min ? PlainNumber.Of(min) : null,
        Max = part.Max is { } max ? PlainNumber.Of(max) : null,
        Unit = part.Unit,
        Approximate = part.Approximate,
        Note = part.Note?.ToString(),
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Problems("label", Label, TextLimit.Of<ValuePart>(entry => entry.Label)),
        .. FormInput.Problems("note", Note, TextLimit.Of<ValuePart>(entry => entry.Note)),
        .. new[] { FormInput.Figure("from", Min, out _), FormInput.Figure("to", Max, out _) }.OfType<string>(),
    ];

    public ValuePart Write(ValuePart? before)
    {
        FormInput.Figure("from", Min, out var min);
        FormInput.Figure("to", Max, out var max);
        return new()
        {
            Label = LocalText.Rewritten(before?.Label, Label),
            Min = min,
            Max = max,
            Unit = Unit,
            Approximate = Approximate,
            Note = LocalText.Rewritten(before?.Note, Note),
        };
    }
}
