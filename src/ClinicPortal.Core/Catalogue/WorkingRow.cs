using System.Text.Json;

namespace ClinicPortal.Core.Catalogue;

/// <summary>
/// A row that staff edit. SQLite makes no row versions, so the row counts its own: a form that comes back with an older one is told.
/// </summary>
public abstract class WorkingRow
{
    public int Version { get; private protected set; }

    /// <summary>Where the row stands in the history: <c>treatments/prp/answers/onset</c>.</summary>
    public abstract string Path { get; }

    /// <summary>What is to go into the history with the next save.</summary>
    internal PendingChange? Pending { get; private set; }

    internal abstract string Said { get; }

    internal abstract Type EntryType { get; }

    /// <summary>Makes the row itself say what an entry in JSON says; what hangs on it keeps what it says.</summary>
    internal abstract void Say(string json, WorkingCatalogue catalogue);

    internal void Forget() => Pending = null;

    /// <summary>
    /// A row that stands where an earlier one stood counts on from it, or a form that began with the old row would fit the new one.
    /// </summary>
    internal void CountOn(int last) => Version += last;

    /// <summary>The row goes with the save; afterwards it no longer knows where it stood.</summary>
    internal void Drop()
    {
        Version++;
        Pending = new(Path, Said, null);
    }

    private protected void Remember(string? before, string? after) =>
        Pending = new(null, Pending is { } earlier ? earlier.Before : before, after);
}

/// <param name="Path">Where the row stood, if it no longer stands there.</param>
/// <param name="Before">In JSON; none, where there was no row.</param>
/// <param name="After">In JSON; none, where the row goes.</param>
internal sealed record PendingChange(string? Path, string? Before, string? After);

/// <summary>A row that can say itself as an entry and take an entry's words.</summary>
public abstract class WorkingRow<TEntry> : WorkingRow
{
    public abstract TEntry ToEntry();

    /// <summary>Makes the row say what <paramref name="entry"/> says; a row that says so already keeps its version.</summary>
    public void Apply(TEntry entry, WorkingCatalogue catalogue)
    {
        var before = Version == 0 ? null : Said;
        CopyFrom(entry, catalogue);
        var after = Said;
        if (after == before)
            return;
        Version++;
        Remember(before, after);
    }

    /// <summary>Makes the row itself say what <paramref name="entry"/> says; the rows that hang on it keep what they say.</summary>
    internal void ApplyOwn(TEntry entry, WorkingCatalogue catalogue) => Apply(WithRowsOfTheirOwn(entry), catalogue);

    /// <summary>What the row itself says, without the rows that hang on it.</summary>
    internal TEntry Own() => WithoutRowsOfTheirOwn(ToEntry());

    internal sealed override Type EntryType => typeof(TEntry);

    internal sealed override void Say(string json, WorkingCatalogue catalogue) =>
        ApplyOwn(JsonSerializer.Deserialize<TEntry>(json, ContentJson.Options)!, catalogue);

    internal sealed override string Said => JsonSerializer.Serialize(Own(), ContentJson.Options);

    /// <summary>
    /// An entry from outside under the signatures that the row and what hangs on it bear: nobody brings a clinician's name along.
    /// </summary>
    internal virtual TEntry UnderItsReviews(TEntry entry) => entry is IReviewedEntry reviewed
        ? (TEntry)reviewed.Under(Version == 0 ? null : ((IReviewedEntry)ToEntry()!).Review)
        : entry;

    private protected abstract void CopyFrom(TEntry entry, WorkingCatalogue catalogue);

    /// <summary>Leaves out the parts that count versions themselves, so that saving a cell is no conflict for its treatment.</summary>
    private protected virtual TEntry WithoutRowsOfTheirOwn(TEntry entry) => entry;

    private protected virtual TEntry WithRowsOfTheirOwn(TEntry entry) => entry;
}

/// <summary>A row with a place in the order of its kind.</summary>
internal interface IOrdered
{
    int Position { get; }

    bool Archived { get; }

    string Handle { get; }
}

/// <summary>A thing of the catalogue with a place in its order. It is archived and never deleted, so that no reader loses it.</summary>
public abstract class CatalogueRow<TEntry> : WorkingRow<TEntry>, IOrdered
{
    public sealed override string Path => CatalogueKinds.OfRow(GetType()).PathOf(Handle);

    public int Position { get; internal set; }

    public bool Archived { get; internal set; }

    internal void Archive()
    {
        (Archived, Version) = (true, Version + 1);
        Remember(Said, null);
    }

    internal void Restore()
    {
        (Archived, Version) = (false, Version + 1);
        Remember(null, Said);
    }

    /// <summary>The slug, key or pair that it goes by in the content file.</summary>
    public abstract string Handle { get; }
}

public interface INamed
{
    string Slug { get; }
}

/// <summary>A row with a name for addresses and for references from the content file.</summary>
public abstract class NamedRow<TEntry> : CatalogueRow<TEntry>, INamed
{
    public string Slug { get; internal set; } = "";

    public sealed override string Handle => Slug;
}
