using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A table of answers as it was pasted.</summary>
public sealed class TableForm
{
    /// <summary>Whose answers, as in <see cref="AnswerTable.Write"/>.</summary>
    public string? Of { get; set; }

    public string? Text { get; set; }

    /// <summary>Between its cells, see <see cref="TableModel.Separators"/>; none finds it out.</summary>
    public string? Separator { get; set; }
}

/// <summary>A table of answers: pasted or uploaded, tried out, saved as one change set; and downloaded as CSV.</summary>
[StaffFileFormLimits]
public sealed class TableModel(ClinicDbContext db, BatchEditing<TableForm> editing, ContentExporter exporter, AuditLog audit)
    : StaffPageModel, IBatchPage<TableForm>
{
    public static IReadOnlyList<(string Value, string Name, char? Sign)> Separators { get; } =
        [("", "Work it out for me", null), ("comma", "Commas", ','), ("semicolon", "Semicolons", ';'), ("tab", "Tabs", '\t')];

    /// <summary>Of the names of tables.</summary>
    public static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    public override string Title => "Paste or upload answers";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Content];

    [BindProperty]
    public TableForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Which answers are downloaded.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    /// <summary>What is in use, to choose from.</summary>
    public IReadOnlyList<(string Heading, CatalogueKind Kind, IReadOnlyList<CatalogueLine> Lines)> Subjects { get; private set; } = [];

    public BatchEditing<TableForm> Editing => editing.For(this);

    public string Place => "content/table";

    public bool IsBlank => string.IsNullOrWhiteSpace(Form.Text);

    public async Task<IActionResult> OnGetCsvAsync(bool semicolons, CancellationToken cancel)
    {
        if (AnswerTable.Write(await exporter.ExportAsync(cancel), Of ?? "") is not { } rows)
            return NotFound();
        var name = string.IsNullOrEmpty(Of) ? "answers" : Of.Split('/')[^1];
        return await this.DownloadAsync(
            audit, TableText.Write(rows, semicolons ? ';' : ','), "text/csv; charset=utf-8", $"{name}.csv",
            "Download it in parts, for example a treatment at a time.", cancel);
    }

    [IgnoresModelState]
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        if (Upload is not null)
        {
            var (text, problem, status) = await StaffFile.ReadAsync(Upload, Endings, cancel);
            if (problem is not null)
                return await RefuseAsync([problem], status, cancel);
            Form.Text = text;
            Editing.Retype("Form.Text", text);
        }
        return await Editing.TryAsync(cancel);
    }

    [IgnoresModelState]
    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancel) => Editing.SaveAsync(cancel);

    [IgnoresModelState]
    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel) => Editing.DiscardAsync(cancel);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Subjects =
        [
            ("All answers of a treatment", CatalogueKinds.Treatment, await db.LinesAsync(CatalogueKinds.Treatment, cancel)),
            ("All answers to a question", CatalogueKinds.Criterion, await db.LinesAsync(CatalogueKinds.Criterion, cancel)),
        ];
        return await Editing.ShowAsync(cancel);
    }

    public Task<BatchRequest> ReadAsync(CancellationToken cancel) => Task.FromResult<BatchRequest>(
        IsBlank ? new(null, [new("", "There is no table yet. Paste one, or choose a CSV file.")])
        : new(new AnswerTableBatch(Form.Text!, Form.Of ?? "", Separators.FirstOrDefault(one => one.Value == Form.Separator).Sign), []));
}
