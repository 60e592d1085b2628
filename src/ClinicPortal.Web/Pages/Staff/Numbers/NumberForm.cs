using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Checks;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One number from studies as it is typed.</summary>
public sealed class NumberForm : IRowForm
{
    public int Version { get; set; }

    public string? Outcome { get; set; }

    public OutcomeEffect Effect { get; set; }

    public string? Group { get; set; }

    public string? Time { get; set; }

    public string? Counted { get; set; }

    public string? Denominator { get; set; }

    public bool Raw { get; set; }

    public List<ArmForm> Arms { get; set; } = [];

    public string? NoRate { get; set; }

    public Certainty? Certainty { get; set; }

    public string? CertaintyReason { get; set; }

    public string? Concern { get; set; }

    public List<PlaceForm> Places { get; set; } = [];

    public List<string> Sources { get; set; } = [];

    public static NumberForm Of(OutcomeNumberEntry entry, int version) => new()
    {
        Version = version,
        Outcome = entry.Outcome.ToString(),
        Effect = entry.Effect,
        Group = entry.Group.ToString(),
        Time = entry.Time?.ToString(),
        Counted = entry.Counted.ToString(),
        Denominator = FormInput.Figures(entry.Denominator),
        Raw = entry.Raw,
        Arms = [.. entry.Arms.Select(ArmForm.Of)],
        NoRate = entry.NoRate?.ToString(),
        Certainty = entry.Certainty,
        CertaintyReason = entry.CertaintyReason?.ToString(),
        Concern = entry.Concern,
        Places = [.. entry.Places.Select(place => new PlaceForm { Treatment = place.Treatment, Criterion = place.Criterion })],
        Sources = [.. entry.Sources],
    };

    /// <summary>An empty row at the end of each list, for one more.</summary>
    public void AddSpareRows()
    {
        if (Arms.Count == 0 || !Arms[^1].IsEmpty)
            Arms.Add(new());
        if (Places.Count == 0 || !Places[^1].IsEmpty)
            Places.Add(new());
    }

    public IEnumerable<string> Problems() =>
    [
        .. PreviewProblems(),
        .. Places.Where(place => place.IsHalf).Select(_ => "A place needs a treatment and a question. Choose the other, or empty both."),
    ];

    /// <summary>
    /// Why it cannot be shown as patients would see it, wherever it is to stand: what cannot be read as it was typed, or else where its
    /// figures contradict each other.
    /// </summary>
    public IEnumerable<string> PreviewProblems() => Unreadable().ToList() is { Count: > 0 } unreadable
        ? unreadable
        : ContentRules.CheckCounts(Write(CatalogueKinds.Number.Blank(""))).Select(problem => problem.Message);

    private IEnumerable<string> Unreadable() =>
    [
        .. FormInput.Needed("outcome", Outcome), .. FormInput.Needed("group of people", Group),
        .. FormInput.Needed("word for what is counted", Counted),
        .. FormInput.Problems("outcome", Outcome, TextLimit.Of<OutcomeNumberEntry>(entry => entry.Outcome)),
        .. FormInput.Problems("group of people", Group, TextLimit.Of<OutcomeNumberEntry>(entry => entry.Group)),
        .. FormInput.Problems("time", Time, TextLimit.Of<OutcomeNumberEntry>(entry => entry.Time)),
        .. FormInput.Problems("word for what is counted", Counted, TextLimit.Of<OutcomeNumberEntry>(entry => entry.Counted)),
        .. FormInput.Problems("reason why there is no rate", NoRate), .. FormInput.Problems("reason for the certainty", CertaintyReason),
        .. new[] { FormInput.Count("out of how many", Denominator, out _) }.OfType<string>(),
        .. Arms.Where(arm => !arm.IsEmpty).SelectMany(arm => arm.Problems()),
    ];

    public OutcomeNumberEntry Write(OutcomeNumberEntry before)
    {
        FormInput.Count("", Denominator, out var denominator);
        return before with
        {
            Outcome = LocalText.Rewritten(before.Outcome, Outcome) ?? LocalText.Empty,
            Effect = Effect,
            Group = LocalText.Rewritten(before.Group, Group) ?? LocalText.Empty,
            Time = LocalText.Rewritten(before.Time, Time),
            Counted = LocalText.Rewritten(before.Counted, Counted) ?? LocalText.Empty,
            Denominator = denominator,
            Raw = Raw,
            Arms = [
                .. Arms.Select((arm, index) => (Form: arm, Before: before.Arms.ElementAtOrDefault(index)))
                .Where(arm => !arm.Form.IsEmpty)
                .Select(arm => arm.Form.Write(arm.Before))],
            NoRate = LocalText.Rewritten(before.NoRate, NoRate),
            Certainty = Certainty,
            CertaintyReason = LocalText.Rewritten(before.CertaintyReason, CertaintyReason),
            Concern = Concern,
            Places = [
                .. Places.Where(place => !place.IsEmpty && !place.IsHalf)
                .Select(place => new NumberPlace { Treatment = place.Treatment!, Criterion = place.Criterion! })
                .Distinct()],
            Sources = Sources,
        };
    }
}

/// <summary>One group that was counted; figures stay as they were typed until they are known to be figures.</summary>
public sealed class ArmForm
{
    public string? Label { get; set; }

    public string? Count { get; set; }

    public string? FewerThan { get; set; }

    public string? Min { get; set; }

    public string? Max { get; set; }

    public string? Events { get; set; }

    public string? Total { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace($"{Label}{Count}{FewerThan}{Min}{Max}{Events}{Total}");

    public static ArmForm Of(OutcomeArmEntry arm) => new()
    {
        Label = arm.Label.ToString(),
        Count = FormInput.Figures(arm.Count),
        FewerThan = FormInput.Figures(arm.FewerThan),
        Min = FormInput.Figures(arm.Min),
        Max = FormInput.Figures(arm.Max),
        Events = FormInput.Figures(arm.Events),
        Total = FormInput.Figures(arm.Total),
    };

    public IEnumerable<string> Problems() =>
    [
        .. FormInput.Needed("name of one of those counted", Label),
        .. FormInput.Problems("name of one of those counted", Label, TextLimit.Of<OutcomeArmEntry>(entry => entry.Label)),
        .. new[]
        {
            FormInput.Count("it happened to", Count, out _), FormInput.Count("or to fewer than", FewerThan, out _),
            FormInput.Count("or from", Min, out _), FormInput.Count("to", Max, out _),
            FormInput.Count("in the study", Events, out _), FormInput.Count("of", Total, out _),
        }.OfType<string>(),
    ];

    public OutcomeArmEntry Write(OutcomeArmEntry? before) => new()
    {
        Label = LocalText.Rewritten(before?.Label, Label) ?? LocalText.Empty,
        Count = Read(Count),
        FewerThan = Read(FewerThan),
        Min = Read(Min),
        Max = Read(Max),
        Events = Read(Events),
        Total = Read(Total),
    };

    private static int? Read(string? text)
    {
        FormInput.Count("", text, out var count);
        return count;
    }
}

/// <summary>A cell that the number stands in.</summary>
public sealed class PlaceForm
{
    public string? Treatment { get; set; }

    public string? Criterion { get; set; }

    public bool IsEmpty => string.IsNullOrEmpty(Treatment) && string.IsNullOrEmpty(Criterion);

    public bool IsHalf => string.IsNullOrEmpty(Treatment) != string.IsNullOrEmpty(Criterion);
}
