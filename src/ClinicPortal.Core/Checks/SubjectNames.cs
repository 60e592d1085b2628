using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Checks;

/// <summary>By what names a text speaks of treatments and of concerns.</summary>
internal sealed class SubjectNames(IEnumerable<TreatmentEntry> treatments, IEnumerable<ConcernEntry> concerns)
{
    // Doing nothing is no treatment: "no treatment is needed" names none.
    private readonly List<(string Slug, string Name)> _treatments =
        [.. treatments.Where(one => !one.Baseline).SelectMany(one => NamesOf(one).Select(name => (one.Slug, name)))];

    private readonly List<(string Slug, string Name)> _concerns =
        [.. concerns.SelectMany(one => NamesOf(one).Select(name => (one.Slug, name)))];

    /// <summary>The name of another treatment that stands in the text; none where it is this one's name too, or part of it.</summary>
    public string? OtherTreatmentIn(string text, TreatmentEntry treatment)
    {
        List<string> own = [.. NamesOf(treatment)];
        return Other(text, _treatments.Where(one => one.Slug != treatment.Slug), own);
    }

    /// <summary>
    /// The name of a concern for which the treatment is not offered. Doing nothing is for every concern, and of a treatment that says
    /// nothing of any nobody can tell.
    /// </summary>
    public string? OtherConcernIn(string text, TreatmentEntry treatment)
    {
        if (treatment.Baseline || treatment.Concerns.Count == 0)
            return null;
        var offered = treatment.Concerns.Where(one => one.Offer != ConcernOffer.NotUsual).Select(one => one.Concern).ToHashSet();
        List<string> own = [.. NamesOf(treatment), .. _concerns.Where(one => offered.Contains(one.Slug)).Select(one => one.Name)];
        return Other(text, _concerns.Where(one => !offered.Contains(one.Slug)), own);
    }

    private static string? Other(string text, IEnumerable<(string Slug, string Name)> others, List<string> own) => others
        .Select(other => other.Name)
        .FirstOrDefault(name => StandsIn(name, text) && !own.Exists(mine => PlainText.FindWords(mine, name) >= 0));

    private static bool StandsIn(string name, string text) =>
        PlainText.FindWords(text, name) >= 0 || PlainText.FindWords(text, name + "s") >= 0;

    private static IEnumerable<string> NamesOf(TreatmentEntry treatment) =>
        [.. Parts(treatment.Name), .. Parts(treatment.ShortName), .. treatment.OtherNames.SelectMany(Parts)];

    private static IEnumerable<string> NamesOf(ConcernEntry concern) => [.. Parts(concern.Name), .. concern.OtherNames.SelectMany(Parts)];

    /// <summary>"Platelet-rich plasma (PRP)" goes by both.</summary>
    private static IEnumerable<string> Parts(LocalText? name) =>
        ($"{name}").Split(['(', ')', ',', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Index().Where(part => part.Index == 0 || $"{name}".Contains($"({part.Item})", StringComparison.Ordinal))
            .Select(part => part.Item);
}
