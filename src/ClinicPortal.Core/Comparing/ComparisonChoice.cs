using ClinicPortal.Core.Catalogue;
using ClinicPortal.Core.Publishing;

namespace ClinicPortal.Core.Comparing;

/// <summary>
/// The treatments that a reader compares, in their one canonical order: slugs in ordinal order, doing nothing last. Doing nothing stands
/// beside any two to four others without being named; named with exactly one other it is one of the two options.
/// </summary>
public sealed record ComparisonChoice
{
    public const int Fewest = 2;
    public const int Most = 4;
    public const string Separator = "-vs-";

    private ComparisonChoice(Edition edition, IEnumerable<TreatmentEntry> treatments, bool withoutBaseline)
    {
        Named = [.. treatments.OrderBy(treatment => treatment.Baseline).ThenBy(treatment => treatment.Slug, StringComparer.Ordinal)];
        var baselineIsNamed = Named.Any(treatment => treatment.Baseline);
        Baseline = baselineIsNamed ? null : edition.Baseline;
        WithoutBaseline = withoutBaseline && Baseline is not null;
    }

    /// <summary>The treatments of the address.</summary>
    public IReadOnlyList<TreatmentEntry> Named { get; }

    /// <summary>Doing nothing, where it stands beside the named ones rather than among them.</summary>
    public TreatmentEntry? Baseline { get; }

    /// <summary>The reader has hidden <see cref="Baseline"/>.</summary>
    public bool WithoutBaseline { get; }

    /// <summary>The address without the reader's own settings: the canonical one.</summary>
    public string Path => $"/compare/{string.Join(Separator, Named.Select(treatment => treatment.Slug))}";

    public string Address => WithoutBaseline ? $"{Path}?without={Baseline!.Slug}" : Path;

    /// <summary>The same treatments with <see cref="Baseline"/> hidden or shown again.</summary>
    public ComparisonChoice Toggled(Edition edition) => new(edition, Named, !WithoutBaseline);

    /// <summary>A choice of live treatments of the edition, known to be two to four different ones.</summary>
    public static ComparisonChoice Of(Edition edition, IEnumerable<TreatmentEntry> treatments) => new(edition, treatments, withoutBaseline: false);

    /// <summary>Reads the part of an address behind <c>/compare/</c>, and its <c>without</c>.</summary>
    public static ChoiceOutcome Parse(Edition edition, string address, string? without)
    {
        var outcome = Parse(edition, address.Split(Separator), without);
        return outcome is ChoiceOutcome.Chosen { Choice: var choice } && (choice.Path != $"/compare/{address}" || (without is not null && !choice.WithoutBaseline))
            ? new ChoiceOutcome.Moved(choice)
            : outcome;
    }

    /// <summary>Reads slugs in any order, as a form sends them.</summary>
    public static ChoiceOutcome Parse(Edition edition, IReadOnlyList<string> slugs, string? without = null)
    {
        var found = slugs.Select(slug => edition.LookUpTreatment(slug)).ToList();
        var treatments = found.Where(lookup => lookup.IsLive).Select(lookup => lookup.Found!).ToList();
        if (found.Any(lookup => lookup.Found is null))
            return new ChoiceOutcome.Unknown([.. found.Where(lookup => lookup.Found is null).Select(lookup => lookup.Slug)], treatments);
        if (found.FirstOrDefault(lookup => lookup.IsArchived) is { } archived)
            return new ChoiceOutcome.Archived(archived, treatments);
        if (treatments.Distinct().Count() < treatments.Count)
            return new ChoiceOutcome.Refused(ChoiceFault.Twice, [.. treatments.Distinct()]);
        if (treatments.Count > Fewest)
            treatments.RemoveAll(treatment => treatment.Baseline);

        return treatments.Count switch
        {
            < Fewest => new ChoiceOutcome.Refused(ChoiceFault.TooFew, treatments),
            > Most => new ChoiceOutcome.Refused(ChoiceFault.TooMany, treatments),
            _ => new ChoiceOutcome.Chosen(new ComparisonChoice(edition, treatments, without == edition.Baseline?.Slug && without is not null)),
        };
    }
}

/// <summary>What became of a wish to compare.</summary>
public abstract record ChoiceOutcome
{
    private ChoiceOutcome()
    {
    }

    public sealed record Chosen(ComparisonChoice Choice) : ChoiceOutcome;

    /// <summary>The same comparison stands at another, canonical address.</summary>
    public sealed record Moved(ComparisonChoice Choice) : ChoiceOutcome;

    public sealed record Unknown(IReadOnlyList<string> Slugs, IReadOnlyList<TreatmentEntry> Known) : ChoiceOutcome;

    public sealed record Archived(SlugLookup<TreatmentEntry> Treatment, IReadOnlyList<TreatmentEntry> Known) : ChoiceOutcome;

    public sealed record Refused(ChoiceFault Fault, IReadOnlyList<TreatmentEntry> Known) : ChoiceOutcome;
}

public enum ChoiceFault
{
    TooFew,
    TooMany,
    Twice,
}
