using System.Linq.Expressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// One kind of thing in the catalogue, and all that the software asks about it. Editions, import, checks, history, restoring and the staff
/// area go through the register, <see cref="CatalogueKinds"/>, and hold no list of kinds of their own.
/// </summary>
/// <param name="name">In one word: "treatment". It is stored with every published entry, so it never changes.</param>
/// <param name="list">The key of its list in the content file, and the beginning of its rows' paths: "treatments".</param>
public abstract class CatalogueKind(string name, string list)
{
    public string Name => name;

    public string List => list;

    /// <summary>As a sentence calls one of it: "glossary term".</summary>
    public required string Label { get; init; }

    public abstract Type RowType { get; }

    public abstract Type EntryType { get; }

    /// <summary>The field of the content file that holds its slug or key; none where an entry goes by what it names.</summary>
    public abstract string? HandleField { get; }

    /// <summary>What hangs on one of it and has versions and a history of its own.</summary>
    public IEnumerable<CataloguePart> Parts => CatalogueKinds.Parts.Where(part => part.Owner == this);

    /// <summary>Where a row of it stands in the history: "treatments/prp".</summary>
    public string PathOf(string handle) => $"{List}/{handle}";

    public abstract IReadOnlyList<object> EntriesIn(ClinicContent content);

    public abstract ClinicContent With(ClinicContent content, IEnumerable<object> entries);

    public abstract string HandleOf(object entry);

    public abstract string TitleOf(object entry);

    public abstract object BlankOf(string handle);

    public abstract bool CanBeCopied { get; }

    /// <summary>Patients can read another in its place once it is archived.</summary>
    public abstract bool CanBeReplaced { get; }

    /// <summary>Staff can give it another name in addresses; the old one leads on.</summary>
    public abstract bool CanBeRenamed { get; }

    /// <summary>The names that it went by before.</summary>
    public abstract IReadOnlyList<string> FormerHandlesOf(object entry);

    /// <summary>The entry under another name, where <see cref="CanBeRenamed"/>.</summary>
    public abstract object Renamed(object entry, string handle, IReadOnlyList<string> formerHandles);

    public abstract TResult Accept<TResult>(ICatalogueKindVisitor<TResult> visitor);

    /// <summary>The content with what the rows of this kind say.</summary>
    internal abstract ClinicContent Fill(ClinicContent content, WorkingCatalogue catalogue);
}

/// <summary>Does something with each kind that needs the types of its rows and entries.</summary>
public interface ICatalogueKindVisitor<out TResult>
{
    TResult Visit<TRow, TEntry>(CatalogueKind<TRow, TEntry> kind)
        where TRow : CatalogueRow<TEntry>, new()
        where TEntry : class;
}

/// <inheritdoc/>
public abstract class CatalogueKind<TRow, TEntry>(string name, string list) : CatalogueKind(name, list)
    where TRow : CatalogueRow<TEntry>, new()
    where TEntry : class
{
    private static readonly Func<TEntry, IReadOnlyList<string>> None = _ => [];

    public sealed override Type RowType => typeof(TRow);

    public sealed override Type EntryType => typeof(TEntry);

    public required Func<ClinicContent, IReadOnlyList<TEntry>> Entries { get; init; }

    public required Func<ClinicContent, IReadOnlyList<TEntry>, ClinicContent> WithEntries { get; init; }

    /// <summary>The slug, key or pair that an entry goes by.</summary>
    public required Func<TEntry, string> Handle { get; init; }

    /// <summary>What people call an entry: its name, its term, its words. No two of a kind in use are called the same.</summary>
    public required Func<TEntry, string> Title { get; init; }

    /// <summary>Of what the slug of a new entry is made; its title, where nothing else is said.</summary>
    public Func<TEntry, string> SlugText { get => field ?? Title; init; }

    /// <summary>An entry as the beginning of another; none, where there can be only one of it.</summary>
    public required Func<TEntry, TEntry>? Copy { get; init; }

    /// <summary>An entry as archived, or as in use; none, where only its row knows, and the next edition leaves it out.</summary>
    public required Func<TEntry, bool, TEntry>? Archive { get; init; }

    /// <summary>An entry with what patients read in its place once it is archived; none, where nothing stands in for another.</summary>
    public Func<TEntry, string?, TEntry>? Replace { get; init; }

    /// <summary>An entry under another slug, with those that it had before; none, where its kind keeps no former names.</summary>
    public Func<TEntry, string, IReadOnlyList<string>, TEntry>? Rename { get; init; }

    /// <summary>The heading under which a row has its place in the order, where its kind stands under several.</summary>
    public Func<TRow, string> OrderedWithin { get; init; } = _ => "";

    /// <summary>How an entry begins that nobody has written yet.</summary>
    public required Func<string, TEntry> Blank { get; init; }

    /// <summary>
    /// Makes of what is to be saved what may be saved: it keeps its name, and what only another kind of change may touch, as in the entry
    /// before; and it names nothing that is no longer there.
    /// </summary>
    public required Func<TEntry, TEntry, WorkingCatalogue, TEntry> Keep { get; init; }

    /// <summary>
    /// An entry that the content file no longer has, as archived beside the file's entries; none, where <see cref="Archive"/> is none.
    /// </summary>
    public Func<TEntry, IReadOnlyList<TEntry>, TEntry>? Retire
    {
        get => field ?? (Archive is { } archive ? (entry, _) => archive(entry, true) : null);
        init;
    }

    /// <summary>The sources that a row itself cites; none where its kind cannot cite.</summary>
    public required Func<TRow, IEnumerable<Source>>? Cited { get; init; }

    /// <summary>The names that an entry went by before, where its kind keeps them.</summary>
    public Func<TEntry, IReadOnlyList<string>> FormerHandles { get; init; } = None;

    /// <summary>The row that went by a name before, where the kind keeps former names.</summary>
    public Func<string, Expression<Func<TRow, bool>>>? WentBy { get; init; }

    /// <summary>The row that goes by a name.</summary>
    public abstract Expression<Func<TRow, bool>> GoesBy(string handle);

    /// <summary>A row by a new name, which says nothing yet.</summary>
    public abstract TRow NewRow(string handle);

    public sealed override IReadOnlyList<object> EntriesIn(ClinicContent content) => Entries(content);

    public sealed override ClinicContent With(ClinicContent content, IEnumerable<object> entries) =>
        WithEntries(content, [.. entries.Cast<TEntry>()]);

    public sealed override string HandleOf(object entry) => Handle((TEntry)entry);

    public sealed override string TitleOf(object entry) => Title((TEntry)entry);

    public sealed override object BlankOf(string handle) => Blank(handle);

    public sealed override bool CanBeCopied => Copy is not null;

    public sealed override bool CanBeReplaced => Replace is not null;

    public sealed override bool CanBeRenamed => Rename is not null;

    public sealed override IReadOnlyList<string> FormerHandlesOf(object entry) => FormerHandles((TEntry)entry);

    public sealed override object Renamed(object entry, string handle, IReadOnlyList<string> formerHandles) =>
        Rename!((TEntry)entry, handle, formerHandles);

    public sealed override TResult Accept<TResult>(ICatalogueKindVisitor<TResult> visitor) => visitor.Visit(this);

    internal sealed override ClinicContent Fill(ClinicContent content, WorkingCatalogue catalogue) => WithEntries(
        content,
        [.. catalogue.Rows<TRow>().Where(IsSaid).OrderBy(row => row.Position).Select(row => row.ToEntry())]);

    /// <summary>Whether the row stands in an export and in the next edition.</summary>
    internal bool IsSaid(TRow row) => Archive is not null || !row.Archived;
}

/// <summary>A kind whose rows go by a slug or a key.</summary>
public sealed class NamedKind<TRow, TEntry>(string name, string list, string handleField) : CatalogueKind<TRow, TEntry>(name, list)
    where TRow : NamedRow<TEntry>, new()
    where TEntry : class
{
    public override string HandleField => handleField;

    public override Expression<Func<TRow, bool>> GoesBy(string handle) => row => row.Slug == handle;

    public override TRow NewRow(string handle) => new() { Slug = handle };
}

/// <summary>What is written about two treatments goes by the pair.</summary>
public sealed class ContrastKind() : CatalogueKind<Contrast, ContrastEntry>("contrast", "contrasts")
{
    public override string? HandleField => null;

    public override Expression<Func<Contrast, bool>> GoesBy(string handle)
    {
        var (one, other) = (Contrast.Between(handle)[0], Contrast.Between(handle)[^1]);
        return row => row.First.Slug == one && row.Second.Slug == other || row.First.Slug == other && row.Second.Slug == one;
    }

    public override Contrast NewRow(string handle) => new();
}
