using ClinicPortal.Core.Checks;
using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>A form of one row as it is typed.</summary>
public interface IRowForm
{
    /// <summary>Of the row that the form began with.</summary>
    int Version { get; }

    /// <summary>Why it cannot be saved as it was typed; each reason says what to do.</summary>
    IEnumerable<string> Problems();
}

/// <summary>A page of one row, which the address names.</summary>
public interface IRowPage
{
    /// <summary>Where the row stands, as in <see cref="FieldChange.Path"/>.</summary>
    string Row { get; }

    /// <summary>Reads the row; false, if there is no such row. Called before every handler, see <see cref="RowExistsFilter"/>.</summary>
    Task<bool> LoadAsync(CancellationToken cancel);
}

/// <summary>A page with a form, as its <see cref="DraftEditing{TForm}"/> sees it.</summary>
public interface IRowPage<TForm> : IRowPage
{
    TForm Form { get; set; }

    /// <summary>The form as the store would fill it.</summary>
    TForm Stored();

    /// <summary>Makes ready what the page shows beside the form as it now stands.</summary>
    Task DescribeAsync(CancellationToken cancel);
}

/// <summary>A page on which one row is edited, as its <see cref="RowEditing{TForm,TEntry}"/> sees it.</summary>
public interface IRowPage<TForm, TEntry> : IRowPage<TForm>
{
    TForm FormOf(TEntry entry, int version);

    /// <summary>What the row would say if the form were saved; none, where it cannot be. Asked only of a form without problems.</summary>
    TEntry? Written();
}

/// <summary>What a form shows of the way in which its row is edited.</summary>
public interface IRowEditing
{
    DraftModel Draft { get; }

    ConflictModel? Conflict { get; }

    int Version { get; }

    /// <summary>Why the row is changed, as it was typed.</summary>
    string? Why { get; }

    /// <summary>What of the words in the form may be advertising; none, where the form cannot be saved.</summary>
    WordingHints Wording { get; }

    /// <summary>What patients would read; none, before it is asked for.</summary>
    PreviewFrame? Preview { get; }
}
