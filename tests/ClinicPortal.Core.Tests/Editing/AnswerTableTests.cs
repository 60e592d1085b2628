using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Tests.Exchange;
using ClinicPortal.Testing;
using CsCheck;
using static ClinicPortal.Testing.SmallClinic;

namespace ClinicPortal.Core.Tests.Editing;

public class AnswerTableTests
{
    private static readonly string[] Reasons =
    [
        "is not a column", "could mean", "no treatment called", "no unit", "no source", "is not one of the reasons", "figure and a reason",
        "Row 2 already", "no heading",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_written_says_the_same_where_it_came_from_and_fills_an_empty_store() =>
        await RandomCatalogue.Catalogue.SampleAsync(
            async content =>
            {
                using var same = await TemporaryStore.HoldingAsync(content);
                using var empty = await TemporaryStore.HoldingAsync(
                    content with { Treatments = [.. content.Treatments.Select(one => one with { Answers = [] })], Numbers = [] });
                foreach (var subject in Subjects(content))
                {
                    var preview = await same.Batches.TryAsync(new AnswerTableBatch(Csv(content, subject), subject), Cancel);
                    Assert.Empty(preview.Changes);
                    Assert.All(preview.Problems, problem => Assert.Contains("names but no answers", problem.Message));
                }
                foreach (var treatment in content.Treatments)
                {
                    var batch = new AnswerTableBatch(Csv(content, $"treatments/{treatment.Slug}"), $"treatments/{treatment.Slug}");
                    var preview = await empty.Batches.TryAsync(batch, Cancel);
                    await empty.Batches.SaveAsync(batch, preview.Seen, null, new("Nora Nurse", TemporaryStore.Now), Cancel);
                }
                var filled = await empty.ExportAsync();
                Assert.Equal(content.Treatments.SelectMany(Said), filled.Treatments.SelectMany(Said));
            },
            iter: Trials.Of(40), threads: 1);

    [Fact]
    public async Task The_whole_table_is_read_as_written_and_turned_round_too()
    {
        using var store = await TemporaryStore.HoldingAsync(
            WithRolling(rolling => rolling with { Answers = [] }) with { Numbers = [], Contrasts = [] });
        var rows = AnswerTable.Write(Content, "")!;
        var turned = rows[0].Select((_, column) => string.Join('\t', rows.Select(row => row[column].Replace('\n', ' ')))).ToList();
        turned.RemoveAt(1);

        var written = await store.Batches.TryAsync(new AnswerTableBatch(Text(TableText.Write(rows)), ""), Cancel);
        var turnedRound = await store.Batches.TryAsync(new AnswerTableBatch(string.Join("\r\n", turned), ""), Cancel);

        Assert.Empty(written.Problems);
        Assert.Equal(5, written.Changes.Count);
        Assert.Equal(written.Changes, turnedRound.Changes);
    }

    [Theory]
    // Excel quotes a cell with a line break and doubles its quotation marks, and leaves others as they are.
    [InlineData(
        "Treatment\tAnswer\r\nRolling\t\"It \"\"rolls\"\".\nTwice.\"\r\nSoaking\tSay \"hi\" to it\r\n",
        "It \"rolls\".\nTwice.", "Say \"hi\" to it")]
    [InlineData("Rolling\t\"Hi\" is said\r\nSoaking\t\"Hi\"\r\n", "\"Hi\" is said", "\"Hi\"")]
    // Google Sheets ends lines with a line feed, and not the last.
    [InlineData("Name\tAnswer\nRoll\t\"It rolls.\nTwice.\"\nsoaking\tIt soaks.", "It rolls.\nTwice.", "It soaks.")]
    // Word puts each paragraph of a cell on a line of its own.
    [InlineData("Treatment\tAnswer\r\nRolling\tIt rolls.\r\nTwice.\r\nSoaking\tIt soaks.\r\n", "It rolls.\nTwice.", "It soaks.")]
    [InlineData(
        "Rolling\tIt rolls.\r\nTwice.\r\n\r\nThen rests.\r\nSoaking\tIt soaks.\r\n", "It rolls.\nTwice.\n\nThen rests.", "It soaks.")]
    // CSV as Excel saves it, here and where decimals have commas.
    [InlineData(
        "\uFEFFTreatment,Answer\r\nRolling,\"It rolls, and \"\"turns\"\".\"\r\nSoaking,It soaks.\r\n",
        "It rolls, and \"turns\".", "It soaks.")]
    [InlineData(
        "Treatment;Answer\r\nRolling;It rolls, and turns.\r\nSoaking;\"It soaks; so.\"\r\n", "It rolls, and turns.", "It soaks; so.")]
    // Another sign in the first row does not mislead: all rows are equally long with one of them only.
    [InlineData("Rolling;It rolls, turns, rests.\nSoaking;It soaks.\n", "It rolls, turns, rests.", "It soaks.")]
    [InlineData("Rolling,It rolls; twice; then rests.\nSoaking,It soaks.\n", "It rolls; twice; then rests.", "It soaks.")]
    [InlineData("sep=;\r\nTreatment;Answer\r\nRolling;It rolls.\r\nSoaking;It soaks.\r\n", "It rolls.", "It soaks.")]
    public async Task A_paste_is_read_as_each_program_puts_it_on_the_clipboard(string pasted, string rolling, string soaking)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        await BatchTests.SaveAsync(store, new AnswerTableBatch(pasted, "criteria/what"));

        var content = await store.ExportAsync();
        Assert.Equal(rolling, BatchTests.AnswerOf(content, "rolling", "what").Text!.ToString());
        Assert.Equal(soaking, BatchTests.AnswerOf(content, "soaking", "what").Text!.ToString());
    }

    [Theory]
    [InlineData("sep=;\r\nTreatment;Answer\r\nRolling;It rolls.\r\n", ';')]
    [InlineData("\uFEFFsep=,\r\nTreatment\tAnswer\r\nRolling\tIt rolls.\r\n", '\t')]
    public void The_line_that_names_the_separator_is_no_row_where_one_is_chosen(string pasted, char chosen)
    {
        var (rows, problem) = TableText.Read(pasted, _ => true, chosen);

        Assert.Null(problem);
        Assert.Equal(["1: Treatment|Answer", "2: Rolling|It rolls."], rows.Select(row => $"{row.Number}: {string.Join('|', row.Cells)}"));
    }

    [Fact]
    public async Task Every_cell_that_cannot_be_placed_or_read_is_named_at_once_and_nothing_changes()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);
        const string pasted = "Treatment\tAnswer\tFigure\tColour\tSources\tWhy it is empty\n"
            + "Rolling\tIt rolls.\t1,000 weeks\t\t\t\n"
            + "Nobody\tIt does.\t2.000 days\t\t\t\n"
            + "Soaking\t\t4\tblue\tno-such\tbecause\n"
            + "Rolling\tAgain.\t\t\t\t\tmore\n";

        var preview = await store.Batches.TryAsync(new AnswerTableBatch(pasted, "criteria/onset"), Cancel);

        Assert.Empty(preview.Changes);
        Assert.Equal(
            [
                ("Row 1, column 4", "is not a column"), ("Row 2, column 3", "could mean"), ("Row 3, column 1", "no treatment called"),
                ("Row 3, column 3", "could mean"),
                ("Row 4, column 3", "no unit"), ("Row 4, column 5", "no source"), ("Row 4, column 6", "is not one of the reasons"),
                ("Row 4, column 6", "figure and a reason"), ("Row 5, column 2", "Row 2 already"), ("Row 5, column 7", "no heading"),
            ],
            preview.Problems.Select(problem => (problem.Place, ReasonOf(problem.Message))));

        static string ReasonOf(string message) =>
            Reasons.FirstOrDefault(reason => message.Contains(reason, StringComparison.Ordinal)) ?? message;
    }

    [Theory]
    [InlineData("", "", "no table")]
    [InlineData("Rolling", "criteria/what", "one column only")]
    // No sign in the first row, so what stands in later ones separates nothing.
    [InlineData("Rolling\nSoaking, for a while\n", "criteria/what", "one column only")]
    [InlineData("Rolling;a,b\nSoaking;c,d\n", "criteria/what", "Choose one under \"What separates the cells?\"")]
    [InlineData("Rolling\ta\tb", "criteria/what", "more than two columns")]
    [InlineData("Rolling\t", "criteria/what", "names but no answers")]
    [InlineData("a,\"b", "criteria/what", "does not end with one")]
    [InlineData("Rolling\ta", "criteria/nothing-such", "Choose which answers")]
    [InlineData("Rolling\ta", "treatments/rinsing", "Choose which answers")]
    public async Task What_is_no_table_is_refused_with_what_to_do(string pasted, string subject, string reason)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var preview = await store.Batches.TryAsync(new AnswerTableBatch(pasted, subject), Cancel);

        Assert.Contains(reason, Assert.Single(preview.Problems).Message);
    }

    [Theory]
    [InlineData("Treatment;Answer;;\r\n;;;\r\n\r\nRolling;\"It rolls.\nTwice.\";;\r\nNobody;It does.;;\r\n; ;;\r\n", 5)]
    [InlineData("sep=;\r\n;\r\nTreatment;Answer\r\nNobody;It does.\r\n", 3)]
    [InlineData("Treatment\tAnswer\r\n\t\r\n \t\r\nRolling\t\"It rolls.\nTwice.\"\r\nNobody\tIt does.\r\n", 5)]
    [InlineData("\r\n\r\nTreatment\tAnswer\r\nRolling\tIt rolls.\r\nTwice.\r\nNobody\tIt does.", 5)]
    public async Task Blank_rows_say_nothing_and_are_counted(string pasted, int row)
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        var preview = await store.Batches.TryAsync(new AnswerTableBatch(pasted, "criteria/what"), Cancel);

        Assert.Equal($"Row {row}, column 1", Assert.Single(preview.Problems).Place);
    }

    [Fact]
    public async Task An_empty_cell_leaves_what_stands_there_and_a_mark_empties_it()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        await BatchTests.SaveAsync(
            store, new AnswerTableBatch("Treatment\tAnswer\tIn one line\tSources\nRolling\t\t(empty)\tsecond", "criteria/what"));

        var answer = BatchTests.AnswerOf(await store.ExportAsync(), "rolling", "what");
        Assert.Equal(("A roller rolls.", (LocalText?)null), (answer.Text!.ToString(), answer.Brief));
        Assert.Equal(["second"], answer.Sources);
    }

    [Fact]
    public async Task A_figure_takes_the_place_of_a_reason_and_a_reason_that_of_a_figure()
    {
        using var store = await TemporaryStore.HoldingAsync(Content);

        await BatchTests.SaveAsync(store, new AnswerTableBatch(
            "Criterion\tFigure\tWhy it is empty\ncost\tHigh\t\npain\t\tnot known", "treatments/rolling"));

        var content = await store.ExportAsync();
        var (cost, pain) = (BatchTests.AnswerOf(content, "rolling", "cost"), BatchTests.AnswerOf(content, "rolling", "pain"));
        Assert.Equal((1m, (Absence?)null), (cost.Value!.Parts[0].Min!.Value, cost.Absence));
        Assert.Equal(((AttributeValue?)null, Absence.NotKnown), (pain.Value, pain.Absence!.Value));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 20")]
    [InlineData("-5 to 3")]
    [InlineData("@sum")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("'=1")]
    [InlineData("''@x")]
    [InlineData("＝1")]
    [InlineData("(empty)")]
    public void What_a_spreadsheet_could_run_is_made_text_and_comes_back_unchanged(string cell)
    {
        var written = Text(TableText.Write([["a", "b"], ["x", cell]]));

        var field = written.Split("\r\n", 2)[1].Split(',', 2)[1].TrimStart('"');
        Assert.StartsWith("'" + cell[0], field);
        Assert.Equal(cell, TableText.Read(written, _ => false).Rows[1].Cells[1]);
    }

    [Fact]
    public void Any_cells_come_back_as_they_were_with_either_separator() => Gen.Select(Cell.Array[2].Array[1, 6], Gen.Bool).Sample(
        (rows, semicolons) =>
        {
            IReadOnlyList<string>[] table = [["first", "second"], .. rows];
            var bytes = TableText.Write(table, semicolons ? ';' : ',');

            Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
            Assert.Equal(
                table.Index().Where(row => !row.Item.All(string.IsNullOrWhiteSpace)).Select(row => (row.Index + 1, row.Item)),
                TableText.Read(Text(bytes), _ => false).Rows.Select(row => (row.Number, row.Cells)));
        },
        iter: Trials.Of(1000));

    private static Gen<string> Cell { get; } = Gen.OneOf(
        Gen.OneOf(["", "'", "\"", "a\nb", "a\r\nb", "=1", "'=1", ",", ";", "\t", "😀", "ı İ", "\"a\",b", " a "]),
        Gen.String[Gen.Char[' ', '~'], 0, 30]);

    private static IEnumerable<string> Subjects(ClinicContent content) =>
    [
        .. content.Treatments.Count == 0 || content.Criteria.Count == 0 ? [] : new[] { "" },
        .. content.Treatments.Select(one => $"treatments/{one.Slug}"), .. content.Criteria.Select(one => $"criteria/{one.Slug}"),
    ];

    private static string Csv(ClinicContent content, string subject) => Text(TableText.Write(AnswerTable.Write(content, subject)!));

    private static string Text(byte[] file) => new System.Text.UTF8Encoding(false).GetString(file);

    /// <summary>What of the answers stands in a table, with the spaces that a form would leave.</summary>
    private static IEnumerable<string> Said(TreatmentEntry treatment) =>
        from answer in treatment.Answers
        where Clean(answer.Text) != "" || answer.Absence is not null || answer.Value is not null || answer.Sources.Count > 0
        select $"{treatment.Slug} {answer.Criterion}: {Clean(answer.Text)} | {Clean(answer.Brief)} | {answer.Absence} | "
            + $"{string.Join(';', answer.Sources)} | {string.Join(';', (answer.Value?.Parts ?? []).Select(Part))}";

    private static string Part(ValuePart part) =>
        $"{Clean(part.Label)} {Figure(part.Min)} {Figure(part.Max)} {part.Unit} {part.Approximate} {Clean(part.Note)}";

    // 0.0 is 0.
    private static string Figure(decimal? end) => end is { } figure ? PlainNumber.Of(figure) : "none";

    private static string Clean(LocalText? text) => InputCleaner.Clean(text?.ToString() ?? "");
}
