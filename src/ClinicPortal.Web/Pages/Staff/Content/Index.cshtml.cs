using System.Text;
using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Exchange;
using ClinicPortal.Core.Storage;
using ClinicPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A content file that is tried out.</summary>
public sealed class ContentFileForm
{
    public string? Name { get; set; }

    public string? Text { get; set; }
}

/// <summary>What changes many rows at once; and the content file, in and out.</summary>
[StaffFileFormLimits]
public sealed class ContentModel(
    BatchEditing<ContentFileForm> editing, ContentExporter exporter, KnownPictures pictures, AuditLog audit, ImportBackup backup)
    : StaffPageModel, IBatchPage<ContentFileForm>
{
    /// <summary>Of the names of content files.</summary>
    public static readonly string[] Endings = [".yaml", ".yml"];

    public override string Title => StaffMap.Content.Name;

    public ContentFileForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public BatchEditing<ContentFileForm> Editing => editing.For(this);

    public string Place => "content";

    public bool IsBlank => string.IsNullOrEmpty(Form.Text);

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        using var text = new StringWriter();
        ContentFile.Write(await exporter.ExportAsync(cancel), text);
        return await this.DownloadAsync(
            audit, new UTF8Encoding(false).GetBytes(text.ToString()), "application/yaml", "content.yaml",
            "Ask whoever runs the portal to export it on the server.", cancel);
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        if (Upload is null)
            return await RefuseAsync("Choose the content file first.", cancel);
        var (text, problem, status) = await StaffFile.ReadAsync(Upload, Endings, cancel);
        if (problem is not null)
            return await RefuseAsync([problem], status, cancel);
        (Form.Name, Form.Text) = (Path.GetFileName(Upload.FileName), text);
        Editing.Retype("Form.Name", Form.Name);
        Editing.Retype("Form.Text", text);
        return await Editing.TryAsync(cancel);
    }

    [IgnoresModelState]
    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancel) => Editing.SaveAsync(cancel);

    [IgnoresModelState]
    public Task<IActionResult> OnPostDiscardAsync(CancellationToken cancel) => Editing.DiscardAsync(cancel);

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);

    public Func<CancellationToken, Task<string?>> Prepare => async cancel => await backup.TryMakeAsync(cancel)
        ? null
        : "Nothing was imported, because the portal could not make a backup first. The file is kept here: try again in a few minutes. "
            + "If it still does not work, tell the person who looks after the server.";

    public Task<BatchRequest> ReadAsync(CancellationToken cancel)
    {
        if (IsBlank)
            return Task.FromResult(new BatchRequest(null, [new("", "There is nothing to save. Choose the content file first.")]));
        try
        {
            return Task.FromResult(
                new BatchRequest(new ContentBatch(ContentFile.Read(new StringReader(Form.Text!), Form.Name ?? "content"), pictures), []));
        }
        catch (ContentFileException refused)
        {
            return Task.FromResult(new BatchRequest(null,
                [.. refused.Problems.Select(problem => new BatchProblem(
                    problem.Position is { } at ? FormattableString.Invariant($"Line {at.Line}") : "", problem.Message))]));
        }
    }
}
