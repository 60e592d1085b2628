using System.Globalization;
using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Core.Editing;

/// <summary>
/// Writes a table of answers into the catalogue. The first column or row names treatments and criteria by name, term or address; an empty
/// cell leaves what it stands for as it is. Every cell that cannot be placed or read is named with its row and column.
/// </summary>
/// <param name="text">From the clipboard or from a CSV file.</param>
/// <param name="subject">As in <see cref="AnswerTable.Write"/>.</param>
/// <param name="separator">As in <see cref="TableText.Read"/>.</param>
public sealed class AnswerTableBatch(string text, string subject, char? separator = null) : Batch
{
    /// <summary>
    /// The treatment of a row whose name is unknown: its cells are looked at all the same, so that every problem is told at once.
    /// </summary>
    private const string Unknown = "";

    private static readonly string[] KeyHeadings = ["treatment", "criterion", "address"];

    private static readonly char[] BetweenKeys = [';', ',', ' ', '\n', '\r', '\t', '\u00A0'];

    private static readonly string[] NameHeadings = ["name", "question", "term", .. KeyHeadings];

    internal override IReadOnlyList<BatchProblem> Apply(ClinicDbContext db, WorkingCatalogue catalogue)
    {
        var reading = new Reading(catalogue, subject);
        reading.Read(text, separator);
        reading.Write();
        return reading.Problems;
    }

    /// <summary>One cell in its place.</summary>
    /// <param name="Row">Counted from 1, as a spreadsheet counts.</param>
    /// <param name="Number">Of its column, likewise.</param>
    private sealed record Placed(int Row, int Number, string Treatment, string Criterion, AnswerColumn Column, string Text);

    private sealed class Reading
    {
        private readonly WorkingCatalogue _catalogue;
        private readonly Dictionary<string, Treatment> _treatments;
        private readonly Dictionary<string, CriterionEntry> _criteria;
        private readonly NameLookup _treatmentNames;
        private readonly NameLookup _criterionNames;
        private readonly string? _treatment;
        private readonly string? _criterion;
        private readonly List<Placed> _cells = [];
        private readonly List<BatchProblem> _ofTheWhole = [];
        private readonly List<(int Row, int Column, string Message)> _ofCells = [];

        public Reading(WorkingCatalogue catalogue, string subject)
        {
            _catalogue = catalogue;
            _treatments = catalogue.Treatments.Where(row => !row.Archived).ToDictionary(row => row.Slug);
            _criteria = catalogue.Criteria.Where(row => !row.Archived).ToDictionary(row => row.Slug, row => row.ToEntry());
            _treatmentNames = new(_treatments.Values.SelectMany(row => AnswerTable.NamesOf(row.ToEntry() with { Answers = [] })));
            _criterionNames = new(_criteria.Values.SelectMany(AnswerTable.NamesOf));
            switch (RowPath.Parse(subject))
            {
                case { Part: null, Handle: var slug } place when place.Kind == CatalogueKinds.Treatment && _treatments.ContainsKey(slug):
                    _treatment = slug;
                    break;
                case { Part: null, Handle: var slug } place when place.Kind == CatalogueKinds.Criterion && _criteria.ContainsKey(slug):
                    _criterion = slug;
                    break;
                default:
                    if (subject != "")
                        _ofTheWhole.Add(
                            new("", "Choose which answers these are: those of a treatment, those to a question, or the whole table."));
                    break;
            }
        }

        /// <summary>In the order of the table.</summary>
        public IReadOnlyList<BatchProblem> Problems =>
        [
            .. _ofTheWhole,
            .. _ofCells.OrderBy(problem => (problem.Row, problem.Column)).Select(problem =>
                new BatchProblem($"Row {Figures(problem.Row)}, column {Figures(problem.Column)}", problem.Message)),
        ];

        private bool IsWhole => _treatment is null && _criterion is null;

        public void Read(string text, char? separator)
        {
            if (_ofTheWhole.Count > 0)
                return;
            var (rows, problem) = TableText.Read(text, IsName, separator);
            if (problem is not null)
                _ofTheWhole.Add(new("", problem));
            else if (rows.Count == 0)
                _ofTheWhole.Add(new(
                    "", "We found no table. Copy the cells in your spreadsheet, first column included, and paste them here."));
            else if (IsWhole)
                ReadWhole(rows);
            else
                ReadList(rows);
            foreach (var twice in _cells.Where(cell => cell.Treatment != Unknown)
                .GroupBy(cell => (cell.Treatment, cell.Criterion, cell.Column)).Where(cells => cells.Count() > 1))
                Report(twice.Last().Row, twice.Last().Number,
                    $"Row {Figures(twice.First().Row)} already has an answer for this. Remove one of the two.");
            if (_ofTheWhole.Count + _ofCells.Count + _cells.Count == 0)
                _ofTheWhole.Add(new("", "This table has names but no answers. Copy the answers as well."));
        }

        /// <summary>Into the catalogue, if every cell can be.</summary>
        public void Write()
        {
            var written = new List<(List<TreatmentAttribute> Rows, TreatmentAttribute? Row, AnswerEntry After)>();
            foreach (var answer in _cells.GroupBy(cell => (cell.Treatment, cell.Criterion, Row: cell.Treatment == Unknown ? cell.Row : 0)))
            {
                var rows = _treatments.GetValueOrDefault(answer.Key.Treatment)?.Answers ?? [];
                var row = rows.Find(one => one.Criterion.Slug == answer.Key.Criterion);
                var before = row?.ToEntry() ?? CatalogueKinds.Answer.Blank(answer.Key.Criterion);
                var after = Written(before, _criteria[answer.Key.Criterion], [.. answer]);
                if (after != before)
                    written.Add((rows, row, after));
            }
            if (_ofTheWhole.Count + _ofCells.Count > 0)
                return;
            foreach (var (rows, row, after) in written)
            {
                if (row is null)
                    rows.Add(new());
                (row ?? rows[^1]).Apply(after, _catalogue);
            }
        }

        private bool IsName(string cell) =>
            _treatmentNames.Find(cell).Count > 0 || _criterionNames.Find(Unmarked(cell)).Count > 0;

        private static string Unmarked(string heading) =>
            heading.Trim() is var name && name.EndsWith(AnswerTable.FigureMark, StringComparison.OrdinalIgnoreCase)
                ? name[..^AnswerTable.FigureMark.Length]
                : name;

        /// <summary>Treatments down and criteria across, or the other way round.</summary>
        private void ReadWhole(IReadOnlyList<TableRow> rows)
        {
            var (first, head) = rows[0];
            var isTurned = head.Skip(1).Count(cell => _treatmentNames.Find(cell).Count > 0)
                > head.Skip(1).Count(cell => _criterionNames.Find(Unmarked(cell)).Count > 0);
            var across = head.Select((cell, column) =>
                column == 0 || cell.Trim() == "" || IsBeside(cell, column)
                    ? null
                    : Slug(isTurned, Unmarked(cell), first, column + 1)).ToList();
            foreach (var (row, cells) in rows.Skip(1))
            {
                if ((Slug(!isTurned, Unmarked(cells[0]), row, 1) ?? (isTurned ? null : Unknown)) is not { } down)
                    continue;
                foreach (var (column, cell) in cells.Index().Skip(1).Where(cell => cell.Item.Trim() != ""))
                {
                    if (column >= across.Count || (across[column] is null && head[column].Trim() == ""))
                        Report(row, column + 1, "This column has no heading. Add one in the first row, or delete the cell.");
                    else if (across[column] is { } slug)
                        _cells.Add(isTurned
                            ? new(row, column + 1, slug, down, Column(cells[0]), cell)
                            : new(row, column + 1, down, slug, Column(head[column]), cell));
                }
            }

            // The names stand beside the addresses, for people; a question may be called "Name" too.
            bool IsBeside(string heading, int column) => IsOneOf(heading, NameHeadings)
                && (column == 1 || (isTurned ? _treatmentNames : _criterionNames).Find(heading).Count == 0);

            static AnswerColumn Column(string heading) => Unmarked(heading) == heading.Trim() ? AnswerColumn.Text : AnswerColumn.Figure;
        }

        /// <summary>A row for each treatment or criterion; without headings, a name and its answer.</summary>
        private void ReadList(IReadOnlyList<TableRow> rows)
        {
            var (first, head) = rows[0];
            var hasHead = head.Any(cell => ColumnOf(cell) is not null);
            var key = hasHead ? Math.Max(0, head.ToList().FindIndex(cell => IsOneOf(cell, KeyHeadings))) : 0;
            if (!hasHead && rows.Max(row => row.Cells.Count) is var width && width != 2)
            {
                _ofTheWhole.Add(new("", width < 2
                    ? "This has one column only. Copy the names as well: the first column names each row."
                    : "This has more than two columns, and its first row does not name them. Begin with a row such as: "
                        + $"{string.Join(", ", AnswerTable.Headings.Prepend("Address"))}."));
                return;
            }
            if (hasHead)
                foreach (var (column, cell) in head.Index().Where(cell => cell.Index != key && cell.Item.Trim() != ""))
                    if (ColumnOf(cell) is null && !IsOneOf(cell, NameHeadings))
                        Report(first, column + 1,
                            $"\"{Shown(cell)}\" is not a column we know. Use "
                            + $"{RunningText.List(AnswerTable.Headings, "or")}, or delete the column.");
            foreach (var (row, cells) in rows.Skip(hasHead ? 1 : 0))
            {
                var name = cells.ElementAtOrDefault(key) ?? "";
                if ((Slug(_criterion is not null, name, row, key + 1) ?? (_criterion is null ? null : Unknown)) is not { } slug)
                    continue;
                foreach (var (column, cell) in cells.Index().Where(cell => cell.Index != key && cell.Item.Trim() != ""))
                    if (hasHead && (column >= head.Count || head[column].Trim() == ""))
                        Report(row, column + 1, "This column has no heading. Add one in the first row, or delete the cell.");
                    else if ((hasHead ? ColumnOf(head[column]) : AnswerColumn.Text) is { } of)
                        _cells.Add(new(row, column + 1, _treatment ?? slug, _criterion ?? slug, of, cell));
            }
        }

        private AnswerEntry Written(AnswerEntry before, CriterionEntry criterion, IReadOnlyList<Placed> cells)
        {
            var after = before;
            // A cell that says what stands there already is left as it is, whatever signs it is written with.
            foreach (var cell in cells.Where(cell => !IsSame(cell, AnswerTable.Cell(cell.Column, criterion, before))))
                after = cell.Column switch
                {
                    AnswerColumn.Text => after with { Text = LocalText.Rewritten(after.Text, Words(cell)) },
                    AnswerColumn.Brief => after with { Brief = LocalText.Rewritten(after.Brief, Words(cell)) },
                    AnswerColumn.Figure => after with { Value = Value(cell, criterion, before) },
                    AnswerColumn.Absence => after with { Absence = Absence(cell) },
                    AnswerColumn.Sources => after with { Sources = Sources(cell) },
                    _ => throw new InvalidOperationException($"Nothing is written into {cell.Column}."),
                };
            var reason = cells.FirstOrDefault(cell => cell.Column == AnswerColumn.Absence && Words(cell) != "");
            if (reason is not null && cells.Any(cell => cell.Column == AnswerColumn.Figure && Words(cell) != ""))
                Report(reason.Row, reason.Number, "This row has a figure and a reason for having none. Leave one of the two empty.");
            else if (reason is not null && after.Absence != before.Absence)
                after = after with { Value = null };
            // What is answered now is no longer empty for a reason.
            else if (reason is null && (after.Value is not null || (before.Text is null && after.Text is not null)))
                after = after with { Absence = null };
            return after;
        }

        private AttributeValue? Value(Placed cell, CriterionEntry criterion, AnswerEntry before)
        {
            if (Words(cell) == "")
                return null;
            if (FigureText.Read(criterion, Words(cell).Trim(), before.Value, out var value) is { } problem)
                Report(cell.Row, cell.Number, problem);
            return value;
        }

        private Absence? Absence(Placed cell)
        {
            if (Words(cell) == "")
                return null;
            foreach (var absence in Enum.GetValues<Absence>())
                if (string.Equals(Letters(cell.Text), Letters(absence.ToString()), StringComparison.OrdinalIgnoreCase))
                    return absence;
            Report(cell.Row, cell.Number,
                $"\"{Shown(cell.Text)}\" is not one of the reasons. Write "
                + $"{RunningText.List([.. Enum.GetValues<Absence>().Select(one => $"\"{AbsenceLabels.Of(one)}\"")], "or")}.");
            return null;
        }

        private List<string> Sources(Placed cell)
        {
            var keys = Words(cell).Split(BetweenKeys, StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
            foreach (var key in keys.Where(key => !_catalogue.Knows<Source>(key)))
                Report(cell.Row, cell.Number, $"There is no source \"{Shown(key)}\". Use the last part of its web address: "
                    + "for /staff/sources/smith-2020 write smith-2020.");
            return keys;
        }

        /// <summary>None, if nothing or more than one thing is called so; that is reported.</summary>
        private string? Slug(bool ofTreatment, string name, int row, int column)
        {
            var kind = (ofTreatment ? (CatalogueKind)CatalogueKinds.Treatment : CatalogueKinds.Criterion).Label;
            var names = ofTreatment ? _treatmentNames : _criterionNames;
            var found = names.Find(name);
            if (found.Count == 1)
                return found[0];
            Report(row, column, found.Count > 1
                ? $"\"{Shown(name)}\" is the name of more than one {kind}. Use the address: {RunningText.List(found, "or")}."
                : name.Trim() == ""
                    ? $"The name of the {kind} is missing. Write it, or delete the row."
                    : $"There is no {kind} called \"{Shown(name)}\". Use its name as it stands under All answers.");
            return null;
        }

        private void Report(int row, int column, string message) =>
            _ofCells.Add((row, column, message));

        private static AnswerColumn? ColumnOf(string heading)
        {
            foreach (var (column, name, others) in AnswerTable.Columns)
                if (IsOneOf(heading, [name, .. others]))
                    return column;
            return null;
        }

        private static bool IsOneOf(string cell, IEnumerable<string> names) =>
            names.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase);

        private static bool IsSame(Placed cell, string stands) =>
            cell.Text.ReplaceLineEndings("\n").Trim() == stands.ReplaceLineEndings("\n").Trim()
            || InputCleaner.Clean(Words(cell)) == InputCleaner.Clean(stands);

        private static string Words(Placed cell) =>
            string.Equals(cell.Text.Trim(), TableText.Emptied, StringComparison.OrdinalIgnoreCase) ? "" : cell.Text;

        private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

        private static string Shown(string text) => RunningText.Beginning(text, 60);

        private static string Figures(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
