using ClinicPortal.Core.Checks;

namespace ClinicPortal.Core.Exchange;

/// <summary>What came of an import, or would come of it.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <summary>The store says what the file says; no changes mean that it already did.</summary>
    /// <param name="Changes">To the store.</param>
    /// <param name="Warnings">What is worth a look in the file before it is published.</param>
    public sealed record Imported(IReadOnlyList<ImportChange> Changes, IReadOnlyList<ContentProblem> Warnings) : ImportOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<ContentProblem> Problems) : ImportOutcome;
}

public enum ImportAction
{
    Add,
    Change,
    Archive,
    Restore,
    Reorder,
}

/// <summary>One thing that an import does to the store.</summary>
/// <param name="Kind">In the content file's word: "treatment".</param>
/// <param name="Handle">Slug, key or pair; empty where the order of the whole list changes.</param>
/// <param name="Fields">What changes about it: "name", "answers.onset".</param>
public sealed record ImportChange(ImportAction Action, string Kind, string Handle, IReadOnlyList<string> Fields)
{
    /// <summary>One line for a list: "change treatment prp: name, answers.onset".</summary>
    public override string ToString()
    {
        var thing = string.Join(' ', new[] { Action.ToString().ToLowerInvariant(), Kind, Handle }.Where(word => word != ""));
        return Fields.Count == 0 ? thing : $"{thing}: {string.Join(", ", Fields)}";
    }
}
