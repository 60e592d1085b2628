using ClinicPortal.Core.Storage;

namespace ClinicPortal.Web.Pages.Staff;

/// <summary>What a form tells of words that are not saved.</summary>
/// <param name="Row">Where they belong.</param>
/// <param name="Person">Whose they are; a browser keeps them apart.</param>
/// <param name="SavedAt">When the draft that the form holds was saved, in ticks; none, if there is none.</param>
/// <param name="Own">The person's draft in the store, if there is one.</param>
/// <param name="Discarded">One that can be restored.</param>
/// <param name="Others">Who else is writing here.</param>
public sealed record DraftModel(
    string Row, int Person, string? SavedAt, WorkingDraft? Own, WorkingDraft? Discarded, IReadOnlyList<string> Others);
