using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Editing;
using ClinicPortal.Core.Storage;
using Microsoft.AspNetCore.Mvc;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>One row of any kind that has no form of its own.</summary>
public sealed class EntryModel(ClinicDbContext db, CatalogueEditor editor, RowEditing<EntryForm, object> editing)
    : StaffPageModel, IRowPage<EntryForm, object>
{
    private (object Entry, int Version, bool Archived)? _row;

    public override string Title => _row is { } row ? Kind.TitleOf(row.Entry) : $"Add a {Kind.Label}";

    public override IReadOnlyList<Crumb> Crumbs => [StaffMap.Lists, new(StaffKinds.Of(Kind).Plural, StaffMap.ListOfKind(List))];

    [FromRoute]
    public string List { get; set; } = "";

    [FromRoute]
    public string Handle { get; set; } = "";

    [BindProperty]
    public EntryForm Form { get; set; } = new();

    /// <summary>With which a new clinician begins.</summary>
    [FromQuery]
    public string? Registration { get; set; }

    public CatalogueKind Kind { get; private set; } = null!;

    public string Row => $"{List}/{Handle}";

    public RowEditing<EntryForm, object> Editing => editing.For(this);

    public bool IsNew => Handle == StaffMap.New;

    public bool IsArchived => _row?.Archived == true;

    public IReadOnlyList<FormField> Fields => StaffKinds.Of(Kind).Fields;

    public SourcePickerModel? SourcePicker { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        foreach (var field in Fields.Where(field => field.Control == FormControl.Sources))
            Form.Fields[field.Name] = [.. await SourcePickerModel.KnownAsync(db, Cited(field), cancel)];
        return await Editing.SaveAsync(
            Form.Problems(Kind),
            by => IsNew
                ? editor.AddAsync(Kind, Write, by, cancel)
                : editor.SaveAsync(Kind, Handle, Form.Version, Write, by, cancel),
            null, cancel);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Editing.ShowAsync(cancel);
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel) => Form.Problems(Kind).ToList() is { Count: > 0 } problems
        ? await RefuseAsync(problems, cancel) : await Editing.PreviewAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostSaveDraftAsync(CancellationToken cancel) => Editing.SaveDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostDiscardDraftAsync(CancellationToken cancel) => Editing.DiscardDraftAsync(cancel);
    [IgnoresModelState] public Task<IActionResult> OnPostRestoreDraftAsync(CancellationToken cancel) => Editing.RestoreDraftAsync(cancel);

    public EntryForm Stored() => _row is { } row ? FormOf(row.Entry, row.Version) : FormOf(Blank(), 0);

    public EntryForm FormOf(object entry, int version) => EntryForm.Of(Kind, entry, version);

    public async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (CatalogueKinds.FindByList(List) is not { } kind || StaffKinds.Of(kind).Fields.Count == 0)
            return false;
        Kind = kind;
        _row = IsNew ? null : await db.FindAsync(kind, Handle, cancel);
        return IsNew || _row is not null;
    }

    public object? Written() => Form.Problems(Kind).Any() ? null : Write(_row?.Entry ?? Kind.BlankOf(Handle));

    public async Task DescribeAsync(CancellationToken cancel)
    {
        if (Fields.FirstOrDefault(field => field.Control == FormControl.Sources) is { } sources)
            SourcePicker = await SourcePickerModel.OfAsync(db, Cited(sources), cancel) with { FormName = sources.FormName };
    }

    private object Blank() => Kind.BlankOf(Handle) is var blank && blank is ClinicianEntry clinician
        ? clinician with { Registration = FormInput.Line(Registration) } : blank;

    private object Write(object before) => Form.Write(Kind, before);

    private List<string> Cited(FormField field) => [.. Form.Typed(field).OfType<string>()];
}
