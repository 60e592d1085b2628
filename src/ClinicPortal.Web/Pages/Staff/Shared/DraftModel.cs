using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What a form tells of words that are not saved.</summary>
/// <param name="Row">Where they belong.</param>
/// <param name="Person">Whose they are; a browser keeps them apart.</param>
/// <param name="Kept">The stamp of the draft that the form holds, in ticks; none, if there is none.</param>
/// <param name="Own">The person's draft in the store, if there is one.</param>
/// <param name="ThrownAway">One that can be brought back.</param>
/// <param name="Others">Who else is writing here.</param>
public sealed record DraftModel(
    string Row, int Person, string? Kept, WorkingDraft? Own, WorkingDraft? ThrownAway, IReadOnlyList<string> Others);
