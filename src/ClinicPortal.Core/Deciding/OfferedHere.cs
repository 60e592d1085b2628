using ClinicPortal.Core.Catalogue;

namespace ClinicPortal.Core.Deciding;

/// <summary>Which treatments this clinic says that it offers itself, in sentences; what it does not say is called not stated.</summary>
public static class OfferedHere
{
    /// <summary>No treatment is nothing that a clinic offers; it is never among <paramref name="treatments"/>.</summary>
    public static IReadOnlyList<string> Sentences(IReadOnlyList<TreatmentEntry> treatments)
    {
        var (yes, no, open) = (Names(treatments, true, "and"), Names(treatments, false, "or"), Unstated(treatments));
        return
        [
            .. yes == "" ? [] : new[] { $"This clinic offers {yes}." },
            .. no == "" ? [] : new[] { $"{(yes == "" ? "This clinic" : "It")} does not offer {no} itself." },
            .. open.Count == 0
                ? []
                : new[]
                {
                    $"Not yet stated by this clinic: {Whether(open)}.",
                    "Other clinics may offer these treatments even if this one does not.",
                },
        ];
    }

    public static IReadOnlyList<TreatmentEntry> Unstated(IEnumerable<TreatmentEntry> treatments) =>
        [.. treatments.Where(treatment => treatment.Offered is null)];

    /// <summary>"whether it offers mesotherapy or PRP itself".</summary>
    public static string Whether(IReadOnlyList<TreatmentEntry> unstated) => $"whether it offers {Names(unstated, null, "or")} itself";

    private static string Names(IEnumerable<TreatmentEntry> treatments, bool? offered, string join) =>
        RunningText.List([.. treatments.Where(treatment => treatment.Offered == offered).Select(RunningText.NameOf).Distinct()], join);
}
