using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClinicPortal.Core.Catalogue;
using CsCheck;

namespace ClinicPortal.Core.Tests.Editing;

/// <summary>
/// What a row is to say, in figures: two rows of the same figures say the same, however each is written. Few words, so that three random
/// rows often agree in one field and meet in another.
/// </summary>
internal sealed record RowPlan(int English, int Turkish, int Brief, int Parts, int Figure, int Absence, bool ToBeConfirmed, int Sources)
{
    public static readonly string[] Keys = ["first", "second", "maker"];

    private static readonly string[] Words = ["", "one", "two **three**", "ı İ ğ 😀", "a\nb"];

    private static readonly Gen<int> Word = Gen.Int[0, Words.Length - 1];

    public static Gen<RowPlan> Any { get; } = Gen.Select(
        Gen.Select(Word, Word, Word), Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 2]), Gen.Bool, Gen.Int[0, 7],
        (words, value, flag, sources) =>
            new RowPlan(
                words.Item1, words.Item2, words.Item3, value.Item1, value.Item1 == 0 ? 0 : value.Item2, value.Item3, flag, sources));

    /// <param name="padded">Writes figures as 1.0 and what is empty as an empty list.</param>
    public AnswerEntry Answer(string criterion = "onset", bool padded = false) => new()
    {
        Criterion = criterion,
        Text = Text(English, Turkish),
        Brief = Text(Brief, 0),
        Value = Parts == 0 ? null : new() { Parts = [.. Enumerable.Range(0, Parts).Select(part => Part(part, padded))] },
        Absence = Absence == 0 ? null : (Absence)Absence,
        ToBeConfirmed = ToBeConfirmed,
        Sources = Cited,
    };

    public ConcernEvidenceEntry Evidence(string concern = "dullness") => new()
    {
        Concern = concern,
        Offer = (ConcernOffer)Parts,
        Direction = Figure == 0 ? null : (EvidenceDirection)(Figure - 1),
        Certainty = Absence == 0 ? null : (Certainty)Absence,
        Comparator = Text(Brief, 0),
        Note = Text(English, Turkish),
        ToBeConfirmed = ToBeConfirmed,
        Sources = Cited,
    };

    public TreatmentEntry Treatment(TreatmentEntry before) => before with
    {
        Name = LocalText.English("Named " + Words[English]),
        ShortName = Text(Brief, Turkish),
        InSentence = Text(Turkish, Brief),
        OtherNames = [.. Enumerable.Range(0, Parts).Select(name => LocalText.English($"Other {name} {Figure}"))],
        SearchNames = [.. Enumerable.Range(0, Parts).Select(name => LocalText.English($"Sought {name} {Brief}"))],
        Summary = LocalText.English("Told " + Words[Turkish]),
        Picture = Sources == 2 ? "prp" : null,
        PrescriptionOnly = (PrescriptionRule)Absence,
        Surgical = ToBeConfirmed,
        Archived = Sources == 1,
        ReplacedBy = Sources > 4 ? "soaking" : null,
    };

    public SourceEntry Source(string key) => new()
    {
        Key = key,
        Reference = "Reference " + Words[English],
        Year = Parts == 0 ? null : 2000 + Figure,
        Doi = Brief == 0 ? null : $"10.1000/{Brief}",
        Note = Turkish == 0 ? null : Words[Turkish],
        State = ToBeConfirmed ? SourceState.ToBeConfirmed : SourceState.Checked,
        Archived = Absence == 1,
    };

    public static string Said<TEntry>(TEntry entry) => JsonSerializer.Serialize(entry, ContentJson.Options);

    public static JsonObject Row<TEntry>(TEntry entry) => JsonSerializer.SerializeToNode(entry, ContentJson.Options)!.AsObject();

    private string[] Cited => [.. Keys.Where((_, index) => (Sources & 1 << index) != 0)];

    private ValuePart Part(int part, bool padded) => new()
    {
        Label = Parts == 1 ? null : LocalText.English($"Variant {part}"),
        Min = Figure == 1 ? null : decimal.Parse(padded ? $"{part}.50" : $"{part}.5", CultureInfo.InvariantCulture),
        Max = Figure == 2 ? null : 7 + Figure + (padded ? 0.0m : 0m),
        Unit = Unit.Week,
        Approximate = Figure == 3,
    };

    private static LocalText? Text(int english, int turkish) =>
        english + turkish == 0
            ? null
            : new(
                new[] { ("en", Words[english]), ("tr", Words[turkish]) }.Where(text => text.Item2 != "")
                    .Select(text => KeyValuePair.Create(text.Item1, text.Item2)));
}
