using System.Linq.Expressions;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// What hangs on a thing of the catalogue as rows of its own, so that two people can write two of them at once: a treatment's answers.
/// </summary>
/// <param name="list">The field of the owner's entry that holds them: "answers".</param>
public abstract class CataloguePart(string list)
{
    public string List => list;

    public abstract CatalogueKind Owner { get; }

    public abstract Type RowType { get; }

    public abstract Type EntryType { get; }

    /// <summary>Where a row of it stands in the history: "treatments/prp/answers/onset".</summary>
    public string PathOf(string owner, string handle) => $"{Owner.PathOf(owner)}/{List}/{handle}";

    public abstract IReadOnlyList<object> EntriesIn(object owner);

    public abstract string HandleOf(object entry);

    public abstract TResult Accept<TResult>(ICataloguePartVisitor<TResult> visitor);
}

/// <summary>Does something with each part that needs the types of its rows and entries.</summary>
public interface ICataloguePartVisitor<out TResult>
{
    TResult Visit<TOwner, TOwnerEntry, TRow, TEntry>(CataloguePart<TOwner, TOwnerEntry, TRow, TEntry> part)
        where TOwner : CatalogueRow<TOwnerEntry>, new()
        where TOwnerEntry : class
        where TRow : WorkingRow<TEntry>, new()
        where TEntry : class;
}

/// <inheritdoc/>
public sealed class CataloguePart<TOwner, TOwnerEntry, TRow, TEntry>(CatalogueKind<TOwner, TOwnerEntry> owner, string list)
    : CataloguePart(list)
    where TOwner : CatalogueRow<TOwnerEntry>, new()
    where TOwnerEntry : class
    where TRow : WorkingRow<TEntry>, new()
    where TEntry : class
{
    public override CatalogueKind<TOwner, TOwnerEntry> Owner => owner;

    public override Type RowType => typeof(TRow);

    public override Type EntryType => typeof(TEntry);

    public required Func<TOwner, List<TRow>> Rows { get; init; }

    public required Func<TOwnerEntry, IReadOnlyList<TEntry>> Entries { get; init; }

    /// <summary>What a part is about, by which it is told from its owner's others.</summary>
    public required Func<TEntry, string> Handle { get; init; }

    /// <summary>The part as one about something: under another name where what it is about has one now.</summary>
    public required Func<TEntry, string, TEntry> About { get; init; }

    /// <summary>How a part begins that nobody has written yet.</summary>
    public required Func<string, TEntry> Blank { get; init; }

    /// <summary>What a part says that goes back to when there was none; without it, it keeps what it says.</summary>
    public required Func<string, TEntry>? Emptied { get; init; }

    /// <summary>The sources that a row cites.</summary>
    public required Expression<Func<TRow, IEnumerable<Source>>> Cited { get; init; }

    public override IReadOnlyList<object> EntriesIn(object owner) => Entries((TOwnerEntry)owner);

    public override string HandleOf(object entry) => Handle((TEntry)entry);

    public override TResult Accept<TResult>(ICataloguePartVisitor<TResult> visitor) => visitor.Visit(this);
}
